"""The glossary: every term with its definition and its name in the other languages."""

from itertools import groupby
from unicodedata import combining, normalize

from macros.exporters.search_pinyin import initial
from macros.linked_data import defined_terms
from macros.page_kind import Context, Page, PageKind, Place, single, under_reference
from macros.values import Data
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return every term beside its name in the other languages, letter by letter."""
    records = book.playbook.terms
    entries = [
        {**term, "others": [(other.tag, records[name]["term"][other.id]) for other in book.others]}
        for name, term in book.terms.items()
    ]
    in_order = sorted(entries, key=lambda term: (_letter(term), _alphabetical(term)))
    return {
        "letters": [(letter, list(terms)) for letter, terms in groupby(in_order, _letter)],
        "linked": defined_terms(book),
    }


def _letter(term: Data) -> str:
    return initial(str(term["term"]))


def _alphabetical(term: Data) -> bytes:
    letters = normalize("NFKD", str(term["term"]).casefold())
    plain = "".join(letter for letter in letters if not combining(letter))
    # GB 18030 keeps the common Chinese characters in the order of their pinyin.
    return plain.encode("gb18030")


def place(book: Book, _page: Page) -> Place:
    """Return a line of the reference."""
    return under_reference(book, book.words["glossary"]["title"])


KIND = PageKind(
    name="glossary",
    order=90,
    records=single("glossary", "playbook_data/glossary.yml"),
    address="glossary.md",
    holds={"term": "term.{id}"},
    template="glossary",
    context=context,
    place=place,
)
