"""The value of an Excel cell as text: numbers in full, days as ISO dates, percents as shown.

Excel keeps a day as a number and a percent as its hundredth; only the format of the cell tells.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

GENERAL, DAY, PERCENT = "general", "day", "percent"

BUILT_IN: Mapping[int, str] = {
    **dict.fromkeys((9, 10), PERCENT),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), DAY),
}
"""Numbers of formats that no file spells out; 27 to 36 and 50 to 58 are East Asian days."""

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DAY_LETTERS = re.compile(r"[ymdhs年月日]", re.IGNORECASE)

FIRST_DAYS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
"""Day 0 of a workbook: the first has a 29 February 1900 that never was, the second is the Mac's."""
LAST_DAY = 2_958_466
"""31 December 9999 and a day."""

UNCOUNTED = "#UNCOUNTED!"
"""Stands for a formula whose result nobody has worked out yet."""


def kind_of_format(number: int, spelled: str | None) -> str:
    """Return what a number format makes of a number."""
    if spelled is None:
        return BUILT_IN.get(number, GENERAL)
    first = _QUOTED.sub("", spelled.split(";")[0])
    if "%" in first:
        return PERCENT
    return DAY if _DAY_LETTERS.search(first) and "0" not in first and "#" not in first else GENERAL


def number_text(written: str, kind: str, *, since_1904: bool) -> str:
    """Return a number of a cell: 3.0 as 3, 0.12 as 12% and 45000 as 2023-03-15 by its format.

    Excel keeps 17 digits of a binary number and shows 15; so does this.
    """
    try:
        number = Decimal(written)
    except InvalidOperation:
        return written
    if not number.is_finite() or abs(number.adjusted()) > 310:
        return written
    if kind == DAY:
        return _day(number, since_1904=since_1904)
    if kind == PERCENT:
        return f"{_plain(number * 100)}%"
    return _plain(number)


def _plain(number: Decimal) -> str:
    rounded = Decimal(f"{number:.14e}")
    if abs(rounded.adjusted()) > 40:
        return f"{rounded.normalize():e}"
    text = f"{rounded:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _day(number: Decimal, *, since_1904: bool) -> str:
    if not 0 <= number < LAST_DAY:
        return _plain(number)
    moment = FIRST_DAYS[since_1904] + timedelta(seconds=round(number * 86400))
    if number < 1:
        return moment.strftime("%H:%M")
    whole = moment.hour == moment.minute == moment.second == 0
    return moment.date().isoformat() if whole else moment.isoformat(sep=" ", timespec="minutes")


def column_of(reference: str) -> int:
    """Return the place of a column from 0: A1 is 0, AB7 is 27; -1 where there is none."""
    place = 0
    for letter in reference[:4]:
        if not "A" <= letter <= "Z":
            break
        place = place * 26 + ord(letter) - 64
    return place - 1
