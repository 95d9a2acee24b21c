"""Read a portfolio of accounts from CSV: the good rows, and every problem with its line.

Files come from spreadsheets in many hands: with a BOM or without, with CRLF, separated by commas,
semicolons or tabs, in UTF-8 or GBK, with decimal commas where the comma separates nothing.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from io import StringIO

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote, shortened
from assessments.calculators.formula_parts.account_classes import (
    LETTERS,
    SCHEMES,
    TIERS,
    class_names,
)
from assessments.calculators.input_reader import Table
from assessments.calculators.values import Values
from assessments.numbers.exact import DIGITS_BEFORE_POINT, LIMIT
from assessments.words import Phrase

COLUMNS = ("id", "class", "weight", "minimum")
"""What a portfolio file may hold; the first two must be there."""

MOST_ACCOUNTS = 20_000
SEPARATORS = ",;\t"
"""Marks that may part the cells of a row."""

TIER_WORDS = {"战略": "strategic", "重点": "key", "普通": "ordinary", "一般": "ordinary"}
"""Chinese word for a tier -> tier."""

FILE_ERRORS = {
    "E_CSV_EMPTY": "",
    "E_CSV_HEADER": "found",
    "E_CSV_COLUMNS": "line found expected",
    "E_CSV_QUOTE": "line",
    "E_CSV_SIZE": "limit",
    "E_CSV_ENCODING": "",
}
"""Problems of a file for which the engine has no words, and what their sentences may quote."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?")
_DECIMAL_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")
_TWO_READINGS = re.compile(r"([+-]?[1-9][0-9]{0,2})[.,]([0-9]{3})")
"""1,000 and 1.000: a thousand to some, one to others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """What one file says."""

    accounts: tuple[Mapping[str, object], ...] = ()
    """The rows without a problem, as the calculator takes them."""
    lines: tuple[int, ...] = ()
    """For each account its line in the file, from 1."""
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    """Names of columns that were not read."""


def decode(content: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 with a BOM, or GBK."""
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise EngineError([Problem("E_CSV_ENCODING")])


def read_accounts(text: str, before: Values) -> Table:
    """Return the accounts of a CSV text that stands in the place of the list of accounts."""
    scheme = before["scheme"]
    portfolio = read_portfolio(text, scheme if isinstance(scheme, str) else LETTERS)
    return Table(
        rows=portfolio.accounts,
        problems=[
            replace(each, path=f".{each.path}" if each.path.startswith("lines") else "")
            for each in portfolio.problems
        ],
        ignored=tuple(name for name in portfolio.ignored if name),
    )


def read_portfolio(
    text: str, scheme: str = LETTERS, columns: Mapping[str, str] | None = None
) -> Portfolio:
    """Return the accounts of a CSV text; columns: id, class … -> the name that the file uses."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return Portfolio(problems=(Problem("E_CSV_EMPTY"),))
    rows = _Rows(separator=_separator(text))
    lines = list(rows.read(text))
    if rows.problems:
        return Portfolio(problems=tuple(rows.problems))
    if not lines:
        # Separators alone.
        return Portfolio(problems=(Problem("E_CSV_EMPTY"),))
    header = [cell.strip() for cell in lines[0][1]]
    names = _columns(header, columns or {})
    if names is None:
        found = shortened(", ".join(header))
        return Portfolio(problems=(Problem("E_CSV_HEADER", "lines[1]", {"found": found}),))
    if len(lines) == 1:
        return Portfolio(problems=(Problem("E_EMPTY", "accounts"),))
    return _portfolio(lines, names, scheme, rows.separator)


@dataclass(slots=True, kw_only=True)
class _Rows:
    """Splits a text into rows of cells."""

    separator: str
    problems: list[Problem] = field(default_factory=list)

    def read(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Give each row that is not blank, with its line."""
        reader = csv.reader(StringIO(text, newline=""), delimiter=self.separator, strict=True)
        try:
            for row in reader:
                if any(cell.strip() for cell in row):
                    yield reader.line_num, row
        except csv.Error as error:
            line, limit = reader.line_num, csv.field_size_limit()
            # The csv module has one exception for both, and names the limit where one is broken.
            code = "E_CSV_CELL" if str(limit) in str(error) else "E_CSV_QUOTE"
            values = {"line": line, "limit": limit}
            self.problems.append(Problem(code, f"lines[{line}]", values))


def _separator(text: str) -> str:
    """Return the mark that stands most often in the first row that is not blank."""
    said = (line for line in text.splitlines() if line.strip(" " + SEPARATORS))
    return max(SEPARATORS, key=next(said, text).count)


def _columns(header: Sequence[str], named: Mapping[str, str]) -> Sequence[str | None] | None:
    """Return what each column holds, None for one that is not read; None if id or class lacks."""
    wanted = {named.get(column, column).strip().casefold(): column for column in COLUMNS}
    names = [wanted.get(cell.casefold()) for cell in header]
    found = [name for name in names if name]
    once = len(found) == len(set(found))
    return names if once and {"id", "class"} <= set(found) else None


def _portfolio(
    lines: Sequence[tuple[int, list[str]]],
    names: Sequence[str | None],
    scheme: str,
    separator: str,
) -> Portfolio:
    problems: list[Problem] = []
    good: list[tuple[int, Mapping[str, object]]] = []
    seen: dict[str, int] = {}
    for line, cells in lines[1 : MOST_ACCOUNTS + 1]:
        row = _Row(
            line=line,
            names=names,
            header=lines[0][1],
            cells=cells,
            scheme=scheme,
            separator=separator,
        )
        account = row.read(seen)
        problems += row.problems
        if not row.problems:
            good.append((line, account))
    if len(lines) - 1 > MOST_ACCOUNTS:
        problems.append(Problem("E_CSV_SIZE", "accounts", {"limit": MOST_ACCOUNTS}))
    return Portfolio(
        accounts=tuple(account for _, account in good),
        lines=tuple(line for line, _ in good),
        problems=tuple(problems),
        ignored=tuple(
            cell.strip() for cell, name in zip(lines[0][1], names, strict=True) if name is None
        ),
    )


@dataclass(slots=True, kw_only=True)
class _Row:
    """Reads one row and gathers its problems."""

    line: int
    names: Sequence[str | None]
    """What each column holds; None for one that is not read."""
    header: Sequence[str]
    """What the file calls each column."""
    cells: Sequence[str]
    scheme: str
    separator: str
    problems: list[Problem] = field(default_factory=list)

    def read(self, seen: dict[str, int]) -> Mapping[str, object]:
        """Return the account of the row; seen: ids so far, each with its line."""
        if len(self.cells) != len(self.names):
            counts = {"found": len(self.cells), "expected": len(self.names)}
            values = {"line": self.line, **counts}
            self.problems.append(Problem("E_CSV_COLUMNS", f"lines[{self.line}]", values))
            return {}
        given = {
            name: cell.strip() for name, cell in zip(self.names, self.cells, strict=True) if name
        }
        account: dict[str, object] = {"id": given["id"], "class": self.group(given["class"])}
        if not given["id"]:
            self.note("E_ID", "id")
        elif given["id"] in seen:
            self.note("E_DUP_ID", "id", found=quote(given["id"]), first=seen[given["id"]])
        seen.setdefault(given["id"], self.line)
        for name in ("weight", "minimum"):
            if given.get(name):
                account[name] = self.number(name, given[name])
        return account

    def group(self, word: str) -> str:
        """Return the class or tier that a word in any letter case names."""
        classes = SCHEMES[self.scheme]
        known = {each.casefold(): each for each in classes}
        if self.scheme == TIERS:
            known |= TIER_WORDS
        if word.casefold() in known:
            return known[word.casefold()]
        letter = self.scheme == TIERS and word.upper() in SCHEMES[LETTERS]
        code = "E_CLASS_LETTER" if letter else "E_CLASS"
        self.note(code, "class", found=quote(word), options=class_names(self.scheme))
        return word

    def number(self, name: str, written: str) -> Decimal | None:
        """Return the number of a cell; a decimal comma counts where the comma does not separate."""
        if found := _TWO_READINGS.fullmatch(written):
            self.note("E_NUMBER", name, "two_readings", **_readings(written, found))
            return None
        if self.separator != ",":
            written = _DECIMAL_COMMA.sub(r"\1.\2", written)
        if not _NUMBER.fullmatch(written):
            self.note("E_NUMBER", name, found=quote(written))
            return None
        number = Decimal(written)
        rule = Phrase("rule.above" if name == "weight" else "rule.at_least", {"low": 0})
        if number >= LIMIT:
            rule = Phrase("rule.digits", {"digits": DIGITS_BEFORE_POINT})
        if number < 0 or (name == "weight" and number == 0) or number >= LIMIT:
            self.note("E_RANGE", name, found=quote(number), rule=rule)
        return number

    def note(self, code: str, name: str, case: str = "", **values: object) -> None:
        """Note a problem of one cell."""
        place = {"line": self.line, "column": self.header[self.names.index(name)].strip()}
        path = f"lines[{self.line}].{name}"
        self.problems.append(Problem(code, path, {**place, **values}, case))


def _readings(written: str, found: re.Match[str]) -> dict[str, object]:
    """Return what a number with two readings can mean, and how to write it with a point."""
    whole, decimals = found.groups()
    rest = decimals.rstrip("0")
    return {
        "found": written,
        "decimal": f"{whole}.{rest}" if rest else whole,
        "whole": whole + decimals,
        # A zero more or fewer than three decimals, so that it has one reading.
        "clear": f"{whole}.{rest or '0'}" if len(rest) < 3 else f"{whole}.{rest}0",
    }
