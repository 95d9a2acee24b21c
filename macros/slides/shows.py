"""Every slide show of a book, by what it teaches."""

from macros.slides.course_show import course_show
from macros.slides.module_show import module_show
from macros.slides.show import SlideShow
from macros.views import Book


def show_of(book: Book, link: str) -> SlideShow:
    """Return the slides of a module or a course: m:trust-stages, c:one-day."""
    name = f"slides of {link}"
    # The page of slides and the file for PowerPoint show the same.
    if name not in book.made:
        word, _, record = link.partition(":")
        book.made[name] = {"m": module_show, "c": course_show}[word](book, record)
    show: SlideShow = book.made[name]
    return show
