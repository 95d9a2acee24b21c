"""A list of accounts: what its headers mean, how its cells are read, and what is wrong with it."""

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest

from assessments.border.problems import EngineError, told_problem
from assessments.portfolio.batch import Batch
from assessments.portfolio.cuts import read_cut
from assessments.portfolio.exporting import Exporter
from assessments.portfolio.guessing import guessed_map, guesses
from assessments.portfolio.layout import read_layout, told_apart
from assessments.portfolio.lists import List, Part, one_id, shown_id
from assessments.tables.csv_reading import read_csv
from assessments.tables.csv_writing import csv_lines
from tests.answering import questionnaire
from tests.definitions import definition, read_data

TIERS, CLASSES = "customer-value-tiering", "fortune-telling-selection"
GUIDE: Mapping[str, Any] = read_data("portfolio.yml")
ALREADY = "in line 2 already; only that line was scored"
FORMAT = "the cell’s format made one of a number"
IN_WORDS = (
    "In the last twelve months, how many days after the due date did this customer usually pay?"
)
QUESTIONS = questionnaire(TIERS).questions
HEADER = ["id", *QUESTIONS]


def list_of(text: str, given: object = None, tool: str = TIERS, **options: Any) -> List:
    batch = Batch(definition(tool))
    table = read_csv(BytesIO(text.encode()))
    names = told_apart(table.header)
    given = given or guessed_map(batch.definition, GUIDE, names, **options)
    layout = read_layout(batch.definition, GUIDE, table.header, given)
    return List(table=table, layout=layout, batch=batch)


def only_part(accounts: List) -> Part:
    (part,) = accounts.parts()
    return part


def sentences(accounts: List, language: str = "en") -> list[tuple[int, str]]:
    return [
        (line, str(told_problem(problem, language)["message"]))
        for part in accounts.parts()
        for line, _, problem in part.problems(accounts.layout)
    ]


def refused(given: object) -> list[str]:
    with pytest.raises(EngineError) as error:
        list_of("客户编号,Revenue,Revenue\nA,1,2\n", given)
    return [str(each["message"]) for each in error.value.as_data("en")["error"]["problems"]]


def text_of(*rows: list[object]) -> str:
    return csv_lines([HEADER, *rows])


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("current.1", ("answer", "current.1", "", "sure")),
        (" CURRENT.1 ", ("answer", "current.1", "", "sure")),
        ("近十二个月，该客户通常在到期后多少天付款？", ("answer", "current.4", "", "sure")),
        (IN_WORDS, ("answer", "current.4", "", "sure")),
        ("credit_block", ("fact", "credit_block", "", "sure")),
        ("信用冻结", ("fact", "credit_block", "", "likely")),
        ("逾期天数", ("value", "current.4", "days-late", "likely")),
        ("days_past_due", ("value", "current.4", "days-late", "likely")),
        ("DSO", ("value", "current.4", "days-late", "doubtful")),
        ("AnnualRevenue", ("value", "current.1", "our-revenue", "doubtful")),
        ("客户编号", ("account", "", "", "sure")),
        ("Account ID", ("account", "", "", "sure")),
        ("客户级别", ("present", "", "", "likely")),
    ],
)  # fmt: skip
def test_headers_are_guessed_in_both_languages(header: str, found: tuple[str, ...]) -> None:
    best = guesses(questionnaire(TIERS), GUIDE, [header])[0][0].as_data()
    assert tuple(best.values()) == found


def test_a_header_that_nobody_knows_is_not_guessed() -> None:
    assert guesses(questionnaire(TIERS), GUIDE, ["Region", "", "备注"]) == [[], [], []]


def test_only_what_is_beyond_doubt_is_taken_unless_trusted() -> None:
    header = ["Name", "客户编号", "current.1", "逾期天数", "DSO", "年销售额", "Credit hold", "Tier"]
    found = questionnaire(TIERS)
    careful = guessed_map(found, GUIDE, header)
    assert careful == {
        "account": "客户编号",
        "answers": {"current.1": "current.1"},
        "facts": {},
        "present": "Tier",
    }
    trusting = guessed_map(found, GUIDE, header, trusting=True)
    assert trusting == {
        **careful,
        "answers": {
            "current.1": "current.1",
            "current.4": {"column": "逾期天数", "value": "days-late"},
        },
        "facts": {"credit_block": "Credit hold"},
    }


def test_a_tier_that_somebody_gave_is_never_an_answer() -> None:
    guess = guesses(questionnaire(CLASSES), GUIDE, ["Class"])[0]
    assert [each.kind for each in guess] == ["present"]


def test_headers_of_the_same_name_are_told_apart_and_said() -> None:
    assert told_apart(["a", "", "A", "b", "a"]) == ("a", "(2)", "A (2)", "b", "a (3)")
    assert told_apart(["a", "a (2)", "a", "(5)", ""]) == ("a", "a (2)", "a (3)", "(5)", "(5) (2)")
    accounts = list_of("id,current.1,Current.1\nA,1,2\n")
    assert only_part(accounts).scored.levels(0)[0] == 1
    (notice,) = accounts.notices()
    assert told_problem(notice, "en")["message"] == (
        "The column “Current.1” stands more than once; a second one is called “Current.1 (2)”."
    )


def test_a_map_that_does_not_fit_tells_everything_at_once() -> None:
    given = {
        "account": "Konto",
        "answers": {
            "current.9": "Revenue",
            "current.1": {"column": "Revenue", "value": "our-revenue", "limits": [3, 2, 1]},
            "current.2": {"column": "Revenue", "value": "days-late"},
            "current.3": {"column": "Revenue (2)", "value": "wallet-share", "decimal": ";"},
        },
        "facts": {"vip": "Revenue"},
        "colour": "red",
    }
    first = "What share of our total annual revenue comes from this customer?"
    assert refused(given) == [
        "The map has an unknown key “colour”.",
        "The file has no column “Konto”, which account asks for.",
        "The tool has no fact “vip”.",
        "The tool has no question “current.9”.",
        f"The limits of 1 (“{first}”) must be three numbers that go one way, not “3, 2, 1”.",
        "For answers.current.2.value there is no raw value “days-late”.",
        "The decimal mark under answers.current.3.decimal must be a point or a comma, not “;”.",
    ]
    assert refused([1]) == ["The map must be an object, not […]."]
    assert refused({"answers": {}}) == ["No column is known to name the accounts."]


@pytest.mark.parametrize(
    ("question", "value", "levels"),
    [
        ("current.1", "revenue-share", {"0": 0, "0.49": 0, "0.5": 1, "1.99": 1, "2": 2, "5": 3}),
        ("current.2", "margin-gap", {"-5.1": 0, "-5": 1, "-0.1": 1, "0": 2, "5": 2, "5.01": 3}),
        ("current.3", "wallet-share", {"9.9": 0, "10": 1, "30": 2, "60": 3}),
        ("current.4", "days-late", {"61": 0, "60": 1, "31": 1, "30": 2, "1": 2, "0": 3, "-4": 3}),
        ("potential.1", "customer-growth", {"-0.1": 0, "0": 1, "5": 2, "15": 3}),
        ("potential.2", "unserved-need", {"19": 0, "20": 1, "50": 2, "150": 3}),
    ],
)  # fmt: skip
def test_values_are_cut_where_the_answers_say(
    question: str, value: str, levels: dict[str, int]
) -> None:
    rows = "".join(f"{place};{number.replace('.', ',')}\n" for place, number in enumerate(levels))
    given = {
        "account": "id",
        "answers": {question: {"column": "v", "value": value, "decimal": ","}},
    }
    part = only_part(list_of(f"id;v\n{rows}", given))
    place = QUESTIONS.index(question)
    assert [part.scored.levels(row)[place] for row in range(len(levels))] == [*levels.values()]


def test_a_company_sets_its_own_limits_in_money_and_its_own_average() -> None:
    given = {
        "account": "id",
        "answers": {
            "current.1": {"column": "rev", "value": "our-revenue", "limits": [1e4, 5e4, 100_000]},
            "current.2": {"column": "gm", "value": "margin-gap", "minus": Decimal("31.5")},
        },
    }  # fmt: skip
    text = 'id,rev,gm\nA,"¥9,999.99",26.4%\nB,"10,000",26.5%\nC,12万,36.5%\nD,"-1",36.6%\n'
    part = only_part(list_of(text, given))
    assert [part.scored.levels(row)[:2] for row in range(4)] == [(0, 0), (1, 1), (3, 2), (-3, 3)]


def test_a_cut_without_limits_of_its_own_asks_for_them() -> None:
    with pytest.raises(EngineError, match="E_CUT"):
        read_cut({"question": "current.1"}, {}, {})


def test_blank_is_open_and_na_is_said_in_a_column_of_values_too() -> None:
    given = {"account": "id", "answers": {"current.4": {"column": "d", "value": "days-late"}}}
    part = only_part(list_of("id,d\nA,\nB,n/a\nC,不适用\nD,3\nE,?\n", given))
    assert [part.scored.levels(row)[3] for row in range(5)] == [-2, -1, -1, 2, -3]


def test_numbers_with_two_readings_are_asked_about_and_never_guessed() -> None:
    given = {"account": "id", "answers": {"current.4": {"column": "d", "value": "days-late"}}}
    accounts = list_of("id;d\nA;1.234\nB;5\n", given)
    assert sentences(accounts) == [
        (2, "Line 2, column d: “1.234” is no number that can be cut into an answer.")
    ]
    (notice,) = accounts.notices()
    assert told_problem(notice, "en")["message"] == (
        "In the column “d” numbers like “1.234” can be read in two ways; cells that do not tell "
        "were not read."
    )


def test_a_figure_that_cannot_be_says_so() -> None:
    given = {"account": "id", "answers": {"current.3": {"column": "d", "value": "wallet-share"}}}
    assert sentences(list_of("id,d\nA,-5\nB,100\n", given)) == [
        (2, "Line 2, column d: “-5” lies outside what such a figure can be.")
    ]


def test_every_problem_stands_in_its_place_and_the_other_rows_are_scored() -> None:
    best = [3] * 12
    text = text_of(
        ["A", *best], ["B", "#N/A", *best[1:]], ["a ", *best], ["", *best],
        ["C", "x", 7, *best[2:]],
        ["D", "2026-01-02", *best[1:]], ["E", 1], ["F", *best],
    )  # fmt: skip
    accounts = list_of(text)
    part = only_part(accounts)
    assert part.accounts == ["A", "B", "C", "D", "F"]
    assert part.scored.column("band") == ["strategic", None, None, None, "strategic"]
    assert sentences(list_of(text)) == [
        (3, "Line 3, column current.1: “#N/A” is an error of the spreadsheet, not an answer."),
        (
            4,
            f"Line 4, column id: the account “a” stands {ALREADY}.",
        ),
        (5, "Line 5, column id: the account has no name or number."),
        (6, "Line 6, column current.1: “x” is no answer."),
        (6, "Line 6, column current.2: “7” is no answer."),
        (
            7,
            f"Line 7, column current.1: “2026-01-02” is a date; {FORMAT}.",
        ),
        (8, "Line 8 has 2 cells where the header has 13."),
    ]
    assert sentences(list_of(text), "zh")[1] == (
        4, "第4行“id”列：客户“a”已见于第2行，只计算了那一行。"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [("ACME", "acme"), ("Café", "Cafe\u0301"), ("Ａcme", "Acme"), ("a  b", " a b "), ("ﬁn", "fin")],
)
def test_ids_that_look_alike_are_one(one: str, other: str) -> None:
    assert one_id(one) == one_id(other)


def test_what_is_exported_is_read_and_scored_again_alike() -> None:
    rows = [
        ["=A1", *[3] * 12],
        ["上海", "na", "", *[2] * 10],
        ["C, Ltd", "x", *[1] * 11],
        ["-", *[""] * 12],
    ]
    accounts = list_of(text_of(*rows))
    part = only_part(accounts)
    exporter = Exporter(accounts.batch, accounts.layout)
    text = csv_lines([exporter.header]) + exporter.csv(part)
    assert text == csv_lines([exporter.header, *exporter.rows(part)])
    again = list_of(text)
    second = only_part(again)
    assert second.accounts == part.accounts == ["=A1", "上海", "C, Ltd", "-"]
    assert second.scored.columns() == part.scored.columns()
    assert shown_id("'=A1") == "=A1"
    assert shown_id("'t Hooft") == "'t Hooft"


def test_an_account_whose_name_a_spreadsheet_spoilt_is_not_scored() -> None:
    assert sentences(list_of(text_of(["#REF!", *[3] * 12], ["#5 Street", *[3] * 12]))) == [
        (2, "Line 2, column id: “#REF!” is an error of the spreadsheet, not an answer.")
    ]


def test_columns_that_are_kept_stand_beside_the_account() -> None:
    accounts = list_of("id,城市,current.1\nA,=乌鲁木齐,3\n")
    exporter = Exporter(accounts.batch, accounts.layout, ["城市"])
    assert exporter.csv(only_part(accounts)).startswith("A,'=乌鲁木齐,3,,")


def test_a_long_list_comes_in_parts_and_an_id_is_known_in_all_of_them() -> None:
    rows = [[f"A{number}", *[number % 4] * 12] for number in range(25_000)]
    accounts = list_of(text_of(*rows, ["a3", *[3] * 12]))
    parts = list(accounts.parts())
    assert [len(part.lines) for part in parts] == [20_000, 5_000]
    (problem,) = parts[1].problems(accounts.layout)
    assert (problem[0], problem[2].values["first"]) == (25_002, 5)
