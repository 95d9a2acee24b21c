"""Turn a page of the playbook into its Markdown in one language; the only importer of jinja2."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import ceil
from pathlib import Path
from posixpath import relpath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from assessments.border.reading import write_json
from macros import numbers, texts
from macros.addresses import address_of, relative_address
from macros.changes import Change, last_changes
from macros.drawing.pictures import figure
from macros.exporters.packages.published import offers
from macros.licences import sbom
from macros.licences.notice import Notice
from macros.moved import moved_places
from macros.page_kind import Page
from macros.plain_text import opening, plain
from macros.retired import title_of
from macros.views import Book

TEMPLATES = Path(__file__).parent / "templates"


class PageEnvironment(Environment):
    """Reads x.items as the key of a record where there is one, not as its method."""

    def getattr(self, obj: object, attribute: str) -> Any:  # noqa: ANN401
        """Return what a template names after a full stop."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


@dataclass(frozen=True)
class Renderer:
    """Makes the pages of one language."""

    book: Book
    worker: str = ""
    """The file of assets/runtime that scores in the browser; empty while it is not built."""
    notices: Sequence[Notice] = ()
    """The parts of the site that somebody else made."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Bytes of each file that the site offers, from the root of the language; empty unbuilt."""
    shelf: Callable[[], str] = str
    """Return the file of what the composer can put into a plan, from the root of the first
    language; empty where there is none. It holds the whole playbook, and one page names it."""

    def render(self, page: Page, written: str = "") -> str:
        """Return the Markdown of a page; a hand-written page brings its own text."""
        if not page.kind.template:
            text = texts.linked(written.strip(), page.path, self.book.definitions) + "\n"
            foot = page.kind.foot
            text += "\n" + self._rendered(page, f"parts/{foot}.jinja") if foot else ""
        else:
            text = self._rendered(page, f"{page.kind.template}.md.jinja")
        moved = moved_places(self.book, page.path)
        return text + (
            "\n" + self._rendered(page, "parts/moved.jinja", moved=moved) if moved else ""
        )

    def _rendered(self, page: Page, template: str, **more: object) -> str:
        context = self._shared_by_all | self._about(page) | page.kind.context(self.book, page)
        context |= more
        return _tidy(environment().get_template(template).render(context)) + "\n"

    @cached_property
    def _shared_by_all(self) -> dict[str, Any]:
        names = (
            *("language", "words", "site", "modules", "tools", "terms", "sources"),
            *("roles", "areas", "way", "base"),
        )
        return {"book": self.book} | {name: getattr(self.book, name) for name in names}

    @cached_property
    def _offers(self) -> Mapping[str, Mapping[str, str]]:
        """Return the packages of the site: what is in -> format -> file of the language."""
        return offers(self.book)

    @cached_property
    def _last_changes(self) -> Mapping[str, Change]:
        """Return the last change of each page that one concerns, by its link."""
        return last_changes(self.book)

    def _about(self, page: Page) -> dict[str, Any]:
        """Return what every template reads about the page that it makes."""
        return {
            "page": page,
            "link": lambda link: relative_address(link, page.path),
            "titled": lambda link: title_of(self.book, link),
            "shared": lambda path: self._shared(path, page),
            "worker": self._built(self.worker, page),
            "shelf": lambda: self._shared_file(self.shelf(), page),
            "root": self._shared("", page) + "/",
            "notices": self.notices,
            "bill": sbom.FILE,
            "packages": lambda link: self._offers[link],
            "kilobytes": lambda file: ceil(self.sizes.get(file, 0) / 1024),
            "up": lambda file: relpath("/" + file, "/" + address_of(page.path)),
            "last_change": self._last_changes.get,
            "edit_address": self.book.site["edit_url"] + page.source,
            "cited": lambda citations: [self._cited(each, page) for each in citations],
        }

    def _built(self, name: str, page: Page) -> str:
        """Return the address of a script for the browser; empty while it is not built."""
        return self._shared_file(name and f"assets/runtime/{name}", page)

    def _shared_file(self, path: str, page: Page) -> str:
        return self._shared(path, page) if path else ""

    def _shared(self, path: str, page: Page) -> str:
        """Return the address of a file that stands once, at the root of the first language."""
        inside = "" if self.book.language == self.book.playbook.languages[0] else "language/"
        return relpath("/" + path, "/" + inside + address_of(page.path))

    def _cited(self, citation: str, page: Page) -> dict[str, str]:
        name, _, lines = citation.partition(" ")
        source = self.book.sources[name]
        return {
            "address": relative_address(f"source:{name}", page.path),
            "text": self._with_lines(plain(source["short"]), lines),
            "title": plain(source["title"]),
        }

    def _with_lines(self, source: str, lines: str) -> str:
        """Return a source with its lines as a reader calls them: "Wu 2019, lines 101–161, 165"."""
        if not lines:
            return source
        stretches = lines.replace("L", "").split(", ")
        words = self.book.words
        is_one = len(stretches) == 1 and stretches[0].isdigit()
        pattern = words["provenance"]["line" if is_one else "lines"]
        joined = str(words["units"]["comma"]).join(stretches)
        return numbers.filled(pattern, self.book.spoken.numbers, source=source, lines=joined)


@cache
def environment() -> Environment:
    """Return the templates, compiled once for all languages, with what they may call."""
    made = PageEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "markdown": _text_filter(texts.markdown),
        "inline": _text_filter(texts.inline),
        # Markdown is no HTML, so that nothing escapes it a second time.
        "literal": lambda text: Markup(texts.literal(str(text))),  # noqa: S704
        "verbatim": lambda text: Markup(texts.verbatim(str(text))),  # noqa: S704
        "plain": plain,
        "opening": opening,
        "json": embedded_json,
        "dashed": lambda key: key.replace("_", "-"),
        **{function.__name__: function for function in NUMBER_FILTERS},
        **{function.__name__: _in_marks(function) for function in MARKED_FILTERS},
        "unit_of": _unit_of,
    }
    made.globals |= {"figure": figure, "front_matter": front_matter}
    return made


NUMBER_FILTERS = (
    *(numbers.unfilled, numbers.is_choice, numbers.run_sheet, numbers.clock),
    numbers.duration,
)
MARKED_FILTERS = (
    *(numbers.filled, numbers.shown, numbers.grouped, numbers.chosen),
    *(numbers.range_text, numbers.typable),
)
"""What writes numbers with the marks of the language of a page."""


def _in_marks(function: Callable[..., str]) -> Callable[..., str]:
    @pass_context
    def marked(context: Context, value: object, *others: object, **values: object) -> str:
        return function(value, context["book"].spoken.numbers, *others, **values)

    return marked


@pass_context
def _unit_of(context: Context, unit: str, value: object = None) -> str:
    return numbers.unit_of(unit, context["book"].spoken, value)


def _text_filter(
    turn: Callable[[str, str, texts.Definitions], str],
) -> Callable[[Context, str], Markup]:
    @pass_context
    def filtered(context: Context, text: str) -> Markup:
        # What turns the text escapes it as well.
        return Markup(  # noqa: S704
            turn(str(text), context["page"].path, context["book"].definitions)
        )

    return filtered


@pass_context
def front_matter(context: Context, boost: float = 1, **values: object) -> Markup:
    """Return what a page says about itself to the site builder, and where to edit it."""
    source = context["page"].source
    said = {key: plain(v) if isinstance(v, str) else v for key, v in values.items()}
    said |= {"search": {"boost": boost}, "source": source}
    if context["page"].kind.embeds:
        said["embed"] = True
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
    made = f"<!-- Made from {source}: edit there. -->"
    return Markup("\n".join(["---", *lines, "---", "", made]))  # noqa: S704


def embedded_json(value: object) -> Markup:
    """Return a value as JSON that the HTML around it leaves alone: no tag, no entity."""
    marks = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<&"}
    return Markup(write_json(value).strip().translate(marks))  # noqa: S704


def _tidy(text: str) -> str:
    """Return text without trailing spaces and without more than one empty line at a time."""
    lines: list[str] = []
    for line in text.strip().split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines)
