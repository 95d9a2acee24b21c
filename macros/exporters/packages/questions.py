"""Questions of what somebody wants, as a bank reads them."""

from collections.abc import Iterator

from macros.courses.packages.asked import Asked, questions_of, questions_of_course
from macros.exporters.packages.format import Order


def questions_in(order: Order) -> Iterator[Asked]:
    """Yield the questions of what somebody wants, in order."""
    contents, book = order.contents, order.book
    if contents.kind == "course":
        return questions_of_course(book.courses[contents.id])
    return questions_of(book.tools[contents.id])
