"""Make the search index of a language find plain questions, and words of the other language.

Each question of a module becomes an entry of its own, because the theme weighs a title above a text
and a long text above a short one: a question inside a page would drown in it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import jieba

from macros.addresses import address_of, target_of
from macros.texts import plain
from macros.values import Data
from macros.views import Book

CHINESE = re.compile(r"[\u4e00-\u9fff]+")
BREAK = "\u200b"
"""Parts words in the index where the reader sees nothing."""
MODULE_WEIGHT = 1.3
"""A module counts this much more than a page of another kind."""

Entry = dict[str, Any]


def improve_index(index: Mapping[str, Any], book: Book) -> Entry:
    """Return the index with the questions of the modules and the words of other languages."""
    others = {
        target_address(f"{kind}:{name}"): words
        for kind, name, words in _words_of_other_languages(book)
    }
    entries = [
        {**entry, "tags": [_cut(word) for word in others[entry["location"]]]}
        if entry["location"] in others
        else entry
        for entry in index["docs"]
    ]
    return {**index, "docs": [*entries, *_questions(book)]}


def target_address(link: str) -> str:
    """Return the location of a page in the index."""
    return address_of(target_of(link).path)


def _questions(book: Book) -> Iterator[Entry]:
    for name, module in book.modules.items():
        for number, question in enumerate(module["questions"]):
            location = f"{target_address(f'm:{name}')}#{name}.questions.{number}"
            title = _cut(plain(question))
            yield {"location": location, "title": title, "text": "", "boost": MODULE_WEIGHT}


def _words_of_other_languages(book: Book) -> Iterator[tuple[str, str, list[str]]]:
    playbook = book.playbook
    others = [code for code in playbook.languages if code != book.language]
    for name, module in playbook.modules.items():
        keywords = [module.data["title"], *module.data["keywords"]]
        same = [record[book.language] for record in module.data["keywords"]]
        yield "m", name, [*same, *_in(keywords, others)]
    for name, tool in playbook.tools.items():
        yield "a", name, _in([tool["title"]], others)


def _in(records: Sequence[Data], languages: Sequence[str]) -> list[str]:
    return [plain(record[code]) for record in records for code in languages]


def _cut(text: str) -> str:
    """Return text with its Chinese parted into words, as the theme parts that of the pages."""
    return CHINESE.sub(lambda match: BREAK.join(["", *jieba.cut(match[0]), ""]), text).strip(BREAK)
