"""Answer sheets as people fill them in with a spreadsheet, which here is openpyxl."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessments.border.reading import write_json
from macros.browser.bundles import NODE_MODULES
from macros.browser.node import node
from macros.exporters.answer_sheet import answer_sheet, sheet_choices
from macros.numbers import is_choice
from macros.views import Book
from tests.definitions import definition
from tests.site_playbook import real_playbook

ROOT = Path(__file__).parent.parent
STEP = re.compile(r"\[([^\]]+)\]|([^.\[\]]+)")
MARK = "playbook-sheet/1 "


@cache
def book(language: str) -> Book:
    """Return the playbook in a language."""
    return Book(real_playbook(), language)


@cache
def blank_bytes(tool: str, language: str) -> bytes:
    """Return the answer sheet of a tool as the site offers it."""
    return answer_sheet(book(language), tool)


def blank(tool: str, language: str = "en") -> Workbook:
    """Return the answer sheet of a tool, open in a spreadsheet."""
    return load_workbook(BytesIO(blank_bytes(tool, language)))


def filled(
    tool: str, language: str, given: Mapping[str, Any], notes: Mapping[str, str] | None = None
) -> Workbook:
    """Return the answer sheet of a tool with what is given, in the words of its language."""
    workbook = blank(tool, language)
    for sheet in sheets_to_fill(workbook):
        _fill(sheet, _Person(tool, language), given, notes or {})
    return workbook


def sheets_to_fill(workbook: Workbook) -> Iterator[Worksheet]:
    """Yield the sheets that bear a mark."""
    for sheet in workbook.worksheets:
        if str(sheet["A1"].value).startswith(MARK):
            yield sheet


def keys_of(sheet: Worksheet) -> Iterator[tuple[int, str]]:
    """Yield each row that has a key, with it."""
    for (cell,) in sheet.iter_rows(min_row=2, max_col=1):
        if cell.value:
            yield cell.row, str(cell.value)


def columns_of(sheet: Worksheet) -> dict[str, int]:
    """Return the key of each column, with its number."""
    return {
        key: int(cell.column or 0)
        for cell in next(sheet.iter_rows(min_row=1, max_row=1, min_col=2))
        for key in str(cell.value or "").split()
    }


def place_of(workbook: Workbook, key: str, column: str = "=") -> tuple[Worksheet, str]:
    """Return the sheet and the address of a cell by its keys."""
    for sheet in sheets_to_fill(workbook):
        for row, found in keys_of(sheet):
            if found == key or key in found.split():
                return sheet, sheet.cell(row, columns_of(sheet)[column]).coordinate
    raise LookupError(key)


def put(workbook: Workbook, key: str, value: Any, column: str = "=") -> str:
    """Type a value into a cell and return its address."""
    sheet, address = place_of(workbook, key, column)
    sheet[address] = value
    return address


class _Person:
    """Somebody who knows the tool and writes in one language."""

    def __init__(self, tool: str, language: str) -> None:
        self.definition = definition(tool)
        self.language = language
        self.words = book(language).words["tool"]

    def typed(self, value: object, field: Mapping[str, Any]) -> object:
        """Return what this person types for a value."""
        if isinstance(value, Mapping):
            return "; ".join(f"{key}: {part}" for key, part in value.items())
        if isinstance(value, Sequence) and not isinstance(value, str):
            return "\n".join(str(part) for part in value)
        if field["type"] == "date":
            return date.fromisoformat(str(value))
        return self._chosen(value, field)

    def _chosen(self, value: object, field: Mapping[str, Any]) -> object:
        if value == "na":
            return self.words["na_short"]
        if field["type"] == "boolean":
            return self.words["yes" if value else "no"]
        if field["type"] == "choice":
            label = next(each["label"] for each in field["options"] if each["id"] == value)
            return label[self.language]
        if is_choice(field) and "anchors" in field:
            return next(
                (f"{value} {each['label'][self.language]}" for each in field["anchors"]
                 if each["value"] == value), value,
            )  # fmt: skip
        return float(value) if isinstance(value, Decimal) else value

    def field(self, key: str) -> Mapping[str, Any]:
        """Return the part of the definition that a key stands for."""
        if key.startswith("answers["):
            return {"type": "integer"}
        fields: Any = self.definition["inputs"]
        found: Mapping[str, Any] = {"fields": fields, "type": "record"}
        for inside, name in STEP.findall(key.replace("[]", "")):
            if found["type"] == "rows" and inside.isdigit():
                found = found["fields"][int(inside)]
            elif inside:
                found = found["item"]
            else:
                inner = found.get("item", found) if found["type"] == "map" else found
                found = next(each for each in inner["fields"] if each["id"] == name)
        return found


def _fill(
    sheet: Worksheet, person: _Person, given: Mapping[str, Any], notes: Mapping[str, str]
) -> None:
    columns = columns_of(sheet)
    for row, key in list(keys_of(sheet)):
        if key.startswith("#rows "):
            _fill_rows(sheet, person, given, key.removeprefix("#rows "), row + 1)
            continue
        for name, column in columns.items():
            if name == "note" and key.startswith("answers["):
                note = notes.get(key[len("answers[") : -1])
                if note:
                    cell = sheet.cell(row, column)
                    # openpyxl takes what begins with = for a formula.
                    cell.value, cell.data_type = note, "s"
            elif (name == "=" or name[0] in ".[") and not key.startswith("#"):
                path = key if name == "=" else key + name
                _write(sheet.cell(row, column), person, path, _at(given, path))


def _fill_rows(
    sheet: Worksheet, person: _Person, given: Mapping[str, Any], path: str, first: int
) -> None:
    entries = given.get(path.removesuffix("[]")) or []
    named = isinstance(entries, Mapping)
    for row, entry in enumerate(entries, start=first):
        for name, column in columns_of(sheet).items():
            cell = sheet.cell(row, column)
            if name == "key":
                cell.value = entry
                continue
            value = entries[entry] if named else entry
            inner = value if name == "=" else _at({"row": value}, f"row{name}")
            field = person.field(path)
            if name != "=":
                field = person.field(path + name.partition("=")[0])
            elif field["type"] in ("list", "map"):
                field = field["item"]
            _write(cell, person, path + name, inner, field)


def _write(
    cell: Any, person: _Person, path: str, value: object, field: Mapping[str, Any] | None = None
) -> None:
    if value is None or value == "":
        return
    outer, _, entry = path.partition("=")
    if entry:
        cell.value = person.words["yes"]
        return
    cell.value = person.typed(value, field or person.field(outer))


def _at(given: object, path: str) -> Any:
    """Return what stands at a path; for an entry of a list, whether it is in it."""
    outer, _, entry = path.partition("=")
    value: Any = given
    for inside, name in STEP.findall(outer):
        step: Any = (
            int(inside) if inside.isdigit() and isinstance(value, list | tuple) else inside or name
        )
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return (True if entry in (value or ()) else None) if entry else value


class SheetReader:
    """The reader of answer sheets that the page has, in Node."""

    def __init__(self, folder: Path) -> None:
        """Start it; workbooks pass through a folder."""
        script, scripts = ROOT / "tests" / "answer_sheets.mjs", ROOT / "docs" / "assets" / "js"
        command = [node(), str(script), str(ROOT / NODE_MODULES), str(scripts)]
        self._path = folder / "sheet.xlsx"
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def read(self, workbook: Workbook | bytes, tool: str) -> dict[str, Any]:
        """Return the answers in a workbook, and what is told of its cells."""
        if isinstance(workbook, bytes):
            self._path.write_bytes(workbook)
        else:
            workbook.save(self._path)
        asked = {"path": str(self._path), "choices": sheet_choices(book("en"))}
        asked["definition"] = json.loads(write_json(definition(tool)))
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return found

    def close(self) -> None:
        """End it."""
        self._process.communicate()
