"""How the readers of files bear 100,000 odd files: no exception, and none over two seconds.

python bench/readers.py [files]

Half of them are portfolios as bytes, half are answers as text, drawn by hypothesis anew each time;
the first fault is shown with the smallest file that has it.
"""

import sys
from pathlib import Path
from time import monotonic

from hypothesis import HealthCheck, given, settings

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.reader_fuzz import (  # noqa: E402
    answer_files,
    portfolio_files,
    read_a_portfolio,
    read_answers,
)

NUMBER = 100_000


def main(number: int) -> None:
    """Print how long each reader took for its half of the files."""
    effort = settings(
        max_examples=number // 2,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    for name, drawn, read in (
        ("portfolios", portfolio_files(), read_a_portfolio),
        ("answers", answer_files(), read_answers),
    ):
        started = monotonic()
        effort(given(drawn)(read))()
        print(f"{number // 2} {name}: no fault, {monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER)
