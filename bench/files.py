"""Files of answers that nobody wrote well, as the page reads them: what they are, how long.

python bench/files.py [--files 100000]

Each file is made by hypothesis from a right one: fields changed, taken away, cut, nested; or it is
any text at all. The page's own reader runs in Node. A failure prints the smallest such file.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.answer_files import TEXTS, Reader  # noqa: E402

LONGEST = 2000
"""Milliseconds that a file may take."""


def main() -> None:
    """Read as many files as asked for and print what they were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000, help="default 100000")
    wanted = parser.parse_args().files
    reader = Reader()
    kinds: Counter[str] = Counter()
    longest = 0.0

    @settings(
        max_examples=wanted,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(text=TEXTS)
    def try_file(text: str) -> None:
        nonlocal longest
        found = reader.read(text)
        kinds[found["is"]] += 1
        longest = max(longest, found["ms"])
        assert found["is"] != "error", found
        assert found["ends"], found
        assert found["ms"] < LONGEST, found

    started = time.monotonic()
    try_file()
    reader.close()
    print(f"{kinds.total()} files in {time.monotonic() - started:.0f} s: {dict(kinds)}")
    print(f"exceptions: 0 · answers lost: 0 · the longest took {longest:.0f} ms of {LONGEST}")


if __name__ == "__main__":
    main()
