"""The catalogue of errors of answers: the code, the place and the whole sentence, both languages."""

from collections.abc import Mapping

import pytest

from assessments import EngineError, aggregate, distribution, read_json, score
from tests.answering import given, questionnaire
from tests.definitions import definition

TRUST = questionnaire("trust-stage-diagnostic")
TIERING = questionnaire("customer-value-tiering")


def problems(given_input: object, language: str = "en", tool: object = TRUST) -> list[str]:
    """Return everything that is wrong with an input, as sentences."""
    with pytest.raises(EngineError) as raised:
        score(tool, given_input)
    error = raised.value.as_data(language)["error"]
    assert error["problems"][0] == {key: error[key] for key in ("code", "path", "message", "hint")}
    return [
        f"{each['code']} {each['path']}: {each['message']} {each['hint']}"
        for each in error["problems"]
    ]


def answered(answers: Mapping[str, object]) -> dict[str, object]:
    return {"answers": answers}


CASES: list[tuple[object, str, str]] = [
    (
        [],
        'E_SHAPE : The input must be an object, not []. Write {"answers": {"<question id>": 2}}.',
        'E_SHAPE : 输入必须是一个对象，而不是 []。 请写成 {"answers": {"<题目编号>": 2}}。',
    ),
    (
        {},
        "E_SHAPE answers: The input has no answers."
        ' Add "answers": {"<question id>": 2}; it may be empty.',
        "E_SHAPE answers: 输入中没有 answers（答案）。"
        ' 请加上 "answers": {"<题目编号>": 2}，可以为空。',
    ),
    (
        {"answers": [3]},
        "E_SHAPE answers: answers must be an object of question ids, not […]."
        ' Write {"answers": {"<question id>": 2}}.',
        "E_SHAPE answers: answers 必须是以题目编号为键的对象，而不是 […]。"
        ' 请写成 {"answers": {"<题目编号>": 2}}。',
    ),
    (
        {"answers": {}, "answer": {}},
        'E_SHAPE answer: The input has an unknown key "answer".'
        " Only answers and flags are read: remove it.",
        'E_SHAPE answer: 输入中有未知的键 "answer"。 只读取 answers 和 flags，请删去此键。',
    ),
    (
        answered({"perception.9": 1}),
        'E_SHAPE answers.perception.9: The tool has no question "perception.9".'
        " Check the id on the tool's page, or remove the answer.",
        'E_SHAPE answers.perception.9: 本工具没有题目 "perception.9"。'
        " 请在工具页面核对题目编号，或删去该答案。",
    ),
    (
        {"answers": {}, "flags": "thin"},
        'E_SHAPE flags: flags must be a list of names, not "thin".'
        " Leave flags out, or give a list of the tool's flags: -.",
        'E_SHAPE flags: flags 必须是名称列表，而不是 "thin"。'
        " 请不写 flags，或给出本工具标记的列表：-。",
    ),
    (
        {"answers": {}, "flags": ["thin"]},
        'E_SHAPE flags[0]: The tool has no flag "thin". Its flags are: -.',
        'E_SHAPE flags[0]: 本工具没有标记 "thin"。 可用的标记：-。',
    ),
    (
        answered({"perception.1": True}),
        "E_TYPE answers.perception.1: Question perception.1: the answer must be 0, 1, 2 or 3,"
        ' "na" or null, not true.'
        " Give a whole number without quotes and without a decimal point.",
        "E_TYPE answers.perception.1: 题目 perception.1：答案必须是 0、1、2、3、"
        '"na" 或 null，而不是 true。 请填整数，不加引号，不带小数点。',
    ),
    (
        answered({"perception.1": 4}),
        "E_RANGE answers.perception.1: Question perception.1: the answer must be 0, 1, 2 or 3,"
        " not 4. Choose the sentence that fits best and give its number.",
        "E_RANGE answers.perception.1: 题目 perception.1：答案必须是 0、1、2 或 3，而不是 4。"
        " 请选最符合的一句，填它的数字。",
    ),
]


@pytest.mark.parametrize(("given_input", "english", "chinese"), CASES)
def test_each_problem_has_its_whole_sentence(
    given_input: object, english: str, chinese: str
) -> None:
    assert problems(given_input) == [english]
    assert problems(given_input, "zh") == [chinese]


def test_a_flag_of_the_tool_is_named() -> None:
    assert problems({"answers": {}, "flags": ["block"]}, tool=TIERING) == [
        'E_SHAPE flags[0]: The tool has no flag "block".'
        " Its flags are: compliance_block, credit_block."
    ]


@pytest.mark.parametrize(
    "answer",
    ["2.0", "1.5", '"2"', '"NA"', '"N/A"', '""', "true", "false", "[]", "[2]", "{}", "NaN",
     "Infinity", "1e400", "1e9999999999", "9" * 5000],
)  # fmt: skip
def test_what_is_no_whole_number_is_a_wrong_type(answer: str) -> None:
    with pytest.raises(EngineError) as raised:
        score(TRUST, read_json(f'{{"answers": {{"benefit.2": {answer}}}}}'))
    assert [(p.code, p.path) for p in raised.value.problems] == [("E_TYPE", "answers.benefit.2")]


@pytest.mark.parametrize("answer", ["-1", "4", "1" + "0" * 400])
def test_a_whole_number_beyond_the_scale_is_out_of_range(answer: str) -> None:
    with pytest.raises(EngineError) as raised:
        score(TRUST, read_json(f'{{"answers": {{"benefit.2": {answer}}}}}'))
    assert [(p.code, p.path) for p in raised.value.problems] == [("E_RANGE", "answers.benefit.2")]


def test_a_number_that_python_cannot_write_out_is_quoted_by_its_size() -> None:
    assert "not 10^6020." in problems(answered({"perception.1": 2**20000}))[0]


def test_all_problems_are_listed_by_code_and_then_by_question() -> None:
    answers = {"zz": 1, "synergy.5": 9, "benefit.1": "2", "perception.2": -1, "aa": 1}
    found = problems({"answers": answers, "note": "", "flags": ["x"]})
    assert [each.partition(":")[0] for each in found] == [
        "E_SHAPE note",
        "E_SHAPE flags[0]",
        "E_SHAPE answers.aa",
        "E_SHAPE answers.zz",
        "E_TYPE answers.benefit.1",
        "E_RANGE answers.perception.2",
        "E_RANGE answers.synergy.5",
    ]


def test_an_error_of_one_respondent_is_the_error_of_the_group() -> None:
    good = given("four-pain-points", "0011 1122 2211 1100")
    bad = {"answers": {"shallow.1": 4, "single.1": "2"}}
    with pytest.raises(EngineError) as raised:
        aggregate(definition("four-pain-points"), [good, bad, 7])
    assert [(p.code, p.path) for p in raised.value.problems] == [
        ("E_SHAPE", "[2]"),
        ("E_TYPE", "[1].answers.single.1"),
        ("E_RANGE", "[1].answers.shallow.1"),
    ]


@pytest.mark.parametrize(
    "tool",
    ["trust-stage-diagnostic", "customer-value-tiering", "fortune-telling-selection",
     "resource-allocation"],
)  # fmt: skip
def test_tools_that_name_a_stage_tier_or_class_have_no_mean(tool: str) -> None:
    with pytest.raises(EngineError) as raised:
        aggregate(definition(tool), [{"answers": {}}] * 3)
    assert raised.value.as_data()["error"]["message"] == (
        "The results of this tool cannot be averaged over a group."
    )
    assert raised.value.problems[0].code == "E_SHAPE"


def test_a_group_is_a_list_of_at_least_three_complete_answer_sets() -> None:
    good = given("four-pain-points", "0011 1122 2211 1100")
    open_ = {"answers": {}}
    for door in (aggregate, distribution):
        with pytest.raises(EngineError) as raised:
            door(definition("four-pain-points"), [good, good, open_, open_])
        error = raised.value.as_data("en")["error"]
        assert (error["code"], error["message"]) == (
            "E_TOO_FEW_RESPONDENTS",
            "A group result needs at least 3 complete answer sets; there are 2.",
        )
        assert raised.value.as_data("zh")["error"]["message"] == (
            "群体结果至少需要 3 份完整答卷，现有 2 份。"
        )
        with pytest.raises(EngineError) as raised:
            door(definition("four-pain-points"), good)
        assert raised.value.as_data()["error"]["message"] == (
            "A group must be a list of inputs, one for each person, not {…}."
        )
