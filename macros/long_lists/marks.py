"""What Python does with the marks of a text, as expressions of DuckDB: blanks, formulas, ids."""

from macros.long_lists.database import text

BLANKS = r"\s\x{0b}\x{1c}-\x{1f}\x{85}\p{Z}"
"""What str.strip() takes away, inside the brackets of a regular expression."""
UNSEEN = (
    r"\x{ad}\x{61c}\x{115f}\x{1160}\x{180e}\x{200b}-\x{200f}\x{2028}-\x{202e}\x{2060}-\x{206f}"
    r"\x{3164}\x{feff}\x{ffa0}"
)
"""Marks that nobody sees, which assessments/border/spreadsheets.py passes over as well."""
STARTS = r"=+@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}\x{fe62}\x{fe63}\x{fe66}\x{fe6b}\-"
FORMULA = rf"^(?:[{BLANKS}{UNSEEN}]*[{STARTS}]|[\t\r\n][{BLANKS}]*[^{BLANKS}])"
PLAIN = "[A-Za-z0-9][A-Za-z0-9_.]*"
"""Most ids: nothing has to be done with them but to ignore the case."""
FULL_WIDTH = "".join(chr(0xFEE0 + mark) for mark in range(0x21, 0x7F))
NARROW = "".join(chr(mark) for mark in range(0x21, 0x7F))
COMMON = r"[ -~\x{3000}\x{4e00}-\x{9fff}\x{ff01}-\x{ff5e}À-ÖØ-Þà-öø-ÿ]*"
"""Names of which the expression below makes what one_id of assessments/portfolio/lists.py does."""


def is_blank(value: str) -> str:
    """Return the condition that a text holds nothing but blanks."""
    return f"regexp_full_match({value}, {text(f'[{BLANKS}]*')})"


def is_plain(value: str) -> str:
    """Return the condition that a text is an id of the usual kind."""
    return f"regexp_full_match({value}, {text(PLAIN)})"


def is_common(value: str) -> str:
    """Return the condition that common_id gives what Python gives."""
    return f"regexp_full_match({value}, {text(COMMON)})"


def common_id(value: str) -> str:
    """Return what two ids have in common that are one to a person; of common names only."""
    narrow = f"translate({value}, {text(FULL_WIDTH + chr(0x3000))}, {text(NARROW + ' ')})"
    whole = f"regexp_replace(trim({narrow}), ' +', ' ', 'g')"
    return f"lower(CASE WHEN {is_plain(value)} THEN {value} ELSE {whole} END)"


def harmless(value: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet could run it."""
    runs = f"regexp_matches({value}, {text(FORMULA)})"
    return f"CASE WHEN {is_plain(value)} OR NOT {runs} THEN {value} ELSE '''' || {value} END"


def shown_id(value: str) -> str:
    """Return an id without blanks around it; one that would run gets, or keeps, an apostrophe."""
    ends = text(f"^[{BLANKS}]+|[{BLANKS}]+$")
    stripped = f"regexp_replace({value}, {ends}, '', 'g')"
    return f"CASE WHEN {is_plain(value)} THEN {value} ELSE {harmless(f'({stripped})')} END"


def csv_cell(value: str) -> str:
    """Return a text as a cell of CSV; an empty one for NULL."""
    in_quotes = f"'\"' || replace({value}, '\"', '\"\"') || '\"'"
    needs = f"regexp_matches({value}, '[\",\\r\\n]')"
    return f"CASE WHEN {value} IS NULL THEN '' WHEN {needs} THEN {in_quotes} ELSE {value} END"
