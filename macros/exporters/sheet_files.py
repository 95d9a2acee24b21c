"""The sheets to fill in that stand beside pages: each is made again only where it changed."""

from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

from macros.exporters.answer_sheet import answer_sheet, sheet_file, sheet_made_of
from macros.exporters.worksheets import WORKSHEETS, file_name, filled_in
from macros.kept import kept
from macros.views import Book


def worksheets(book: Book, root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the template of every module, empty and filled in, in every format."""
    folder, first, direction = (
        Path(book.language),
        book.playbook.languages[0],
        book.spoken.direction,
    )
    for name, module in book.modules.items():
        sheets = (module["template"], filled_in(module["template"]))
        for template, (extension, export) in product(sheets, WORKSHEETS.items()):
            file = file_name(template, extension, book.language, first)
            made_of = repr(("worksheet", extension, direction, template))
            made = kept(root, made_of, partial(export, template, direction))
            yield folder / "m" / name / file, made


def answer_sheets(book: Book, root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the answer sheet of every tool."""
    for tool in book.tools:
        name = sheet_file(tool, book.language, book.playbook.languages[0])
        made = kept(root, sheet_made_of(book, tool), partial(answer_sheet, book, tool))
        yield Path(book.language, "a", tool, name), made
