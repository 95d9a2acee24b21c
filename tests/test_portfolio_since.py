"""A list compared with an earlier file of results: who moved and why, who is new, who is gone."""

import base64

import pytest

from tests.portfolio_asking import (
    BEST,
    LIST,
    LOW,
    MAP,
    QUESTIONS,
    ask,
    csv,
    made,
    opened,
    scored,
    steps,
)

OTHER_TOOL = (
    "The results in this file come from another questionnaire: no column is a question of this one."
)
OTHER_BAND = (
    "Line 3 of the earlier file has the result “gold”, which this questionnaire does not give."
)
FACTS = {"compliance_block": "compliance_block"}


def earlier_file(accounts: list[tuple[str, str]], ending: str = ".csv") -> bytes:
    """Return a list as the results that the page saved of it."""
    opened(csv(accounts).encode())
    scored()
    return made("write", ending=ending, keep=[])


def compared(content: bytes, accounts: list[tuple[str, str]]) -> dict[str, object]:
    opened(csv(accounts).encode())
    scored()
    answer = ask("compare", content)
    if "error" in answer:
        return answer
    assert answer == {"begun": True}
    while "done" not in (answer := ask("go_on")) and "error" not in answer:
        pass
    return answer


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_accounts_move_come_and_go_since_an_earlier_file(ending: str) -> None:
    before = earlier_file([("Acme", BEST), ("Beta", LOW), ("Gone", "2" * 12)], ending)
    # (100 * 35 + 100 * 30 + 0 * 35) / 100 = 65: below 70, not below 50.
    found = compared(before, [(" ACME", "333333330000"), ("Beta", LOW), ("New", "2" * 12)])
    assert made("moves").decode("utf-8-sig").splitlines() == [
        "account,change,before,now,answers",
        f"ACME,moved,strategic,key,{'; '.join(f'strategic.{n}: 3 > 0' for n in range(1, 5))}",
        "New,new,,,",
        "Gone,gone,,,",
    ]
    changes = [[_title(f"strategic.{n}"), "3", "0"] for n in range(1, 5)]
    assert found == {
        "done": True, "moved": 1, "moves": [["ACME", "strategic", "key", changes]],
        "ways": [["strategic", "key", 1]], "new": ["New"], "added": 1, "gone": ["Gone"], "left": 1,
        "same": 1, "refused": 0, "notices": [],
    }  # fmt: skip


def _title(question: str) -> str:
    place = QUESTIONS.index(question)
    opened_names = list(steps("score", map=MAP))[-1]["names"]["questions"]
    return str(opened_names[place])


def test_what_the_file_says_counts_even_where_other_limits_gave_it() -> None:
    written = earlier_file([("A", BEST)]).decode("utf-8-sig").replace(",strategic,", ",key,")
    found = compared(written.encode(), [("A", BEST)])
    assert (found["moves"], found["same"]) == ([["A", "key", "strategic", []]], 0)


def test_answers_that_are_none_and_facts_tell_why() -> None:
    rows = "account," + ",".join(QUESTIONS) + ",compliance_block,band\n"
    rows += "A,na,,3,?,3,3,3,3,3,3,3,3,yes,\n"
    later = rows.replace(",band", "").replace("na,,3,?", "3,3,3,3").replace("yes,", "no")
    opened(later.encode())
    answers = {name: name for name in QUESTIONS}
    assert list(steps("score", map={"account": "account", "answers": answers, "facts": FACTS}))
    assert ask("compare", rows.encode()) == {"begun": True}
    while "done" not in (found := ask("go_on")):
        pass
    [[account, before, now, changes]] = found["moves"]
    assert (account, before, now) == ("A", None, "strategic")
    assert [each[1:] for each in changes] == [
        ["na", "3"], ["", "3"], ["?", "3"], ["yes", "no"],
    ]  # fmt: skip


def test_only_some_are_listed_but_all_are_counted() -> None:
    names = [f"K{n}" for n in range(300)]
    found = compared(
        earlier_file([(name, BEST) for name in names]), [(name, LOW) for name in names]
    )
    assert (found["moved"], len(found["moves"])) == (300, 200)  # type: ignore[arg-type]
    assert len(made("moves").splitlines()) == 301


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (csv(LIST).encode(), "This is no file of results: its header has no column account, band."),
        (
            b"account,industry.1,band\nA,3,star\n",
            OTHER_TOOL,
        ),
        (
            b"account,current.1,band\nA,3,strategic\nB,3,gold\n",
            OTHER_BAND,
        ),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_results_is_refused(content: bytes, told: str) -> None:
    found = compared(content, LIST)
    assert found["error"]["message"] == told  # type: ignore[index]
    assert found["error"]["hint"]  # type: ignore[index]


def test_a_new_scoring_forgets_what_was_compared() -> None:
    compared(earlier_file(LIST), LIST)
    assert base64.b64decode(list(steps("moves"))[-1]["content"])
    scored()
    assert ask("moves") == {"begun": True}
    assert ask("go_on")["error"]["code"] == "E_INTERNAL"
