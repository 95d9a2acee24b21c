"""What the index of search in each language is made from: documents, and how words are read."""

from collections.abc import Iterable, Mapping, Sequence

from macros.exporters.search_documents import Languages, Pages, list_documents
from macros.exporters.search_papers import list_papers
from macros.languages import Language
from macros.page_table import PAGE_KINDS
from macros.values import Data
from macros.views import Book


def describe_search(books: Sequence[Book], pages: Mapping[str, Pages]) -> Data:
    """Return what all indexes share and what each has of its own, for search/indexing.js.

    *pages* holds, by language, the Markdown of its pages.
    """
    playbook = books[0].playbook
    found = {kind.address for kind in PAGE_KINDS if kind.search == "page"}
    general = {
        language: {path: texts[path] for path in texts if path in found}
        for language, texts in pages.items()
    }
    synonyms = playbook.search["synonyms"]
    return {
        "shared": {
            "ignored": _joined(playbook.search["ignored"]),
            "synonyms": {name: _joined(words) for name, words in synonyms.items()},
        },
        "languages": {
            book.language: {
                "documents": _documents(book, books, general),
                "stemmer": stemmer_of(book.language, playbook.language_records),
            }
            for book in books
        },
    }


def stemmer_of(language: str, records: Mapping[str, Language]) -> str:
    """Return what stems words in the index of a language.

    A language that is cut in pairs has no words of letters: those in its index are guests, which
    are read as they are at home.
    """
    own = records[language].search
    if own.cutter == "words":
        return own.stemmer
    others = (record.search.stemmer for record in records.values())
    return next((stemmer for stemmer in others if stemmer != "none"), "none")


def _documents(book: Book, books: Iterable[Book], general: Mapping[str, Pages]) -> list[object]:
    others = tuple(other for other in books if other is not book)
    languages = Languages(reader=book, others=others)
    documents = [*list_documents(languages, general), *list_papers(languages)]
    return [document.as_data() for document in documents]


def _joined(words: Data) -> list[str]:
    """Return the words of every language."""
    return [word for of_language in words.values() for word in of_language]
