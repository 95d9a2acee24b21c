"""How much room a text takes on a slide: the rule by which texts are split, the same everywhere.

No font is asked, so that every machine makes the same slides: the widths are those of Arial, whose
letters are as wide as those of its free twin, with a reserve for fonts that stand in for it.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from macros.languages import Language

RESERVE = 1.06
"""By how much a line may be wider than reckoned."""
BOLD = 1.08
TRUE_OF_HAN = 1.0
CLASSES = (
    (0.23, "ijl|'’‘"),
    (0.28, " !,.:;/\\[]ftI·"),
    (0.34, '-()r`“”"'),
    (0.5, "ckszvxyJ"),
    (0.68, "ABEKPSVXYFTZL&"),
    (0.78, "CDGHNOQRUw"),
    (0.95, "mMW%@—…"),
)
"""Width in parts of the size -> letters of about that width; any other has that of a digit."""
DIGIT = 0.56
WIDTHS = {letter: width for width, letters in CLASSES for letter in letters}
PIECE = re.compile(r"\S+?(?=[\u2e80-\u9fff\uff00-\uffef])|[\u2e80-\u9fff\uff00-\uffef]|\S+|\s+")
"""A character of Chinese, or a word: what a line is broken between."""
HANGING = "，。、；：？！）》”’】,.;:?!)]}%"
"""What stands at no beginning of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the text of a language is set."""

    leading: float
    """From one line to the next, in parts of the size."""
    title_leading: float
    title_width: float
    """How much wider the letters of titles are."""

    def height(self, text: str, width: float, size: float, bold: bool = False) -> float:
        """Return the height of a paragraph in points."""
        return count_lines(text, width / (BOLD if bold else 1), size) * size * self.leading


LATIN = Setting(leading=1.28, title_leading=1.15, title_width=1.22)
HAN = Setting(leading=1.42, title_leading=1.28, title_width=1.02)


def setting_of(spoken: Language) -> Setting:
    """Return how a language is set: characters as wide as high need more air between lines."""
    return HAN if spoken.punctuation == "full-width" else LATIN


def width_of(text: str, size: float) -> float:
    """Return how wide a text is in one line, in points."""
    return _parts_of_size(text) * size * RESERVE


# The same words are measured at every size that is tried.
@lru_cache(maxsize=1 << 14)
def _parts_of_size(text: str) -> float:
    is_han = any(_is_wide(letter) for letter in text)
    return sum(_width(letter, is_han=is_han) for letter in text)


@cache
def _width(letter: str, *, is_han: bool) -> float:
    if _is_wide(letter) or (is_han and unicodedata.east_asian_width(letter) == "A"):
        return TRUE_OF_HAN
    return WIDTHS.get(letter, DIGIT if letter.isascii() else 0.7)


@cache
def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def count_lines(text: str, width: float, size: float) -> int:
    """Return how many lines a paragraph takes in a box of a width; an empty one takes one."""
    return sum(_lines_of(line, width, size) for line in text.split("\n"))


def _lines_of(text: str, width: float, size: float) -> int:
    lines, used = 1, 0.0
    # No box is narrower than one letter.
    width = max(width, size)
    for piece in pieces_of(text):
        taken = width_of(piece, size)
        if used + width_of(piece.rstrip(), size) > width and used:
            lines, used = lines + 1, 0.0
        used += taken
        while used > width and piece.strip():
            # A word longer than a line is broken somewhere.
            lines, used = lines + 1, used - width
    return lines


def pieces_of(text: str) -> list[str]:
    """Return a text in the pieces that stay together: words with what follows, characters."""
    pieces: list[str] = []
    for found in PIECE.findall(text):
        if pieces and (found.isspace() or found[0] in HANGING):
            pieces[-1] += found
        else:
            pieces.append(found)
    return pieces
