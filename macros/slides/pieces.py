"""The slides that a module gives to its own show and to those of courses: idea, steps, example …"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from macros import numbers
from macros.plain_text import opening, plain
from macros.slides.building import Builder, Head
from macros.slides.measure import width_of
from macros.slides.pictures import STEPS
from macros.slides.show import Line, Note, Side, Slide
from macros.tool_tables import tables_of
from macros.values import Data

MOST_COLUMNS = 5
MOST_ROWS = 10
MOST_WORKED_WITH = 6
"""Rows of a table that a group works with on the wall."""
MOST_FROM_TOOLS, MOST_OF_ITS_OWN = 2, 1
LETTER = 24
LEAST_OPENING = 560
"""Points that the beginning of a paragraph must be wide in letters of that size to stand alone."""
LONGEST_HEAD = 1300
"""Points of a sentence in such letters that may be set large."""


def openings(text: str) -> list[str]:
    """Return how each paragraph begins: its first sentence, or two where that is a mere heading."""
    paragraphs = [each for each in text.split("\n\n") if not each.lstrip().startswith(("-", "1."))]
    return [_begin(plain(each)) for each in paragraphs]


def _begin(text: str) -> str:
    first, rest = opening(text)
    while rest and width_of(first, LETTER) < LEAST_OPENING:
        second, rest = opening(rest)
        first += (" " if first[-1:].isascii() else "") + second
    return first


def idea(to: Builder, module: Data, head: Head, notes: Sequence[Note] = ()) -> list[Slide]:
    """Return what a module is and why, a sentence for each paragraph."""
    told = (*notes, to.note(to.words["in_full"], module["idea"]))
    first, *others = openings(module["idea"])
    alone = opening(first)[0]
    headed = width_of(alone, LETTER) < LONGEST_HEAD
    lines = [alone if headed else first, *others]
    return to.lines(head, lines, told, mark="none", headed=headed)


def use(to: Builder, module: Data, head: Head) -> Slide:
    """Return when a module is used, and when not."""
    words, brief = to.book.words["module"], module["brief"]
    left, right = (
        Side(title=words[key], lines=tuple(Line(text=plain(text)) for text in brief[key]))
        for key in ("when", "not")
    )
    labels = {"people": words["people"], "time": words["time"], "preparation": words["preparation"]}
    notes = [to.note(label, brief[key]) for key, label in labels.items()]
    return to.sides(head, (left, right), notes)


def steps(to: Builder, module: Data, head: Head, notes: Sequence[Note] = ()) -> list[Slide]:
    """Return the steps of a module; what each is in full stands in the notes."""
    joint = to.book.words["units"]["comma"]
    told = [
        to.note(
            f"{number}. {plain(step['title'])}",
            f"{step['text']}\n({joint.join(to.book.roles[role]['title'] for role in step['who'])})",
        )
        for number, step in enumerate(module["steps"], start=1)
    ]
    told = [*notes, *told]
    with_results = [(step["title"], step.get("output", "")) for step in module["steps"]]
    alone = [(title, "") for title, _ in with_results]
    for texts, least in ((with_results, 18), (alone, 0)):
        drawn = to.boxes(head, STEPS, texts, told, least)
        if drawn:
            return [drawn]
    return to.lines(head, [title for title, _ in alone], told, mark="number")


def picture(to: Builder, module: Data, head: Head, notes: Sequence[Note] = ()) -> list[Slide]:
    """Return the first picture of a module; nothing where it has none."""
    for part in module["parts"]:
        if "diagram" in part:
            own = replace(head, title=part["diagram"]["title"])
            told = (*notes, to.note(to.words["in_full"], part.get("ours", "")))
            return to.picture(own, part["diagram"], told)
    return []


def part(
    to: Builder, module: Data, name: str, head: Head, notes: Sequence[Note] = ()
) -> list[Slide]:
    """Return one part of a module: its picture, its table, or how its paragraphs begin."""
    found = next((each for each in module["parts"] if each["id"] == name), None)
    if found is None:
        return idea(to, module, head, notes)
    text = found.get("ours", found.get("says", ""))
    told = (*notes, to.note(to.words["in_full"], text))
    own = replace(head, title=found["title"])
    if "diagram" in found:
        return to.picture(replace(head, title=found["diagram"]["title"]), found["diagram"], told)
    shown = list(_from_tools(to, {"parts": [found]}, tables_of(to.book, {"parts": [found]})))
    if shown:
        _, _, columns, rows = shown[0]
        return to.table(own, columns, rows, told)
    if name in _decks(module):
        # What is right stands in the other columns.
        columns, *rows = [row[:1] for row in (found["table"]["columns"], *found["table"]["rows"])]
        return to.table(replace(head, title=_decks(module)[name]), columns, rows, told)
    if "table" in found and len(found["table"]["columns"]) <= MOST_COLUMNS:
        return to.table(own, found["table"]["columns"], found["table"]["rows"], told)
    return to.lines(own, openings(text), told, mark="none")


def _decks(module: Data) -> Mapping[str, str]:
    """Return the parts whose tables hold cards with what is right beside them, and their titles."""
    decks = module["facilitator"].get("cards", ())
    return {each["part"]: each["title"] for each in decks if "part" in each}


def tables(to: Builder, module: Data) -> Iterator[Slide]:
    """Yield the short tables that the run sheet works with and those that come from tools.

    Where there are none, the first of the module that is small. A long one is for paper.
    """
    found = list(_from_tools(to, module, tables_of(to.book, module)))[:MOST_FROM_TOOLS]
    tables_of_its_own = [
        (part["id"], part["title"], part["table"]["columns"], part["table"]["rows"])
        for part in module["parts"]
        if "table" in part and part["id"] not in _decks(module)
    ]
    run = _activities(module)
    worked_with = [
        each
        for each in tables_of_its_own
        if len(each[3]) <= MOST_WORKED_WITH and f"m:{module['id']}#{each[0]})" in run
    ]
    small = [
        each
        for each in tables_of_its_own
        if len(each[2]) <= MOST_COLUMNS and len(each[3]) <= MOST_ROWS
    ]
    found = [*worked_with, *found] or small[:MOST_OF_ITS_OWN]
    label = to.words["look_up"]
    for at, (name, title, columns, rows) in enumerate(found):
        part = next(each for each in module["parts"] if each["id"] == name)
        notes = [to.note(to.words["in_full"], part.get("ours", ""))]
        earlier = sum(each[0] == name for each in found[:at])
        own = f"table.{name}.{earlier + 1}" if earlier else f"table.{name}"
        head = Head(name=own, title=title, label=label)
        yield from to.table(head, columns, rows, notes)


def _activities(module: Data) -> str:
    """Return what the run sheet says, with its links."""
    return "\n".join(each["activity"] for each in module["facilitator"]["run"])


Rows = Sequence[Sequence[str]]


def _from_tools(
    to: Builder, module: Data, shown: Mapping[str, Data]
) -> Iterator[tuple[str, str, Sequence[str], Rows]]:
    words = to.book.words["tool"]
    for part in module["parts"]:
        found = shown[part["id"]]
        if "bands" in found:
            yield part["id"], *_bands(to, found["bands"]["tool"])
        for scale in found["scales"]:
            rows = [[str(answer), meaning] for answer, meaning in scale["rows"]]
            rows += [[str(each["value"]), each["label"]] for each in scale["anchors"]]
            if rows:
                yield part["id"], scale["title"], [words["answer"], words["meaning"]], rows
        if "questions" in found:
            yield part["id"], *_bands(to, found["questions"])


def _bands(to: Builder, tool: Data) -> tuple[str, Sequence[str], Rows]:
    """Return the bands of a tool: their stretches, names and meanings."""
    words = to.book.words["tool"]
    ranges = numbers.band_ranges(tool, to.book.spoken.numbers, to.book.words)
    rows = [[band["title"], band["text"]] for band in tool["bands"]]
    columns = [words["band"], words["meaning"]]
    if ranges:
        columns = [words["range"], *columns]
        rows = [[each, *row] for each, row in zip(ranges, rows, strict=True)]
    return tool["title"], columns, rows


def _is_small(table: Data) -> bool:
    return len(table["columns"]) <= MOST_COLUMNS and len(table["rows"]) <= MOST_ROWS


def example(to: Builder, module: Data, head: Head, notes: Sequence[Note] = ()) -> list[Slide]:
    """Return the example of the fictional company, and its figures where they are few."""
    record, words = module["example"], to.book.words["module"]
    told = (*notes, to.note(to.words["in_full"], record["text"]))
    slides = to.lines(replace(head, title=record["title"]), openings(record["text"]), told)
    table = record.get("table")
    if table and _is_small(table):
        figures = Head(name=f"{head.name}.figures", title=words["figures"], label=head.label)
        fictional = [to.note(words["example"], words["fictional"])]
        slides += to.table(figures, table["columns"], table["rows"], fictional)
    return slides


def tasks(to: Builder, module: Data, exercise: str = "exercise") -> list[str]:
    """Return what is asked in an exercise, for a group or `alone`: all before each answer."""
    paragraphs = str(module["facilitator"][exercise]).split("\n\n")
    return [plain(each.partition(to.words["expected"])[0]) for each in paragraphs]


def exercise_notes(to: Builder, module: Data) -> list[Note]:
    """Return what whoever leads an exercise has at hand: its answers, how to talk about it."""
    words, facilitator = to.book.words["course"], module["facilitator"]
    guide = facilitator.get("guide")
    told = to.book.words["facilitator"]
    return [
        to.note(told["hand_out"], facilitator.get("hand_out", "")),
        to.note(told["exercise"], facilitator["exercise"]),
        to.note(words["model"], guide["model"] if guide else ""),
        to.note(told["debrief"], facilitator["debrief"]),
    ]


def case(to: Builder, module: Data) -> list[Slide]:
    """Return a case to judge and what is to be decided; nothing where a module has none."""
    record = module.get("judgement")
    if not record:
        return []
    words, guide = to.book.words["judgement"], to.book.words["course"]
    head = Head(
        name="case",
        title=record["title"],
        label=words["heading"],
        aside=to.minutes(record["minutes"]),
    )
    facts = [line.removeprefix("- ") for line in record["case"].split("\n") if line.strip()]
    told = [
        to.listed(words["weighs"], record["weighs"]),
        to.note(guide["model"], record["model"]),
        to.note(words["changes"], record["changes"]),
        to.note(words["wrong"], record["wrong"]),
    ]
    fictional = [to.note(words["heading"], to.book.words["module"]["fictional"])]
    decision = replace(head, name="case.decision", kind="exercise")
    return [
        *to.lines(head, facts, fictional),
        *to.lines(decision, [record["task"]], told, mark="none"),
    ]


def discussion(
    to: Builder, module: Data, head: Head, chosen: Sequence[int], notes: Sequence[Note] = ()
) -> list[Slide]:
    """Return questions of a module by their numbers; the notes have what a group may answer."""
    facilitator, words = module["facilitator"], to.book.words["course"]
    guide = facilitator.get("guide")
    questions = [facilitator["discussion"][number - 1] for number in chosen]
    told = list(notes)
    if guide:
        told += [
            to.note(f"{plain(question)} · {words['likely']}", guide["answers"][number - 1])
            for question, number in zip(questions, chosen, strict=True)
        ]
        told += [
            to.named(words["objection"], each["objection"], each["reply"])
            for each in guide["objections"]
        ]
    else:
        told.append(to.note(words["likely"], words["unanswered"]))
    if list(chosen) == list(range(1, len(questions) + 1)):
        return to.lines(head, questions, told, mark="number" if len(questions) > 1 else "none")
    # As the run sheet and the handout number them.
    numbered = [f"{each}. {plain(text)}" for each, text in zip(chosen, questions, strict=True)]
    return to.lines(head, numbered if len(questions) > 1 else questions, told, mark="none")
