"""The handout of a course for its participants: goals, questions, room for notes, follow-up."""

from macros.course_plan import course_context, course_records
from macros.page_kind import PageKind

KIND = PageKind(
    name="handout",
    order=85,
    records=course_records,
    link="handout",
    address="c/{id}/handout.md",
    template="course-handout",
    context=course_context,
    search="paper",
)
