"""Rules within one course: times add up, pauses come, what is needed comes first."""

from collections.abc import Iterator

from macros.checking.texts import fault_of
from macros.courses import rules
from macros.courses.rules import Step
from macros.files import Files, Rule
from macros.problems import Path, Problem, count_of
from macros.published.ids import collect_ids
from macros.schema.fitted import Fitted
from macros.values import Data

LEADS_TO = {"module": "m", "exercise": "m", "discussion": "m", "tool": "a"}
"""Kind of an item -> the kind of link that it uses."""


def course_times_add_up(files: Files) -> Iterator[Problem]:
    """Work and breaks take as long as the course says."""
    for course in files.of("course"):
        for path, said in course.each("minutes"):
            steps = [step for _, step in _whole(course)]
            if not steps:
                continue
            for key, total in zip(("work", "breaks"), rules.totals(steps), strict=True):
                if said[key] != total:
                    message = (
                        f"The course has {said[key]} minutes, but the items add up to {total}."
                    )
                    yield course.source.problem((*path, key), message, "Make them equal.")


def a_pause_comes_in_time(files: Files) -> Iterator[Problem]:
    """Nobody sits longer than 75 minutes without a break."""
    for course in files.of("course"):
        steps = _whole(course)
        for place, minutes in rules.long_stretches([step for _, step in steps]):
            message = f"The group sits for {minutes} minutes without a break by now."
            hint = f"Put a break before, so that it is {rules.LONGEST_STRETCH} at most."
            yield course.source.problem((*steps[place][0], "minutes"), message, hint)


def days_follow_each_other(files: Files) -> Iterator[Problem]:
    """The sessions stand day by day, from the first."""
    for course in files.of("course"):
        days = list(course.each("sessions", "*", "day"))
        for place, day, before in rules.days_out_of_order(day for _, day in days):
            message = f"The session is of day {day}, after one of day {before}."
            hint = "Put the sessions in order, and number the days from 1 without a gap."
            yield course.source.problem(days[place][0], message, hint)


def what_a_course_uses_is_there(files: Files) -> Iterator[Problem]:
    """Items and questions lead to something that exists, and of the kind that they need."""
    ids = collect_ids(files)
    for course in files.of("course"):
        links = (
            *course.each("sessions", "*", "items", "*", "uses"),
            *course.each("check", "questions", "*", "uses"),
        )
        for path, link in links:
            fault = fault_of(link, ids)
            if fault:
                successor = _successor(link, files)
                if successor:
                    message = f"The link leads to '{link}', which has been retired."
                    fault = (message, f"Name its successor: '{successor}'.")
                yield course.source.problem(path, *fault)
        for path, item in course.each("sessions", "*", "items", "*"):
            wanted = LEADS_TO.get(item["kind"])
            if wanted and not item.get("uses", "").startswith(f"{wanted}:"):
                message = f"The {item['kind']} does not say which {_thing(wanted)} it uses."
                yield course.source.problem(path, message, f"Add uses: {wanted}:ID.")


def tools_have_their_minutes(files: Files) -> Iterator[Problem]:
    """An item with a tool lasts as long as the tool says that it takes."""
    for course in files.of("course"):
        for path, item in course.each("sessions", "*", "items", "*"):
            name = _name(item.get("uses", ""))
            tools = (files.stems[kind].get(name) for kind in ("assessment", "calculator"))
            asked = [number for tool in tools if tool for _, number in tool.each("minutes")]
            if item["kind"] == "tool" and asked and item["minutes"] < asked[0]:
                message = f"The item has {item['minutes']} minutes, but its tool takes {asked[0]}."
                yield course.source.problem((*path, "minutes"), message, "Give it as many.")


def questions_of_a_discussion_are_there(files: Files) -> Iterator[Problem]:
    """The questions that an item takes from a module have these numbers there."""
    for course in files.of("course"):
        for path, item in course.each("sessions", "*", "items", "*"):
            if item["kind"] == "discussion" and "questions" not in item:
                hint = "Add questions: with their numbers on the page of the module."
                yield course.source.problem(path, "The discussion has no questions.", hint)
            module = files.stems["module"].get(_name(item.get("uses", "")))
            known = [count for _, each in module.each("facilitator", "discussion")
                     for count in range(1, len(each) + 1)] if module else []  # fmt: skip
            for at, number in enumerate(item.get("questions", ())):
                if known and number not in known:
                    message = f"The module has no question {number} for discussion."
                    hint = f"It has {count_of(len(known), 'question')}."
                    yield course.source.problem((*path, "questions", at), message, hint)


def lines_of_an_observer_are_there(files: Files) -> Iterator[Problem]:
    """The lines that an item takes for an observer have these numbers in its module."""
    for course in files.of("course"):
        for path, item in course.each("sessions", "*", "items", "*"):
            module = files.stems["module"].get(module_of(item, files))
            count = (
                sum(1 for _ in module.each("facilitator", "guide", "observe", "*")) if module else 0
            )
            for at, number in enumerate(item.get("observe", ())):
                if number > count:
                    message = f"The module has no line {number} for an observer."
                    hint = f"It has {count_of(count, 'line')} under observe of its guide."
                    yield course.source.problem((*path, "observe", at), message, hint)


def module_of(item: Data, files: Files) -> str:
    """Return the id of the module that an item uses, or of the module of its tool; or nothing."""
    link = str(item.get("uses", ""))
    if not link.startswith("a:"):
        return _name(link)
    tools = (files.stems[kind].get(_name(link)) for kind in ("assessment", "calculator"))
    return next((name for tool in tools if tool for _, name in tool.each("module")), "")


def what_is_needed_comes_before(files: Files) -> Iterator[Problem]:
    """A module is taught after those that it builds on, or these are asked of the participants."""
    before = {
        name: [first for _, first in module.each("before", "*")]
        for name, module in files.stems["module"].items()
    }
    for course in files.of("course"):
        known = (name for _, name in course.each("prerequisites", "modules", "*"))
        items = list(course.each("sessions", "*", "items", "*"))
        steps = [_step(course, path, item) for path, item in items]
        for place, first in rules.taught_too_early(steps, before, known):
            name = steps[place].name
            message = f"The module '{name}' builds on '{first}', which has not come yet."
            hint = "Teach it before, or name it in modules of prerequisites."
            yield course.source.problem((*items[place][0], "uses"), message, hint)


def items_have_ids_of_their_own(files: Files) -> Iterator[Problem]:
    """A tick is known by the id of its item, which stands once in all sessions."""
    for course in files.of("course"):
        seen: dict[str, Path] = {}
        for path, name in course.each("sessions", "*", "items", "*", "id"):
            first = seen.setdefault(name, path)
            if first != path:
                line = course.source.place(first).line
                message = f"The id '{name}' stands twice; the first is on line {line}."
                yield course.source.problem(path, message, "Give each its own id.")


def questions_have_one_right_answer(files: Files) -> Iterator[Problem]:
    """Exactly one answer of a question is right, and so many can be right as are asked for."""
    for course in files.of("course"):
        for path, question in course.each("check", "questions", "*"):
            right = sum(option.get("right", False) for option in question["options"])
            if right != 1:
                message = f"The question has {count_of(right, 'right answer')}, and must have one."
                hint = "Write right: true under one of its options."
                yield course.source.problem((*path, "options"), message, hint)
        for path, check in course.each("check"):
            count = len(check["questions"])
            if check["pass"] > count:
                message = f"The pass mark is {check['pass']}, but there are {count} questions."
                yield course.source.problem((*path, "pass"), message, "Ask for fewer.")


def groups_have_a_size(files: Files) -> Iterator[Problem]:
    """The smallest group is not larger than the largest."""
    for course in files.of("course"):
        for path, group in course.each("group"):
            if not rules.is_a_size(group["from"], group["to"]):
                message = (
                    f"The smallest group, {group['from']}, is above the largest, {group['to']}."
                )
                yield course.source.problem((*path, "from"), message, "Exchange the two.")


def _whole(course: Fitted) -> list[tuple[Path, Step]]:
    """Return every item; none where one of them does not fit, for then nothing adds up."""
    items = list(course.each("sessions", "*", "items", "*"))
    if not list(course.each("sessions")):
        return []
    return [(path, _step(course, path, item)) for path, item in items]


def _step(course: Fitted, path: Path, item: Data) -> Step:
    """Return an item as the rules see it."""
    name = _name(item.get("uses", ""))
    return Step(kind=item["kind"], minutes=item["minutes"], day=_day(course, path), name=name)


def _day(course: Fitted, path: Path) -> object:
    return next(iter(dict(course.each(*path[:2], "day")).values()), None)


def _name(link: str) -> str:
    return link.partition(":")[2].partition("#")[0]


def _thing(word: str) -> str:
    return {"m": "module", "a": "tool"}[word]


def _successor(link: str, files: Files) -> str:
    page = link.partition("#")[0]
    retired = {
        entry["id"]: str(entry["successor"])
        for settings in files.of("playbook")
        for _, entry in settings.each("retired", "*")
    }
    return retired.get(link) or retired.get(page, "")


COURSE_RULES: tuple[Rule, ...] = (
    course_times_add_up,
    a_pause_comes_in_time,
    days_follow_each_other,
    what_a_course_uses_is_there,
    tools_have_their_minutes,
    questions_of_a_discussion_are_there,
    lines_of_an_observer_are_there,
    what_is_needed_comes_before,
    items_have_ids_of_their_own,
    questions_have_one_right_answer,
    groups_have_a_size,
)
