"""The guide of a course for whoever leads it: what to say, likely answers, objections, models."""

from macros.course_plan import course_context, course_records
from macros.page_kind import PageKind

KIND = PageKind(
    name="guide",
    order=83,
    records=course_records,
    link="guide",
    address="c/{id}/guide.md",
    template="course-guide",
    context=course_context,
    search="paper",
)
