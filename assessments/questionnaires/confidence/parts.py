"""What is told of how sure a person is: parts of a report, each gives itself as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.questionnaires.confidence.levels import Said
from assessments.questionnaires.parts import Judgement

WEIGHT = "weight"
ANSWERS = "answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An answer one level from the given one with which the band, stage, tier or class differs."""

    answer: int
    """From 0 to 3."""
    result: Judgement
    """With that answer, and all others as they are."""

    def as_data(self) -> dict[str, object]:
        """Return the answer and its result as the report carries them."""
        return {"answer": self.answer, **self.result.as_data()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """An answer that somebody guessed, and what hangs on it."""

    question: str
    dimension: str
    answer: int
    """From 0 to 3."""
    share: Decimal | None
    """Percent of the result that rests on it, rounded; None without a result."""
    gates: tuple[str, ...]
    """Gates that this answer, or one a level away, decides."""
    moves: tuple[Move, ...]
    """None, one or two, the lower answer first."""

    def as_data(self) -> dict[str, object]:
        """Return the guess as the report carries it."""
        return {
            "question": self.question,
            "dimension": self.dimension,
            "answer": self.answer,
            "share": self.share,
            "gates": list(self.gates),
            "moves": [each.as_data() for each in self.moves],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What the result can be if each guess is one level off at most, all at once."""

    moves: bool
    """Whether the band, stage, tier or class can be another one."""
    lowest: Judgement
    highest: Judgement

    def as_data(self) -> dict[str, object]:
        """Return both ends as the report carries them."""
        return {
            "moves": self.moves,
            "lowest": self.lowest.as_data(),
            "highest": self.highest.as_data(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How sure a person is of the answers, and what that means for the result."""

    said: Said
    counts: Mapping[str, int]
    """Each word of CONFIDENCE, then UNSAID -> answers from 0 to 3 of which it was said."""
    measure: str
    """WEIGHT, or ANSWERS where the model gives dimensions no weights: of what shares are."""
    shares: Mapping[str, Decimal] | None
    """The same words -> percent of the result, each rounded; None without a result."""
    guesses: tuple[Guess, ...]
    """What to check first comes first."""
    reach: Reach | None
    """None without a guess."""

    def as_data(self) -> dict[str, object]:
        """Return all of it as the report carries it."""
        return {
            "answers": dict(self.said),
            "counts": dict(self.counts),
            "measure": self.measure,
            "shares": None if self.shares is None else dict(self.shares),
            "guesses": [each.as_data() for each in self.guesses],
            "reach": None if self.reach is None else self.reach.as_data(),
        }
