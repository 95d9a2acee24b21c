"""Portfolio files: which are read and how, and every sentence about one that is not."""

import pytest

from assessments.border.problems import Problem
from assessments.calculators.formula_parts.portfolio_file import (
    MOST_ACCOUNTS,
    decode,
    read_portfolio,
)
from tests.test_golden_calculators import allocated, told

pytestmark = pytest.mark.slow

HEADER_HINT = "For example: id,class,weight,minimum. The last two may be left out."
CELLS_HINT = (
    "Keep the separators of empty cells; put a text that holds a separator in double quotes."
)
NUMBER_HINT = "Check the number and its unit."
CLASS_HINT = "Use S, A, B, C with the one scheme and strategic, key, ordinary with the other."


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            ";;\n\n;;\n",
            "“Accounts”: The file is empty.",
            "Give a first line with id,class and one line for each account.",
        ),
        (
            "name,tier\na,S\n",
            "“Accounts”: The first line must name the columns id and class; found: name, tier.",
            HEADER_HINT,
        ),
        (
            f"name,{'x' * 40}\na,S\n",
            # 40 characters, the last of them the mark of what is cut.
            (
                "“Accounts”: The first line must name the columns id and class;"
                f" found: name, {'x' * 33}…."
            ),
            HEADER_HINT,
        ),
        ("id,class,weight\na,S\n", "Line 2 has 2 cells where the first line has 3.", CELLS_HINT),
        ("id,class\n\na,S,1\n", "Line 3 has 3 cells where the first line has 2.", CELLS_HINT),
        (
            "id,class\na,S\nb,A\na,A\n",
            "Line 4, column id: The account “a” appears more than once.",
            "Give each account one row, or names that differ.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(text: str, message: str, hint: str) -> None:
    assert told(text) == [(message, hint)]


@pytest.mark.parametrize(
    ("column", "number", "rule"),
    [
        ("weight", "0", "more than 0, not 0"),
        ("weight", "-1.5", "more than 0, not −1.5"),
        ("minimum", "-2", "at least 0, not −2"),
        (
            "weight",
            "1000000000000000",
            "a number of at most 15 digits before the point, not 1000000000000000",
        ),
        (
            "minimum",
            "1000000000000000.5",
            "a number of at most 15 digits before the point, not 1000000000000000.5",
        ),
    ],
)
def test_a_number_out_of_range_names_its_rule(column: str, number: str, rule: str) -> None:
    assert told(f"id,class,{column}\na,S,{number}\n") == [
        (f"Line 2, column {column} must be {rule}.", NUMBER_HINT)
    ]


def test_the_ends_of_a_range_are_inside_it() -> None:
    text = "id,class,weight,minimum\na,S,0.1,0\nb,A,999999999999999,999999999999999\n"
    assert read_portfolio(text).problems == ()


def test_a_word_that_no_scheme_knows_is_no_letter_of_the_other_scheme() -> None:
    options = "strategic, key, ordinary"
    message = f"“gold” is not a class that can be used here; choose one of {options}."
    assert told("id,class\na,gold\n", scheme="tiers") == [
        (f"Line 2, column class: {message}", CLASS_HINT)
    ]
    assert [each.code for each in read_portfolio("id,class\na,gold\n").problems] == ["E_CLASS"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem("E_CSV_EMPTY")),
        (",,\n", Problem("E_CSV_EMPTY")),
        ("x,y\n", Problem("E_CSV_HEADER", "lines[1]", {"found": "x, y"})),
        ("id,class\n", Problem("E_EMPTY", "accounts")),
        (
            "id,class\n\na,S\nb,A\na,A\n",
            Problem(
                "E_DUP_ID",
                "lines[5].id",
                {"line": 5, "column": "id", "found": "“a”", "first": 3},
            ),
        ),
    ],
)
def test_a_problem_of_a_file_has_its_place_and_its_values(text: str, problem: Problem) -> None:
    assert read_portfolio(text).problems == (problem,)


@pytest.mark.parametrize(
    ("text", "code"), [("", "E_CSV_EMPTY"), (",,\n", "E_CSV_EMPTY"), ("id,class\n", "E_EMPTY")]
)
def test_a_problem_of_no_line_stands_at_the_list_of_accounts(text: str, code: str) -> None:
    assert allocated(text) == {"problems": [(code, "accounts")]}


def test_a_scheme_that_does_not_exist_is_the_only_thing_told() -> None:
    assert allocated("id,class\na,S\n", scheme="x") == {"problems": [("E_ENUM", "scheme")]}


def test_as_many_accounts_are_read_as_the_limit_says_and_no_more() -> None:
    most = "id,class\n" + "".join(f"a{number},S\n" for number in range(MOST_ACCOUNTS))
    full = read_portfolio(most)
    assert (len(full.accounts), full.problems) == (MOST_ACCOUNTS, ())
    # The row beyond the limit is wrong as well, and is not read.
    over = read_portfolio(f"{most}a0,Z\n")
    assert over.accounts == full.accounts
    assert over.problems == (Problem("E_CSV_SIZE", "accounts", {"limit": MOST_ACCOUNTS}),)
    assert told(f"{most}a0,Z\n") == [
        (
            f"“Accounts”: The file has more than {MOST_ACCOUNTS} accounts; the rest was not read.",
            "Split the portfolio into smaller files.",
        )
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_may_have_its_bytes_in_either_order(encoding: str) -> None:
    text = "id,class\n云禾水务,S\n"
    assert decode(f"\ufeff{text}".encode(encoding)) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_system_ends_them(end: str) -> None:
    portfolio = read_portfolio(end.join(["", "", "id;class;weight", "a;S;1,5", "b;A;", ""]))
    assert [each["id"] for each in portfolio.accounts] == ["a", "b"]
    assert portfolio.lines == (4, 5)
    assert portfolio.problems == ()


def test_the_end_of_a_line_inside_a_quoted_cell_stays_as_it_is() -> None:
    portfolio = read_portfolio('id,class\r\n"a\r\nb",S\r\n')
    assert portfolio.accounts == ({"id": "a\r\nb", "class": "S"},)


def test_a_first_column_without_a_name_counts_where_the_separator_is_sought() -> None:
    portfolio = read_portfolio("\tid\tclass\tsales, costs, margin\n1\ta\tS\t9\n")
    assert portfolio.accounts == ({"id": "a", "class": "S"},)
    assert portfolio.ignored == ("", "sales, costs, margin")


@pytest.mark.parametrize("before", ["  \n", ";;;\n", "\n \n ;\n"])
def test_blank_rows_before_the_first_line_do_not_say_how_cells_are_parted(before: str) -> None:
    portfolio = read_portfolio(f"{before}id;class\na;S\n")
    assert portfolio.accounts == ({"id": "a", "class": "S"},)
