"""The page of one assessment: the questionnaire, how it is scored, how to score it by hand."""

from assessments.documents.scores import TARGET
from assessments.questionnaires.models import MODELS
from macros.page_kind import Context, Page, PageKind
from macros.tool_page import ADDRESS, LINK, place_among, records_of, tool_context
from macros.views import Book


def context(book: Book, page: Page) -> Context:
    """Return a questionnaire with its questions numbered through."""
    shared = tool_context(book, page, ("scoring", "bands", "by-hand", "sources"))
    questions = [each["id"] for part in shared["tool"]["dimensions"] for each in part["questions"]]
    return {
        **shared,
        "model": MODELS[shared["tool"]["model"]],
        "question_numbers": {name: index + 1 for index, name in enumerate(questions)},
        "question_count": len(questions),
        "default_target": TARGET,
    }


KIND = PageKind(
    name="assessment",
    order=60,
    records=records_of("assessment"),
    link=LINK,
    address=ADDRESS,
    template="assessment",
    context=context,
    place=place_among("assessments"),
    embeds=True,
    search="assessment",
)
