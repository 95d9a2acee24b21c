"""Keys of an input that nobody reads: told in one order, whatever order the input has them in."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest

from assessments.border.problems import MOST_LISTED, Problem, first_of
from assessments.border.quoting import quote


def unknown_keys(keys: Sequence[object], path: str, case: str) -> Iterator[Problem]:
    """Yield the problem of each unknown key; case: which sentence of E_SHAPE tells it."""
    found = (
        Problem("E_SHAPE", f"{path}{_key(key)}", {"key": quote(key)}, case)
        for key in nsmallest(MOST_LISTED, keys, key=_by_text)
    )
    return first_of(found, len(keys))


def _by_text(key: object) -> tuple[bool, str]:
    is_text = isinstance(key, str)
    return not is_text, str(key) if is_text else quote(key)


def _key(key: object) -> str:
    return quote(key).removeprefix("“").removesuffix("”")
