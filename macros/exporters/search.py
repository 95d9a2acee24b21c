"""The files of search: an index in each language, under a name that holds its content's hash."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.exporters.search_documents import Languages, Pages, list_documents
from macros.exporters.search_index import write_index
from macros.exporters.search_words import read_vocabulary
from macros.page_kinds.table import PAGE_KINDS
from macros.views import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What search loads in one language."""

    name: str
    content: bytes


def make_indexes(
    books: Sequence[Book], pages: Mapping[str, Pages], traditional: Mapping[str, str]
) -> Mapping[str, Index]:
    """Return the index of each language; *pages* holds, by language, the Markdown of its pages."""
    vocabulary = read_vocabulary(books[0].playbook.search)
    found = {kind.address for kind in PAGE_KINDS if kind.search == "page"}
    general = {
        language: {path: text for path, text in texts.items() if path in found}
        for language, texts in pages.items()
    }
    indexes = {}
    for book in books:
        others = tuple(other for other in books if other is not book)
        documents = list_documents(Languages(book, others), general)
        content = write_index(documents, vocabulary, traditional)
        mark = hashlib.sha256(content).hexdigest()[:16]
        indexes[book.language] = Index(name=f"search-{book.language}-{mark}.json", content=content)
    return indexes
