"""Concentration: the share of the largest accounts in the sum of a column, worked out by hand."""

from decimal import Decimal

import pytest

from assessments.portfolio.deciding.concentration import Sizes, shares
from tests.portfolio_asking import BEST, MAP, QUESTIONS, ask, opened, steps


def told(values: list[str]) -> list[tuple[int, int, str]]:
    found = shares([Decimal(each) for each in values])
    return [(each.percent, each.accounts, str(each.share)) for each in found]


def test_of_a_hundred_equal_accounts_each_percent_brings_its_own() -> None:
    assert told(["7"] * 100) == [(1, 1, "1.0"), (5, 5, "5.0"), (10, 10, "10.0"), (20, 20, "20.0")]


def test_a_part_of_an_account_is_one_more() -> None:
    # 1 % of 26 is 0.26: 1 account, 50 of 100. 5 % is 1.3: 2, 60. 10 % is 2.6: 3, 65.
    # 20 % is 5.2: 6, 65 + 3 * 35 / 23 = 69.565…
    values = ["50", "10", "5", *(["1.5217391304347826"] * 23)]
    assert told(values) == [(1, 1, "50.0"), (5, 2, "60.0"), (10, 3, "65.0"), (20, 6, "69.6")]


def test_the_order_of_the_list_does_not_matter() -> None:
    # 3 of 3 + 1 + 1 + 1 = 50 %: the largest one, wherever it stands.
    assert told(["1", "3", "1", "1"]) == told(["3", "1", "1", "1"])
    assert told(["1", "3", "1", "1"])[0] == (1, 1, "50.0")


def test_sums_are_exact_where_floating_ones_are_not() -> None:
    # 0.1 of 0.1 + 0.2 + 0.3 = 0.6; the largest is 0.3, which is half.
    assert told(["0.1", "0.2", "0.3"])[0] == (1, 1, "50.0")
    assert told(["100000000000000.1", "99999999999999.9"])[0] == (1, 1, "50.0")


def test_half_a_tenth_is_rounded_up() -> None:
    # 2001 of 2001 + 1999 = 50.025 %, and 2003 of 4000 is 50.075 %.
    assert told(["2001", "1999"])[0] == (1, 1, "50.0")
    assert told(["2003", "1997"])[0] == (1, 1, "50.1")


@pytest.mark.parametrize("values", [[], ["0", "0"]])
def test_where_nothing_is_brought_there_is_no_share(values: list[str]) -> None:
    assert {share for _, _, share in told(values)} == {"None"}


def test_what_is_no_value_is_left_out_and_counted() -> None:
    sizes = Sizes(".", [])
    sizes.add(["1,200", " ", "much", "-5", "0", "3万"])
    assert sizes.values == [Decimal(1200), None, None, None, Decimal(0), Decimal(30000)]
    assert (sizes.blank, sizes.unread, sizes.negative) == (1, 1, 1)


def listed(header: str, cells: list[str], separator: str = ";") -> dict[str, object]:
    """Score a list with a column beside the answers; return what the last step says."""
    lines = [separator.join(["客户编号", header, "city", *QUESTIONS])]
    lines += [
        separator.join([f"A{place}", cell, "Rome", *BEST]) for place, cell in enumerate(cells)
    ]
    opened("\n".join(lines).encode())
    *_, last = steps("score", map=MAP)
    return last


def measured(column: str, decimal: str = "") -> dict[str, object]:
    *_, last = steps("concentration", column=column, decimal=decimal)
    return last


def test_a_page_picks_a_column_and_hears_its_shares() -> None:
    last = listed("Net Sales", ["1.500,5", "99,5", "400", "", "-1"])
    assert (last["sizes"], last["size"]) == (["Net Sales"], "Net Sales")
    # 1,500.5 of 2,000 is 75.025 %.
    assert measured("Net Sales") == {
        "done": True, "column": "Net Sales", "decimal": "", "accounts": 3, "total": 2000.0,
        "shares": [{"percent": each, "accounts": 1, "share": 75.0} for each in (1, 5, 10, 20)],
        "blank": 1, "unread": 0, "negative": 1, "notices": [],
    }  # fmt: skip


def test_a_column_whose_header_may_mean_something_else_is_offered_not_taken() -> None:
    last = listed("Revenue", ["5", "6"])
    assert (last["sizes"], last["size"]) == (["Revenue"], "")


def test_numbers_that_name_accounts_answer_or_say_facts_are_no_sizes() -> None:
    lines = [f"id,Net Sales,credit_block,{','.join(QUESTIONS)}"]
    lines += [f"{name},{name}0,0,{','.join(BEST)}" for name in "12"]
    opened("\n".join(lines).encode())
    given = {**MAP, "account": "id", "facts": {"credit_block": "credit_block"}}
    *_, last = steps("score", map=given)
    assert last["sizes"] == ["Net Sales"]


def test_numbers_that_can_be_read_in_two_ways_are_asked_about() -> None:
    listed("Net Sales", ["1.234", "2.345"])
    found = measured("Net Sales")
    assert (found["accounts"], found["unread"]) == (0, 2)
    [notice] = found["notices"]  # type: ignore[misc]
    assert notice["hint"] == "Say beside the column which mark stands before the decimals."
    # 1,234 + 2,345, or 1.234 + 2.345 = 3.579.
    assert measured("Net Sales", ",")["total"] == 3579.0
    assert measured("Net Sales", ".")["total"] == 3.6


def test_another_decimal_mark_is_refused() -> None:
    listed("Net Sales", ["1", "2"])
    assert ask("concentration", column="Net Sales", decimal="'")["error"]["code"] == "E_REQUEST"
