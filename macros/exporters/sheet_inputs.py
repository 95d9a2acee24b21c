"""The sheets of a calculator: one for what is given once, one for each list of rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.exporters.sheet_canvas import Canvas, Column, Sheets, tidy
from macros.exporters.sheet_cells import TEXT, Cell, cell_of, chosen_from, day
from macros.exporters.workbooks import LONGEST_NAME, sheet_name, width_of
from macros.input_rules import input_rules
from macros.numbers import chosen, filled, range_text
from macros.values import Data
from macros.views import Book

COLUMNS = (
    Column(width=36),
    Column(width=24, key="= about"),
    Column(width=14),
    Column(width=60, key="more"),
)
DRAWN = 40
"""Rows of a list that are drawn; what is written below them is read as well."""
RULED = 1000
"""Rows of a list in which the spreadsheet helps."""
NARROWEST, WIDEST, LONG = 13, 30, 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that a sheet asks for."""

    key: str
    """Its path in the input, or after that of the row."""
    title: str
    field: Data
    cell: Cell
    unit: str = ""
    hint: str = ""


def fill_inputs(sheets: Sheets, tool: Data, book: Book) -> None:
    """Make the sheets of a calculator."""
    words = book.words["sheet"]
    rules = input_rules(tool)
    lists = [each for each in tool["inputs"] if is_table(each)]
    canvas = sheets.add(sheet_name(words["tab"]), COLUMNS)
    canvas.across(tidy(tool["title"]), "title")
    canvas.across(tidy(words["how_tables" if lists else "how_inputs"]), "text")
    _about(canvas, tool, book)
    canvas.row += 1
    titles = (
        book.words["tool"]["inputs"],
        book.words["tool"]["value"],
        words["unit"],
        words["hint"],
    )
    canvas.head([(title, "head") for title in titles])
    for field in tool["inputs"]:
        if is_table(field):
            where = filled(words["on_tab"], book.spoken.numbers, tab=_tab(field))
            canvas.line([(tidy(field["label"]), "cell"), None, None, (where, "hint")])
        for asked in _asked(field, str(field["id"]), book, rules) if not is_table(field) else ():
            row = (asked.title, "cell"), asked.cell, (asked.unit, "cell"), (asked.hint, "hint")
            canvas.line(row, key=asked.key)
    canvas.across(sheets.mark.replace(" ", " · "), "small")
    for field in lists:
        _table(sheets, field, book, rules)


def is_table(field: Data) -> bool:
    """Tell whether an input has as many values as somebody gives."""
    is_list = field["type"] == "list" and field["item"]["type"] != "choice"
    return field["type"] in ("rows", "map") or (is_list and _fixed(field) is None)


def _about(canvas: Canvas, tool: Data, book: Book) -> None:
    """Write the cells for whom it is about, who answers, when and on what occasion."""
    words, results = book.words["sheet"], book.words["results"]
    occasions = chosen_from([str(each) for each in results["occasions"].values()], only=False)
    subject = book.words["subject_labels"][tool["subject"]]
    for label, key, other, other_key, cell in (
        (subject, "#subject", words["day"], "#day", day(book)),
        (results["respondent"], "#respondent", results["occasion"], "#occasion", occasions),
    ):
        canvas.line([(label, "label"), TEXT, (other, "label"), cell], key=f"{key} {other_key}")


def _table(sheets: Sheets, field: Data, book: Book, rules: Mapping[str, Any]) -> None:
    """Make the sheet of a list: its columns, with room for rows."""
    path = str(field["id"])
    columns = list(_columns(field, path, book, rules))
    named = field["type"] == "map" and field.get("options")
    first = [Column(width=WIDEST)] if named else []
    shape = [*first, *(Column(width=_width(each), key=each.key) for each in columns)]
    canvas = sheets.add(_tab(field), shape)
    canvas.across(tidy(field["label"]), "title")
    hint = _hint(field, path, book, rules)
    canvas.across("\n".join(filter(None, [hint, _limits(field, book)])) or " ", "text")
    names = [(f"{each.title}\n{each.unit}" if each.unit else each.title) for each in columns]
    canvas.head([(name, "head") for name in [*([""] if named else []), *names]], hints=1)
    canvas.line([(text, "hint") for text in [*([""] if named else []), *(c.hint for c in columns)]])
    if named:
        for option in field["options"]:
            label = "\n".join(tidy(option[key]) for key in ("label", "help") if key in option)
            cells: list[tuple[str, str] | Cell] = [
                (label, "cell"),
                *(each.cell for each in columns),
            ]
            canvas.line(cells, key=f"{path}[{option['id']}]")
        return
    canvas.mark_rows(f"#rows {path}[]")
    drawn = min(DRAWN, int(field["length"][1])) if "length" in field else DRAWN
    for place, each in enumerate(columns, start=1):
        canvas.sheet.set_column(place, place, _width(each), sheets.look_below(each.cell))
        canvas.fill(place, each.cell, rows=drawn, ruled=RULED)


def _columns(field: Data, path: str, book: Book, rules: Mapping[str, Any]) -> Iterator[Asked]:
    """Yield the columns of a list."""
    if field["type"] == "rows":
        for number, inner in enumerate(field["fields"]):
            key = f"[{number}]" if "rows_as" in field else f".{inner['id']}"
            yield from _asked(inner, key, book, rules, f"{path}[].{inner['id']}")
        return
    if field["type"] == "map" and not field.get("options"):
        title = str(book.words["tool"]["key"])
        yield Asked(key="key", title=title, field={"type": "text"}, cell=TEXT)
    item = field["item"]
    if item["type"] == "record":
        for inner in item["fields"]:
            yield from _asked(inner, f".{inner['id']}", book, rules, "")
        return
    title = str(item.get("label", book.words["tool"]["value"]))
    label = title if field["type"] == "map" else tidy(field["label"])
    told = {"unit": field["unit"]} if "unit" in field else {}
    yield from _asked({"label": label, **told, **item}, "=", book, rules, "")


def _asked(
    field: Data, key: str, book: Book, rules: Mapping[str, Any], path: str | None = None
) -> Iterator[Asked]:
    """Yield what is asked for under one key, or under several where it has parts."""
    if _is_too_deep(field):
        return
    path = key if path is None else path
    title, colon = tidy(field["label"]), book.words["units"]["colon"]
    if field["type"] == "record":
        for inner in field["fields"]:
            for asked in _asked(inner, f"{key}.{inner['id']}", book, rules, path):
                yield _under(title, colon, asked)
        return
    shared = {"unit": tidy(field.get("unit", "")), "hint": _hint(field, path, book, rules)}
    if field["type"] == "list" and field["item"]["type"] == "choice":
        yes = chosen_from([book.words["tool"]["yes"]])
        for option in field["item"]["options"]:
            label = f"{title}{colon}{tidy(option['label'])}"
            yield Asked(key=f"{key}={option['id']}", title=label, field=field, cell=yes, **shared)
            # What holds for all of them stands beside the first.
            shared = {}
        return
    length = _fixed(field)
    if length is not None:
        for number in range(length):
            item = {**field["item"], "label": f"{title} {number + 1}", **_told(field, number)}
            yield from _asked(item, f"{key}[{number}]", book, rules, path)
        return
    if field["type"] in ("list", "map"):
        several = str(book.words["sheet"]["named_several" if field["type"] == "map" else "several"])
        hint = "\n".join(filter(None, [shared["hint"], several]))
        yield Asked(key=key, title=title, field=field, cell=TEXT, unit=shared["unit"], hint=hint)
        return
    yield Asked(key=key, title=title, field=field, cell=cell_of(field, book), **shared)


def _is_too_deep(field: Data) -> bool:
    """Tell whether an input has lists in a row: no cell has room for them, and the page asks."""
    inner = field.get("item", {}).get("type")
    return field["type"] == "rows" or inner in ("rows", "record", "map", "list")


def _told(field: Data, number: int) -> dict[str, Any]:
    """Return what a list says of one of its values."""
    # What holds for all of them stands beside the first.
    shared = ("unit",) if number else ("unit", "help", "required")
    told = {key: field[key] for key in shared if key in field}
    default = field.get("default")
    return {**told, "default": default[number]} if default else told


def _under(title: str, colon: str, asked: Asked) -> Asked:
    """Return what is asked for as a part of something else."""
    named = f"{title}{colon}{asked.title}"
    return Asked(
        key=asked.key, title=named, field=asked.field,
        cell=asked.cell, unit=asked.unit, hint=asked.hint,
    )  # fmt: skip


def _hint(field: Data, path: str, book: Book, rules: Mapping[str, Any]) -> str:
    """Return what to know about an input: whether it must be, what it means, its limits."""
    lines = [_requirement(field, path, book, rules), tidy(field.get("help", ""))]
    for anchor in field.get("anchors", ()):
        text = tidy(anchor.get("text", ""))
        colon = book.words["units"]["colon"] if text else ""
        lines.append(f"{anchor['value']} {tidy(anchor['label'])}{colon}{text}")
    lines.append(_limits(field, book))
    return "\n".join(line for line in lines if line)


def _limits(field: Data, book: Book) -> str:
    """Return the limits of an input, or of each of its values, and its default."""
    field = field["item"] if field["type"] in ("list", "map") else field
    limits = range_text(field, book.spoken.numbers, book.words)
    default = field.get("default")
    if field["type"] == "choice" and default is not None:
        label = chosen(default, book.spoken.numbers, field)
        return filled(book.words["tool"]["default"], book.spoken.numbers, default=label)
    return limits


def _requirement(field: Data, path: str, book: Book, rules: Mapping[str, Any]) -> str:
    """Return whether an input must be filled in, and with what."""
    words, marks = book.words["tool"], book.spoken.numbers
    if path in rules["alternatives"]:
        other = str(book.words["units"]["comma"]).join(rules["alternatives"][path])
        return filled(words["alternative"], marks, other=tidy(other))
    if path in rules["conditions"]:
        return filled(words["condition"], marks, answer=rules["conditions"][path]["label"])
    if path in rules["companions"]:
        return filled(words["companion"], marks, other=rules["companions"][path])
    return str(words["optional"]) if field.get("required") is False else ""


def _fixed(field: Data) -> int | None:
    """Return how many values a list always has; None where that is open."""
    if field["type"] != "list" or "length" not in field:
        return None
    least, most = field["length"]
    return int(most) if least == most else None


def _tab(field: Data) -> str:
    return sheet_name(str(field["label"])) or str(field["id"])[:LONGEST_NAME]


def _width(asked: Asked) -> float:
    """Return how wide a column is: as its longest choice, wider where much is written."""
    if asked.field["type"] == "text" and asked.field.get("length", (0, 0))[1] > 200:
        return LONG
    choices: Sequence[str] = asked.cell.choices
    longest = max([width_of(each) + 3 for each in choices], default=0)
    typed = WIDEST - 8 if asked.cell is TEXT else NARROWEST
    return min(max(longest, typed, NARROWEST), WIDEST)
