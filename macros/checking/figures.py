"""Rules about what a text takes from elsewhere: a figure is the one that stands there.

[60](value:service-sla.parameters.target) is a number of a tool's definition, found by keys, ids and
positions; [45.6](value:relationship-depth.examples.0.result.equivalent) is what the engine gives
for an example; [2,515,443](value:company.orchid.present-value) is one of company.yml. Pages show
the words alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce

from macros.checking.engine import result_of
from macros.checking.markdown import LINK
from macros.files import TOOL_KINDS, Files, Rule, stem
from macros.languages import NumberMarks
from macros.numbers import grouped
from macros.plain_text import VALUE
from macros.problems import Path, Problem
from macros.schema.fitted import Fitted, entries
from macros.tool_tables import question_of
from macros.values import Data, did_you_mean, kind_of

COMPANY = "company"
MINUS = "\u2212"
PERCENT = "%"
RESULT = ("examples", "result")
"""Of an example, by its number, what the engine gives."""

Fault = tuple[str, str]
"""What is wrong, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that texts can take from where it stands."""

    value: Decimal
    in_hundredths: bool
    """Whether it is written as so many per cent already: 85, not 0.85."""

    def as_percent(self) -> Decimal:
        """Return the number that stands before a sign of per cent."""
        is_share = abs(self.value) <= 1 and not self.in_hundredths
        return self.value * 100 if is_share else self.value


class NoFigureError(Exception):
    """No number stands where a text takes one from."""

    def __init__(self, *fault: str) -> None:
        super().__init__(*fault)
        self.fault: Fault = (fault[0], fault[1])


def figures_are_those_of_their_source(files: Files) -> Iterator[Problem]:
    """The words of a link to a value say the number that stands there."""
    for _, file in files.all():
        for path, text in file.texts():
            for words, target in figures_in(text):
                fault = fault_of_figure(words, target, str(path[-1]), files)
                if fault:
                    yield file.source.problem(path, *fault, at=target)


def figures_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the target of each link to a value."""
    for link in LINK.finditer(text) if f"]({VALUE}" in text else ():
        if link["target"].startswith(VALUE):
            yield link["words"], link["target"]


def fault_of_figure(words: str, target: str, language: str, files: Files) -> Fault | None:
    """Return what is wrong with a figure in a text of a language; None where nothing is."""
    name = target.removeprefix(VALUE)
    marks = _marks(language, files)
    try:
        figure = _find(name, files)
    except NoFigureError as error:
        return error.fault
    if figure is None or marks is None or _says(words, figure, marks):
        return None
    right = _written(words, figure, marks)
    return f"The figure “{words}” is not that of '{name}'.", f"Write “{right}”."


def _find(name: str, files: Files) -> Figure | None:
    """Return the figure of that name; None where its file is wrong itself."""
    first, *steps = name.split(".")
    holders = {stem(file): file for file in files.of(COMPANY, *TOOL_KINDS)}
    if first not in holders:
        raise NoFigureError(f"There is no tool '{first}'.", did_you_mean(first, tuple(holders)))
    file = holders[first]
    if first == COMPANY:
        account, _, figure = name.removeprefix(f"{COMPANY}.").partition(".")
        steps = ["accounts", account, "figures", figure, "value"]
    if len(steps) > len(RESULT) and steps[0] == RESULT[0] and steps[2] == RESULT[1]:
        return _result(file, steps, files.languages)
    path = _way(file.source.value, steps)
    if path not in file.right:
        return None
    number = _number(_at(file, path), name)
    unit = _at(file, (*path[:-1], "unit")) if first == COMPANY else {}
    in_hundredths = isinstance(unit, Mapping) and PERCENT in unit.values()
    return Figure(value=number, in_hundredths=in_hundredths)


def _number(value: object, name: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        message = f"What stands at '{name}' is no number but {kind_of(value)}."
        raise NoFigureError(message, "Name the way to a number.")
    return Decimal(value)


def _result(file: Fitted, steps: Sequence[str], languages: tuple[str, ...]) -> Figure | None:
    """Return a number that the engine gives for an example; None where that does not work."""
    [position, *_] = _way(file.source.value, steps[:2])[1:]
    outputs = result_of(file, int(position), languages)
    if not outputs:
        return None
    value = _below(outputs, _way(outputs, steps[3:]))
    number = _number(value, ".".join(steps))
    outputs_of = (each for _, each in file.each("outputs", "*"))
    units = [each.get("unit", {}) for each in outputs_of if each["id"] == steps[3]]
    return Figure(value=number, in_hundredths=any(PERCENT in unit.values() for unit in units))


def _way(value: object, steps: Sequence[str]) -> Path:
    """Return the path of a value that is named by keys, by ids in lists, or by positions."""
    if not steps:
        return ()
    known = {_name(key, inner): (key, inner) for key, inner in entries(value)}
    known |= {str(key): (key, inner) for key, inner in entries(value)}
    # The id of a question holds a full stop.
    for length in (1, 2):
        key, inner = known.get(".".join(steps[:length]), (None, None))
        if key is not None:
            return (key, *_way(inner, steps[length:]))
    message = f"Nothing is called '{steps[0]}' where the figure is taken from."
    raise NoFigureError(message, did_you_mean(steps[0], tuple(known)))


def _name(key: str | int, inner: object) -> str:
    own = inner.get("id") if isinstance(inner, Mapping) and isinstance(key, int) else None
    return str(key if own is None else own)


def _at(file: Fitted, path: Path) -> object:
    return _below(file.source.value, path)


def _below(value: object, path: Path) -> object:
    def below(around: object, key: str | int) -> object:
        return dict(entries(around)).get(key)

    return reduce(below, path, value)


def _marks(language: str, files: Files) -> NumberMarks | None:
    file = files.stems["language"].get(language)
    records: list[Data] = [record for _, record in file.each("numbers")] if file else []
    if not records or records[0]["decimal"] == records[0]["group"]:
        return None
    return NumberMarks(**records[0])


def _says(words: str, figure: Figure, marks: NumberMarks) -> bool:
    """Whether words are the figure as a language writes it, with as many decimals as they like."""
    number, word, percent = _parts(words, marks)
    value = figure.as_percent() if percent else figure.value
    plain = number.replace(marks.group, "") if marks.group else number
    if word is None or not re.fullmatch(rf"{MINUS}?\d+({re.escape(marks.decimal)}\d+)?", plain):
        return False
    whole, _, rest = plain.partition(marks.decimal)
    said = Decimal(f"{whole}.{rest}0".replace(MINUS, "-"))
    # Below the number from which a language needs groups, a text may have them or not.
    allowed = {grouped(int(said), each) for each in (marks, replace(marks, grouped_from=1000))}
    return said.scaleb(word) == value and number.partition(marks.decimal)[0] in allowed


def _written(words: str, figure: Figure, marks: NumberMarks) -> str:
    """Return the figure in the manner of some words: in millions, in per cent, with their sign."""
    number, word, percent = _parts(words, marks)
    value = (figure.as_percent() if percent else figure.value).scaleb(-(word or 0))
    return grouped(value, marks) + (words[len(number) :] if number and word is not None else "")


def _parts(words: str, marks: NumberMarks) -> tuple[str, int | None, bool]:
    """Return the number in some words, the zeros of the word after it, and whether % follows.

    None stands for the zeros of a word that is no multiple.
    """
    digits = re.match(rf"[{MINUS}\d{re.escape(marks.decimal + marks.group)}]*", words)
    number = digits.group().rstrip() if digits else ""
    rest = words[len(number) :].strip()
    word = rest.removesuffix(PERCENT).strip()
    zeros = {"": 0} | {each["word"]: int(each["zeros"]) for each in marks.multiples}
    return number, zeros.get(word), rest.endswith(PERCENT)


def tables_of_tools_are_there(files: Files) -> Iterator[Problem]:
    """A part shows the scale of a question that its tool has, and what else that tool has."""
    held = {stem(file): file for file in files.of(*TOOL_KINDS)}
    tools: dict[str, Data] = {name: tool for name, file in held.items() for _, tool in file.each()}
    for module in files.of("module"):
        scales = (
            *module.each("parts", "*", "scale"),
            *module.each("parts", "*", "scales", "*"),
        )
        for path, scale in scales:
            tool = tools.get(scale["tool"])
            if tool and not question_of(tool, scale["question"]):
                message = f"The tool '{scale['tool']}' has no question '{scale['question']}'."
                hint = did_you_mean(scale["question"], tuple(_questions(held[scale["tool"]])))
                yield module.source.problem((*path, "question"), message, hint)
        for path, name in module.each("parts", "*", "questions"):
            tool = tools.get(name)
            if tool and not tool.get("dimensions"):
                message = f"The tool '{name}' has no questions."
                yield module.source.problem(path, message, "Name another tool, or delete the key.")
        for path, name in module.each("parts", "*", "bands"):
            tool = tools.get(name)
            if tool and not tool.get("bands"):
                message = f"The tool '{name}' has no bands."
                yield module.source.problem(path, message, "Name another tool, or delete the key.")


def _questions(tool: Fitted) -> Iterator[str]:
    for _, name in tool.each("dimensions", "*", "questions", "*", "id"):
        yield str(name)
    for path, name in tool.each("inputs", "*", "id"):
        yield str(name)
        for _, field in tool.each("inputs", path[1], "fields", "*", "id"):
            yield f"{name}.{field}"


FIGURE_RULES: tuple[Rule, ...] = (figures_are_those_of_their_source, tables_of_tools_are_there)
