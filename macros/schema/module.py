"""What the file of a module must look like."""

from macros.courses.plans.plan import LEVELS
from macros.courses.rules import BREAK
from macros.schema.forms import CITATION, DATE, ID, NAME
from macros.schema.shapes import Items, Number, Record, Text, Words

LINE = Words()
MARKED = Words(marked=True)
CELL = Words(may_be_empty=True, marked=True)
SLUG = Text(form=ID)
MINUTES = Number(whole=True, minimum=1, maximum=600)
CITATIONS = Items(of=Text(form=CITATION, refers_to=("source",)))
TEXTS = Items(of=LINE)
ROLES = Items(of=Text(form=ID, refers_to=("role",)))
MODULES = Items(of=Text(form=ID, refers_to=("module",)))
TOOL = Text(form=ID, refers_to=("tool",))
TOOLS = Items(of=TOOL)
DIAGRAMS = ("stages", "layers", "cycle", "flow", "matrix")

PLAIN_TABLE = Record(
    keys={"columns": Items(of=MARKED, least=1), "rows": Items(of=Items(of=CELL), least=1)}
)

DIAGRAM = Record(
    keys={
        "kind": Text(choices=DIAGRAMS),
        "title": LINE,
        "alternative": LINE,
        "nodes": Items(of=Record(keys={"id": SLUG, "label": LINE, "note?": LINE}), least=2),
        "edges?": Items(of=Items(of=SLUG, least=2, most=2)),
    }
)

SCALE = Record(keys={"tool": TOOL, "question": Text()})

PART = Record(
    keys={
        "id": SLUG,
        "title": LINE,
        "sources": CITATIONS,
        "covers": Items(of=Text(form=ID, refers_to=("element",))),
        "says?": MARKED,
        "claims?": MARKED,
        "ours?": MARKED,
        "table?": PLAIN_TABLE,
        "scale?": SCALE,
        "scales?": Items(of=SCALE, least=2),
        "questions?": TOOL,
        "bands?": TOOL,
        "diagram?": DIAGRAM,
    }
)

BRIEF = Record(
    keys={
        "what": MARKED,
        "when": Items(of=MARKED, least=1),
        "not": Items(of=MARKED, least=1),
        "people": MARKED,
        "time": MARKED,
        "preparation": MARKED,
        "result": MARKED,
    }
)
"""What a module asks and gives, to be read in a minute; `time` is the time to do it."""

MESSAGE = Record(
    keys={
        "id": SLUG,
        "title": LINE,
        "channel": LINE,
        "words": MARKED,
        "answers": Items(of=Record(keys={"answer": MARKED, "reply": MARKED}), least=1),
    }
)
"""Words to say or write, with what the customer is likely to answer and what to reply."""

LAW = Record(keys={"country": LINE, "date": Text(form=DATE), "text": MARKED})
"""What the law of a country adds, as known on a day."""

GUIDE = Record(
    keys={
        "say?": MARKED,
        "answers": Items(of=MARKED),
        "objections": Items(of=Record(keys={"objection": MARKED, "reply": MARKED}), least=1),
        "model": MARKED,
        "observe": Items(of=MARKED, least=1),
    }
)
"""What whoever leads a session has at hand: `say` is how they may begin, `answers` are those that a
group is likely to give to the questions for discussion, in their order; `model` is a good answer to
what is practised."""

DECK = Record(
    keys={
        "id": SLUG,
        "title": LINE,
        "cards?": Items(of=Record(keys={"id": SLUG, "title?": LINE, "text": MARKED}), least=2),
        "part?": SLUG,
        "key?": MARKED,
    }
)
"""Cards to cut out, or the part whose table holds them in its first column; `key` is for whoever
leads the session."""

JUDGEMENT = Record(
    keys={
        "title": LINE,
        "minutes": MINUTES,
        "case": MARKED,
        "task": MARKED,
        "weighs": Items(of=MARKED, least=2),
        "model": MARKED,
        "changes": MARKED,
        "wrong": MARKED,
    }
)
"""A case whose facts are incomplete, and a decision to take and to defend: what a good answer
`weighs`, a `model` of it, what `changes` it, and a `wrong` one that is common."""

RUN = Record(
    keys={
        "kind?": Text(choices=(BREAK,)),
        "minutes": MINUTES,
        "answers?": TOOL,
        "activity": MARKED,
    }
)
"""A slot of a session; `answers` is the assessment of the module that everyone answers alone in it,
or has answered beforehand."""

FACILITATOR = Record(
    keys={
        "goal": MARKED,
        "minutes": MINUTES,
        "materials?": MARKED,
        "run": Items(of=RUN, least=1),
        "discussion": Items(of=MARKED, least=1),
        "hand_out?": MARKED,
        "exercise": MARKED,
        "alone?": MARKED,
        "debrief": MARKED,
        "guide?": GUIDE,
        "cards?": Items(of=DECK, least=1),
    }
)
"""`hand_out` is what a group gets on paper for the exercise; `alone` is the exercise in words for
one reader."""

MODULE = Record(
    keys={
        "id": SLUG,
        "title": LINE,
        "purpose": LINE,
        "level": Text(choices=LEVELS),
        "minutes": MINUTES,
        "roles": ROLES,
        "owner": Text(form=ID, refers_to=("role",)),
        "reviewed": Text(form=DATE),
        "questions": Items(of=LINE, least=5),
        "keywords": TEXTS,
        "before": MODULES,
        "related": MODULES,
        "outcomes": Items(of=MARKED, least=1),
        "brief": BRIEF,
        "idea": MARKED,
        "parts": Items(of=PART, least=1),
        "steps": Items(
            of=Record(
                keys={"id": SLUG, "title": LINE, "who": ROLES, "text": MARKED, "output?": MARKED}
            ),
            least=1,
        ),
        "example": Record(keys={"title": LINE, "text": MARKED, "table?": PLAIN_TABLE}),
        "template": Record(
            keys={
                "id": SLUG,
                "title": LINE,
                "purpose": MARKED,
                "columns": Items(of=MARKED, least=1),
                "rows": Items(of=Items(of=CELL), least=1),
                "filled": Record(keys={"title": LINE, "rows": Items(of=Items(of=CELL), least=1)}),
            }
        ),
        "messages?": Items(of=MESSAGE, least=1),
        "law?": Items(of=LAW, least=1),
        "measures": Items(of=Record(keys={"name": LINE, "how": MARKED, "good": MARKED}), least=1),
        "mistakes": Items(of=Record(keys={"mistake": MARKED, "instead": MARKED}), least=1),
        "checklist": Items(of=Record(keys={"id": SLUG, "text": MARKED}), least=1),
        "tools": TOOLS,
        "choices?": Items(
            of=Record(keys={"id": Text(form=NAME), "conflict": MARKED, "choice": MARKED})
        ),
        "judgement?": JUDGEMENT,
        "facilitator": FACILITATOR,
    }
)
