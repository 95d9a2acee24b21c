"""How the readers bear 100,000 odd files and links: no exception, none over two seconds of work.

python bench/readers.py [files]

Each of them gets a share, drawn by hypothesis anew each time: portfolios as bytes, answers as text,
answers as the page reads them, answer sheets, and links. The first fault is shown with the smallest
text that has it.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from hypothesis import HealthCheck, given, settings

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.answer_files import TEXTS, Reader  # noqa: E402
from tests.filled_sheets import SheetReader  # noqa: E402
from tests.hostile_sheets import SHEETS, read_a_sheet  # noqa: E402
from tests.reader_fuzz import (  # noqa: E402
    answer_files,
    portfolio_files,
    read_a_portfolio,
    read_answers,
)
from tests.shared_links import LINKS, PROGRAM, read_a_link  # noqa: E402

NUMBER = 100_000
LONGEST = 2.0
"""Seconds that one file or link may take."""

Read = Callable[[Any], None]


def main(number: int) -> None:
    """Print how long each reader took for its share."""
    with TemporaryDirectory() as folder:
        _measure(number, SheetReader(Path(folder)))


def _measure(number: int, sheets: SheetReader) -> None:
    files, links = Reader(), Reader(PROGRAM)

    def read_on_the_page(text: str) -> None:
        assert "is" in files.read(text)

    def read_as_a_link(text: str) -> None:
        read_a_link(links, text)

    def read_as_a_sheet(content: bytes) -> None:
        read_a_sheet(sheets, content)

    readers = (
        ("portfolios", portfolio_files(), read_a_portfolio),
        ("answers", answer_files(), read_answers),
        ("answers on the page", TEXTS, read_on_the_page),
        ("links", LINKS, read_as_a_link),
        ("answer sheets", SHEETS, read_as_a_sheet),
    )
    share = number // len(readers)
    effort = settings(
        max_examples=share, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    for name, drawn, read in readers:
        started = monotonic()
        effort(given(drawn)(_in_time(read)))()
        print(f"{share} {name}: no fault, {monotonic() - started:.0f} s", flush=True)
    files.close()
    links.close()
    sheets.close()


def _in_time(read: Read) -> Read:
    """Return the same reader, failing where it takes longer than a reader of the page waits."""

    def read_in_time(content: Any) -> None:
        started = monotonic()
        read(content)
        assert monotonic() - started < LONGEST

    return read_in_time


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER)
