"""How a calculator's form is told what to mend: by name, in words, as people write numbers."""

import pytest

from assessments import EngineError, read_json, score
from tests.definitions import definition


def told(tool: str, given: object, language: str = "en") -> list[tuple[str, str]]:
    """Return message and hint of every problem."""
    with pytest.raises(EngineError) as raised:
        score(definition(tool), given)
    problems = raised.value.as_data(language)["error"]["problems"]
    return [(each["message"], each["hint"]) for each in problems]


LAYERS = {"organisational": 50, "universal": 50}
LTV = {"revenue": 1, "margin": 0.1, "years": 1, "retention": 1, "discount": 0}


@pytest.mark.parametrize("typed", ["50%", "abc"])
def test_a_text_for_a_number_hears_how_a_number_is_written(typed: str) -> None:
    assert told("three-layer-profile", {**LAYERS, "key": typed}) == [
        (
            f"“Key relationships” must be a number, not “{typed}”.",
            "Write a number in digits, with a point before the decimals and without a unit.",
        )
    ]
    assert told("three-layer-profile", {**LAYERS, "key": typed}, "zh") == [
        (
            f"“关键客户关系”必须是一个数字，而不是“{typed}”。",
            "请用数字填写，小数点用半角点，不带单位。",
        )
    ]


def test_a_text_for_a_whole_number_hears_how_it_is_written() -> None:
    message, hint = told("customer-ltv", {**LTV, "years": "abc"})[0]
    assert message.endswith("must be a whole number, not “abc”.")
    assert hint == "Write a whole number in digits, without decimals and without a unit."
    assert told("customer-ltv", {**LTV, "years": "abc"}, "zh")[0][1] == (
        "请用数字填写整数，不带小数，也不带单位。"
    )


@pytest.mark.parametrize("written", ["1E+30", "1e999999999", "1" + "0" * 30])
def test_a_number_that_is_too_large_is_called_so(written: str) -> None:
    given = {**LTV, "years": read_json(written)}
    assert (
        "must be a number of at most 15 digits before the point, not"
        in (told("customer-ltv", given)[0][0])
    )
    assert "必须在小数点前不超过15位，而不是" in told("customer-ltv", given, "zh")[0][0]


@pytest.mark.parametrize("written", ["1e-50", "1e-999999999", "0." + "1" * 50])
def test_a_number_with_too_many_decimals_is_called_so(written: str) -> None:
    given = {**LAYERS, "key": read_json(written)}
    assert (
        "must be a number of at most 40 decimals, not" in (told("three-layer-profile", given)[0][0])
    )


def test_each_entry_of_a_ratio_is_named() -> None:
    given = {
        "total": 10,
        "ratio": [-5, 1, -5, 1],
        "accounts": [{"id": "a", "class": "S"}],
    }
    assert [message for message, _ in told("resource-allocation", given)] == [
        "Entry 1 of “Your own ratio” cannot be used: −5.",
        "Entry 3 of “Your own ratio” cannot be used: −5.",
    ]
    assert told("resource-allocation", given, "zh")[0][0] == ("“自定比例”第1项无法使用：−5。")


def test_two_ratios_at_once_are_told_in_words() -> None:
    accounts = [{"id": "a", "class": "S"}]
    given = {"total": 10, "preset": "focus", "ratio": [1, 1, 1, 1], "accounts": accounts}
    assert told("resource-allocation", given)[0][0] == (
        "“Your own ratio” cannot be used: there are two, a preset and one of your own."
    )
    assert told("resource-allocation", given, "zh")[0][0] == (
        "“自定比例”无法使用：既选了预设，又自定了比例。"
    )


def test_what_may_be_chosen_is_named_as_on_the_page() -> None:
    given = {**LAYERS, "tier": "x"}
    assert "strategic, key, ordinary, not “x”" in told("three-layer-profile", given)[0][0]
    assert told("three-layer-profile", given, "zh")[0][0] == (
        "“服务级”必须是以下之一：战略客户（strategic）、重点客户（key）、普通客户（ordinary），"
        "而不是“x”。"
    )
    tiers = {"total": 1, "preset": "focus", "scheme": "tiers"}
    account = {"accounts": [{"id": "a", "class": "S"}]}
    assert (
        "战略（strategic）、重点（key）、普通（ordinary）"
        in (told("resource-allocation", {**tiers, **account}, "zh")[0][0])
    )
