"""Every slide show of a book, by what it teaches."""

from macros.slides.course_show import course_show
from macros.slides.module_show import module_show
from macros.slides.show import SlideShow
from macros.views import Book


def show_of(book: Book, link: str) -> SlideShow:
    """Return the slides of a module or a course: m:trust-stages, c:one-day."""
    word, _, name = link.partition(":")
    return {"m": module_show, "c": course_show}[word](book, name)
