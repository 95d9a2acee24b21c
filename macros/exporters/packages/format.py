"""What one format of packages is: for whom, and how a file of it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from macros.courses.packages.contents import Contents
from macros.courses.packages.parts import Parts, file_name
from macros.views import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One package that somebody wants."""

    contents: Contents
    book: Book
    root: Path
    """The project's folder, where the files for the browser were built."""
    address: str
    """Where the site is served."""
    start: datetime | None = None
    """When the first page is worked on; of a calendar or an agenda only."""
    written: datetime | None = None
    """When the file is made, with its zone; of a calendar only."""
    planned: Parts | None = None
    """Of the plan of a trainer: what it holds already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One row of the table of formats."""

    name: str
    ending: str
    """Of the file: what follows the id."""
    kinds: tuple[str, ...]
    """Of contents that can be had in it."""
    make: Callable[[Order], bytes]
    is_published: bool = False
    """Whether the site offers its files; the others are made where somebody asks for them."""

    def file_name(self, contents: Contents, language: str) -> str:
        """Return the name of a file: what it holds, in which language."""
        return file_name(contents, language, self.ending)
