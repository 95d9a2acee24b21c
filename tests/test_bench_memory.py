"""The benchmark of memory counts all processes of a command."""

import sys
from pathlib import Path

import pytest

from bench.memory import effort

BLOCK = "bytearray(b'x' * 60_000_000)"
WAIT = "time.sleep(1.5)"


@pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells of processes")
def test_the_memory_of_a_command_is_that_of_all_its_processes(tmp_path: Path) -> None:
    child = f"import time; held = {BLOCK}; {WAIT}; print('child')"
    parent = (
        f"import subprocess, sys, time; held = {BLOCK};"
        f" subprocess.run([sys.executable, '-c', {child!r}])"
    )
    took, done = effort([sys.executable, "-c", parent], tmp_path, {})
    assert (done.returncode, done.stdout) == (0, "child\n")
    assert took.memory > 2 * 60_000_000 / 1024 / 1024
    assert took.wall > 0
