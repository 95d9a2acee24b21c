"""The working of single calculators in words: which signs stand in it, and which steps."""

from assessments import EXPORTS, document, score
from tests.definitions import definition


def working(tool: str, given: object) -> list[str]:
    raw = definition(tool)
    details = [each for each in document(raw, score(raw, given), "en") if each["kind"] == "details"]
    return [str(sentence) for sentence in details[0]["items"]]  # type: ignore[attr-defined]


def test_rates_that_only_seem_to_differ_so_much_are_told_as_nearly_so() -> None:
    # 100 / 3 - 100 / 6 is 16.67, but 33.3 - 16.7 is 16.6.
    funnel = {"stages": [{"name": "a", "count": 300}, {"name": "b", "count": 100}]}
    before = [{"name": "before", "counts": [300, 50], "followed": 1}]
    told = working(
        "opportunity-conversion", {**funnel, "target_orders": 1, "cohorts": before, "followed": 1}
    )
    assert told[-2:] == [
        "a → b, usually: 50 ÷ 300 ≈ 16.7%.",
        "a → b: 33.3% − 16.7% ≈ 16.7 points.",
    ]


def test_a_value_less_the_cost_of_winning_is_told_as_equal() -> None:
    money = {"revenue": 1000, "margin": 0.5, "years": 1, "discount": 0, "cac": 100}
    assert working("customer-ltv", money)[1] == "Lifetime value: 500 − 100 = 400."


def test_a_class_without_accounts_and_without_a_share_is_not_told() -> None:
    accounts = [{"id": "a", "class": "S"}]
    given = {"total": 100, "ratio": [7, 3, 0, 0], "accounts": accounts, "empty_class": "hold"}
    assert working("resource-allocation", given)[1:3] == [
        "Class S: 100 × 7 ÷ 10 = 70.",
        "Class A has no account: 100 × 3 ÷ 10 = 30 stays in reserve.",
    ]
    assert not [each for each in working("resource-allocation", given) if "Class B" in each]


def test_what_to_do_next_is_named_with_the_module_that_tells_how() -> None:
    money = {"revenue": 1000, "margin": 0.5, "years": 1, "discount": 0, "cac": 100}
    found = score(definition("customer-ltv"), money).as_data()["actions"]
    assert found == [{"when": "positive", "module": "pressure-principle"}]


def test_the_numbers_of_a_picture_stand_in_a_table_of_their_own_in_markdown() -> None:
    raw = definition("customer-ltv")
    money = {"revenue": 1000, "margin": 0.5, "years": 1, "discount": 0, "cac": 100}
    lines = EXPORTS["markdown"].write(raw, score(raw, money), "en").splitlines()
    at = lines.index("**What the account brings year by year, in today’s money**")
    assert lines[at - 2].endswith("year 1: 400.00. Earned back in year 1.")
    assert (lines[at - 1], lines[at + 1]) == ("", "")
    assert lines[at + 2].startswith("| Year | Present value of the year |")
