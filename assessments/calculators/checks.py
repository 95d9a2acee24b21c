"""Rules that several formulas have for their inputs."""

from collections.abc import Iterator, Sequence

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.calculators.values import Values


def duplicates(table: Sequence[Values], path: str, name: str) -> Iterator[Problem]:
    """Yield a problem for each row whose name an earlier row has; blanks around it do not count."""
    seen: set[str] = set()
    for position, row in enumerate(table):
        found = row[name]
        if not isinstance(found, str):
            continue
        if found.strip() in seen:
            yield Problem("E_DUP_ID", f"{path}[{position}].{name}", {"found": quote(found)})
        seen.add(found.strip())
