"""The slides of one module: ten to sixteen, from the idea to what is done on Monday."""

from collections.abc import Iterator

from macros.numbers import run_sheet
from macros.plain_text import plain
from macros.slides import pieces
from macros.slides.building import Builder, Head
from macros.slides.show import Line, Note, Slide, SlideShow
from macros.values import Data
from macros.views import Book


def module_show(book: Book, name: str) -> SlideShow:
    """Return the slides of a module in the language of a book."""
    module = book.modules[name]
    return SlideShow(
        link=f"m:{name}",
        title=plain(module["title"]),
        language=book.language,
        slides=tuple(_slides(Builder(book), module)),
    )


def _slides(to: Builder, module: Data) -> Iterator[Slide]:
    words, own = to.book.words, to.words
    facilitator = module["facilitator"]
    yield _cover(to, module)
    goals = Head(name="goals", title=words["course"]["goals"], label=own["goals"])
    yield from to.lines(goals, module["outcomes"], [to.note(own["lead"], facilitator["goal"])])
    yield from pieces.idea(
        to, module, Head(name="idea", title=words["module"]["idea"], label=own["idea"])
    )
    what = to.words["use"]
    yield pieces.use(to, module, Head(name="use", title=what, label=plain(module["title"])))
    yield from pieces.picture(to, module, Head(name="picture", title="", label=own["look"]))
    yield from pieces.steps(
        to, module, Head(name="steps", title=words["module"]["steps"], label=own["steps"])
    )
    yield from pieces.tables(to, module)
    yield from pieces.example(
        to, module, Head(name="example", title="", label=words["module"]["example"])
    )
    exercise = Head(
        name="exercise",
        title=own["your_turn"],
        label=words["facilitator"]["exercise"],
        kind="exercise",
    )
    notes = pieces.exercise_notes(to, module)
    if guide := module["facilitator"].get("guide"):
        notes.append(to.listed(words["course"]["observe"], guide["observe"]))
    yield from to.lines(exercise, pieces.tasks(to, module), notes, mark="none")
    yield from _debrief(to, module)
    yield from pieces.case(to, module)
    discussion = Head(
        name="discussion",
        title=own["discuss"],
        label=words["facilitator"]["discussion"],
        kind="question",
    )
    every = range(1, len(facilitator["discussion"]) + 1)
    yield from pieces.discussion(to, module, discussion, every)
    yield from _after(to, module)


def _cover(to: Builder, module: Data) -> Slide:
    words, facilitator = to.book.words, module["facilitator"]
    told = words["facilitator"]
    starts = [each["start"] for each in run_sheet(facilitator["run"])]
    run = "\n".join(
        f"{start}  {to.minutes(each['minutes'])}  {plain(each['activity'])}"
        for start, each in zip(starts, facilitator["run"], strict=True)
    )
    notes = [
        to.note(told["goal"], facilitator["goal"]),
        to.note(words["course"]["say"], facilitator.get("guide", {}).get("say", "")),
        to.note(told["materials"], facilitator.get("materials", "")),
        Note(label=told["run"], text=run),
    ]
    facts = f"{to.minutes(facilitator['minutes'])} · {words['levels'][module['level']]}"
    head = Head(
        name="cover",
        title=module["title"],
        label=to.book.site["title"],
        aside=facts,
        kind="cover",
    )
    return to.statement(head, module["purpose"], notes)


def _debrief(to: Builder, module: Data) -> list[Slide]:
    """Return what a group is asked after an exercise."""
    head = Head(
        name="debrief",
        title=to.words["debrief_title"],
        label=to.book.words["facilitator"]["debrief"],
        kind="question",
    )
    notes = [to.note(to.words["lead"], module["facilitator"]["debrief"])]
    return to.lines(head, to.words["debrief_questions"].split("\n"), notes, mark="none")


def _after(to: Builder, module: Data) -> Iterator[Slide]:
    words, own = to.book.words["module"], to.words
    measures = Head(name="measures", title=words["measures"], label=own["measures"])
    columns = [words["measure"], words["good"]]
    rows = [[each["name"], each["good"]] for each in module["measures"]]
    how = [to.note(plain(each["name"]), each["how"]) for each in module["measures"]]
    yield from to.table(measures, columns, rows, how)
    monday = Head(name="monday", title=own["monday"], label=words["checklist"])
    mistakes = [
        to.named(words["mistake"], each["mistake"], each["instead"]) for each in module["mistakes"]
    ]
    yield from to.lines(
        monday, [each["text"] for each in module["checklist"]], mistakes, mark="box"
    )
    further = Head(name="further", title=own["further"], label=plain(module["title"]))
    lines = [
        Line(text=plain(module["title"]), link=f"m:{module['id']}"),
        Line(text=plain(module["template"]["title"]), link=f"m:{module['id']}#template"),
        *(
            Line(text=plain(to.book.tools[tool]["title"]), link=f"a:{tool}")
            for tool in module["tools"]
        ),
    ]
    yield from to.lines(further, lines, [to.note(own["notes"], own["further_text"])])
