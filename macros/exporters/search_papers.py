"""What search can find of the papers of a course: its guide, run sheet, handout, slides, cards."""

from collections.abc import Iterator

from macros.addresses import address_of, target_of
from macros.course_plan import papers_of
from macros.exporters.search_documents import Document, Languages
from macros.exporters.search_pinyin import spellings
from macros.plain_text import plain
from macros.values import Data


def list_papers(languages: Languages) -> Iterator[Document]:
    """Yield a document for each paper of each course."""
    book = languages.reader
    for name in book.courses:
        for paper in papers_of(book.playbook, name):
            yield _paper(languages, paper, name)


def _paper(languages: Languages, paper: str, name: str) -> Document:
    """Return a paper under its own name; that of its course weighs little: the course has it."""
    book = languages.reader
    course, words = book.courses[name], book.words
    said = [each.words["course"] for each in languages.all]
    return Document(
        kind="paper",
        address=address_of(target_of(f"{paper}:{name}").path),
        title=words["course"]["paper"][paper] + words["units"]["colon"] + course["title"],
        note=plain(course["purpose"]),
        fields={
            "title": (words["course"]["paper"][paper],),
            "other": tuple(each["paper"][paper] for each in said[1:]),
            "keywords": tuple(each["paper_names"][paper] for each in said),
            "near": tuple(text for each in languages.all for text in _names(each.courses[name])),
            "pinyin": spellings((words["course"]["paper"][paper],)),
        },
    )


def _names(course: Data) -> Iterator[str]:
    yield course["title"]
    yield from course["keywords"]
