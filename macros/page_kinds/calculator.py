"""The page of one calculator: its inputs, its formula and examples."""

from collections.abc import Mapping, Sequence

from assessments.calculators.formulas import FORMULAS
from macros import numbers
from macros.page_kind import Context, Page, PageKind
from macros.tool_page import ADDRESS, LINK, place_among, received, records_of, tool_context
from macros.values import Data
from macros.views import Book


def context(book: Book, page: Page) -> Context:
    """Return a calculator with the warnings it can give."""
    shared = tool_context(book, page, ("formula", "outputs", "bands", "examples", "sources"))
    tool = shared["tool"]
    return {
        **shared,
        "question_count": 0,
        **_rules(tool),
        **_received(book, page.id),
        "number_marks": numbers.form_marks(book.spoken, book.others),
        "cautions": [*tool.get("flags", {}).values(), *tool.get("notes", {}).values()],
    }


def _received(book: Book, tool: str) -> Context:
    """Return what the page offers to take from other tools, and what its script has to know."""
    entries = received(book, tool)
    told = ("id", "every_subject", "asks", "sources")
    return {
        "received": entries,
        "offers": [{key: entry[key] for key in told if key in entry} for entry in entries],
    }


def _rules(tool: Data) -> Context:
    """Return what joins inputs: which stand for each other, which hang on a choice."""
    formula = FORMULAS[tool["model"]]
    by_id = {each["id"]: each for each in tool["inputs"]}
    return {
        "alternatives": {
            **_alternatives({name: by_id[name]["label"] for name in formula.one_of}),
            **_alternatives({path: _field(by_id, path)["label"] for path in formula.one_in_each}),
        },
        "companions": {
            name: _field(by_id, path)["label"] for name, path in formula.needed_with.items()
        },
        "narrowed": {
            path: {
                "by": by,
                "answers": {
                    option: [answer for answer, left in choices.items() if option in left]
                    for option in {each for left in choices.values() for each in left}
                },
            }
            for path, (by, choices) in formula.choices_by.items()
        },
        "conditions": {
            each["id"]: {"by": by, "answer": answer, "label": _label(by_id[by], answer)}
            for each in tool["inputs"]
            for by, answer in each.get("when", {}).items()
        },
    }


def _alternatives(labels: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Return each of some fields with the labels of the others."""
    return {name: [label for other, label in labels.items() if other != name] for name in labels}


def _field(inputs: Mapping[str, Data], path: str) -> Data:
    """Return the field of a row by its path: events[].date."""
    rows, _, name = path.partition("[].")
    return next(each for each in inputs[rows]["fields"] if each["id"] == name)


def _label(choice: Data, answer: str) -> str:
    return next(str(each["label"]) for each in choice["options"] if each["id"] == answer)


KIND = PageKind(
    name="calculator",
    order=70,
    records=records_of("calculator"),
    link=LINK,
    address=ADDRESS,
    template="calculator",
    context=context,
    place=place_among("calculators"),
    search="calculator",
)
