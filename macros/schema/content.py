"""What each file of playbook_data must look like, as data for checks and for editors.

A key that ends with ? may be left out. Shapes are explained in shapes.py.
"""

from collections.abc import Mapping

from assessments.words.plurals import RULES as PLURAL_RULES
from macros.schema.forms import (
    ADDRESS,
    CITATION,
    DATE,
    DECIMAL_MARK,
    GROUP_MARK,
    ID,
    LANGUAGE,
    LINK_ID,
    NAME,
    PLACEHOLDER,
    SEED,
    SENTENCE,
    TAG,
    VERSION,
)
from macros.schema.interface import PARAGRAPHS
from macros.schema.shapes import (
    Items,
    Number,
    Record,
    Shape,
    Table,
    Text,
    Tree,
    Truth,
    WordLists,
    Words,
)
from macros.schema.tools import ASSESSMENT, CALCULATOR, INPUT, VALUE

LINE = Words()
MARKED = Words(marked=True)
CELL = Words(may_be_empty=True, marked=True)
SLUG = Text(form=ID)
MINUTES = Number(whole=True, minimum=1, maximum=600)
CITATIONS = Items(of=Text(form=CITATION, refers_to=("source",)))
TEXTS = Items(of=LINE)
ROLES = Items(of=Text(form=ID, refers_to=("role",)))
MODULES = Items(of=Text(form=ID, refers_to=("module",)))
TOOLS = Items(of=Text(form=ID, refers_to=("tool",)))
LEVELS = ("foundation", "practitioner", "advanced")
DIAGRAMS = ("stages", "layers", "cycle", "flow", "matrix")
PROVENANCES = ("says", "named", "claim")

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

FACILITATOR = Record(
    keys={
        "goal": MARKED,
        "minutes": MINUTES,
        "materials?": MARKED,
        "run": Items(of=Record(keys={"minutes": MINUTES, "activity": MARKED}), least=1),
        "discussion": Items(of=MARKED, least=1),
        "exercise": MARKED,
        "debrief": MARKED,
    }
)

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
        "brief?": BRIEF,
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
                "filled?": Record(
                    keys={"title": LINE, "rows": Items(of=Items(of=CELL), least=1)}
                ),
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
        "facilitator": FACILITATOR,
    }
)

PLAYBOOK = Record(
    keys={
        "id": SLUG,
        "version": Text(form=VERSION),
        "title": LINE,
        "tagline": LINE,
        "purpose": MARKED,
        "languages": Items(of=Text(form=LANGUAGE), least=1),
        "independence": MARKED,
        "site_url": Text(form=ADDRESS),
        "edit_url": Text(form=ADDRESS),
        "company": Record(keys={"name": LINE, "text": MARKED}),
        "roles": Items(
            of=Record(
                keys={
                    "id": SLUG,
                    "title": LINE,
                    "purpose": MARKED,
                    "path?": Items(of=Text(form=ID, refers_to=("module", "tool"))),
                }
            )
        ),
        "areas": Items(
            of=Record(keys={"id": SLUG, "title": LINE, "purpose": MARKED, "modules": MODULES})
        ),
        "tools": Record(keys={"assessments": TOOLS, "calculators": TOOLS}),
        "retired?": Items(
            of=Record(
                keys={
                    "id": Text(form=LINK_ID),
                    "date": Text(form=DATE),
                    "successor": Text(form=LINK_ID),
                }
            )
        ),
    }
)

TERM = Record(
    keys={
        "id": SLUG,
        "term": LINE,
        "definition": MARKED,
        "not?": MARKED,
        "aliases?": WordLists(),
        "avoid?": WordLists(),
        "module": Text(form=ID, refers_to=("module",)),
    }
)

SOURCE = Record(
    keys={
        "id": SLUG,
        "title": LINE,
        "short": LINE,
        "author": LINE,
        "date": LINE,
        "kind": LINE,
        "reliability": MARKED,
        "text": MARKED,
        "seed?": Text(form=SEED),
    }
)

ELEMENT = Record(
    keys={
        "id": SLUG,
        "title": LINE,
        "type": Text(form=ID),
        "source": CITATIONS,
        "provenance": Text(choices=PROVENANCES),
    }
)

MARK = Text(may_be_blank=True)

MULTIPLE = Record(
    keys={
        "word": Text(),
        "zeros": Number(whole=True, minimum=1, maximum=15),
        "doubtful?": Truth(),
    }
)

LANGUAGE_FILE = Record(
    keys={
        "id": Text(form=LANGUAGE),
        "name": Text(),
        "tag": Text(form=TAG),
        "locale": Text(form=TAG),
        "theme": Text(form=LANGUAGE),
        "direction": Text(choices=("ltr", "rtl")),
        "punctuation": Text(choices=("half-width", "full-width")),
        "quotes": Record(keys={"open": MARK, "close": MARK, "spaced": Truth()}),
        "numbers": Record(
            keys={
                "decimal": Text(form=DECIMAL_MARK),
                "group": Text(form=GROUP_MARK, may_be_blank=True),
                "grouped_from": Number(whole=True, minimum=1000),
                "multiples?": Items(of=MULTIPLE),
            }
        ),
        "joints": Record(
            keys=dict.fromkeys(("sentences", "items", "long_items", "unit", "percent"), MARK)
        ),
        "plural": Text(choices=tuple(PLURAL_RULES)),
        "search": Record(
            keys={
                "cutter": Text(choices=("words", "pairs")),
                "stemmer": Text(choices=("english", "none")),
            }
        ),
        "reading": Record(
            keys={
                "unit": Text(choices=("word", "character")),
                "a_minute": Number(whole=True, minimum=1, maximum=2000),
                "grade": Text(choices=("automated-readability", "none")),
            }
        ),
        "to_write": Text(form=PLACEHOLDER),
    }
)

FILES: Mapping[str, Shape] = {
    "playbook": PLAYBOOK,
    "language": LANGUAGE_FILE,
    "module": MODULE,
    "assessment": ASSESSMENT,
    "calculator": CALCULATOR,
    "glossary": Record(keys={"terms": Items(of=TERM)}),
    "sources": Record(keys={"sources": Items(of=SOURCE)}),
    "elements": Record(keys={"elements": Items(of=ELEMENT)}),
    "interface": Tree(marked=PARAGRAPHS),
    "words": Table(of=Words(trimmed=False), form=SENTENCE),
    "search": Record(keys={"ignored": WordLists(), "synonyms": Table(of=WordLists(), form=ID)}),
}
"""Kind of file -> its shape."""

SHAPES: Mapping[str, Shape] = {"input": INPUT, "value": VALUE}
"""Shapes that hold themselves, by name."""
