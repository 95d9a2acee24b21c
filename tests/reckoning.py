"""Reckon the equations of a working anew from its sentences, as a reader with a pencil would."""

import re
from collections.abc import Iterator
from fractions import Fraction

from assessments.numbers.exact import power

_TOKEN = re.compile(r"\s*(\d+(?:,\d{3})*(?:\.\d+)?|min|[-+−×÷^%(),])")
_LEFT = re.compile(r"(?:min|[\d.,%()（）+−×÷^\s])+\Z")
_RIGHT = re.compile(r"(?:min|[\d.,%()（）+−×÷^\s])+")
_OPERATOR = re.compile(r"[\d)%]\s*[+−×÷^]")
_WIDE = str.maketrans("（）", "()")

_LARGEST_POWER = 1000
_MOST_BRACKETS = 20
_CLOSE = Fraction(1, 10**20)
"""A root has 50 digits; this far it must agree."""


class _UnreadError(Exception):
    """A text is no arithmetic, or too much of it."""


def equations(sentence: str) -> Iterator[tuple[str, Fraction, Fraction]]:
    """Yield sign and sides of each equation that begins with a reckoning, not with a word."""
    for sign in re.finditer("[=≈]", sentence):
        left = _LEFT.search(sentence, 0, sign.start())
        right = _RIGHT.match(sentence, sign.end())
        if left and right and _OPERATOR.search(left[0]):
            try:
                yield sign[0], value_of(left[0]), value_of(right[0].rstrip("., "))
            except _UnreadError:
                continue


def difference(left: Fraction, right: Fraction) -> Fraction:
    """Return how far two sides are apart; 0.97 and 97 are the same, for one may be in percent."""
    scales = (Fraction(1), Fraction(100), Fraction(1, 100))
    off = min(abs(left * scale - right) for scale in scales)
    return Fraction(0) if off <= abs(right) * _CLOSE else off


def value_of(text: str) -> Fraction:
    """Return the value of 100 × (3 − 1) ÷ 8%."""
    tokens = _tokens(text.translate(_WIDE))
    if tokens.count("(") > _MOST_BRACKETS:
        raise _UnreadError
    value = _Reckoner(tokens).sum()
    if tokens:
        raise _UnreadError
    return value


def _tokens(text: str) -> list[str]:
    """Return the tokens of a reckoning, the first one last."""
    tokens, place, text = [], 0, text.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if not found:
            raise _UnreadError
        tokens.append(found[1])
        place = found.end()
    return tokens[::-1]


class _Reckoner:
    """Works a list of tokens off."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    def sum(self) -> Fraction:
        """Return a sum of products."""
        value = self._product()
        while sign := self._taken("+", "−"):
            value += self._product() if sign == "+" else -self._product()
        return value

    def _product(self) -> Fraction:
        value = self._signed()
        while sign := self._taken("×", "÷"):
            factor = self._signed()
            if sign == "÷" and not factor:
                raise _UnreadError
            value = value * factor if sign == "×" else value / factor
        return value

    def _signed(self) -> Fraction:
        return -self._signed() if self._taken("−") else self._power()

    def _power(self) -> Fraction:
        base = self._part()
        if not self._taken("^"):
            return base
        exponent = self._signed()
        if base <= 0 or abs(exponent) > _LARGEST_POWER:
            raise _UnreadError
        return power(base, exponent)

    def _part(self) -> Fraction:
        if self._taken("("):
            value = self.sum()
            self._expect(")")
        elif self._taken("min"):
            self._expect("(")
            value = self.sum()
            while self._taken(","):
                value = min(value, self.sum())
            self._expect(")")
        else:
            value = self._number()
        return value / 100 if self._taken("%") else value

    def _number(self) -> Fraction:
        if not self.tokens or not self.tokens[-1][0].isdigit():
            raise _UnreadError
        return Fraction(self.tokens.pop().replace(",", ""))

    def _taken(self, *wanted: str) -> str:
        """Return the next token and take it, if it is one of those wanted."""
        return self.tokens.pop() if self.tokens and self.tokens[-1] in wanted else ""

    def _expect(self, wanted: str) -> None:
        if not self._taken(wanted):
            raise _UnreadError
