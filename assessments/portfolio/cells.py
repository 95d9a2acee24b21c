"""Read a cell as an answer or a fact: a code for each, and a code of its own for what is neither.

A blank is an open question, never "does not apply"; a cell that is no answer is never a blank.
Nothing is filled in.
"""

from collections.abc import Callable, Mapping, Sequence
from unicodedata import normalize

from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from assessments.questionnaires.definition import LEVELS

Reader = Callable[[object], int]
"""Cell -> its code."""

Facts = tuple[str, ...] | None
"""The flags of an account that are set; None where a cell says neither yes nor no."""

MALFORMED = -3
"""Stands among the levels for a cell that holds no answer."""

NO, YES = 0, 1
"""Codes of a fact; a blank one is not set."""

NA_WORDS = ("na", "n/a", "n.a.", "not applicable", "不适用", "无此项")
"""What people write for a question that does not apply, in small letters."""

FACTS: Mapping[str, int] = {
    **dict.fromkeys(("", "0", "no", "n", "false", "否", "无", "没有", "不是"), NO),
    **dict.fromkeys(("1", "yes", "y", "true", "x", "✓", "√", "是", "有"), YES),
}
"""What people write for a fact, in small letters."""

_ANSWERS: Mapping[str, int] = {
    "": OPEN,
    **{str(level): level for level in range(LEVELS)},
    **dict.fromkeys(NA_WORDS, NOT_APPLICABLE),
}

MOST_KEPT = 50_000
"""Different cells of a column whose codes are remembered."""


def answer_code(cell: object) -> int:
    """Return the level of a cell from 0 to 3, NOT_APPLICABLE, OPEN or MALFORMED."""
    return _code(cell, _ANSWERS, OPEN, LEVELS - 1)


def fact_code(cell: object) -> int:
    """Return YES, NO or MALFORMED."""
    if isinstance(cell, bool):
        return int(cell)
    return _code(cell, FACTS, NO, 1)


def _code(cell: object, known: Mapping[str, int], blank: int, most: int) -> int:
    if cell is None:
        return blank
    if isinstance(cell, str):
        return known.get(plain(cell), MALFORMED)
    whole = isinstance(cell, int) and not isinstance(cell, bool)
    return cell if whole and isinstance(cell, int) and 0 <= cell <= most else MALFORMED


def plain(text: str) -> str:
    """Return a text in small letters, without blanks around it and without full-width twins."""
    if text.isascii():
        return text.strip().lower()
    return normalize("NFKC", text).strip().lower()


class Codes(dict[object, int]):
    """Cell -> code, read once for each different text of a column.

    Only texts are kept: as keys True, 1 and 1.0 are the same, as answers they are not.
    """

    def __init__(self, read: Reader) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: object) -> int:
        code = self._read(cell)
        if isinstance(cell, str) and len(self) < MOST_KEPT:
            self[cell] = code
        return code

    def of(self, cells: Sequence[object]) -> list[int]:
        """Return the code of each cell."""
        try:
            return list(map(self.__getitem__, cells))
        except TypeError:
            # A list or an object, which no dictionary takes as a key.
            return [
                self[each] if isinstance(each, (str, int)) else self._read(each) for each in cells
            ]
