"""The loop of an author who writes: what was saved is read, shown, checked, and all of it built.

A page is made when somebody asks for it, from the playbook as it was saved last; everything else
follows behind, and is broken off when more is saved. What stands in site/ then is, byte for byte,
what a strict build makes.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from shutil import copyfile
from threading import Lock, RLock
from time import sleep

from macros.building import refuse
from macros.kept_addresses import Pages
from macros.licences.notice import Notice
from macros.licences.shipped import shipped
from macros.live.edition import Breathe, Edition, read_edition
from macros.live.news import News
from macros.live.site_pages import SitePages, Target, reframed, site_pages
from macros.loading import load_playbook
from macros.offline.writing import WORKER
from macros.staging import STAGED, Staged, stage_playbook

PATIENCE = 0.005
"""Seconds after which long work looks whether it may go on."""


class OvertakenError(Exception):
    """Something else was saved while the last change was still being built."""


@dataclass(slots=True, kw_only=True)
class Loop:
    """A built site that follows its playbook."""

    target: Target
    news: News = field(default_factory=News)
    lock: RLock = field(default_factory=RLock)
    urgent: int = 0
    """How many are waiting for a page, or for what was saved to be read."""
    _counting: Lock = field(default_factory=Lock)
    notices: Sequence[Notice] = ()
    staged: Staged | None = None
    """What was staged last, as a whole."""
    pages: dict[str, SitePages] = field(default_factory=dict)
    edition: Edition | None = None
    """What was saved last; None while the site holds it."""
    before: Edition | None = None
    """What was read last, whether the site holds it or not."""
    fresh: set[tuple[str, str]] = field(default_factory=set)
    """Language and staged file of the pages that were made since."""

    def begin(self) -> None:
        """Read what the site was built from."""
        notices = shipped(self.target.root)
        playbook = load_playbook(self.target.root)
        staged = stage_playbook(playbook, self.target.root, self.target.address)
        before = read_edition(self.target.root, notices, staged.sizes)
        for code in playbook.languages:
            # The first page looks at every record; the first one that is saved need not.
            before.text(code, next(iter(before.pages[code])))
        with self.lock:
            self.notices, self.staged, self.before = notices, staged, before
            for code in playbook.languages:
                self.pages[code] = site_pages(self.target, staged, code, None)
                stale = {path.relative_to(code).as_posix() for path in _in(code, staged.written)}
                self.pages[code].believe(frozenset(stale))

    def forget(self) -> None:
        """Know nothing of a site that somebody else is building anew."""
        with self.lock:
            self.pages, self.staged, self.edition = {}, None, None

    def read(self) -> None:
        """Take what was saved for what pages are made from; PlaybookError where it cannot be."""
        with self._at_once():
            assert self.staged
            edition = read_edition(self.target.root, self.notices, self.staged.sizes, self.before)
            with self.lock:
                self.edition = self.before = edition
                self.fresh.clear()
                if _same_pages(edition, self.staged.pages):
                    between = replace(self.staged, playbook=edition.playbook)
                    self.pages = {
                        code: reframed(pages, self.target, between)
                        for code, pages in self.pages.items()
                    }
        self.news.tell("")

    def show(self, address: str) -> None:
        """Make the page of an address anew if it is not what was saved last."""
        with self._at_once(), self.lock:
            found = self._page_at(address)
            if found is None or self.edition is None or found in self.fresh:
                return
            language, path = found
            self.fresh.add(found)
            if path in self.edition.pages.get(language, ()):
                # What is wrong between files is told when all of it has been checked.
                with suppress(Exception):
                    self.pages[language].show(path, self.edition.text(language, path))

    def settle(self) -> None:
        """Check what was read, and let the site hold all of it.

        Raises PlaybookError where it is wrong, OvertakenError where more has been read.
        """
        edition = self.edition
        if edition is None:
            return
        breathe = partial(self._breathe, edition)
        edition.check(breathe)
        staged = stage_playbook(edition.playbook, self.target.root, self.target.address, breathe)
        with self.lock:
            breathe()
            languages = staged.playbook.languages
            self.pages = {
                code: site_pages(self.target, staged, code, self.pages.get(code))
                for code in languages
            }
            self.staged = staged
            self.fresh.clear()
        _copy(self.target, staged)
        for code in languages:
            self._write(self.pages[code], staged.pages[code], breathe)
        with self.lock:
            breathe()
            _delete_others(self.target.site, self.pages.values())
            self.edition = None
        refuse(self.target.root, self.target.site)
        self.news.tell("")

    def _write(self, pages: SitePages, texts: Mapping[str, str], breathe: Breathe) -> None:
        for path, text in texts.items():
            breathe()
            with self.lock:
                pages.show(path, text)
                pages.name_search(path)
        with self.lock:
            pages.show_others()

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Let what an author waits for go first."""
        with self._counting:
            self.urgent += 1
        try:
            yield
        finally:
            with self._counting:
                self.urgent -= 1

    def _breathe(self, edition: Edition) -> None:
        """Wait while an author waits; raise where another edition has been read."""
        while self.urgent:
            sleep(PATIENCE)
        if self.edition is not edition:
            raise OvertakenError

    def _page_at(self, address: str) -> tuple[str, str] | None:
        """Return the language and the staged file of the page at an address of the site."""
        path = address.removesuffix("index.html").strip("/")
        first = next(iter(self.pages), "")
        begin, _, rest = path.partition("/")
        language, inner = (begin, rest) if begin in self.pages and begin != first else (first, path)
        inner = inner.removesuffix("/embed").removesuffix("embed") if inner != "embed" else ""
        for name in (f"{inner}/index.md".lstrip("/"), f"{inner}.md"):
            if self.pages and name in self.pages[language].texts:
                return language, name
        return None


def _same_pages(edition: Edition, staged: Pages) -> bool:
    return {code: set(pages) for code, pages in edition.pages.items()} == {
        code: set(pages) for code, pages in staged.items()
    }


def _in(language: str, files: Collection[Path]) -> list[Path]:
    return [path for path in files if path.parts[0] == language]


def _copy(target: Target, staged: Staged) -> None:
    """Bring every staged file that is no page into the site."""
    first, root = staged.playbook.languages[0], target.root
    for path in (root / STAGED).rglob("*"):
        inner = path.relative_to(root / STAGED)
        if path.is_file() and path.suffix != ".md":
            place = inner.relative_to(first) if inner.parts[0] == first else inner
            file = target.site / place
            if not file.is_file() or file.read_bytes() != path.read_bytes():
                file.parent.mkdir(parents=True, exist_ok=True)
                copyfile(path, file)


def _delete_others(site: Path, languages: Collection[SitePages]) -> None:
    """Delete what no language has any more."""
    wanted = {path for pages in languages for path in pages.outputs()} | {site / WORKER}
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
