"""Courses: their days by the clock, what is printed for them, what the scripts make of them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pytest

from macros.course_plan import (
    CARDS,
    course_context,
    courses_with_cards,
    days_of,
    modules_used,
)
from macros.numbers import duration
from macros.page_kinds.teach import context as of_teach
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.views import Book
from tests.answer_files import Reader
from tests.site_playbook import real_playbook, small_playbook

NEEDS = {"self-study", "half-day", "day", "two-days"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    return small_playbook(tmp_path_factory.mktemp("courses"))


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return real_playbook()


def test_a_day_runs_by_the_clock(small: Playbook) -> None:
    book = Book(small, "en")
    (day,) = days_of(book, book.courses["first-steps"])
    (session,) = day["sessions"]
    # 30 + 10 + 15 + 30 + 10 + 10
    assert [item["start"] for item in session["items"]] == [0, 30, 40, 55, 85, 95]
    assert (day["minutes"], session["over"], session["end"]) == (105, 105, 105)
    assert session["items"][0]["target"]["title"] == book.modules["trust"]["title"]
    assert session["items"][2]["target"] is None


def test_a_break_at_the_end_is_no_part_of_an_appointment(playbook: Playbook) -> None:
    book = Book(playbook, "en")
    (day,) = days_of(book, book.courses["one-day"])
    opening = day["sessions"][0]
    # 10 + 20 + 15, then a break of 10.
    assert (opening["over"], opening["end"]) == (45, 55)


def test_modules_stand_once_in_the_order_of_their_first_use(small: Playbook) -> None:
    assert modules_used(small.courses["first-steps"]) == ("trust", "visits")


def test_only_a_course_with_cards_has_a_page_of_cards(playbook: Playbook) -> None:
    with_cards = {name for name, _ in courses_with_cards(playbook)}
    pages = {page.id for page in list_pages(playbook, "en") if page.kind.name == CARDS}
    assert with_cards == pages
    assert "one-day" in with_cards


def test_cards_that_a_course_hands_out_come_before_the_others(playbook: Playbook) -> None:
    for name, course in playbook.courses.items():
        book = Book(playbook, "en")
        page = next(
            each
            for each in list_pages(playbook, "en")
            if each.kind.name == CARDS and each.id == name
        )
        decks = course_context(book, page)["decks"]
        handed_out = [bool(deck["session"]) for deck in decks]
        named = [deck for session in course["sessions"] for item in session["items"]
                 for deck in item.get("cards", ())]  # fmt: skip
        assert handed_out == sorted(handed_out, reverse=True)
        assert [deck["deck"]["id"] for deck in decks][: sum(handed_out)] == named
        assert len({(deck["module"]["id"], deck["deck"]["id"]) for deck in decks}) == len(decks)


def test_a_duration_is_told_in_hours_and_minutes(small: Playbook) -> None:
    for language, told in (
        ("en", ["45 min", "6 h", "7 h 40 min"]),
        ("zh", ["45分钟", "6小时", "7小时40分钟"]),
    ):
        book = Book(small, language)
        assert [duration(number, book.words) for number in (45, 360, 460)] == told


def test_trainers_find_courses_by_the_time_they_have(playbook: Playbook) -> None:
    book = Book(playbook, "zh")
    page = next(page for page in list_pages(playbook, "zh") if page.id == "teach")
    needs = {need["id"]: need for need in of_teach(book, page)["needs"]}
    assert list(needs) == ["self-study", "hour", "half-day", "day", "two-days"]
    shown = [course["id"] for need in needs.values() for course in need["courses"]]
    assert sorted(shown) == sorted(playbook.courses)
    assert all(each["facilitator"]["minutes"] <= 100 for each in needs["hour"]["sessions"])


ANSWERED_ALONE = {
    "customer-centric-culture", "customer-pain-points", "customer-selection",
    "executive-interaction", "four-step-method", "one-five-one", "relationship-system",
    "sales-team", "service-standards", "software-outsourcing", "trust-stages",
}  # fmt: skip
"""Modules whose assessment is answered by each person for themselves, before anybody compares. That
of the others is answered by a team together, by one person after hearing others, or by calculating.
"""


def test_sessions_begin_with_the_assessment_where_the_method_says_so(playbook: Playbook) -> None:
    begin = {name for name, module in playbook.modules.items()
             if "answers" in module.data["facilitator"]["run"][0]}  # fmt: skip
    assert begin == ANSWERED_ALONE


def test_nobody_sits_longer_than_75_minutes_in_a_session(playbook: Playbook) -> None:
    for module in playbook.modules.values():
        run = module.data["facilitator"]["run"]
        stretches = groupby(run, key=lambda slot: slot.get("kind") == "break")
        for is_break, slots in stretches:
            minutes = sum(slot["minutes"] for slot in slots)
            assert 5 <= minutes <= 10 if is_break else minutes <= 75, module.data["id"]


def test_what_a_session_hands_out_or_plays_is_printed_as_cards(playbook: Playbook) -> None:
    for module in playbook.modules.values():
        facilitator = module.data["facilitator"]
        plays = any("ole play" in slot["activity"]["en"] for slot in facilitator["run"])
        if plays or "hand_out" in facilitator:
            assert facilitator.get("cards"), module.data["id"]


def test_there_is_a_course_for_every_need(playbook: Playbook) -> None:
    assert {course["need"] for course in playbook.courses.values()} == NEEDS


def test_every_module_can_be_taught_from_its_page_alone(playbook: Playbook) -> None:
    records = {name: module.data for name, module in playbook.modules.items()}
    assert [name for name, data in records.items() if "judgement" not in data] == []
    assert [
        name for name, data in records.items() if "say" not in data["facilitator"].get("guide", {})
    ] == []


PLANNED = {
    "first": "2026-12-31", "begin": 540, "rhythm": "planned", "now": "2026-11-30T00:00:00.000Z",
}  # fmt: skip
WEEKLY = {
    "first": "2027-01-04", "begin": 600, "rhythm": "weekly", "now": "2026-11-30T01:00:00.000Z",
}  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """What the page makes of a course of two days: as planned, and once a week."""
    reader = Reader("appointments.mjs")
    yield reader.ask(PLANNED), reader.ask(WEEKLY)
    reader.close()


def days(calendar: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(each["day"], each.get("hours")) for each in calendar["events"]]


def test_a_session_stands_on_its_day_and_hour(made: Sequence[Mapping[str, Any]]) -> None:
    # The second session begins an hour after the second day; the step comes 30 days after it.
    assert days(made[0]) == [
        ("2026-12-31", {"start": 540, "end": 585}),
        ("2027-01-01", {"start": 600, "end": 630}),
        ("2027-01-31", None),
    ]


def test_once_a_week_each_session_begins_at_the_same_hour(
    made: Sequence[Mapping[str, Any]],
) -> None:
    assert days(made[1]) == [
        ("2027-01-04", {"start": 600, "end": 645}),
        ("2027-01-11", {"start": 600, "end": 630}),
        ("2027-02-10", None),
    ]


def test_events_keep_their_names_so_that_a_calendar_moves_them(
    made: Sequence[Mapping[str, Any]],
) -> None:
    planned, weekly = (calendar["events"] for calendar in made)
    names = ["session.opening", "session.closing", "step.ask"]
    assert [each["uid"] for each in planned] == [f"one-day.{name}@book" for name in names]
    assert [each["uid"] for each in weekly] == [each["uid"] for each in planned]
    # An hour later in minutes since the review.
    assert [b["sequence"] - a["sequence"] for a, b in zip(planned, weekly, strict=True)] == [60] * 3


def test_the_file_has_appointments_and_whole_days(made: Sequence[Mapping[str, Any]]) -> None:
    lines = made[0]["file"].split("\r\n")
    told = ("DTSTART", "DTEND", "DURATION", "TRANSP", "TRIGGER")
    begins = [line for line in lines if line.startswith(told)]
    assert begins == [
        "DTSTART:20261231T090000", "DURATION:PT45M", "TRANSP:OPAQUE", "TRIGGER:-PT15M",
        "DTSTART:20270101T100000", "DURATION:PT30M", "TRANSP:OPAQUE", "TRIGGER:-PT15M",
        "DTSTART;VALUE=DATE:20270131", "DTEND;VALUE=DATE:20270201", "TRANSP:TRANSPARENT",
        "TRIGGER:PT9H",
    ]  # fmt: skip
