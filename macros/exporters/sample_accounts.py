"""The fictional company's accounts to try the page of lists with: CSV, as people export it."""

from collections.abc import Iterator, Mapping, Sequence

from assessments.tables.csv_writing import csv_lines
from macros.values import Data
from macros.views import Book

TIERS, CLASSES = "customer-value-tiering", "fortune-telling-selection"
TOOLS = (TIERS, CLASSES)
SUPPLIER = "qinglan"
COUNT = 26
"""Accounts that the company has."""
MONEY, LARGEST = "our-revenue", 2_400
"""The value of a column that no question reads, and thousands of it of the largest account."""
LEVELS: Mapping[str, Sequence[str]] = {
    TIERS: (
        "3322 3323 3323", "2323 3232 2222", "1222 1112 1110", "2222 3333 3232", "1010 1001 0110",
        "1212 2121 1211",
    ),
    CLASSES: (
        "333 223 32233 3333 323", "323 222 32322 2332 333", "111 112 12111 1112 332",
        "232 323 33223 3323 122", "101 011 11010 0101 010", "211 112 21211 2111 211",
    ),
}  # fmt: skip
"""How the accounts that have a name were answered; the others follow from their numbers."""
BLANK, LAST, SPOILT = 9, 17, 21
"""Numbers of an account with few answers, of one with one open, of one with a word in a cell."""
RAW = {"current.3": ("wallet-share", ("4%", "22%", "45%", "70%")),
       "current.4": ("days-late", ("95", "48", "21", "0"))}  # fmt: skip
"""Question -> its raw value, and such a value for each answer."""


def sample_accounts(book: Book, tool: str) -> str:
    """Return the list for a tool in the language of a book."""
    names = [each["name"] for each in book.company["accounts"] if each["id"] != SUPPLIER]
    alias = book.words["portfolio"]["sample_account"]
    questions = [
        question for part in book.tools[tool]["dimensions"] for question in part["questions"]
    ]
    rows: list[Sequence[object]] = [_header(book, questions)]
    for number in range(1, COUNT + 1):
        name = names[number - 1] if number <= len(names) else alias.replace("{number}", str(number))
        levels = _levels(tool, number, len(questions))
        cells = [_cell(each["id"], level) for each, level in zip(questions, levels, strict=True)]
        money = LARGEST // number * 1_000
        rows.append([name, "ABC"[min(2, number % 5)], *_spoilt(book, number, cells), money])
    return csv_lines(rows)


def _header(book: Book, questions: Sequence[Data]) -> list[str]:
    guide, language = book.playbook.portfolio, book.language
    values = {each["id"]: each["headers"][language][0] for each in guide.get("values", ())}
    titles = [
        values.get(RAW[each["id"]][0], each["text"]) if each["id"] in RAW else each["text"]
        for each in questions
    ]
    account, present = (guide[key]["headers"][language] for key in ("account", "present"))
    return [account[0], present[0], *titles, *([values[MONEY]] if MONEY in values else ())]


def _levels(tool: str, number: int, count: int) -> Iterator[str]:
    """Yield the answers of an account, - for a blank."""
    known = LEVELS[tool]
    given = known[(number - 1) % len(known)].replace(" ", "").ljust(count, "1")
    for place, level in enumerate(given[:count]):
        if (number == BLANK and place > 2) or (number == LAST and place == count - 1):
            yield "-"
        elif number > len(known):
            yield str(min(3, max(0, int(level) + (number * 7 + place * 5) % 3 - 1)))
        else:
            yield level


def _cell(question: str, level: str) -> str:
    if level == "-":
        return ""
    return RAW[question][1][int(level)] if question in RAW else level


def _spoilt(book: Book, number: int, cells: list[str]) -> list[str]:
    return [*cells[:-1], book.words["portfolio"]["sample_wrong"]] if number == SPOILT else cells
