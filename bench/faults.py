"""Spoil one thing after the other under a page in Chromium: storage, files, worker, hosts, texts …

python bench/faults.py

Every case is a test: nothing is lost, and nothing goes wrong in silence. They take many
minutes, so that `python tasks.py test` leaves them to this.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the cases; return how pytest ended."""
    command = (sys.executable, "-m", "pytest", "-v", "-n", "2", "--dist", "loadfile")
    return subprocess.run([*command, "tests/browser/faults"], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
