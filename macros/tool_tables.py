"""What a page of the method shows out of a tool: the scale of a question, the bands."""

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
    """Return part of a module -> what it shows out of tools: a scale, bands with their stretch."""
    found = {}
    for part in module["parts"]:
        shown: dict[str, object] = {}
        if "scale" in part:
            shown["scale"] = _scale(book.tools[part["scale"]["tool"]], part["scale"]["question"])
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
        *enumerate(question.get("anchors", ())),
        *((option["label"], option.get("help", "")) for option in question.get("options", ())),
    ]
    is_asked = "anchors" in question
    return {
        "title": question["text"] if is_asked else question["label"],
        "help": "" if rows else question.get("help", ""),
        "rows": rows,
        "link": f"a:{tool['id']}#{f'q.{name}' if is_asked else 'i.' + name.partition('.')[0]}",
        "tool": tool["title"],
    }
