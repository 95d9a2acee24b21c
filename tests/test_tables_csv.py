"""CSV as people send it: encodings, separators, quotes, and rows that are broken."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.border.problems import EngineError, Problem, told_problem
from assessments.tables.csv_reading import guessed_separator, read_csv
from assessments.tables.csv_writing import BYTE_ORDER_MARK, csv_lines
from assessments.tables.decoding import MIXED, encoding_of
from assessments.tables.table import LONGEST_LINE, MOST_COLUMNS

LIST = "客户编号,名称\r\nA1,上海钢铁\r\nA2,Münch\r\n"
ROWS = [["A1", "上海钢铁"], ["A2", "Münch"]]


def rows(content: bytes) -> list[list[str] | str]:
    """Return the rows of a file; of a refused one its sentence."""
    return [
        str(told_problem(cells, "en")["message"]) if isinstance(cells, Problem) else cells
        for _, cells in read_csv(BytesIO(content)).lines
    ]


def sentence(content: bytes) -> str:
    with pytest.raises(EngineError) as refused:
        list(read_csv(BytesIO(content)).lines)
    return str(told_problem(refused.value.problems[0], "en")["message"])


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("gb18030", "gb18030"),
    ],
)
def test_every_usual_encoding_is_recognised(encoding: str, found: str) -> None:
    content = LIST.encode(encoding)
    table = read_csv(BytesIO(content))
    assert table.about["encoding"] == found
    assert table.header == ("客户编号", "名称")
    assert [cells for _, cells in table.lines] == ROWS


def test_the_encoding_follows_from_the_last_line_too() -> None:
    content = b"id,name\r\n" + b"a,b\r\n" * 300_000 + "z,上海".encode("gb18030")
    assert encoding_of(BytesIO(content)) == "gb18030"
    assert encoding_of(BytesIO(content[:-4] + "上海".encode())) == "utf-8"


def test_a_file_of_two_encodings_is_read_line_by_line_and_says_so() -> None:
    content = "id,name\nA,上海钢铁\n".encode() + "B,北京钢铁\n".encode("gbk") + b"C,\xff\xff\xff\n"
    table = read_csv(BytesIO(content))
    assert table.about["encoding"] == MIXED
    assert [problem.code for problem in table.notices] == ["E_TABLE_ENCODING"]
    found = [cells for _, cells in table.lines]
    assert found[:2] == [["A", "上海钢铁"], ["B", "北京钢铁"]]
    assert "\N{REPLACEMENT CHARACTER}" in found[2][1]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_the_mark_that_parts_rows_evenly(mark: str) -> None:
    text = f"id{mark}revenue{mark}city\nA{mark}1.234.567{mark}Ulm\nB{mark}5{mark}Köln\n"
    assert guessed_separator(text.splitlines(keepends=True)) == mark
    assert rows(text.encode())[0] == ["A", "1.234.567", "Ulm"]


def test_decimal_commas_do_not_pass_for_separators() -> None:
    assert rows(b"id;value;share\nA;1,5;2,5\nB;2,0;3,5\n") == [
        ["A", "1,5", "2,5"],
        ["B", "2,0", "3,5"],
    ]


def test_a_first_line_can_name_the_separator() -> None:
    table = read_csv(BytesIO(b"sep=;\r\nid;v\r\nA;1,5\r\n"))
    assert table.header_line == 2
    assert list(table.lines) == [(3, ["A", "1,5"])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_do_anywhere_and_may_break_in_quotes(end: str) -> None:
    text = f'id,note{end}A,"two{end}lines, and ""quotes"""{end}{end}B,{end}'
    assert list(read_csv(BytesIO(text.encode())).lines) == [
        (2, ["A", f'two{end}lines, and "quotes"']),
        (5, ["B", ""]),
    ]


def test_a_broken_row_costs_only_itself() -> None:
    content = b'id,a\nA,1\n"B,1\nC,1\nD,1,2\nE\nF,1,,\nG,"1"2\nH,1\n'
    assert rows(content) == [
        ["A", "1"],
        "The double quotes of line 3 do not match.",
        ["C", "1"],
        "Line 5 has 3 cells where the header has 2.",
        "Line 6 has 1 cell where the header has 2.",
        ["F", "1"],
        "The double quotes of line 8 do not match.",
        ["H", "1"],
    ]


def test_a_quote_that_is_never_closed_does_not_swallow_a_long_list() -> None:
    lines = ["id,a", "A,1", '"B,1', *[f"C{number},1" for number in range(40_000)]]
    found = rows("\n".join(lines).encode())
    assert len(found) == 40_002
    assert found[1] == "A cell of line 3 holds more than 131072 characters."
    assert found[-1] == ["C39999", "1"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file holds no table."),
        (b"\xef\xbb\xbf\r\n\r\n", "The file holds no table."),
        (b",,,\n;;\n", "The file holds no table."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "The file is no text and no Excel workbook."),
        (
            b"a," * MOST_COLUMNS + b"b",
            f"The header names {MOST_COLUMNS + 1} columns; at most 1000 are read.",
        ),
        (b"x" * (LONGEST_LINE + 1), "Line 1 has more than 1000000 characters."),
    ],
)
def test_a_file_that_is_no_list_says_why(content: bytes, message: str) -> None:
    assert sentence(content) == message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_that_is_too_long_costs_only_its_row(encoding: str, end: str) -> None:
    long = "B;" + "9" * 5 * LONGEST_LINE
    lines = ["id;a", "甲;1", long, "乙;2", 'C;"3', long, "D;4", ""]
    assert rows(end.join(lines).encode(encoding)) == [
        ["甲", "1"],
        "Line 3 has more than 1000000 characters.",
        ["乙", "2"],
        "The double quotes of line 5 do not match.",
        "Line 6 has more than 1000000 characters.",
        ["D", "4"],
    ]


def test_a_line_that_is_too_long_costs_only_its_row_where_encodings_are_mixed() -> None:
    long = b"B," + b"9" * 9_000_000
    lines = [b"id,a", "甲,1".encode(), long, "乙,2".encode("gbk"), long]
    too_long = "Line {} has more than 1000000 characters."
    assert rows(b"\n".join(lines)) == [
        ["甲", "1"], too_long.format(3), ["乙", "2"], too_long.format(5)
    ]  # fmt: skip


def test_a_file_that_goes_on_as_zeros_keeps_its_accounts() -> None:
    assert rows(b"id,a\nA,1\n" + b"\0" * 3_000_000) == [
        ["A", "1"],
        "Line 3 has more than 1000000 characters.",
    ]


def test_a_long_cell_does_not_hide_the_separator() -> None:
    content = f"id;a\nA;1\nB;{'9' * 200_000}\nC;1"
    assert rows(content.encode()) == [
        ["A", "1"],
        "A cell of line 3 holds more than 131072 characters.",
        ["C", "1"],
    ]


def test_texts_that_could_run_as_formulas_are_kept_from_it() -> None:
    assert csv_lines([["=1+1", "+3", "-2", "@x", "\tx", "＝1", "fine", -5, None]]) == (
        "'=1+1,'+3,'-2,'@x,'\tx,'＝1,fine,-5,\r\n"
    )


def test_yes_and_no_are_written_as_words_and_nothing_as_an_empty_cell() -> None:
    assert csv_lines([[True, False, None, 0]]) == "true,false,,0\r\n"


@pytest.mark.parametrize("blank", ["\t", "\r", "\n", "\t \n"])
def test_a_row_of_blanks_stays_one(blank: str) -> None:
    content = csv_lines([["id", "text"], ["", blank], ["A1", "x"]]).encode()
    assert rows(content) == [["A1", "x"]]


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2), min_size=1)
)
def test_what_is_written_can_be_read_again(table: list[list[str]]) -> None:
    content = (BYTE_ORDER_MARK + csv_lines([["id", "text"], *table])).encode()
    if any("\0" in cell for row in table for cell in row):
        return
    found = [cells for _, cells in read_csv(BytesIO(content)).lines]
    told = [
        [cell.removeprefix("'") for cell in cells] for cells in found if isinstance(cells, list)
    ]
    kept = [[cell.removeprefix("'") for cell in row] for row in table if "".join(row).strip()]
    assert told == kept


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    try:
        for _, cells in read_csv(BytesIO(content)).lines:
            assert isinstance(cells, (list, Problem))
    except EngineError as refused:
        _ = refused.as_data("zh")
