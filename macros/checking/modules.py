"""Rules within one module: tables are even, anchors differ, answers are there, dates exist."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from macros.files import Files, Rule
from macros.problems import Path, Problem, count_of
from macros.published.ids import MODULE_SECTIONS, OPTIONAL_SECTIONS
from macros.schema.fitted import Fitted
from macros.values import did_you_mean

TABLES = (
    (("parts", "*", "table", "columns"), ("rows",)),
    (("example", "table", "columns"), ("rows",)),
    (("template", "columns"), ("rows",)),
    (("template", "columns"), ("filled", "rows")),
)
"""Where columns stand, and the rows below them from the same record."""
SAYINGS = ("says", "claims", "ours")
REVIEWED = ("module", "course")
EXERCISES = ("exercise", "alone")
"""The exercise of a session, for a group and for one reader."""
ASKS = re.compile(r"[?？؟]")
QUOTED = re.compile("“[^”]*”")
"""What somebody says: it may ask."""


def tables_are_even(files: Files) -> Iterator[Problem]:
    """Every row of a table has a cell for each column."""
    for module in files.of("module"):
        for pattern, rows in TABLES:
            for path, columns in module.each(*pattern):
                for at, row in module.each(*path[:-1], *rows, "*"):
                    if len(row) != len(columns):
                        cells = count_of(len(row), "cell")
                        whole = count_of(len(columns), "column")
                        message = f"The row has {cells}, but the table {whole}."
                        empty = ", ".join(f'{code}: ""' for code in files.languages)
                        hint = f"Write {{{empty}}} for an empty cell."
                        yield module.source.problem(at, message, hint)


def parts_say_something(files: Files) -> Iterator[Problem]:
    """A part has text; what a source says or claims in it has a source."""
    for module in files.of("module"):
        for path, part in module.each("parts", "*"):
            if not any(key in part for key in SAYINGS):
                message = "The part says nothing."
                yield module.source.problem(path, message, f"Add {' or '.join(SAYINGS)}.")
            for key in ("says", "claims"):
                if key in part and not part["sources"]:
                    message = f"The key '{key}' stands without a source."
                    hint = "Name it in sources, or write the text under ours."
                    yield module.source.problem((*path, key), message, hint)


def places_on_a_page_differ(files: Files) -> Iterator[Problem]:
    """A part or a choice has no id that a heading of every page has."""
    taken = {*MODULE_SECTIONS, *OPTIONAL_SECTIONS.values()}
    for module in files.of("module"):
        for pattern in (("parts", "*", "id"), ("choices", "*", "id")):
            for path, name in module.each(*pattern):
                if name in taken:
                    message = f"The id '{name}' belongs to a heading of every page."
                    yield module.source.problem(path, message, "Choose another id.")


def diagrams_join_their_nodes(files: Files) -> Iterator[Problem]:
    """An edge joins two nodes of its diagram."""
    for module in files.of("module"):
        for path, edge in module.each("parts", "*", "diagram", "edges", "*", "*"):
            diagram = path[:3]
            nodes = [name for _, name in module.each(*diagram, "nodes", "*", "id")]
            if edge not in nodes and not _broken_below((*diagram, "nodes"), module):
                message = f"The diagram has no node '{edge}'."
                yield module.source.problem(path, message, did_you_mean(edge, nodes))


def discussions_have_their_answers(files: Files) -> Iterator[Problem]:
    """A guide has a likely answer for each question for discussion."""
    for module in files.of("module"):
        for path, facilitator in module.each("facilitator"):
            answers = facilitator.get("guide", {}).get("answers")
            asked = len(facilitator["discussion"])
            if answers is not None and len(answers) != asked:
                message = f"The guide has {count_of(len(answers), 'answer')} to {asked} questions."
                hint = "Write one for each question of discussion, in their order."
                yield module.source.problem((*path, "guide", "answers"), message, hint)


def decks_have_cards(files: Files) -> Iterator[Problem]:
    """A deck has cards of its own or takes them from the table of a part."""
    for module in files.of("module"):
        tables = {part["id"] for _, part in module.each("parts", "*") if "table" in part}
        for path, deck in module.each("facilitator", "cards", "*"):
            if ("cards" in deck) == ("part" in deck):
                message = "The deck must have cards, or a part that holds them, and not both."
                yield module.source.problem(path, message, "Add or delete one of the two.")
            elif deck.get("part", "") not in {*tables, ""}:
                message = f"The module has no part '{deck['part']}' with a table."
                hint = did_you_mean(deck["part"], sorted(tables))
                yield module.source.problem((*path, "part"), message, hint)


def reviews_have_a_day(files: Files) -> Iterator[Problem]:
    """The day of the last review is a day of the calendar."""
    for module in files.of(*REVIEWED):
        for path, day in module.each("reviewed"):
            try:
                date.fromisoformat(day)
            except ValueError:
                message = f"The calendar has no day {day}."
                yield module.source.problem(path, message, "Write a day that exists.")


def reviews_are_over(files: Files, today: date) -> Iterator[Problem]:
    """The day of the last review has come."""
    for module in files.of(*REVIEWED):
        for path, day in module.each("reviewed"):
            try:
                over = date.fromisoformat(day) <= today
            except ValueError:
                # Told already: it is no day of the calendar.
                continue
            if not over:
                message = f"The review of {day} has not taken place yet: today is {today}."
                hint = "Write the day of the last review that did."
                yield module.source.problem(path, message, hint)


def modules_do_not_wait_for_each_other(files: Files) -> Iterator[Problem]:
    """No module comes before itself, by whatever way round."""
    before: dict[str, list[tuple[Path, str]]] = {
        name: list(module.each("before", "*")) for name, module in files.stems["module"].items()
    }
    for name, module in files.stems["module"].items():
        for path, first in before[name]:
            if name in _reached(first, before):
                message = (
                    f"The module '{first}' comes before '{name}', which comes before '{first}'."
                )
                yield module.source.problem(path, message, "Delete one of the two.")


def modules_stand_after_what_they_need(files: Files) -> Iterator[Problem]:
    """Who reads the areas in their order meets nothing before what it builds on."""
    for settings in files.of("playbook"):
        order = [name for _, name in settings.each("areas", "*", "modules", "*")]
        for name, module in files.stems["module"].items():
            for path, first in module.each("before", "*"):
                other = files.stems["module"].get(first)
                # Two that wait for each other are told as such.
                if other is None or name in dict(other.each("before", "*")).values():
                    continue
                if name in order and first in order and order.index(first) > order.index(name):
                    message = f"The module '{first}' is read before '{name}', but stands after it."
                    hint = "Move one of the two in areas of playbook.yml, or name it under related."
                    yield module.source.problem(path, message, hint)


def _reached(start: str, before: dict[str, list[tuple[Path, str]]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(first for _, first in before.get(name, ()))
    return reached


def a_module_is_not_its_own_neighbour(files: Files) -> Iterator[Problem]:
    """A module names others, not itself, and each once."""
    for name, module in files.stems["module"].items():
        for key in ("before", "related", "roles", "tools"):
            seen: set[str] = set()
            for path, other in module.each(key, "*"):
                if other == name and key in ("before", "related"):
                    yield module.source.problem(path, "The module names itself.", "Delete it.")
                elif other in seen:
                    message = f"The id '{other}' is named twice."
                    yield module.source.problem(path, message, "Delete one of the two.")
                seen.add(other)


def _broken_below(path: Path, file: Fitted) -> bool:
    return any(broken[: len(path)] == path for broken in file.broken)


def exercises_say_where_their_answer_begins(files: Files) -> Iterator[Problem]:
    """What a group is shown of a question ends where the word for its answer stands."""
    marks = answer_marks(files)
    for module in files.of("module"):
        texts = (pair for key in EXERCISES for pair in module.each("facilitator", key))
        for path, exercise in texts:
            for code, text in exercise.items():
                fault = _fault_of_exercise(text, marks[code]) if code in marks else None
                if fault:
                    yield module.source.problem((*path, code), *fault)


def _fault_of_exercise(text: str, mark: str) -> tuple[str, str] | None:
    """Return what is wrong with an exercise, and how to mend it; each paragraph asks once."""
    for paragraph in text.split("\n\n"):
        _, found, answer = paragraph.partition(mark)
        if not found:
            message = "The exercise does not say where its answer begins."
            return message, f"Write “{mark}” before it: a slide shows all that comes earlier."
        if ASKS.search(QUOTED.sub("", answer)) or mark in answer:
            message = "The exercise asks again after its answer, where no slide shows it."
            return message, f"Begin a paragraph with the question, and write “{mark}” after it."
    return None


def answer_marks(files: Files) -> Mapping[str, str]:
    """Return language -> the word before the answer to an exercise."""
    return {
        code: mark
        for words in files.of("interface")
        for _, said in words.each("slides", "expected")
        for code, mark in said.items()
    }


MODULE_RULES: tuple[Rule, ...] = (
    tables_are_even,
    parts_say_something,
    places_on_a_page_differ,
    diagrams_join_their_nodes,
    exercises_say_where_their_answer_begins,
    discussions_have_their_answers,
    decks_have_cards,
    reviews_have_a_day,
    modules_do_not_wait_for_each_other,
    modules_stand_after_what_they_need,
    a_module_is_not_its_own_neighbour,
)
