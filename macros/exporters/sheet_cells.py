"""A cell to fill in: what may stand in it, how it shows it, what it says to who errs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from macros.numbers import is_choice, range_text, shown
from macros.values import Data
from macros.views import Book

FORMATS = {"date": "yyyy-mm-dd", "text": "@"}
"""How a spreadsheet shows what is typed. A text stays as it is: 00123, 1-2."""
EARLIEST = date(1900, 3, 1)
LONGEST_MESSAGE = 255
FARTHEST = 10**15
"""Beyond this a spreadsheet does not keep a number as it was typed."""

Rule = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What may stand in a cell to fill in."""

    choices: Sequence[str] = ()
    """The words to choose from; none where something is typed."""
    kind: str = "text"
    """list, date, decimal or integer, as spreadsheets call it; text."""
    limits: tuple[Decimal | int | None, Decimal | int | None] = (None, None)
    message: str = ""
    """What a spreadsheet says of anything else."""
    only: bool = False
    """Whether nothing but a choice is taken; else the spreadsheet asks whether to go on."""

    @property
    def number_format(self) -> str:
        """Return how a spreadsheet shows what is typed; empty where it decides by itself."""
        return FORMATS.get(self.kind, "")

    @property
    def centred(self) -> bool:
        """Whether what is chosen is so short that it stands in the middle."""
        return bool(self.choices) and all(len(each) <= 3 for each in self.choices)

    def rule(self, source: Callable[[Sequence[str]], object]) -> Rule | None:
        """Return the rule of the cell for the spreadsheet; None where anything may stand."""
        if self.choices:
            rule: Rule = {"validate": "list", "source": source(self.choices)}
        elif self.kind == "date":
            rule = {"validate": "date", "criteria": ">=", "value": EARLIEST}
        elif self.kind in ("decimal", "integer"):
            low, high = (
                float(limit) if limit is not None else far
                for limit, far in zip(self.limits, (-FARTHEST, FARTHEST), strict=True)
            )
            rule = {"validate": self.kind, "criteria": "between", "minimum": low, "maximum": high}
        else:
            return None
        said = {"error_message": self.message[:LONGEST_MESSAGE]} if self.message else {}
        return {**rule, **said, "error_type": "stop" if self.only else "warning"}


TEXT = Cell()


def chosen_from(choices: Sequence[str], *, only: bool = True) -> Cell:
    """Return a cell in which one chooses."""
    return Cell(choices=tuple(choices), kind="list", only=only)


def day(book: Book) -> Cell:
    """Return a cell for a day."""
    return Cell(kind="date", message=str(book.words["sheet"]["day_like"]))


def yes_or_no(book: Book) -> Cell:
    """Return a cell for a fact."""
    return chosen_from([book.words["tool"]["yes"], book.words["tool"]["no"]])


def cell_of(field: Data, book: Book) -> Cell:
    """Return the cell for one value of an input."""
    kind = field["type"]
    if kind == "boolean":
        return yes_or_no(book)
    if kind == "date":
        return day(book)
    choices = choices_of(field, book)
    if choices:
        return chosen_from(choices)
    if kind in ("number", "integer"):
        return Cell(
            kind="decimal" if kind == "number" else "integer",
            limits=(field.get("minimum"), field.get("maximum")),
            message=range_text(field, book.spoken.numbers, book.words),
        )
    return TEXT


def choices_of(field: Data, book: Book) -> Sequence[str]:
    """Return the words that an input lets one choose from; none where it is typed."""
    words = book.words["tool"]
    na = [words["na_short"]] if field.get("accepts_na") else []
    if field["type"] == "choice":
        return [*(str(option["label"]) for option in field["options"]), *na]
    if not is_choice(field):
        return []
    labels = {anchor["value"]: str(anchor["label"]) for anchor in field.get("anchors", ())}
    values = range(int(field["minimum"]), int(field["maximum"]) + 1)
    numbers = [shown(value, book.spoken.numbers) for value in values]
    named = [
        f"{number} {labels[value]}" if value in labels else number
        for value, number in zip(values, numbers, strict=True)
    ]
    return [*named, *na]
