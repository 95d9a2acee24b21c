"""What other weightings move in a model: one weighted mean, and what hangs on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Banded = Callable[[int], int]
"""The varied mean in tenths -> the place of the band that it gives, all else being equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Varied:
    """The weighted mean that other weightings move."""

    weights: Mapping[int, int]
    """Place of a dimension -> its weight; a dimension without a score is left out of a case."""
    bases: Mapping[int, int]
    """Place of a dimension -> the base of the sequence that varies its weight."""
    limits: tuple[int, ...]
    """In tenths: between two of them the mean changes no band."""


def bands_of(means: list[int], banded: Banded) -> list[int]:
    """Return the place of the band that each mean in tenths gives."""
    found = {mean: banded(mean) for mean in set(means)}
    return [found[mean] for mean in means]
