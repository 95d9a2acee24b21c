"""Accounts as bubbles: where they stand on two dimensions, the largest first, the rest counted."""

import pytest

from assessments.portfolio.deciding.bubbles import MOST
from tests.portfolio_asking import MAP, QUESTIONS, ask, opened, steps


def drawn(rows: list[tuple[str, str, str]], *, measured: bool = True) -> dict[str, object]:
    """Draw accounts that are given with a size and answers, current value across, strategic up."""
    lines = ["客户编号,Net Sales," + ",".join(QUESTIONS)]
    lines += [",".join([name, size, *answers]) for name, size, answers in rows]
    opened("\n".join(lines).encode())
    assert list(steps("score", map=MAP))
    assert list(steps("concentration", column="Net Sales", decimal="."))
    return ask("bubbles", across="current", up="strategic", measured=measured)


def test_accounts_stand_by_their_scores_the_largest_first() -> None:
    found = drawn([
        ("A", "5", "333300001111"), ("B", "70", "000000003333"), ("C", "", "333333333333"),
        ("D", "9", "33330000x111"),
    ])  # fmt: skip
    # 3 of 3 is 100, 1 of 3 is 33.3. B is ordinary, A key by its current value; C has no size, D no
    # score up.
    assert found == {
        "points": [["B", 0.0, 100.0, 70, 2], ["A", 100.0, 33.3, 5, 1]], "more": 0, "left_out": 2,
    }  # fmt: skip


def test_without_sizes_all_are_alike() -> None:
    found = drawn([("A", "5", "3" * 12), ("C", "", "3" * 12)], measured=False)
    assert [point[3] for point in found["points"]] == [1, 1]  # type: ignore[attr-defined]


def test_no_more_are_drawn_than_can_be_told_apart() -> None:
    found = drawn([(f"K{n}", str(n), "3" * 12) for n in range(MOST + 20)])
    points = found["points"]
    assert isinstance(points, list)
    assert (len(points), points[0][0], found["more"]) == (MOST, f"K{MOST + 19}", 20)


@pytest.mark.parametrize("across", ["weather", None])
def test_another_dimension_is_refused(across: object) -> None:
    drawn([("A", "5", "3" * 12)])
    assert ask("bubbles", across=across, up="current")["error"]["code"] == "E_REQUEST"
