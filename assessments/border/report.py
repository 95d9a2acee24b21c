"""What all reports have in common: each gives itself as data, once, at a door."""

from typing import Protocol


class Report(Protocol):
    """The result of a tool, typed: documents and exports read its attributes."""

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
