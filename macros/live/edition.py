"""The playbook as it was saved last, and every page of it as Markdown when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.checks import PAGE_RULES, find_problems
from macros.files import Files, Rule, read_files
from macros.licences.notice import Notice
from macros.loading import join
from macros.page_kind import Page
from macros.page_texts import renderer_of
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.problems import PlaybookError, Problem
from macros.project import Glance
from macros.rendering import Renderer
from macros.views import Book, Seen

Breathe = Callable[[], None]
"""Called between two steps of long work: raises where the work has become needless."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What was read after a file was saved; nothing between files has been checked yet."""

    root: Path
    files: Files
    glance: Glance
    playbook: Playbook
    renderers: Mapping[str, Renderer]
    pages: Mapping[str, Mapping[str, Page]] = field(init=False)
    """Language -> staged file -> the page."""

    def __post_init__(self) -> None:
        languages = self.playbook.languages
        pages = {code: {p.path: p for p in list_pages(self.playbook, code)} for code in languages}
        object.__setattr__(self, "pages", pages)

    def text(self, language: str, path: str) -> str:
        """Return the Markdown of a page as staging writes it."""
        page = self.pages[language][path]
        written = "" if page.kind.template else (self.root / page.source).read_text("utf-8")
        return self.renderers[language].render(page, written)

    def check(self, breathe: Breathe) -> None:
        """Raise PlaybookError with every problem that pages cannot be made with."""
        if self.glance.was_right():
            return
        problems = find_problems(self.files, _breathing(PAGE_RULES, breathe))
        if problems:
            raise PlaybookError(problems)
        self.glance.remember_right()


def read_edition(
    root: Path,
    notices: Sequence[Notice],
    sizes: Mapping[str, int],
    before: Edition | None = None,
) -> Edition:
    """Read what an author saved; PlaybookError where a file is wrong in itself.

    *sizes* has the bytes of the files that pages offer, below the folder of their language.
    *before* is what was read earlier: only other records are looked at.
    """
    glance = Glance(root, "pages")
    files = read_files(root)
    problems = tuple(sorted(_of_each_file(files)))
    if problems:
        raise PlaybookError(problems)
    playbook = join(files)
    renderers = {
        code: renderer_of(Book(playbook, code, _seen(before, files, code)), root, notices, sizes)
        for code in playbook.languages
    }
    return Edition(root=root, files=files, glance=glance, playbook=playbook, renderers=renderers)


def _seen(before: Edition | None, files: Files, language: str) -> Seen:
    """Return what was made of the records of an edition in the same languages."""
    if before is None or before.files.languages != files.languages:
        return {}
    return before.renderers[language].book.seen


def _of_each_file(files: Files) -> Iterator[Problem]:
    yield from files.problems
    for _, file in files.all():
        yield from (*file.source.problems, *file.problems)


def _breathing(rules: Sequence[Rule], breathe: Breathe) -> Iterator[Rule]:
    for rule in rules:
        breathe()
        yield rule
