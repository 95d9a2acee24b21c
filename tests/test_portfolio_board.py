"""One page about a list for whoever decides: its blocks, in every language."""

import pytest

from tests.portfolio_asking import BEST, LOW, MAP, QUESTIONS, ask, csv, made, opened, scored, steps

TODAY = "2026-11-30"
# (66.7 * 35 + 66.7 * 30 + 66.7 * 35) / 100 = 66.7: 16.7 above 50, 3.3 below 70.
ABOUT = (
    "list.csv, as of 2026-11-30. Scored by version 1.1.0 of the questionnaire, with its own "
    "weights and limits."
)
ACCOUNTS = [("A", BEST), ("乙", LOW), ("C", "2" * 12), ("D", BEST[:-1] + "x")]


def page(language: str = "en", **more: object) -> list[dict[str, object]]:
    asked = {"file": "list.csv", "earlier": "", "today": TODAY, "measured": True, **more}
    found = ask("board", language=language, **asked)["document"]
    assert isinstance(found, list)
    return found


def tables(blocks: list[dict[str, object]]) -> dict[str, list[list[str]]]:
    return {str(each["caption"]): each["rows"] for each in blocks if each["kind"] == "table"}  # type: ignore[misc]


def test_the_page_of_a_list_alone_counts_and_tells_what_is_uncertain() -> None:
    opened(csv(ACCOUNTS).encode())
    scored()
    summary, counts, uncertain = page()
    assert (summary["title"], summary["headline"], summary["text"]) == (
        "Customer value tiering in three dimensions",
        "4 accounts: Strategic 1, Key 1, Ordinary 1, without a result 1",
        ABOUT,
    )
    assert counts["rows"] == [
        ["Strategic", "1", "25.0%"], ["Key", "1", "25.0%"], ["Ordinary", "1", "25.0%"],
        ["without a result", "1", "25.0%"],
    ]  # fmt: skip
    assert uncertain["rows"] == [["C", "Key", "100.0%", "Strategic · Overall: −3.3", "0"]]


def test_everything_that_was_asked_for_stands_on_it() -> None:
    opened(csv([("A", LOW), ("乙", LOW)]).encode())
    scored()
    earlier = made("write", ending=".csv", keep=[])
    lines = ["客户编号,Net Sales," + ",".join(QUESTIONS)]
    lines += [f"{name},{size},{','.join(BEST)}" for name, size in (("A", 300), ("B", 100))]
    opened("\n".join(lines).encode())
    given = {"account": "A", "band": "key", "reason": "Owner leaves", "until": "2027-03-31"}
    assert list(steps("score", map=MAP, today=TODAY, overrides=[given]))
    assert list(steps("concentration", column="Net Sales", decimal=""))
    assert ask("compare", earlier) == {"begun": True}
    while "done" not in ask("go_on"):
        pass
    blocks = page(earlier="autumn.csv")
    found = tables(blocks)
    assert found["How many stand where"][:2] == [
        ["Strategic", "2", "100.0%", "1"], ["Key", "0", "0.0%", "1"],
    ]  # fmt: skip
    # 300 of 400.
    assert found["Concentration of “Net Sales”, 400 in all"][0] == [
        "The largest 1%",
        "1",
        "75.0%",
    ]
    assert [each["text"] for each in blocks if each["kind"] in ("heading", "text")] == [
        "Since autumn.csv",
        "Moved: 1. Unchanged: 0. New: 1. Gone: 1.",
    ]
    assert found["Who moved"] == [
        ["A", "Ordinary", "Strategic", "Current value; Potential value; Strategic value"]
    ]
    assert found["Overrides that hold: 1; ended: 0"] == [
        ["A", "Strategic", "Key", "2027-03-31", "Owner leaves"]
    ]
    assert "The most uncertain accounts" not in found
    assert "Concentration" not in str(page(measured=False))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_table_is_longer_than_the_page_has_room_for(language: str) -> None:
    names = [f"K{n}" for n in range(30)]
    opened(csv([(name, "2" * 12) for name in names]).encode(), language=language)
    reason = {"band": "strategic", "reason": "Board", "until": "2027-03-31"}
    given = [{"account": name, **reason} for name in names]
    assert list(steps("score", map=MAP, today=TODAY, overrides=given))
    *_, overrides, uncertain = page(language)
    assert [row[0] for row in uncertain["rows"]] == names[:6]  # type: ignore[attr-defined]
    more = {"en": "and 24 more", "zh": "另有24个"}[language]
    assert [row[0] for row in overrides["rows"]] == [*names[:6], more]  # type: ignore[attr-defined]
