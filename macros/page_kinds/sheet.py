"""The run sheet of a course on one page."""

from macros.course_plan import course_context, course_records
from macros.page_kind import PageKind

KIND = PageKind(
    name="sheet",
    order=84,
    records=course_records,
    link="sheet",
    address="c/{id}/sheet.md",
    template="course-sheet",
    context=course_context,
    search="paper",
)
