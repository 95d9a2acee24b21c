"""What can be taken along from a site: its pages in order, by what names them."""

from collections.abc import Iterator, Mapping

from macros.addresses import address_of, target_of
from macros.courses.packages.contents import LINKS, Contents, Entry, Section
from macros.plain_text import plain
from macros.values import Data
from macros.views import Book


def every_content(book: Book, address: str) -> Iterator[Contents]:
    """Yield all that can be taken along from a site: pages, courses, areas and the whole."""
    modules = {name: _module(book, name, address) for name in book.modules}
    tools = {name: _tool(book, name, address) for name in book.tools}
    for entry in (*modules.values(), *tools.values()):
        yield _of_pages(book, entry.kind, entry.id, entry.title, (entry,))
    pages = {entry.link: entry for entry in (*modules.values(), *tools.values())}
    for course in book.courses.values():
        yield _of_course(book, course, pages, address)
    for name, area in book.areas.items():
        own = [modules[each] for each in area["modules"]]
        used = [tools[tool] for each in area["modules"] for tool in book.tools_of(each)]
        yield _of_pages(book, "area", name, area["title"], (*own, *used))
    every = [modules[each] for area in book.areas.values() for each in area["modules"]]
    title = book.site["title"]
    yield _of_pages(book, "playbook", book.site["id"], title, (*every, *tools.values()))


def named(book: Book, address: str, name: str) -> tuple[Contents, ...]:
    """Return what an id names, with or without its word: a module and a tool may share one."""
    every = every_content(book, address)
    return tuple(each for each in every if name in {each.id, each.link})


def _of_pages(book: Book, kind: str, name: str, title: str, entries: tuple[Entry, ...]) -> Contents:
    return _of_sections(book, kind, name, title, (Section(title=title, entries=entries),))


def _of_sections(
    book: Book, kind: str, name: str, title: str, sections: tuple[Section, ...]
) -> Contents:
    language = book.spoken.locale
    return Contents(id=name, kind=kind, title=title, language=language, sections=sections)


def _of_course(book: Book, course: Data, pages: Mapping[str, Entry], address: str) -> Contents:
    """Return the page of a course, then the pages that its sessions use, session by session."""
    minutes = course["minutes"]["work"] + course["minutes"]["breaks"]
    own = _entry(book, course, "course", minutes, address)
    sections = (
        Section(title=each["title"], entries=_used_in(each, pages), id=each["id"])
        for each in course["sessions"]
    )
    whole = Section(title=course["title"], entries=(own,))
    held = (whole, *(each for each in sections if each.entries))
    return _of_sections(book, "course", course["id"], course["title"], held)


def _used_in(session: Data, pages: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Return the pages of a session in the order of first use; places on a page are one page."""
    links = (item["uses"].partition("#")[0] for item in session["items"] if "uses" in item)
    return tuple(pages[link] for link in dict.fromkeys(links))


def _module(book: Book, name: str, address: str) -> Entry:
    record = book.modules[name]
    return _entry(book, record, "module", record["facilitator"]["minutes"], address)


def _tool(book: Book, name: str, address: str) -> Entry:
    record = book.tools[name]
    return _entry(book, record, record["kind"], record["minutes"], address)


def _entry(book: Book, record: Data, kind: str, minutes: int, address: str) -> Entry:
    return Entry(
        id=record["id"],
        kind=kind,
        title=record["title"],
        purpose=plain(record["purpose"]),
        minutes=minutes,
        address=page_address(book, f"{LINKS[kind]}:{record['id']}", address),
    )


def page_address(book: Book, link: str, address: str) -> str:
    """Return the absolute address of a page in the language of a book, on a site at an address."""
    first = book.playbook.languages[0]
    folder = "" if book.language == first else f"{book.language}/"
    target = target_of(link)
    place = f"#{target.anchor}" if target.anchor else ""
    return f"{address.rstrip('/')}/{folder}{address_of(target.path)}{place}"
