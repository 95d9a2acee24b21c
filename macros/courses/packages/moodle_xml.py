"""Moodle XML: questions that Moodle imports with their ids and what their order means."""

from collections.abc import Iterable

from macros.courses.packages.asked import ASKED_OF, Asked
from macros.courses.packages.markup import Element, document, element, text
from macros.courses.packages.parts import PageFormat, Parts


def moodle_xml(questions: Iterable[Asked]) -> bytes:
    """Return the file of some questions, each under its category."""
    quiz = element("quiz")
    category: tuple[str, ...] = ()
    for question in questions:
        if question.category != category:
            category = question.category
            quiz.append(_category(category))
        quiz.append(_question(question))
    return document(quiz)


def _category(names: tuple[str, ...]) -> Element:
    levels = ("$course$", "top", *(name.replace("/", "//") for name in names))
    said = element("category", {}, text("text", "/".join(levels)))
    return element("question", {"type": "category"}, said)


def _question(question: Asked) -> Element:
    return element(
        "question",
        {"type": "multichoice"},
        element("name", {}, text("text", question.id)),
        _plain("questiontext", question.text),
        *([_plain("generalfeedback", question.why)] if question.why else []),
        text("defaultgrade", "1"),
        text("penalty", "0"),
        text("hidden", "0"),
        text("idnumber", question.id),
        text("single", "true"),
        # The order of a scale says something, and it has no reason why one answer is right.
        text("shuffleanswers", "true" if question.why else "false"),
        text("answernumbering", "none"),
        *(_plain("answer", said, {"fraction": credit}) for credit, said in question.answers),
    )


def _plain(name: str, said: str, attributes: dict[str, str] | None = None) -> Element:
    inside = text("text", said)
    return element(name, {**(attributes or {}), "format": "plain_text"}, inside)


def _make(parts: Parts) -> bytes:
    return moodle_xml(parts.questions())


FORMAT = PageFormat(
    name="moodle-xml", ending="moodle.xml", media="application/xml", kinds=ASKED_OF, make=_make
)
