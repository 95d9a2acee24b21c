"""Rules for what a course hands out, asks and reminds of: decks, numbers, questions, dates."""

from collections.abc import Iterator
from itertools import pairwise

from macros.checking.courses import module_of
from macros.files import Files, Rule
from macros.problems import Problem, count_of
from macros.values import Data


def decks_of_an_item_are_there(files: Files) -> Iterator[Problem]:
    """The decks that an item hands out are those of its module."""
    for course in files.of("course"):
        for path, item in course.each("sessions", "*", "items", "*"):
            module = files.stems["module"].get(module_of(item, files))
            decks = (
                [name for _, name in module.each("facilitator", "cards", "*", "id")]
                if module
                else []
            )
            for at, name in enumerate(item.get("cards", ())):
                if name not in decks:
                    message = f"The module has no deck '{name}'."
                    hint = f"It has {', '.join(decks)}." if decks else "It has no cards."
                    yield course.source.problem((*path, "cards", at), message, hint)


def what_an_item_names_it_names_once(files: Files) -> Iterator[Problem]:
    """A question, a line or a deck that stood twice would be asked, written or cut twice."""
    for course in files.of("course"):
        for path, item in course.each("sessions", "*", "items", "*"):
            for key in ("questions", "observe", "cards"):
                named = item.get(key, ())
                for at, each in enumerate(named):
                    if each in named[:at]:
                        message = f"The item names '{each}' twice under {key}."
                        yield course.source.problem((*path, key, at), message, "Name it once.")


def questions_come_before_and_after(files: Files) -> Iterator[Problem]:
    """Questions of an agenda are asked twice, before the rest and after it, to be compared."""
    for course in files.of("course"):
        kinds = [kind for _, kind in course.each("sessions", "*", "items", "*", "kind")]
        count = kinds.count("check")
        for path, _ in course.each("check"):
            if count not in (0, 2):
                message = f"The agenda asks the questions {count_of(count, 'time')}, not twice."
                hint = "Give two items the kind check: one before the rest, one after it."
                yield course.source.problem(path, message, hint)


def reminders_follow_each_other(files: Files) -> Iterator[Problem]:
    """The steps after a course stand in the order of their days."""
    for course in files.of("course"):
        days = list(course.each("follow_up", "steps", "*", "day"))
        for (_, before), (path, day) in pairwise(days):
            if day <= before:
                message = f"The step of day {day} stands after the one of day {before}."
                hint = "Put the steps in the order of their days."
                yield course.source.problem(path, message, hint)


def one_reader_is_spoken_to_as_one(files: Files) -> Iterator[Problem]:
    """The exercises of a course for one person have words for one."""
    for course in files.of("course"):
        if dict(course.each("group", "to")).get(("group", "to")) != 1:
            continue
        for path, item in course.each("sessions", "*", "items", "*"):
            name = module_of(item, files)
            module = files.stems["module"].get(name)
            if item["kind"] != "exercise" or module is None or not holds_the_exercise(item):
                continue
            if not list(module.each("facilitator", "alone")):
                message = f"One person takes this course; the exercise of '{name}' is for a group."
                hint = f"Add alone: to facilitator of '{name}', the exercise in words for one."
                yield course.source.problem((*path, "uses"), message, hint)


def holds_the_exercise(item: Data) -> bool:
    """Tell whether an item is the exercise that stands in the session of its module."""
    return str(item.get("uses", "")).endswith("#facilitator")


COURSE_MATERIAL_RULES: tuple[Rule, ...] = (
    decks_of_an_item_are_there,
    what_an_item_names_it_names_once,
    questions_come_before_and_after,
    reminders_follow_each_other,
    one_reader_is_spoken_to_as_one,
)
