"""What the file of a course must look like."""

from macros.courses.plans.plan import LEVELS
from macros.schema.forms import CITATION, DATE, ID, LINK_ID
from macros.schema.shapes import Items, Number, Record, Text, Truth, Words

LINE = Words()
MARKED = Words(marked=True)
SLUG = Text(form=ID)
MINUTES = Number(whole=True, minimum=1, maximum=600)
COUNT = Number(whole=True, minimum=1, maximum=60)
LINK = Text(form=LINK_ID)
NEEDS = ("self-study", "half-day", "day", "two-days")
"""How much time a course asks of a group, from the least to the most."""
KINDS = ("activity", "module", "tool", "exercise", "discussion", "check", "break")

ITEM = Record(
    keys={
        "id": SLUG,
        "kind": Text(choices=KINDS),
        "minutes": MINUTES,
        "uses?": LINK,
        "questions?": Items(of=COUNT, least=1),
        "observe?": Items(of=COUNT, least=1),
        "cards?": Items(of=SLUG, least=1),
        "do": MARKED,
        "lead?": MARKED,
    }
)
"""One thing that is done, in words for the group; `lead` is for whoever leads.

`questions` are those for discussion of the module, by their numbers. `observe` are the lines for an
observer and `cards` the decks that are handed out, of the module or of the module of the tool.
"""

SESSION = Record(
    keys={
        "id": SLUG,
        "day": COUNT,
        "title": LINE,
        "question?": LINE,
        "say?": MARKED,
        "items": Items(of=ITEM, least=1),
    }
)
"""A stretch of a course about one question; `say` is how whoever leads it may begin."""

OPTION = Record(keys={"id": SLUG, "text": MARKED, "right?": Truth()})

QUESTION = Record(
    keys={
        "id": SLUG,
        "text": MARKED,
        "options": Items(of=OPTION, least=3),
        "why": MARKED,
        "uses": LINK,
    }
)
"""A question that is asked before the course and again after it."""

COURSE = Record(
    keys={
        "id": SLUG,
        "title": LINE,
        "purpose": LINE,
        "need": Text(choices=NEEDS),
        "level": Text(choices=LEVELS),
        "minutes": Record(
            keys={"work": Number(whole=True, minimum=1), "breaks": Number(whole=True, minimum=0)}
        ),
        "group": Record(keys={"from": COUNT, "to": COUNT}),
        "owner": Text(form=ID, refers_to=("role",)),
        "reviewed": Text(form=DATE),
        "keywords": Items(of=LINE),
        "origin": MARKED,
        "sources": Items(of=Text(form=CITATION, refers_to=("source",))),
        "for_whom": MARKED,
        "goals": Items(of=MARKED, least=1),
        "room": MARKED,
        "materials": Items(of=MARKED, least=1),
        "preparation": Items(of=MARKED, least=1),
        "prerequisites": Record(
            keys={"text": MARKED, "modules": Items(of=Text(form=ID, refers_to=("module",)))}
        ),
        "sessions": Items(of=SESSION, least=1),
        "check": Record(keys={"pass": COUNT, "questions": Items(of=QUESTION, least=3)}),
        "follow_up": Record(
            keys={
                "text": MARKED,
                "steps": Items(
                    of=Record(keys={"id": SLUG, "day": COUNT, "do": MARKED, "proof": MARKED}),
                    least=1,
                ),
            }
        ),
        "variants": Record(keys={"remote": MARKED, "small": MARKED}),
    }
)
"""What a trainer teaches: modules and tools in order, with times. What a module holds for teaching,
its questions and its exercise, is named here and stands there."""
