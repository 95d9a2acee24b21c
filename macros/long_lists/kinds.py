"""What each column of a scored list holds, as a typed file says it."""

from collections.abc import Iterator, Mapping

from assessments.portfolio.batch import Batch
from assessments.questionnaires.telling import Holds

TEXT, WHOLE = "VARCHAR", "INTEGER"
DECIMAL = "DECIMAL(10,1)"
"""Points and percents with one digit behind the point; limits may lie at a million."""
NUMBERS = ("score.", "distance.")
COUNTS = ("sure.",)


def kinds_of(batch: Batch) -> Mapping[str, str]:
    """Return the kind of each column of results; the other columns of a list are texts."""
    return dict(_kinds(batch))


def _kinds(batch: Batch) -> Iterator[tuple[str, str]]:
    telling = batch.model.telling
    held = {each.key: each.holds for each in telling.results}
    for column in batch.results.names:
        key = column.removeprefix("lowest.").removeprefix("highest.")
        if column == "open" or column.startswith(COUNTS):
            yield column, WHOLE
        elif column == "sure" or column.startswith(NUMBERS):
            yield column, DECIMAL
        elif held.get(key) is Holds.NUMBER:
            # A headline that counts stages is a whole number.
            counts = telling.in_stages and key == telling.headline
            yield column, WHOLE if counts else DECIMAL
        else:
            yield column, TEXT
