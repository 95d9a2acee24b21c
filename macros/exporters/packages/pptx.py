"""Slides as a file for PowerPoint: with the notes of whoever leads the session."""

from macros.exporters.packages.contents import page_address
from macros.exporters.packages.format import Format, Order
from macros.exporters.slides.powerpoint import TOKENS, powerpoint
from macros.kept import kept
from macros.slides.shows import show_of


def slides(order: Order) -> bytes:
    """Return the slides of a module or a course; their links lead to the site."""
    book = order.book

    def address(link: str) -> str:
        return page_address(book, link, order.address)

    show = show_of(book, order.contents.link)
    links = {link: address(link) for link in show.links}
    tokens = (order.root / TOKENS).read_text("utf-8")
    made_of = repr(("pptx", show, book.site["title"], book.spoken, links, tokens))

    def make() -> bytes:
        return powerpoint(show, book.site["title"], book.spoken, order.root, address)

    return kept(order.root, made_of, make)


FORMAT = Format(
    name="pptx", ending="pptx", kinds=("module", "course"), make=slides, is_published=True
)
