"""What the file of an assessment and of a calculator must look like, as data."""

from assessments.calculators.definition import MOST_DECIMALS, OUTPUT_KINDS
from assessments.calculators.inputs import TYPES
from assessments.documents.pictures import PICTURES
from assessments.questionnaires.definition import LEVELS
from assessments.questionnaires.models import MODELS
from macros.schema.forms import CITATION, CODE, ID, NAME, QUESTION, VERSION
from macros.schema.shapes import (
    Anything,
    Items,
    Named,
    Number,
    OneOf,
    Record,
    Shape,
    Table,
    Text,
    Truth,
    Words,
)

LINE = Words()
MARKED = Words(marked=True)
SLUG = Text(form=ID)
WORD = Text(form=NAME)
MODULE_ID = Text(form=ID, refers_to=("module",))
SUBJECTS = ("account", "person", "team", "company")
INPUT_TYPES = tuple(TYPES)
SETTING = Anything(note="constants of the model")

ABOUT: dict[str, Shape] = {
    "title": LINE,
    "purpose": LINE,
    "audience": LINE,
    "subject": Text(choices=SUBJECTS),
    "minutes": Number(whole=True, minimum=1, maximum=240),
    "concern?": Text(form=ID, refers_to=("concern",)),
    "module": MODULE_ID,
    "sources": Items(of=Text(form=CITATION, refers_to=("source",)), least=1),
    "elaboration": MARKED,
    "history?": Items(of=Record(keys={"version": Text(form=VERSION), "text": LINE}), least=1),
}
"""What every tool says about itself."""

POINTS = Number(whole=True, minimum=0, maximum=100)
THRESHOLD = Number(minimum=0)

DIMENSION = Record(
    keys={
        "id": SLUG,
        "title": LINE,
        "weight?": POINTS,
        "action": Record(keys={"text": LINE, "module": MODULE_ID}),
        "questions": Items(
            of=Record(
                keys={
                    "id": Text(form=QUESTION),
                    "text": LINE,
                    "help?": MARKED,
                    "evidence?": LINE,
                    "anchors": Items(of=LINE, proved=LEVELS),
                }
            ),
            least=1,
        ),
    }
)

GATE = Record(
    keys={
        "id": WORD,
        "when": OneOf(
            records={
                "dimension": Record(keys={"dimension": SLUG, "below": POINTS}),
                "question": Record(
                    keys={
                        "question": Text(form=QUESTION),
                        "equals": Number(whole=True, minimum=0, maximum=3),
                    }
                ),
            }
        ),
        "cap": WORD,
        "text": LINE,
    }
)

BAND = Record(
    keys={"id": WORD, "from?": THRESHOLD, "title": LINE, "text": LINE, "module?": MODULE_ID}
)

ASSESSMENT = Record(
    keys={
        "id": SLUG,
        "kind": Text(choices=("assessment",)),
        "version": Text(form=VERSION),
        "model": Text(choices=tuple(MODELS)),
        **ABOUT,
        "parameters?": SETTING,
        "flags?": Items(of=Record(keys={"id": WORD, "label": LINE})),
        "dimensions": Items(of=DIMENSION, least=1),
        "gates?": Items(of=GATE),
        "bands": Items(of=BAND, least=2),
    }
)

OPTIONS = Items(of=Record(keys={"id": WORD, "label": LINE, "help?": MARKED}), least=1)

# What an input and the items of a list or a map have in common.
LIMITS: dict[str, Shape] = {
    "minimum?": Number(),
    "maximum?": Number(),
    "above?": Number(),
    "below?": Number(),
    "options?": OPTIONS,
    "anchors?": Items(
        of=Record(keys={"value": Number(whole=True), "label": LINE, "text?": MARKED}), least=2
    ),
    "item?": Named(name="value"),
    "length?": Items(of=Number(whole=True, minimum=0), least=2, most=2),
    "fields?": Items(of=Named(name="input"), least=1),
    "rows_as?": Text(choices=("lists",)),
    "accepts_na?": Truth(),
    "unit?": LINE,
    "errors?": Table(of=Text(form=CODE), form=NAME),
}

VALUE = Record(keys={"type": Text(choices=INPUT_TYPES), "label?": LINE, **LIMITS})

INPUT = Record(
    keys={
        "id": WORD,
        "type": Text(choices=INPUT_TYPES),
        "label": LINE,
        "help?": MARKED,
        "required": Truth(),
        "default?": Anything(note="a value of this input's type"),
        "when?": Table(of=WORD, form=NAME),
        **LIMITS,
    }
)

OUTPUT_KEYS: dict[str, Shape] = {
    "id": WORD,
    "label": LINE,
    "kind": Text(choices=OUTPUT_KINDS),
    "unit?": LINE,
    "decimals?": Number(whole=True, minimum=0, maximum=MOST_DECIMALS),
    "options?": OPTIONS,
    "meaning?": LINE,
}

RECEIVED = Record(
    keys={
        "id": SLUG,
        "from": Items(of=SLUG, least=1),
        "each?": WORD,
        "every_subject?": Truth(),
        "asks?": Items(
            of=Record(keys={"id": WORD, "label": LINE, "minimum": Number(), "maximum": Number()})
        ),
        "into?": WORD,
        "key?": WORD,
        "takes": Table(of=Anything(note="a name, {product: [...]} or cases"), form=NAME),
        "sets?": Table(of=WORD, form=NAME),
        "title": LINE,
        "text": LINE,
    }
)
"""What a calculator takes from results of other tools."""

CALCULATOR = Record(
    keys={
        "id": SLUG,
        "kind": Text(choices=("calculator",)),
        "version": Text(form=VERSION),
        "model": WORD,
        **ABOUT,
        "wrong_type?": Text(form=CODE),
        "inputs": Items(of=INPUT, least=1),
        "receives?": Items(of=RECEIVED),
        "formula": Items(of=MARKED, least=1),
        "parameters?": SETTING,
        "outputs": Items(
            of=Record(keys={**OUTPUT_KEYS, "columns?": Items(of=Record(keys=OUTPUT_KEYS))}), least=1
        ),
        "bands?": Items(of=BAND, least=2),
        "flags?": Table(of=LINE, form=NAME),
        "notes?": Table(of=LINE, form=NAME),
        "errors?": Table(of=Record(keys={"message": LINE, "hint": LINE}), form=CODE),
        "working": Table(of=LINE, form=NAME),
        "actions?": Items(of=Record(keys={"when": WORD, "text": LINE, "module": MODULE_ID})),
        "examples": Items(
            of=Record(keys={"title": LINE, "input": Anything(note="an input of this calculator")}),
            least=1,
        ),
        "picture?": Text(choices=tuple(PICTURES)),
        "picture_title?": LINE,
    }
)
