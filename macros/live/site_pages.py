"""The pages of one language in the hands of MkDocs, which keeps what it knows between two edits."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from macros import embedding
from macros.page_frame import frame
from macros.staging import Staged


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A project, and the site that is made of it."""

    root: Path
    site: Path
    address: str
    """Where the site is served."""


RENDERED = (
    *("markdown", "meta", "content", "toc", "_title_from_render"),
    *("present_anchor_ids", "links_to_anchors"),
)
"""What a page knows of its own text."""
NOT_IN_FRAME = frozenset(("frames", "previews", "search", "embed", "packed"))
"""What the templates read that is looked at page by page."""


@dataclass(slots=True, kw_only=True)
class SitePages:
    """What MkDocs has read of one language, and what stands in the site of it."""

    language: str
    config: MkDocsConfig
    files: Files
    env: Environment
    nav: Navigation
    texts: dict[str, str]
    """Staged file -> the Markdown that MkDocs has read."""
    frame: str = ""
    """Digest of everything around the text of a page."""
    shown: dict[str, str] = field(default_factory=dict)
    """Staged file -> the digest of what its page in the site was made of."""
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Staged file -> the files of search that its page in the site names."""

    def show(self, path: str, text: str) -> bool:
        """Write a page into the site unless it stands there; tell whether it was written."""
        if self.texts[path] == text and self.shown.get(path) == self._made_of(path):
            return False
        page = self._page(path)
        if self.texts[path] != text or page.content is None:
            self.texts[path] = text
            Path(str(page.file.abs_src_path)).write_text(text, "utf-8")
            _populate_page(page, self.config, self.files)
        pages = self.files.documentation_pages()
        _build_page(page, self.config, pages, self.nav, self.env)
        self.shown[path] = self._made_of(path)
        self.named[path] = self._search()
        return True

    def name_search(self, path: str) -> None:
        """Let a page name the files of search as they are called now."""
        names = self._search()
        before = self.named.get(path, names)
        if before != names:
            file = Path(self._page(path).file.abs_dest_path)
            content = file.read_bytes()
            for old, new in zip(before, names, strict=True):
                content = content.replace(old.encode(), new.encode())
            file.write_bytes(content)
        self.named[path] = names

    def believe(self, stale: frozenset[str]) -> None:
        """Take the site for what was just built, but for some staged files."""
        self.shown = {path: self._made_of(path) for path in self.texts if path not in stale}
        self.named = dict.fromkeys(self.texts, self._search())

    def show_others(self) -> None:
        """Write the pages that have no text of their own: of a missing page, the site map."""
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.env, self.files, self.config, self.nav)

    def outputs(self) -> Iterator[Path]:
        """Yield every file of this language in the site."""
        site = Path(self.config.site_dir)
        for file in self.files:
            if not file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
                yield site / file.dest_uri
            if file.page and file.page.meta.get("embed"):
                yield site / file.url / embedding.FOLDER / "index.html"
        for template in self.config.theme.static_templates:
            yield site / template
        yield site / "sitemap.xml.gz"

    def titles(self) -> list[tuple[str, str]]:
        """Return every page in the order of the navigation with its title."""
        return [(page.file.src_uri, str(page.title)) for page in self.nav.pages]

    def _search(self) -> tuple[str, ...]:
        return tuple((self.config.extra["search"] or {}).values())

    def _made_of(self, path: str) -> str:
        preview = self.config.extra["previews"].get(path, "")
        return _digest(self.frame, preview, self.texts[path])

    def _page(self, path: str) -> Page:
        file = self.files.get_file_from_path(path)
        if file is None or file.page is None:
            raise LookupError(f"{path} is not staged")
        return file.page


def site_pages(
    target: Target, staged: Staged, language: str, before: SitePages | None
) -> SitePages:
    """Read what is staged in one language; *before*: what was read earlier is not read again."""
    config = _config_of(target, staged, language)
    env = before.env if before else config.theme.get_env()
    files = get_files(config)
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    made = SitePages(
        language=language,
        config=config,
        files=files,
        env=config.plugins.on_env(env, config=config, files=files),
        nav=get_navigation(files, config),
        texts=dict(staged.pages[language]),
        shown=dict(before.shown) if before else {},
        named=dict(before.named) if before else {},
    )
    for path, text in made.texts.items():
        _read(made, path, text, before)
    made.frame = _frame(made)
    return made


def reframed(pages: SitePages, target: Target, staged: Staged) -> SitePages:
    """Return the same pages where the playbook has other words or another navigation."""
    config = _config_of(target, staged, pages.language)
    if _of_config(config) == _of_config(pages.config):
        return pages
    known = {file.src_uri: file.page for file in pages.files.documentation_pages()}
    for file in pages.files.documentation_pages():
        file.page = None
    made = replace(
        pages,
        config=config,
        env=config.plugins.on_env(pages.env, config=config, files=pages.files),
        nav=get_navigation(pages.files, config),
    )
    for file in made.files.documentation_pages():
        _take(file.page, known[file.src_uri])
    made.frame = _frame(made)
    return made


def _read(made: SitePages, path: str, text: str, before: SitePages | None) -> None:
    file = made.files.get_file_from_path(path)
    if file is None or file.page is None:
        raise LookupError(f"{path} is not staged")
    if before and before.texts.get(path) == text:
        old = before.files.get_file_from_path(path)
        _take(file.page, old.page if old else None)
    else:
        # The page of a heading has its title from here, and its neighbours say it.
        file.page.read_source(made.config)


def _take(page: Page | None, known: Page | None) -> None:
    if page is not None and known is not None:
        vars(page).update({name: vars(known)[name] for name in RENDERED if name in vars(known)})


def _config_of(target: Target, staged: Staged, language: str) -> MkDocsConfig:
    first = staged.playbook.languages[0]
    folder = "" if language == first else f"{language}/"
    # MkDocs and the theme tell of their successors, of which authors can do nothing.
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(
        str(target.root / "mkdocs.yml"),
        site_dir=str(target.site / folder),
        site_url=target.address + folder,
    )
    config.extra |= {"frames": {language: frame(staged, language, target.address)}}
    config.plugins.on_startup(command="build", dirty=False)
    return config.plugins.on_config(config)


def _frame(pages: SitePages) -> str:
    return _digest(_of_config(pages.config), repr(pages.titles()))


def _of_config(config: MkDocsConfig) -> str:
    extra = {key: value for key, value in config.extra.items() if key not in NOT_IN_FRAME}
    scripts = [str(script) for script in config.extra_javascript]
    theme = (config.theme["language"], config.theme["favicon"], config.theme["palette"])
    toc = config.mdx_configs["toc"]
    return repr((config.site_name, config.nav, extra, scripts, theme, toc))


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()
