"""What search can find: each page and each term as one document, with the places on its page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from macros.addresses import address_of, target_of
from macros.exporters.search_pages import PageText, read_page
from macros.exporters.search_pinyin import spellings
from macros.plain_text import plain
from macros.values import Data, texts_in
from macros.views import Book

Texts = tuple[str, ...]
Pages = Mapping[str, str]
"""Staged file -> its Markdown, of every page that is not made from one record."""

# Keys whose texts nobody reads as text: ids, citations, templates with gaps.
SILENT = frozenset(
    ("before", "covers", "edges", "errors", "id", "kind", "module", "owner", "related", "roles",
     "reviewed", "sources", "tools", "uses", "version", "who", "working")
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A spot on a page that a result can lead to."""

    kind: str
    """question, check (in a questionnaire), input, section, step, message, template, case or
    session."""
    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing that search can find."""

    kind: str
    """module, assessment, calculator, course, paper, term, area or page."""
    address: str
    """From the root of the language: m/trust-stages/, glossary/#term.coach."""
    title: str
    note: str
    """What stands below the title."""
    places: tuple[Place, ...] = ()
    fields: Mapping[str, Texts]
    """Field of the index, as docs/assets/js/search/fields.js knows it -> the texts it holds."""

    def as_data(self) -> Data:
        """Return the document as JSON can hold it: what a result shows, and the fields."""
        places = [(place.kind, place.anchor, place.text) for place in self.places]
        shown = (self.kind, self.address, self.title, self.note, places)
        return {"shown": shown, "fields": self.fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The playbook in the reader's language and, beside it, in the others."""

    reader: Book
    others: tuple[Book, ...]

    @property
    def all(self) -> tuple[Book, ...]:
        """Return the books, the reader's first."""
        return (self.reader, *self.others)


def list_documents(languages: Languages, pages: Mapping[str, Pages]) -> list[Document]:
    """Return every document; *pages* holds, by language, the Markdown of the general pages."""
    book = languages.reader
    return [
        *(_module(languages, name) for name in book.modules),
        *(_tool(languages, name) for name in book.tools),
        *(_course(languages, name) for name in book.courses),
        *(_term(languages, name) for name in book.terms),
        *(_area(languages, name) for name in book.areas),
        *(_page(languages, path, pages) for path in pages[book.language]),
    ]


def _module(languages: Languages, name: str) -> Document:
    book = languages.reader
    record = book.modules[name]
    return Document(
        kind="module",
        address=_address(f"m:{name}"),
        title=record["title"],
        note=plain(record["purpose"]),
        places=tuple(_module_places(record)),
        fields={
            "title": (record["title"],),
            "other": _all(other.modules[name]["title"] for other in languages.others),
            "keywords": _all(_keywords(each.modules[name]) for each in languages.all),
            "terms": _all(_names(_explained(each, name)) for each in languages.all),
            "questions": _all(each.modules[name]["questions"] for each in languages.all),
            "purpose": _all(each.modules[name]["purpose"] for each in languages.all),
            "headings": (
                *(place.text for place in _module_places(record) if place.kind != "question"),
                *_all(_titles(other.modules[name]["parts"]) for other in languages.others),
            ),
            "body": _reading(record),
            "pinyin": spellings(
                (record["title"], *_keywords(record), *_names(_explained(book, name)))
            ),
        },
    )


def _module_places(record: Data) -> Iterator[Place]:
    name = record["id"]
    for index, question in enumerate(record["questions"]):
        yield _place("question", f"{name}.questions.{index}", question)
    for part in record["parts"]:
        yield _place("section", f"{name}.{part['id']}", part["title"])
    for step in record["steps"]:
        yield _place("step", f"{name}.step.{step['id']}", step["title"])
    for message in record.get("messages", ()):
        yield _place("message", f"{name}.message.{message['id']}", message["title"])
    yield _place("template", f"{name}.template", record["template"]["title"])
    if "judgement" in record:
        yield _place("case", f"{name}.judgement", record["judgement"]["title"])
    yield _place("session", f"{name}.facilitator", record["facilitator"]["goal"])


def _tool(languages: Languages, name: str) -> Document:
    record = languages.reader.tools[name]
    home = languages.reader.modules[record["module"]]
    return Document(
        kind=record["kind"],
        address=_address(f"a:{name}"),
        title=record["title"],
        note=plain(record["purpose"]),
        places=tuple(_tool_places(record)),
        fields={
            "title": (record["title"],),
            "other": _all(other.tools[name]["title"] for other in languages.others),
            "terms": _all(_names(_titled(each, name)) for each in languages.all),
            "purpose": _all(each.tools[name]["purpose"] for each in languages.all),
            "questions": tuple(place.text for place in _tool_places(record)),
            "headings": (
                *_titles(record.get("dimensions", ())),
                *(output["label"] for output in record.get("outputs", ())),
            ),
            "near": _all(
                (each.modules[home["id"]]["title"], *_keywords(each.modules[home["id"]]))
                for each in languages.all
            ),
            "body": _reading(record),
            "pinyin": spellings([record["title"]]),
        },
    )


def _tool_places(record: Data) -> Iterator[Place]:
    for dimension in record.get("dimensions", ()):
        for question in dimension["questions"]:
            yield _place("check", f"q.{question['id']}", question["text"])
    for field in record.get("inputs", ()):
        yield _place("input", f"i.{field['id']}", field["label"])


def _course(languages: Languages, name: str) -> Document:
    course = languages.reader.courses[name]
    return Document(
        kind="course",
        address=_address(f"c:{name}"),
        title=course["title"],
        note=plain(course["purpose"]),
        places=tuple(_course_places(languages.reader, name)),
        fields={
            "title": (course["title"],),
            "other": _all(other.courses[name]["title"] for other in languages.others),
            "keywords": _all(each.courses[name]["keywords"] for each in languages.all),
            "purpose": _all(each.courses[name]["purpose"] for each in languages.all),
            "headings": tuple(place.text for place in _course_places(languages.reader, name)),
            "body": _reading(course),
            "pinyin": spellings((course["title"], *course["keywords"])),
        },
    )


def _course_places(book: Book, name: str) -> Iterator[Place]:
    for session in book.courses[name]["sessions"]:
        yield _place("session", f"{name}.session.{session['id']}", session["title"])
    for section in ("prepare", "check", "follow_up"):
        anchor = f"{name}.{section.replace('_', '-')}"
        yield _place("section", anchor, book.words["course"][section])


def _term(languages: Languages, name: str) -> Document:
    term = languages.reader.terms[name]
    return Document(
        kind="term",
        address=_address(f"term:{name}"),
        title=term["term"],
        note=plain(term["definition"]),
        fields={
            "title": (term["term"],),
            "other": _all(other.terms[name]["term"] for other in languages.others),
            "keywords": _all(_forms(each.terms[name]) for each in languages.all),
            "purpose": (term["definition"],),
            "pinyin": spellings((term["term"], *_forms(term))),
        },
    )


def _area(languages: Languages, name: str) -> Document:
    area = languages.reader.areas[name]
    return Document(
        kind="area",
        address=_address(f"area:{name}"),
        title=area["title"],
        note=plain(area["purpose"]),
        fields={
            "title": (area["title"],),
            "other": _all(other.areas[name]["title"] for other in languages.others),
            "purpose": _all(each.areas[name]["purpose"] for each in languages.all),
        },
    )


def _page(languages: Languages, path: str, pages: Mapping[str, Pages]) -> Document:
    page, *others = (_read(pages[book.language][path], path) for book in languages.all)
    return Document(
        kind="page",
        address=address_of(path),
        title=page.title,
        note=page.description,
        places=tuple(_place("section", anchor, text) for anchor, text in page.headings),
        fields={
            "title": (page.title,),
            "other": tuple(other.title for other in others),
            "purpose": (page.description, *(other.description for other in others)),
            "headings": tuple(text for each in (page, *others) for _, text in each.headings),
            "body": page.text,
        },
    )


def _read(markdown: str, path: str) -> PageText:
    page = read_page(markdown)
    # Each term is a document of its own.
    return replace(page, headings=()) if path == target_of("page:glossary").path else page


def _place(kind: str, anchor: str, text: str) -> Place:
    return Place(kind=kind, anchor=anchor, text=plain(text))


def _address(link: str) -> str:
    target = target_of(link)
    return address_of(target.path) + (f"#{target.anchor}" if target.anchor else "")


def _all(texts: Iterable[str | Sequence[str]]) -> Texts:
    """Return texts and lists of texts as one flat list, without marks."""
    flat = ([each] if isinstance(each, str) else each for each in texts)
    return tuple(plain(text) for each in flat for text in each)


def _titles(records: Iterable[Data]) -> Texts:
    return tuple(record["title"] for record in records)


def _keywords(record: Data) -> Texts:
    return tuple(record["keywords"])


def _explained(book: Book, module: str) -> Iterator[Data]:
    """Yield the terms that a module explains."""
    return (term for term in book.terms.values() if term["module"] == module)


def _titled(book: Book, tool: str) -> Iterator[Data]:
    """Yield the terms that stand in the title of a tool."""
    title = book.tools[tool]["title"].lower()
    return (term for term in book.terms.values() if term["term"].lower() in title)


def _names(terms: Iterable[Data]) -> Texts:
    return tuple(name for term in terms for name in (term["term"], *_forms(term)))


def _forms(term: Data) -> Texts:
    """Return the other names of a term, those to avoid among them: readers type them."""
    return (*term.get("aliases", ()), *term.get("avoid", ()))


def _reading(record: Data) -> Texts:
    return tuple(plain(text) for path, text in texts_in(record) if SILENT.isdisjoint(path))
