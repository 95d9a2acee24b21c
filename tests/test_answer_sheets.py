"""Answer sheets: what a spreadsheet finds in them, and what the page reads when filled in."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from assessments.border.fingerprint import fingerprint
from assessments.border.reading import write_json
from tests.definitions import ROOT, calculators, definition
from tests.example_inputs import LANGUAGES, examples
from tests.filled_sheets import (
    MARK,
    SheetReader,
    blank,
    blank_bytes,
    book,
    columns_of,
    filled,
    keys_of,
    place_of,
    sheets_to_fill,
)
from tests.random_inputs import random_answers

pytestmark = pytest.mark.slow

QUESTIONNAIRES = sorted(file.stem for file in (ROOT / "assessments").glob("*.yml"))
TOOLS = [*QUESTIONNAIRES, *calculators()]
BOTH = pytest.mark.parametrize("language", LANGUAGES)
EACH = pytest.mark.parametrize("tool", TOOLS)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SheetReader]:
    made = SheetReader(tmp_path_factory.mktemp("sheets"))
    yield made
    made.close()


def test_there_is_a_sheet_for_each_tool() -> None:
    assert sorted(TOOLS) == sorted(book("en").tools)


def test_a_sheet_has_the_same_bytes_in_another_process_with_another_hash() -> None:
    tool = "relationship-depth"
    program = (
        "import sys; from pathlib import Path; from macros.loading import load_playbook;"
        "from macros.views import Book; from macros.exporters.answer_sheet import answer_sheet;"
        f"sys.stdout.buffer.write(answer_sheet(Book(load_playbook(Path('.')), 'zh'), '{tool}'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ".", "TZ": "Asia/Shanghai"},
    )  # fmt: skip
    assert done.stdout == blank_bytes(tool, "zh")


@BOTH
@EACH
def test_every_sheet_says_what_it_is_of_and_is_locked_but_where_one_writes(
    tool: str, language: str
) -> None:
    mark = fingerprint(definition(tool))
    workbook = blank(tool, language)
    sheets = list(sheets_to_fill(workbook))
    assert [sheet.title for sheet in workbook.worksheets if sheet not in sheets] in ([], ["lists"])
    for sheet in sheets:
        version = definition(tool)["version"]
        known = (tool, version, mark["hash"], mark["structure"], language)
        assert sheet["A1"].value == MARK + " ".join(map(str, known))
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert sheet.column_dimensions["A"].hidden
        assert sheet.row_dimensions[1].hidden
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            # Nothing of ours is a formula, and nothing of ours can be changed.
            assert cell.data_type != "f"
            assert cell.value is None or cell.protection.locked


@BOTH
@pytest.mark.parametrize("tool", QUESTIONNAIRES)
def test_every_question_has_a_row_with_its_anchors_and_a_list(tool: str, language: str) -> None:
    (sheet,) = sheets_to_fill(blank(tool, language))
    rows = {key: row for row, key in keys_of(sheet)}
    answer, lists = columns_of(sheet)["="], {}
    for rule in sheet.data_validations.dataValidation:
        lists |= {cell: rule.formula1 for cells in rule.sqref.ranges for cell in cells.cells}
    for part in book(language).tools[tool]["dimensions"]:
        for question in part["questions"]:
            row = rows[f"answers[{question['id']}]"]
            written = [str(cell.value) for cell in sheet[row]]
            assert [anchor for anchor in question["anchors"] if anchor in written] == [
                *question["anchors"]
            ]
            assert lists[(row, answer)].startswith('"0,1,2,3,')
            assert not sheet.cell(row, answer).protection.locked


@BOTH
@pytest.mark.parametrize("tool", QUESTIONNAIRES)
def test_a_filled_questionnaire_says_what_was_answered(
    reader: SheetReader, tool: str, language: str
) -> None:
    dice = random.Random(f"{tool} {language}")
    given = random_answers(definition(tool), dice)
    answers = {name: answer for name, answer in given["answers"].items() if answer is not None}
    notes = {name: f"= note on {name}" for name in list(answers)[:2]}
    found = reader.read(filled(tool, language, given, notes), tool)
    assert found["told"] == []
    assert found["answers"]["input"] == {"answers": answers, "flags": given["flags"]}
    assert found["answers"]["notes"] == notes
    mark = fingerprint(definition(tool))
    assert {key: found["answers"][key] for key in mark if key in found["answers"]} == {
        key: value for key, value in mark.items() if key in found["answers"]
    }


@pytest.mark.parametrize(
    ("key", "column", "below", "shown"),
    [("#subject", "about", 0, "@"), ("#rows", ".id", 1, "@"), ("#rows", ".weight", 1, "General"),
     ("#day", "more", 0, "yyyy-mm-dd")],
)  # fmt: skip
def test_a_spreadsheet_keeps_a_name_as_it_is_typed(
    key: str, column: str, below: int, shown: str
) -> None:
    sheet, address = place_of(blank("resource-allocation"), key, column)
    assert sheet[address].offset(below).number_format == shown


@BOTH
@pytest.mark.parametrize("tool", calculators())
def test_a_filled_calculator_says_what_was_given(
    reader: SheetReader, tool: str, language: str
) -> None:
    for given in examples(tool, language):
        found = reader.read(filled(tool, language, given), tool)
        assert found["told"] == []
        assert tidy(found["answers"]["input"]) == tidy(json.loads(write_json(given)))


@BOTH
@EACH
def test_every_key_of_a_sheet_is_known_to_its_reader(
    reader: SheetReader, tool: str, language: str
) -> None:
    """A text in every cell is refused or taken, and never of an unknown place."""
    workbook = blank(tool, language)
    for sheet in sheets_to_fill(workbook):
        for row in list(sheet.iter_rows(min_row=2, min_col=2)):
            for cell in row:
                if not cell.protection.locked and cell.coordinate not in merged(sheet):
                    cell.value = "~"
    found = reader.read(workbook, tool)
    assert "error" not in found
    assert [said for said in found["told"] if said["key"] == "sheet-unknown"] == []


def test_an_empty_sheet_says_so(reader: SheetReader) -> None:
    for tool in TOOLS:
        found = reader.read(blank_bytes(tool, "en"), tool)
        assert found["answers"] is None
        assert [said["key"] for said in found["told"]] == ["sheet-empty"]


def merged(sheet: Any) -> set[str]:
    """Return the cells that only seem to be there: another one spreads over them."""
    inner = set()
    for cells in sheet.merged_cells.ranges:
        inner |= {sheet.cell(*place).coordinate for place in cells.cells} - {
            cells.start_cell.coordinate
        }
    return inner


def tidy(value: Any) -> Any:
    """Return an input without what says nothing: a blank, a box without a tick, an empty list."""
    if isinstance(value, Mapping):
        parts = {key: tidy(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {}, False)}
    if isinstance(value, list):
        return [tidy(part) for part in value]
    return value
