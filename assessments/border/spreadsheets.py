"""Texts that a spreadsheet would run: what begins like a formula gets an apostrophe before it.

Spreadsheets take full-width marks for their narrow twins, and drop blanks and characters that
nobody sees before they look. A cell of blanks runs nothing, and stays blank.
"""

import re

_FORMULA = re.compile(
    "[\\s\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]*"
    "[=+@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b-]|[\t\r\n]\\s*\\S"
)


def harmless(text: str) -> str:
    """Return a text for a cell, with an apostrophe where it could run as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
