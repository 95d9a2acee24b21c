"""How many examples the laws are tried on: all of them, or a few where a person waits."""

import os
from typing import TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T")

QUICK = os.environ.get("PLAYBOOK_TESTS") == "quick"
"""Set by `python tasks.py test --quick`."""

SHARE_IN_QUICK = 3
FEWEST = 3
FEW_REPORTS = 40
"""Reports whose words are read in each language; all of them are read in one."""


def tries(count: int) -> settings:
    """Return the settings of a law: the same examples each time, without a clock."""
    return settings(
        max_examples=max(FEWEST, count // SHARE_IN_QUICK) if QUICK else count,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def read_in(language: str, reports: list[T]) -> list[T]:
    """Return the reports whose words are read in a language: numbers are the same in all."""
    return reports[:FEW_REPORTS] if QUICK or language != "en" else reports
