"""What a page is, in the words of schema.org, for programs that read JSON-LD.

The theme adds what it knows alone: the page's own address, its title and description, its language.
"""

from collections.abc import Sequence
from typing import Any

from macros.plain_text import plain
from macros.values import Data
from macros.views import Book

Linked = dict[str, Any]

LICENCE = "https://spdx.org/licenses/MIT.html"


def learning_resource(book: Book, module: Data) -> Linked:
    """Return a module as a LearningResource."""
    return {
        "@type": "LearningResource",
        **_shared(book, module["minutes"]),
        "learningResourceType": "module",
        "educationalLevel": book.words["levels"][module["level"]],
        "teaches": [plain(each) for each in module["outcomes"]],
        "audience": _audience([book.roles[each]["title"] for each in module["roles"]]),
        "dateModified": module["reviewed"],
        "version": book.site["version"],
    }


def quiz(book: Book, tool: Data) -> Linked:
    """Return an assessment as a Quiz, and a calculator as what one learns with."""
    is_quiz = tool["kind"] == "assessment"
    return {
        "@type": "Quiz" if is_quiz else "LearningResource",
        **_shared(book, tool["minutes"]),
        "learningResourceType": tool["kind"],
        "about": {"@type": "Thing", "name": plain(book.modules[tool["module"]]["title"])},
        "audience": _audience([tool["audience"]]),
        "version": tool["version"],
    }


def course(book: Book, record: Data) -> Linked:
    """Return a course: what it teaches, and what one knows before, in a sentence and by titles."""
    needs = record["prerequisites"]
    return {
        "@type": "Course",
        **_shared(book, record["minutes"]["work"]),
        "educationalLevel": book.words["levels"][record["level"]],
        "teaches": [plain(each) for each in record["goals"]],
        "coursePrerequisites": [
            plain(needs["text"]),
            *(plain(book.modules[each]["title"]) for each in needs["modules"]),
        ],
        "provider": {"@type": "Organization", "name": book.site["title"]},
        "dateModified": record["reviewed"],
        "version": book.site["version"],
    }


def defined_terms(book: Book) -> Linked:
    """Return the glossary as a set of terms, each with its place on the page."""
    return {
        "@type": "DefinedTermSet",
        "license": LICENCE,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": f"#term.{name}",
                "name": plain(term["term"]),
                "description": plain(term["definition"]),
            }
            for name, term in book.terms.items()
        ],
    }


def _shared(book: Book, minutes: int) -> Linked:
    return {
        "timeRequired": f"PT{minutes}M",
        "license": LICENCE,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "CreativeWork", "name": book.site["title"]},
    }


def _audience(roles: Sequence[str]) -> Sequence[Linked]:
    return [{"@type": "EducationalAudience", "educationalRole": plain(each)} for each in roles]
