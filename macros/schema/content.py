"""What each file of playbook_data must look like, as data for checks and for editors.

A key that ends with ? may be left out. Shapes are explained in shapes.py.
"""

from collections.abc import Mapping

from assessments.words.plurals import RULES as PLURAL_RULES
from macros.schema.changes import CHANGES
from macros.schema.company import COMPANY
from macros.schema.course import COURSE
from macros.schema.forms import (
    ADDRESS,
    CITATION,
    DATE,
    DECIMAL_MARK,
    GROUP_MARK,
    ID,
    LANGUAGE,
    LINK_ID,
    ORIGIN,
    PLACEHOLDER,
    SEED,
    SENTENCE,
    TAG,
    VERSION,
)
from macros.schema.interface import PARAGRAPHS
from macros.schema.module import MODULE
from macros.schema.portfolio import PORTFOLIO
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
SLUG = Text(form=ID)
CITATIONS = Items(of=Text(form=CITATION, refers_to=("source",)))
MODULES = Items(of=Text(form=ID, refers_to=("module",)))
TOOLS = Items(of=Text(form=ID, refers_to=("tool",)))
PROVENANCES = ("says", "named", "claim")

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
        "offline?": Truth(),
        "frame_origins?": Items(of=Text(form=ORIGIN), least=1),
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
        "concerns?": Items(of=Record(keys={"id": SLUG, "title": LINE})),
        "courses": Items(of=Text(form=ID, refers_to=("course",))),
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
    "course": COURSE,
    "company": COMPANY,
    "changes": CHANGES,
    "glossary": Record(keys={"terms": Items(of=TERM)}),
    "sources": Record(keys={"sources": Items(of=SOURCE)}),
    "elements": Record(keys={"elements": Items(of=ELEMENT)}),
    "interface": Tree(marked=PARAGRAPHS),
    "words": Table(of=Words(trimmed=False), form=SENTENCE),
    "portfolio": PORTFOLIO,
    "search": Record(keys={"ignored": WordLists(), "synonyms": Table(of=WordLists(), form=ID)}),
}
"""Kind of file -> its shape."""

SHAPES: Mapping[str, Shape] = {"input": INPUT, "value": VALUE}
"""Shapes that hold themselves, by name."""
