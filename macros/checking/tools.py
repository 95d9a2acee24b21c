"""Rules within one tool: gates, bands, questions and inputs name each other rightly."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from macros.files import TOOL_KINDS, Files, Rule
from macros.problems import Path, Problem
from macros.schema.fitted import Fitted
from macros.values import Data, did_you_mean, listed

# What an input of a type must have beside the keys of every input, and what it may have.
TYPES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "number": ((), ("minimum", "maximum", "above", "below")),
    "integer": ((), ("minimum", "maximum", "above", "below")),
    "text": ((), ("length",)),
    "choice": (("options",), ()),
    "boolean": ((), ()),
    "date": ((), ()),
    "list": (("item",), ("length", "options")),
    "rows": (("fields",), ("length",)),
    "record": (("fields",), ()),
    "map": (("item",), ("length", "options")),
}
SPECIAL = ("minimum", "maximum", "above", "below", "options", "item", "length", "fields")
ALWAYS = "always"


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
    """Limits of bands rise, and in an assessment all bands have one or none has."""
    for tool in files.of(*TOOL_KINDS):
        limits = list(tool.each("bands", "*", "from"))
        for (_, before), (path, limit) in pairwise(limits):
            if limit <= before:
                message = f"must be more than {before}, the limit of the band above, not {limit}"
                yield tool.source.problem(path, message, "list bands from low to high")
    for tool in files.of("assessment"):
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


def inputs_fit_their_type(files: Files) -> Iterator[Problem]:
    """An input has the keys that its type needs, and no others; its limits leave something."""
    for tool in files.of("calculator"):
        for path, inputs in tool.each("inputs", "*"):
            yield from _input(tool, inputs, path)


def _input(tool: Fitted, given: Data, path: Path) -> Iterator[Problem]:
    kind = given["type"]
    needed, possible = TYPES[kind]
    for key in needed:
        if key not in given:
            yield tool.source.problem(path, f"an input of type {kind} needs {key}", f"add {key}:")
    for key in SPECIAL:
        if key in given and key not in (*needed, *possible):
            message = f"an input of type {kind} has no {key}"
            yield tool.source.problem((*path, key), message, "delete it, or change the type")
    if given.get("required") and "default" in given:
        message = "an input that is required has no use for a default"
        yield tool.source.problem((*path, "default"), message, "write required: false")
    yield from _limits(tool, given, path)
    if "item" in given:
        yield from _input(tool, given["item"], (*path, "item"))
    for index, inner in enumerate(given.get("fields", ())):
        yield from _input(tool, inner, (*path, "fields", index))


def _limits(tool: Fitted, given: Data, path: Path) -> Iterator[Problem]:
    low, high = given.get("minimum", given.get("above")), given.get("maximum", given.get("below"))
    if low is not None and high is not None and low > high:
        message = f"no number is at least {low} and at most {high}"
        yield tool.source.problem(path, message, "exchange the two limits")
    shortest, longest = given.get("length", (0, 0))
    if shortest > longest:
        message = f"nothing is at least {shortest} and at most {longest} long"
        yield tool.source.problem((*path, "length"), message, "exchange the two")
    options = [option["id"] for option in given.get("options", ())]
    default = given.get("default")
    if given["type"] == "choice" and default is not None and default not in options:
        message = f"the default '{default}' is not among the options"
        yield tool.source.problem((*path, "default"), message, f"write {listed(options)}")


def actions_follow_something(files: Files) -> Iterator[Problem]:
    """An action hangs on a band, a flag, a note or a possible answer of its own tool."""
    for tool in files.of("calculator"):
        known = [*_names(tool), ALWAYS]
        for path, name in tool.each("actions", "*", "when"):
            if name not in known and not _uncertain(tool, "bands", "flags", "notes", "outputs"):
                message = f"no band, flag, note or result of this tool is '{name}'"
                yield tool.source.problem(path, message, did_you_mean(name, known))


def _names(tool: Fitted) -> Iterator[str]:
    for _, name in (
        *tool.each("bands", "*", "id"),
        *tool.each("outputs", "*", "options", "*", "id"),
    ):
        yield name
    for key in ("flags", "notes"):
        for path, _ in tool.each(key, "*"):
            yield str(path[-1])


def _uncertain(tool: Fitted, *keys: str) -> bool:
    """Whether a list in which a name is looked for is itself broken."""
    return any(path[:1] == (key,) for path in tool.broken for key in keys)


TOOL_RULES: tuple[Rule, ...] = (
    questions_are_numbered,
    gates_hang_on_what_exists,
    bands_rise,
    weights_are_given_to_all,
    inputs_fit_their_type,
    actions_follow_something,
)
