"""How much memory a process and all that it started take together, at most, while it runs."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

PAUSE = 0.2
"""Seconds between two looks: what is over sooner may not be seen."""
PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What a command took, with all that it started."""

    wall: float
    """Seconds on the clock."""
    work: float
    """Seconds of a processor."""
    memory: float
    """MB of all processes together, at most; what several share counts once."""


def effort(
    command: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> tuple[Effort, subprocess.CompletedProcess[str]]:
    """Run a command and return what it took and what it said. Needs Linux."""
    wall, before, most = time.perf_counter(), getrusage(RUSAGE_CHILDREN), 0.0
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    said = None
    while said is None:
        most = max(most, sum(map(_megabytes, _family(process.pid))))
        with suppress(subprocess.TimeoutExpired):
            said, _ = process.communicate(timeout=PAUSE)
    after = getrusage(RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    took = Effort(wall=time.perf_counter() - wall, work=work, memory=most)
    return took, subprocess.CompletedProcess(command, process.returncode, said, "")


def _family(process: int) -> list[int]:
    """Return a process and everything below it."""
    found = [process]
    # It may just have ended.
    with suppress(OSError):
        for task in (PROCESSES / str(process) / "task").iterdir():
            for child in (task / "children").read_text().split():
                found += _family(int(child))
    return found


def _megabytes(process: int) -> float:
    """Return the share of a process in what is resident, each shared page divided by its users."""
    try:
        lines = (PROCESSES / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
