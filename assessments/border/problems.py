"""What is wrong with an input or a definition: gathered as data here, said as text in words/.

Problems are gathered, not raised one by one: whoever made five mistakes sees five.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from assessments.border.naming import named_place, named_question
from assessments.words import FIRST_LANGUAGE, fill, say, words_of

Sentences = Mapping[str, object]
"""Code -> {message: {en, zh}, hint: {en, zh}}: the errors that a tool words itself."""


@dataclass(frozen=True, slots=True)
class Places:
    """Other places that a sentence names as it names its own: those of a sum, or of a limit."""

    paths: tuple[str, ...]

    def __str__(self) -> str:
        """Return the paths themselves, where no words are known for them."""
        return " + ".join(self.paths)


MOST_LISTED = 100
"""Problems that are told one by one; nobody reads more, and 300,000 would fill 50 MB."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule."""

    code: str
    """A word of the catalogue: E_RANGE."""
    path: str = ""
    """Where: answers.perception.1, accounts[2].weight; empty where the whole input is meant."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the sentence needs: the rule's limits, and what was found, as quote() writes it."""
    case: str = ""
    """Which of the code's sentences: question, for E_SHAPE.question."""
    more: int = 0
    """How many others of its kind were counted only."""


def first_of(problems: Iterator[Problem], count: int) -> Iterator[Problem]:
    """Yield the first of so many problems of a kind; the last of them stands for the rest."""
    for number, problem in enumerate(islice(problems, MOST_LISTED), start=1):
        yield replace(problem, more=count - number) if number == MOST_LISTED else problem


class EngineError(Exception):
    """The one exception of the engine: what was given cannot be used. Carries every problem."""

    def __init__(
        self,
        problems: Iterable[Problem],
        sentences: Sentences | None = None,
        definition: Mapping[str, object] | None = None,
    ) -> None:
        self.problems = tuple(problems)
        self.sentences = sentences or {}
        self.definition = definition
        """The tool whose words name fields and questions; without it they stand by their ids."""
        super().__init__(", ".join(f"{p.code} {p.path}".strip() for p in self.problems[:5]))

    def as_data(self, language: str = FIRST_LANGUAGE) -> dict[str, object]:
        """Return the error as the doors give it out: the first problem, and all of them.

        Beyond MOST_LISTED they are counted only.
        """
        listed = self.problems[:MOST_LISTED]
        rest = len(self.problems) - len(listed) + sum(problem.more for problem in self.problems)
        closing = [Problem("E_MORE", "", {"count": rest})] if rest else []
        said = [self._said(problem, language) for problem in (*listed, *closing)]
        return {"error": {**said[0], "problems": said}}

    def _said(self, problem: Problem, language: str) -> dict[str, object]:
        """Say a problem; it names its place, whatever the tool's own sentence."""
        named = _named(problem, language, self.definition)
        said = said_problem(named, language, self.sentences) | {"path": problem.path}
        message = str(said["message"])
        own = problem.code in self.sentences
        is_placed = "column" in problem.values or "line" not in problem.values
        if own and problem.path and is_placed and named.path not in message:
            message = say("place.at", language, {"path": named.path, "message": message})
        return {**said, "message": message}


def told_problem(
    problem: Problem, language: str, definition: Mapping[str, object] | None = None
) -> dict[str, object]:
    """Say one problem in words that name its place; its path stays what it is."""
    said = said_problem(_named(problem, language, definition), language, {})
    return {**said, "path": problem.path}


def said_problem(problem: Problem, language: str, sentences: Sentences) -> dict[str, object]:
    """Say one problem in words: the tool's own sentence, else the engine's."""
    return {
        "code": problem.code,
        "path": problem.path,
        "message": _sentence(problem, "message", language, sentences),
        "hint": _sentence(problem, "hint", language, sentences),
    }


def _named(problem: Problem, language: str, definition: Mapping[str, object] | None) -> Problem:
    """Return a problem whose sentence names fields and questions as the page does."""
    values = dict(problem.values)
    if "column" in values and "line" in values and problem.path:
        return replace(problem, path=_capital(say("place.cell", language, values)))
    if definition is None:
        return problem
    if "question" in values:
        values["question"] = named_question(definition, str(values["question"]), language)
    if isinstance(whole := values.get("whole"), Places):
        named = (named_place(definition, path, language) for path in whole.paths)
        values["whole"] = " + ".join(named)
    place = named_place(definition, problem.path, language)
    return replace(problem, path=_capital(place), values=values)


def _capital(place: str) -> str:
    """Return a place as a sentence begins with it."""
    return place[:1].upper() + place[1:]


def _sentence(problem: Problem, part: str, language: str, sentences: Sentences) -> str:
    values = {"path": problem.path, **problem.values}
    own = sentences.get(problem.code)
    if isinstance(own, Mapping) and isinstance(record := own.get(part), Mapping):
        return fill(words_of(record, language), language, values)
    key = f"{problem.code}.{problem.case}" if problem.case else problem.code
    return say(f"{key}.{part}", language, values)


def internal(error: Exception) -> EngineError:
    """Return a failure of the engine itself as an answer, for doors that must not break."""
    return EngineError([Problem("E_INTERNAL", "", {"kind": type(error).__name__})])
