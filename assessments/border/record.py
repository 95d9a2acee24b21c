"""A record: what an object of JSON is in Python; taken leniently where only words hang on it."""

from collections.abc import Mapping, Sequence

Record = Mapping[str, object]


def record(value: object) -> Record:
    """Return an object; an empty one where it is none."""
    return value if isinstance(value, Mapping) else {}


def records(value: object) -> Sequence[Record]:
    """Return the objects of a list; none where it is none."""
    if not isinstance(value, (list, tuple)):
        return ()
    return [each for each in value if isinstance(each, Mapping)]
