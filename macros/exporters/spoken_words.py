"""The words of the site that agendas and packages need, in one language."""

from macros.courses.spoken import Spoken
from macros.views import Book

KEYS = (
    *("units.minutes", "units.hours", "units.hours_and_minutes"),
    *(
        "course.day",
        "course.people",
        "course.alone",
        "classroom.event",
        "classroom.reminder",
        "lms.late",
        "lms.open",
    ),
    "compose.untitled",
)
"""Of interface.yml."""


def spoken_of(book: Book) -> Spoken:
    """Return how a book speaks in files that are made of it."""
    words = {key: str(book.words[key.partition(".")[0]][key.partition(".")[2]]) for key in KEYS}
    found = book.words["search"]["kinds"]
    kinds = {
        "course": found["course"],
        **book.words["course"]["kinds"],
        **book.words["kinds"],
        "module": found["module"],
    }
    levels = {f"level.{name}": text for name, text in book.words["levels"].items()}
    return Spoken(
        tag=book.spoken.tag,
        locale=book.spoken.locale,
        direction=book.spoken.direction,
        words={**words, **levels, **{f"kind.{name}": text for name, text in kinds.items()}},
    )
