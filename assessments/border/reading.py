"""Read and write JSON exactly: decimals stay decimals, and what cannot be exact is refused."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import Unreadable, quote

LONGEST_TEXT = 8_000_000
"""Characters; a portfolio of 20,000 accounts needs fewer."""
DEEPEST = 60
"""Lists and objects inside each other; a definition needs 8."""
LONGEST_NUMBER = 1000
"""Characters of a number, and the largest exponent: 10^400 is read, to be refused by its rule."""

_BETWEEN_BRACKETS = re.compile(
    r"""(?: [^"\[\]{}]++ | "[^"\\]*+(?:\\.[^"\\]*+)*+" )++""", re.DOTALL | re.VERBOSE
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(text: str) -> object:
    """Return the value that a JSON text holds: None, bool, int, Decimal, str, list and dict.

    A number that cannot be used becomes Unreadable, so that the rule of its place refuses it.
    """
    if len(text) > LONGEST_TEXT:
        raise _refused("E_SIZE", limit=LONGEST_TEXT, found=len(text))
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise EngineError([Problem("E_JSON", case="empty")])
    if _deeper_than_allowed(text):
        raise _refused("E_DEPTH", limit=DEEPEST)
    try:
        value: object = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise _refused("E_JSON", line=error.lineno, column=error.colno) from None
    if _ESCAPED_SURROGATE.search(text) or not _is_writable(text):
        _refuse_lone_surrogates(value)
    return value


def _is_writable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refused(code: str, path: str = "", **values: object) -> EngineError:
    return EngineError([Problem(code, path, values)])


def _deeper_than_allowed(text: str) -> bool:
    """Tell before decoding, because the decoder calls itself for each level."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    depth = 0
    for mark in _BETWEEN_BRACKETS.sub("", text):
        if mark in "[{":
            depth += 1
            if depth > DEEPEST:
                return True
        elif mark in "]}":
            depth -= 1
    return False


def _read_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) != len(pairs):
        # The JSON module would keep the last one and say nothing.
        seen: set[str] = set()
        problems = []
        for key, _ in pairs:
            if key in seen:
                problems.append(Problem("E_DUPLICATE_KEY", "", {"key": quote(key)}))
            seen.add(key)
        raise EngineError(problems)
    return record


def _read_decimal(text: str) -> object:
    mantissa, _, exponent = text.lower().partition("e")
    size = int(exponent or 0) if len(exponent) <= 6 else LONGEST_NUMBER + 1
    if len(mantissa) > LONGEST_NUMBER or abs(size) > LONGEST_NUMBER:
        return Unreadable(text)
    return Decimal(text)


def _read_integer(text: str) -> object:
    return int(text) if len(text) <= LONGEST_NUMBER else Unreadable(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_read_object,
    parse_float=_read_decimal,
    parse_int=_read_integer,
    parse_constant=Unreadable,
)


def _refuse_lone_surrogates(value: object) -> None:
    """Half of a character pair cannot be written as UTF-8, so it must not enter."""
    if isinstance(value, str):
        if _LONE_SURROGATE.search(value):
            raise _refused("E_TEXT")
    elif isinstance(value, list):
        for item in value:
            _refuse_lone_surrogates(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            _refuse_lone_surrogates(key)
            _refuse_lone_surrogates(item)


def write_json(value: object) -> str:
    """Write a value with sorted keys and exact numbers: the same bytes wherever Python runs."""
    try:
        return _FAST.encode(value) + "\n"
    except _NotExactError:
        return _written(value) + "\n"


class _NotExactError(Exception):
    """A decimal that no float writes with the same digits."""


def _as_float(value: object) -> float:
    if isinstance(value, Decimal):
        return _float_of(value)
    raise TypeError(f"a report holds no {type(value).__name__}")


@lru_cache(maxsize=4096)
def _float_of(value: Decimal) -> float:
    number = float(value)
    # repr() of a float is the shortest text that reads back the same, on every platform.
    text = repr(number)
    if text == str(value) or ("e" not in text and Decimal(text) == value):
        return number
    raise _NotExactError


_FAST = json.JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False, default=_as_float)
_TEXT = json.JSONEncoder(ensure_ascii=False)


def _written(value: object) -> str:
    if isinstance(value, Decimal):
        whole, _, decimals = format(value, "f").partition(".")
        return f"{whole}.{decimals.rstrip('0') or '0'}"
    if isinstance(value, Mapping):
        items = sorted(value.items())
        return "{" + ", ".join(f"{_TEXT.encode(k)}: {_written(v)}" for k, v in items) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_written(item) for item in value) + "]"
    return _FAST.encode(value)
