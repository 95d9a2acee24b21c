"""The cards of a course, to be cut out: roles, situations and slips of the modules that it uses."""

from macros.course_plan import course_context, courses_with_cards
from macros.page_kind import PageKind

KIND = PageKind(
    name="cards",
    order=86,
    records=courses_with_cards,
    link="cards",
    address="c/{id}/cards.md",
    template="course-cards",
    context=course_context,
    search="paper",
)
