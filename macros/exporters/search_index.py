"""The index of search in one language: one JSON file that the browser loads when it is asked.

The part under "index" is what MiniSearch writes and reads back, so that no visitor's device has to
read the whole playbook before it can find something in it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from macros.exporters.search_documents import Document, Place
from macros.exporters.search_pinyin import spellings
from macros.exporters.search_words import Vocabulary, is_han

FIELDS = (
    "title", "other", "keywords", "terms", "questions", "headings", "purpose", "near", "body",
    "pinyin",
)  # fmt: skip
SERIALIZATION = 2
"""The version of MiniSearch's format."""
OFTEN = 2
"""A pair of characters in the body counts from here: most pairs across two words stand once."""

Postings = Mapping[str, Mapping[str, Mapping[str, int]]]
"""Word -> number of a field -> number of a document -> how often."""


def write_index(
    documents: Sequence[Document], vocabulary: Vocabulary, traditional: Mapping[str, str]
) -> bytes:
    """Return the file; *traditional* gives simplified characters for traditional ones."""
    counts = [_counts(document, vocabulary) for document in documents]
    content = {
        "documents": [_shown(document) for document in documents],
        "groups": vocabulary.groups,
        "ignored": sorted(vocabulary.ignored),
        "index": _index(counts),
        "traditional": _needed(traditional, documents),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _counts(document: Document, vocabulary: Vocabulary) -> dict[str, Counter[str]]:
    """Return how often each word stands in each field of a document."""
    counts = {name: Counter[str]() for name in FIELDS}
    for name, texts in document.fields.items():
        for text in texts:
            counts[name].update(_cut(name, text, vocabulary))
    body = counts["body"]
    counts["body"] = Counter(
        {word: times for word, times in body.items() if times >= OFTEN or not is_han(word)}
    )
    return counts


def _cut(field: str, text: str, vocabulary: Vocabulary) -> Iterable[str]:
    if field == "pinyin":
        return spellings(text)
    if field == "body":
        return vocabulary.words(text)
    return (*vocabulary.words(text), *vocabulary.groups_in(text))


def _index(counts: Sequence[Mapping[str, Counter[str]]]) -> Mapping[str, object]:
    lengths = [[len(fields[name]) for name in FIELDS] for fields in counts]
    return {
        "documentCount": len(counts),
        "nextId": len(counts),
        "documentIds": {str(number): number for number in range(len(counts))},
        "fieldIds": {name: number for number, name in enumerate(FIELDS)},
        "fieldLength": {str(number): length for number, length in enumerate(lengths)},
        "averageFieldLength": [_average(column) for column in zip(*lengths, strict=True)],
        "storedFields": {},
        "dirtCount": 0,
        "index": sorted(_postings(counts).items()),
        "serializationVersion": SERIALIZATION,
    }


def _postings(counts: Sequence[Mapping[str, Counter[str]]]) -> Postings:
    postings: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for document, fields in enumerate(counts):
        for field, name in enumerate(FIELDS):
            for word, times in fields[name].items():
                postings[word][str(field)][str(document)] = times
    return postings


def _average(lengths: Iterable[int]) -> float:
    """Return the mean length of a field, over the documents that have it."""
    filled = [length for length in lengths if length]
    return round(sum(filled) / len(filled), 2) if filled else 0


def _shown(document: Document) -> list[object]:
    places = [_place(place) for place in document.places]
    return [document.kind, document.address, document.title, document.note, places]


def _place(place: Place) -> list[str]:
    return [place.kind, place.anchor, place.text]


def _needed(traditional: Mapping[str, str], documents: Iterable[Document]) -> list[str]:
    """Return the traditional characters that a reader can mean here, and the simplified ones."""
    texts = (text for document in documents for field in document.fields.values() for text in field)
    present = frozenset("".join(texts))
    pairs = [(old, new) for old, new in traditional.items() if new in present and old != new]
    return ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]
