"""Rules within one tool: gates, bands, questions and inputs name each other rightly."""

from collections.abc import Iterator
from itertools import pairwise

from macros.files import Files, Rule
from macros.problems import Problem
from macros.schema.fitted import Fitted
from macros.values import did_you_mean


def questions_are_numbered(files: Files) -> Iterator[Problem]:
    """The id of a question is its dimension's id and its place in it."""
    for tool in files.of("assessment"):
        for path, dimension in tool.each("dimensions", "*", "id"):
            for at, name in tool.each(*path[:-1], "questions", "*", "id"):
                wanted = f"{dimension}.{int(at[-2]) + 1}"
                if name != wanted:
                    message = f"must be '{wanted}', the place of the question, not '{name}'"
                    yield tool.source.problem(at, message, "answers are kept under this id")


def gates_hang_on_what_exists(files: Files) -> Iterator[Problem]:
    """A gate names a dimension or a question and a band of its own tool."""
    named = (
        (("gates", "*", "when", "dimension"), ("dimensions", "*", "id"), "dimension"),
        (
            ("gates", "*", "when", "question"),
            ("dimensions", "*", "questions", "*", "id"),
            "question",
        ),
        (("gates", "*", "cap"), ("bands", "*", "id"), "band"),
    )
    for tool in files.of("assessment"):
        for pattern, where, noun in named:
            known = [name for _, name in tool.each(*where)]
            for path, name in tool.each(*pattern):
                if name not in known and not _uncertain(tool, where[0]):
                    message = f"this tool has no {noun} '{name}'"
                    yield tool.source.problem(path, message, did_you_mean(name, known))


def bands_rise(files: Files) -> Iterator[Problem]:
    """Limits of bands rise, and all bands have one or none has."""
    for tool in files.of("assessment"):
        limits = list(tool.each("bands", "*", "from"))
        for (_, before), (path, limit) in pairwise(limits):
            if limit <= before:
                message = f"must be more than {before}, the limit of the band above, not {limit}"
                yield tool.source.problem(path, message, "list bands from low to high")
        for path, bands in tool.each("bands"):
            for index, band in enumerate(bands):
                if "from" not in band and any("from" in other for other in bands):
                    message = f"the band '{band['id']}' has no limit, but others have"
                    hint = "add from: and the lowest score"
                    yield tool.source.problem((*path, index), message, hint)


def weights_are_given_to_all(files: Files) -> Iterator[Problem]:
    """Where one dimension has a weight, all have, and not all are 0."""
    for tool in files.of("assessment"):
        for path, dimensions in tool.each("dimensions"):
            weights = [dimension.get("weight") for dimension in dimensions]
            given = [weight for weight in weights if weight is not None]
            for index, weight in enumerate(weights):
                if weight is None and given:
                    message = "the key 'weight' is missing, but other dimensions have it"
                    yield tool.source.problem((*path, index), message, "add weight: 1")
            if given and not any(given):
                message = "no dimension has a weight above 0, so that nothing counts"
                yield tool.source.problem(path, message, "give at least one a weight")


def _uncertain(tool: Fitted, *keys: str) -> bool:
    """Whether a list in which a name is looked for is itself broken."""
    return any(path[:1] == (key,) for path in tool.broken for key in keys)


TOOL_RULES: tuple[Rule, ...] = (
    questions_are_numbered,
    gates_hang_on_what_exists,
    bands_rise,
    weights_are_given_to_all,
)
