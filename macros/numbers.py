"""Say numbers on a page: ranges of inputs and bands, times of a session."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from assessments.border.reading import write_json
from assessments.questionnaires.models import MODELS
from assessments.words.plurals import place_of
from assessments.words.sentence import GAP
from macros.courses import spoken as said
from macros.gaps import gaps
from macros.languages import Language, NumberMarks
from macros.values import Data

LETTERS = "XYZUVWABC"
GROUP = 3
"""Digits between two marks of a large number."""
MOST_CHOICES = 7
"""A list of numbers longer than this is slower than typing."""


def filled(pattern: str, marks: NumberMarks, /, **values: object) -> str:
    """Return one of the site's own sentences with its {gaps} filled, or raise LookupError.

    No form is chosen among: `playbook check` refuses {count:cell|cells} in interface.yml.
    """
    for gap in gaps(pattern):
        if gap.name not in values or gap.forms:
            known = ", ".join(f"{{{name}}}" for name in values)
            raise LookupError(f"nothing fills in {gap.written} of “{pattern}”; known: {known}")
    return GAP.sub(lambda place: shown(values[place[1]], marks), pattern)


def unfilled(pattern: str) -> str:
    """Return a pattern with a letter in place of each {gap}: "X holds Y %"."""
    letters: dict[str, str] = {}

    def letter(place: re.Match[str]) -> str:
        name, forms = place.groups()
        if forms is not None:
            # The last form fits most numbers in every language.
            return str(forms).rpartition("|")[2]
        return letters.setdefault(name, LETTERS[len(letters)])

    return GAP.sub(letter, pattern)


def typed(value: object) -> str:
    """Return a number without idle zeros, as one types it; anything else as it is."""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def typable(value: object, marks: NumberMarks) -> str:
    """Return a number as one types it in a language, so that nothing else can be read.

    A fourth digit behind a comma cannot be part of a group of thousands of another language.
    """
    whole, _, rest = typed(value).partition(".")
    if not isinstance(value, int | Decimal) or not rest:
        return typed(value)
    is_short = whole.strip("-") != "0" and len(whole.strip("-")) <= GROUP
    could_be_group = marks.decimal != "." and len(rest) == GROUP and is_short
    return f"{whole}{marks.decimal}{rest}{'0' * could_be_group}"


def form_marks(spoken: Language, others: Sequence[Language]) -> str:
    """Return, as JSON, how the forms of a language read numbers: docs/assets/js/form/numbers.js.

    A word of another language counts too, where the language itself does not use it otherwise.
    """
    marks = spoken.numbers
    multiples = {each["word"]: each for each in marks.multiples}
    for other in others:
        multiples = {each["word"]: each for each in other.numbers.multiples} | multiples
    return write_json(
        {
            "decimal": marks.decimal,
            "group": marks.group,
            "groupedFrom": marks.grouped_from,
            "percent": spoken.joints.percent,
            "multiples": list(multiples.values()),
        }
    ).strip()


def shown(value: object, marks: NumberMarks) -> str:
    """Return a number with a decimal mark of its language and a true minus sign; else the value.

    It has no groups of digits: readers type such numbers into a form, which takes none.
    """
    if not isinstance(value, int | Decimal):
        return str(value)
    return typed(value).replace(".", marks.decimal).replace("-", "\u2212")


def grouped(value: object, marks: NumberMarks) -> str:
    """Return a number as a sentence or a table has it, large ones in groups: 2,515,443."""
    text = shown(value, marks)
    if not isinstance(value, int | Decimal) or abs(Decimal(value)) < marks.grouped_from:
        return text
    whole, mark, rest = text.partition(marks.decimal)
    digits = whole.removeprefix("\u2212")
    first = len(digits) % GROUP or GROUP
    groups = [digits[:first], *(digits[i : i + GROUP] for i in range(first, len(digits), GROUP))]
    return whole[: len(whole) - len(digits)] + marks.group.join(groups) + mark + rest


def unit_of(unit: str, spoken: Language, value: object = None) -> str:
    """Return the form of a unit, "visit|visits", that fits a number; the last one beside none."""
    forms = unit.split("|")
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return forms[-1]
    return forms[min(place_of(spoken.plural, value), len(forms) - 1)]


def range_text(field: Data, marks: NumberMarks, words: Mapping[str, Data]) -> str:
    """Return the limits of an input and its default: "1 to 5, whole number, default 3"."""
    say = words["tool"]
    patterns = {"minimum": "at_least", "maximum": "at_most", "above": "above", "below": "below"}
    limits = {key: field[key] for key in patterns if key in field}
    if "minimum" in limits and "maximum" in limits:
        parts = [filled(say["from_to"], marks, **limits)]
    else:
        parts = [filled(say[patterns[key]], marks, **{key: limit}) for key, limit in limits.items()]
    if field["type"] == "integer" and parts and not is_choice(field):
        parts.append(say["whole"])
    default = field.get("default")
    if isinstance(default, int | Decimal) and not isinstance(default, bool):
        parts.append(filled(say["default"], marks, default=default))
    return str(words["units"]["comma"]).join(parts)


def is_choice(field: Data) -> bool:
    """Tell whether a whole number has so few values that one chooses it from a list."""
    if field["type"] != "integer" or "minimum" not in field or "maximum" not in field:
        return False
    return bool(field["maximum"] - field["minimum"] < MOST_CHOICES)


def band_ranges(tool: Data, marks: NumberMarks, words: Mapping[str, Data]) -> list[str]:
    """Return the stretch of each band: "40 to under 60"; nothing where bands have no scale."""
    starts = [band.get("from") for band in tool.get("bands", ())]
    if not starts or any(start is None for start in starts):
        return []
    model = MODELS.get(tool["model"])
    if model is not None and model.telling.in_stages:
        return [shown(start, marks) for start in starts]
    say = words["tool"]
    ranges = [
        filled(say["from_under"], marks, minimum=start, below=end)
        for start, end in pairwise(starts)
    ]
    return [*ranges, filled(say["and_more"], marks, minimum=starts[-1])]


def run_sheet(entries: Sequence[Data]) -> Iterator[dict[str, object]]:
    """Yield the entries of a session with the time at which each begins: 0:00, 0:15."""
    start = 0
    for entry in entries:
        yield {**entry, "start": clock(start)}
        start += int(entry["minutes"])


def clock(minutes: int) -> str:
    """Return minutes from a start as a clock shows them: 75 is 1:15."""
    return said.clock(minutes, None)


def duration(minutes: int, words: Mapping[str, Data]) -> str:
    """Return how long something takes: 45 min, 6 h, 7 h 40 min."""
    return said.duration(minutes, words["units"])


def chosen(value: object, marks: NumberMarks, field: Data) -> str:
    """Return a value as a reader calls it: the label of an option, a number without idle zeros."""
    for option in field.get("options", ()):
        if option["id"] == value:
            return str(option["label"])
    return shown(value, marks)
