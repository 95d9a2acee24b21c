"""The door for the page of lists: JSON text and the bytes of a file in, JSON text out.

It never raises. A page has one list open; whoever asks about another, which a worker that was
started anew does not know, hears that it is lost, and opens it again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from assessments.border.problems import EngineError, internal
from assessments.border.reading import read_json, write_json
from assessments.border.record import Record, record
from assessments.border.request_parts import list_of, object_of, one_of, text_of
from assessments.portfolio.batch import Batch
from assessments.portfolio.deciding.bubbles import bubbles_data
from assessments.portfolio.deciding.overrides import read_day
from assessments.portfolio.desk import Desk, Step, template
from assessments.portfolio.files import OUTPUTS
from assessments.portfolio.many_objects import expect_many
from assessments.tables.numbers import COMMA, POINT
from assessments.words import FIRST_LANGUAGE, LANGUAGES


@dataclass(slots=True)
class Open:
    """What the page has open, and the work that is under way."""

    name: str = ""
    desk: Desk | None = None
    going: Iterator[Step] = field(default_factory=lambda: iter(()))


OPEN = Open()
LOST: Step = {"lost": True}


def answer(text: str, content: object = None) -> str:
    """Answer one request.

    {"act", "list": a name that the page gives it, "language"} and what the act needs: open takes
    the bytes with "definition", "guide", "sheet" and "separator"; score takes a "map" and
    "overrides", write an "ending" and headers to "keep", what_if "settings", account a "place",
    concentration a "column" and its "decimal" mark, compare the bytes of an earlier file, board the
    names of both files, bubbles two dimensions, "across" and "up". override sets one of an
    "account", overrides sets all; these, board and score go by the page's day, "today". What takes
    long is gone on with by the act go_on, until it answers {"done"}. {"error"} tells what cannot be
    used.
    """
    language = FIRST_LANGUAGE
    try:
        request = read_json(text)
        asked: Record = request if isinstance(request, Mapping) else {}
        given = asked.get("language")
        language = given if isinstance(given, str) and given in LANGUAGES else FIRST_LANGUAGE
        act = one_of(asked, "act", ACTS)
        if act == "open":
            return write_json(_open(asked, language, _bytes(content)))
        if act == "template":
            return write_json(template(_batch(asked), object_of(asked, "guide"), language))
        if OPEN.desk is None or OPEN.name != text_of(asked, "list"):
            return write_json(LOST)
        return write_json(WORK[act](OPEN.desk, asked, _bytes(content)))
    except EngineError as error:
        return write_json(error.as_data(language))
    except Exception as error:
        # A page has no use for a traceback, and must not lose its list over one.
        return write_json(internal(error).as_data(language))


def _bytes(content: object) -> bytes:
    return bytes(content or b"")  # type: ignore[call-overload, no-any-return]


def _batch(asked: Record) -> Batch:
    definition = read_json(text_of(asked, "definition"))
    return Batch(definition if isinstance(definition, Mapping) else {})


def _open(asked: Record, language: str, content: bytes) -> Step:
    _close()
    expect_many()
    desk = Desk(
        content=content,
        batch=_batch(asked),
        guide=object_of(asked, "guide"),
        language=language,
        sheet=text_of(asked, "sheet"),
        separator=text_of(asked, "separator"),
    )
    found = desk.look()
    OPEN.name, OPEN.desk = text_of(asked, "list"), desk
    return found


def _close(*_: object) -> Step:
    OPEN.name, OPEN.desk, OPEN.going = "", None, iter(())
    return {"closed": True}


def _begun(going: Iterator[Step]) -> Step:
    OPEN.going = going
    return {"begun": True}


def _score(desk: Desk, asked: Record, _: bytes) -> Step:
    return _begun(desk.score(asked.get("map"), _today(asked), _overrides(asked)))


def _override(desk: Desk, asked: Record, _: bytes) -> Step:
    desk.overrides.put_new(asked, _today(asked))
    return {"overridden": desk.overridden(_today(asked))}


def _set_overrides(desk: Desk, asked: Record, _: bytes) -> Step:
    desk.put_overrides(_overrides(asked) or [])
    return {"overridden": desk.overridden(_today(asked))}


def _overrides(asked: Record) -> list[Record] | None:
    """Return the overrides of a request; None where it leaves them to the file."""
    if asked.get("overrides") is None:
        return None
    return [record(each) for each in list_of(asked, "overrides")]


def _today(asked: Record) -> date:
    """Return the day of the page, which alone has a clock; without one no override holds."""
    return read_day(str(asked.get("today", ""))) or date.max


def _board(desk: Desk, asked: Record, _: bytes) -> Step:
    names = (text_of(asked, "file"), text_of(asked, "earlier"))
    return desk.board(names[0], _today(asked), names[1], measured=bool(asked.get("measured")))


def _bubbles(desk: Desk, asked: Record, _: bytes) -> Step:
    names = tuple(each.id for each in desk.batch.definition.dimensions)
    across, up = one_of(asked, "across", names), one_of(asked, "up", names)
    sizes = desk.measured[1] if desk.measured and asked.get("measured") else None
    return dict(bubbles_data(desk.parts, across, up, sizes))


def _concentration(desk: Desk, asked: Record, _: bytes) -> Step:
    decimal = one_of(asked, "decimal", ("", POINT, COMMA))
    return _begun(desk.concentration(text_of(asked, "column"), decimal))


def _write(desk: Desk, asked: Record, _: bytes) -> Step:
    keep = [str(each) for each in list_of(asked, "keep")]
    return _begun(desk.write(one_of(asked, "ending", tuple(OUTPUTS)), keep))


def _account(desk: Desk, asked: Record, _: bytes) -> Step:
    place = asked.get("place")
    return desk.input_of(place if isinstance(place, int) else 0)


WORK: Mapping[str, Callable[[Desk, Record, bytes], Step]] = {
    "score": _score,
    "override": _override,
    "overrides": _set_overrides,
    "board": _board,
    "bubbles": _bubbles,
    "concentration": _concentration,
    "compare": lambda desk, _, content: _begun(desk.compare(content)),
    "moves": lambda desk, *_: _begun(desk.write_moves()),
    "write": _write,
    "problems": lambda desk, *_: _begun(desk.write_problems()),
    "account": _account,
    "what_if": lambda desk, asked, _: _begun(desk.what_if(object_of(asked, "settings"))),
    "go_on": lambda *_: next(OPEN.going, LOST),
    "close": _close,
}
"""What is asked for of an open list -> what answers."""
ACTS = ("go_on", "open", "template", *(name for name in WORK if name != "go_on"))
