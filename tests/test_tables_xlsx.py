"""Excel workbooks as people send them, and as nobody should."""

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from assessments.border.problems import EngineError, Problem, told_problem
from assessments.tables.xlsx_cells import UNCOUNTED, column_of
from assessments.tables.xlsx_reading import is_workbook, read_xlsx
from assessments.tables.xlsx_writing import MOST_ROWS, SHEET, XlsxWriter

UNPACKED = (
    "The workbook would unpack to more than a list of accounts can need, so it was not read on."
)


def workbook(*rows: list[Any], **formats: str) -> BytesIO:
    """Return a workbook of some rows; formats: B2="0%"."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell, spelled in formats.items():
        book.active[cell].number_format = spelled
    return saved(book)


def saved(book: Workbook) -> BytesIO:
    file = BytesIO()
    book.save(file)
    return file


def rows(file: BytesIO) -> list[list[str]]:
    return [cells for _, cells in read_xlsx(file).lines if isinstance(cells, list)]


def changed(file: BytesIO, part: str, old: str, new: str) -> BytesIO:
    """Return a workbook with something else in one of its parts."""
    made = BytesIO()
    with ZipFile(file) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, text.replace(old.encode(), new.encode()) if name == part else text)
    return made


def sentence(file: BytesIO, **options: str) -> str:
    with pytest.raises(EngineError) as refused:
        list(read_xlsx(file, **options).lines)
    return str(told_problem(refused.value.problems[0], "en")["message"])


def test_cells_are_read_as_they_are_shown() -> None:
    file = workbook(
        ["id", "answer", "share", "day", "moment", "hour", "sum", "yes", "text", "small"],
        ["甲", 3.0, 0.125, date(2026, 1, 5), datetime(2026, 1, 5, 8, 30), time(8, 30),
         1234567.89, True, "  a & <b> ", 0.1 + 0.2],
        C2="0.0%", D2="yyyy-mm-dd", E2="yyyy-mm-dd hh:mm", F2="hh:mm", G2="#,##0.00",
    )  # fmt: skip
    assert rows(file) == [
        ["甲", "3", "12.5%", "2026-01-05", "2026-01-05 08:30", "08:30", "1234567.89", "true",
         "  a & <b> ", "0.3"]
    ]  # fmt: skip


def test_rows_keep_their_numbers_and_blank_ones_are_left_out() -> None:
    file = workbook(["id", "a", "b"], ["A", 1], [], [None, None, "  "], ["B", None, 2])
    assert list(read_xlsx(file).lines) == [(2, ["A", "1", ""]), (5, ["B", "", "2"])]


def test_the_first_visible_sheet_is_read_unless_another_is_named() -> None:
    book = Workbook()
    book.active.title = "hidden"
    book.active.append(["no"])
    for name in ("客户", "other"):
        book.create_sheet(name).append([name])
        book[name].append(["x"])
    book.active = 1
    book["hidden"].sheet_state = "hidden"
    file = saved(book)
    table = read_xlsx(file)
    assert (table.header, table.about["sheets"]) == (("客户",), ["客户", "other"])
    assert read_xlsx(file, "other").header == ("other",)
    assert sentence(file, sheet="hidden") == (
        "The workbook has no sheet “hidden”; its sheets are: 客户, other."
    )


def test_formulas_are_not_run_and_errors_are_no_blanks() -> None:
    book = Workbook()
    for row in (["id", "a"], ["A", "=1+1"], ["B", "#N/A"], ["C", "#DIV/0!"]):
        book.active.append(row)
    counted = changed(saved(book), SHEET, "<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>")
    counted = changed(counted, SHEET, "<f>1+1</f><v />", "<f>1+1</f><v>2</v>")
    assert rows(saved(book)) == [["A", UNCOUNTED], ["B", "#N/A"], ["C", "#DIV/0!"]]
    assert rows(counted) == [["A", "2"], ["B", "#N/A"], ["C", "#DIV/0!"]]


def test_days_of_a_mac_workbook_begin_four_years_later() -> None:
    book = Workbook()
    book.epoch = datetime(1904, 1, 1)
    book.active.append(["id"])
    book.active.append([date(2026, 1, 5)])
    assert rows(saved(book)) == [["2026-01-05"]]


@pytest.mark.parametrize("number", [1e308, -1e308, 5e-324, 1e15])
def test_numbers_beyond_all_use_are_texts_that_no_rule_accepts(number: float) -> None:
    assert len(rows(workbook(["id"], [number]))[0][0]) < 30


def test_macros_are_passed_over_and_said() -> None:
    part = "xl/_rels/workbook.xml.rels"
    link = '<Relationship Type="http://x/vbaProject" Target="/xl/vba.bin" Id="m"/></Relationships>'
    file = changed(workbook(["id"], ["A"]), part, "</Relationships>", link)
    table = read_xlsx(file)
    assert [problem.code for problem in table.notices] == ["E_TABLE_MACROS"]
    assert [cells for _, cells in table.lines] == [["A"]]


def archive(parts: dict[str, bytes]) -> BytesIO:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (BytesIO(b"\xd0\xcf\x11\xe0" + bytes(512)),
         "The file is an old Excel workbook (.xls), or has a password."),
        (BytesIO(b"PK\x03\x04 and then nothing"),
         "The file is named like an Excel workbook, but it is damaged or is none."),
        (archive({"a.txt": b"hello"}),
         "The file is named like an Excel workbook, but it is damaged or is none."),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
         "The file is a table of another program, not an Excel workbook."),
        (workbook(), "The file holds no table."),
        (archive({str(number): b"" for number in range(2_100)}),
         UNPACKED),
    ],
)  # fmt: skip
def test_what_is_no_workbook_says_why(file: BytesIO, message: str) -> None:
    assert is_workbook(file)
    assert sentence(file) == message


def test_a_cell_far_to_the_right_costs_only_its_row() -> None:
    file = changed(workbook(["id"], ["A"], ["B"]), SHEET, 'r="A2"', 'r="XFD2"')
    found = [cells for _, cells in read_xlsx(file).lines]
    assert isinstance(found[0], Problem)
    assert told_problem(found[0], "en")["message"] == "Line 2 has a cell beyond column 1000."
    assert found[1] == ["B"]


def test_what_is_written_opens_in_another_reader() -> None:
    file = BytesIO()
    writer = XlsxWriter(file, ["account", "score", "yes"])
    writer.write([["=cmd", Decimal("83.3"), True], ['甲 "<&>"\x01', None, False], [" -5", 3, None]])
    writer.close()
    sheet = load_workbook(file).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["account", "score", "yes"], ["'=cmd", 83.3, True], ['甲 "<&>"', None, False],
        ["' -5", 3, None],
    ]  # fmt: skip
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {
        "s",
        "n",
        "b",
        "inlineStr",
    }
    assert sheet.freeze_panes == "B2"
    assert [[cell.font.b for cell in row] for row in sheet["A1:C2"]] == [[True] * 3, [False] * 3]
    assert rows(file) == [["'=cmd", "83.3", "true"], ['甲 "<&>"', "", "false"], ["' -5", "3", ""]]


@pytest.mark.parametrize(
    ("reference", "place"), [("A1", 0), ("Z9", 25), ("AB7", 27), ("a1", -1), ("[1", -1), ("7", -1)]
)
def test_a_column_has_the_place_of_its_capital_letters(reference: str, place: int) -> None:
    assert column_of(reference) == place


def test_the_same_rows_give_the_same_bytes() -> None:
    made = []
    for _ in range(2):
        file = BytesIO()
        writer = XlsxWriter(file, ["id"])
        writer.write([["A"], ["B"]])
        writer.close()
        made.append(file.getvalue())
    assert made[0] == made[1]


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    writer = XlsxWriter(BytesIO(), ["id"])
    writer.rows = MOST_ROWS
    with pytest.raises(EngineError, match="E_TABLE_ROWS"):
        writer.write([["A"]])
    writer.close()


GOOD = workbook(["id", "a"], ["A", 1], ["B", 2.5]).getvalue()


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=30))
def test_no_damage_breaks_the_reader(place: int, damage: bytes) -> None:
    file = BytesIO(GOOD[:place] + damage + GOOD[place + len(damage) :])
    try:
        for _, cells in read_xlsx(file).lines:
            assert isinstance(cells, (list, Problem))
    except EngineError as refused:
        _ = refused.as_data("zh")


PIECES = ["<row>", "</row>", '<row r="3">', '<c r="B2">', "<c>", '<c t="s">', '<c t="e">', "</c>",
          "<v>1</v>", "<v>x</v>", "<f/>", "<is><t>", "</t></is>", "7", '<c r="A1" s="99999">',
          '<c r="ZZZZ9" t="b">', '<row r="99999999999">']  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_sheet_breaks_the_reader(pieces: list[str]) -> None:
    sheet = f'<sheetData><row r="1"><c t="str"><v>id</v></c></row>{"".join(pieces)}</sheetData>'
    whole = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>'
    made = BytesIO()
    with ZipFile(BytesIO(GOOD)) as before, ZipFile(made, "w") as after:
        for name in before.namelist():
            after.writestr(name, whole.encode() if name == SHEET else before.read(name))
    try:
        for _, cells in read_xlsx(made).lines:
            assert isinstance(cells, (list, Problem))
    except EngineError as refused:
        _ = refused.as_data("en")
