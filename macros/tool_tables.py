"""What a page of the method shows out of a tool: scales, all questions, bands."""

from collections.abc import Mapping, Sequence

from macros import numbers
from macros.values import Data
from macros.views import Book


def question_of(tool: Data, name: str) -> Data | None:
    """Return a question by its id, or an input by the way to it: people.attitude."""
    for dimension in tool.get("dimensions", ()):
        for question in dimension["questions"]:
            if question["id"] == name:
                return dict(question)
    fields: Sequence[Data] = tool.get("inputs", ())
    found: Data | None = None
    for step in name.split("."):
        found = next((field for field in fields if field["id"] == step), None)
        fields = found.get("fields", ()) if found else ()
    return found


def tables_of(book: Book, module: Data) -> Mapping[str, Data]:
    """Return part of a module -> what it shows out of tools: scales, questions, bands."""
    found = {}
    for part in module["parts"]:
        shown: dict[str, object] = {}
        scales = [*part.get("scales", ()), *([part["scale"]] if "scale" in part else [])]
        shown["scales"] = [_scale(book.tools[each["tool"]], each["question"]) for each in scales]
        if "questions" in part:
            shown["questions"] = book.tools[part["questions"]]
        if "bands" in part:
            tool = book.tools[part["bands"]]
            ranges = numbers.band_ranges(tool, book.spoken.numbers, book.words)
            shown["bands"] = {"tool": tool, "ranges": ranges}
        found[part["id"]] = shown
    return found


def _scale(tool: Data, name: str) -> Data:
    question = question_of(tool, name)
    if question is None:
        raise LookupError(f"{tool['id']} has no question {name}")
    rows = [
        *((option["label"], option.get("help", "")) for option in question.get("options", ())),
    ]
    is_asked = "text" in question
    anchors = question.get("anchors", ())
    if is_asked:
        rows += enumerate(anchors)
    named = () if is_asked else tuple(anchors)
    return {
        "title": question["text"] if is_asked else question["label"],
        "help": "" if rows else question.get("help", ""),
        "rows": rows,
        "anchors": named,
        "signs": any("text" in anchor for anchor in named),
        "link": f"a:{tool['id']}#{f'q.{name}' if is_asked else 'i.' + name.partition('.')[0]}",
        "tool": tool["title"],
    }
