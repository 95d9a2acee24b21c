"""What decides a result where nothing does but numbers compared with limits, and facts."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparisons:
    """Two cases give the same, but for their numbers, if these compare alike with all limits.

    They must have the same facts, and each dimension the same status, besides.
    """

    means: Mapping[str, Mapping[int, int]]
    """Number of an evaluation -> weights by the places of dimensions: a mean of those that have a
    score."""
    scores: Mapping[str, int]
    """Number of an evaluation -> the dimension of which it is the score."""
    limits: tuple[tuple[str | int, int], ...]
    """For each threshold of the model, in its order: the mean, or the place of the dimension, that
    is compared, and the limit in tenths."""
    position: str
    """The mean that tells how far along the scale a result is."""
