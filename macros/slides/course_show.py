"""The slides of one course: goals, agenda, every item of its sessions, and what follows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from macros import numbers
from macros.course_plan import days_of, lines_to_observe
from macros.courses.rules import BREAK
from macros.plain_text import plain
from macros.slides import pieces
from macros.slides.building import Builder, Head
from macros.slides.show import Note, Slide, SlideShow
from macros.values import Data
from macros.views import Book

BEGINS = 9 * 60
"""When the day of a course begins on its slides, in minutes from midnight."""
LETTERS = "ABCDEFGH"


def course_show(book: Book, name: str) -> SlideShow:
    """Return the slides of a course in the language of a book."""
    course = book.courses[name]
    return SlideShow(
        link=f"c:{name}",
        title=plain(course["title"]),
        language=book.language,
        slides=tuple(_Course(Builder(book), course).slides()),
    )


@dataclass(frozen=True)
class _Course:
    """Makes the slides of one course."""

    to: Builder
    course: Data

    def slides(self) -> Iterator[Slide]:
        words, course = self.to.book.words["course"], self.course
        days = days_of(self.to.book, course)
        yield self._cover()
        goals = Head(name="goals", title=words["goals"], label=self.to.words["goals"])
        yield from self.to.lines(goals, course["goals"])
        number, is_first_check = 0, True
        for day in days:
            yield from self._agenda(day, len(days))
            for session in day["sessions"]:
                number += 1
                yield self._session(session, number)
                for item in session["items"]:
                    if item["kind"] == "check":
                        yield from self._check(item, session, is_first=is_first_check)
                        is_first_check = False
                    else:
                        yield from self._item(item, session)
        yield from self._follow_up()

    def _cover(self) -> Slide:
        course, words = self.course, self.to.book.words["course"]
        group = course["group"]
        people = (
            words["alone"]
            if group["to"] == 1
            else numbers.filled(
                words["people"],
                self.to.book.spoken.numbers,
                least=group["from"],
                most=group["to"],
            )
        )
        notes = [
            self.to.listed(words["prepare"], [*course["preparation"], *course["materials"]]),
            self.to.note(words["room"], course["room"]),
            self.to.note(words["remote"], course["variants"]["remote"]),
            self.to.note(words["small"], course["variants"]["small"]),
        ]
        head = Head(
            name="cover",
            title=course["title"],
            label=self.to.book.site["title"],
            aside=f"{self.to.minutes(course['minutes']['work'])} · {people}",
            kind="cover",
        )
        return self.to.statement(head, course["purpose"], notes)

    def _agenda(self, day: Data, days: int) -> list[Slide]:
        words = self.to.book.words["course"]
        label = numbers.filled(words["day"], self.to.book.spoken.numbers, number=day["number"])
        head = Head(
            name=f"agenda.{day['number']}",
            title=words["agenda"],
            label=label if days > 1 else self.to.minutes(day["minutes"]),
        )
        columns = [self.to.words["time"], self.to.words["session"], self.to.words["question"]]
        rows = [
            [_stretch(each), each["title"], each.get("question", "")] for each in day["sessions"]
        ]
        notes = [self.to.note(self.to.words["notes"], self.to.words["begins"])]
        return self.to.table(head, columns, rows, notes)

    def _session(self, session: Data, number: int) -> Slide:
        words = self.to.book.words["course"]
        head = Head(
            name=f"session.{session['id']}",
            title=session["title"],
            label=_stretch(session),
            aside=self.to.minutes(session["over"] - session["start"]),
            kind="session",
        )
        notes = [self.to.note(words["say"], session.get("say", ""))]
        return self.to.statement(head, session.get("question", ""), notes, number=str(number))

    def _item(self, item: Data, session: Data) -> Iterator[Slide]:
        yield from ITEMS[item["kind"]](self.to, item, self._head(item, session))
        kinds = [each["kind"] for each in session["items"]]
        if item["kind"] == "exercise" and "discussion" not in kinds and not item["alone"]:
            yield from self._debrief(item)

    def _debrief(self, item: Data) -> list[Slide]:
        """Return the last question of a module, where no discussion follows its exercise."""
        module, words = item["target"], self.to.book.words["facilitator"]
        facilitator = module["facilitator"]
        head = Head(
            name=f"{item['id']}.debrief",
            title=plain(module["title"]),
            label=words["debrief"],
            kind="question",
        )
        notes = [self.to.note(self.to.words["lead"], facilitator["debrief"])]
        last = len(facilitator["discussion"])
        return pieces.discussion(self.to, module, head, [last], notes)

    def _head(self, item: Data, session: Data) -> Head:
        words = self.to.book.words["course"]
        kind = words["kinds"][item["kind"]]
        target = item["target"]
        return Head(
            name=item["id"],
            title=plain(target["title"] if target else session["title"]),
            label=f"{kind} · {clock(item['start'])}",
            aside=self.to.minutes(item["minutes"]),
        )

    def _check(self, item: Data, session: Data, *, is_first: bool) -> Iterator[Slide]:
        """Yield the questions before and after; their answers stand in the notes of the second."""
        words, own = self.to.book.words["course"], self.to.words
        questions = self.course["check"]["questions"]
        marks = self.to.book.spoken.numbers
        head = self._head(item, session)
        right = self.course["check"]["pass"]
        told = numbers.filled(words["pass"], marks, number=right, total=len(questions))
        before = [self.to.note(own["notes"], own["no_answers"] if is_first else told)]
        opening = replace(head, kind="question", title=own["check"])
        yield from self.to.lines(opening, [item["do"]], before, mark="none")
        for number, question in enumerate(questions, start=1):
            place = numbers.filled(own["place"], marks, number=number, total=len(questions))
            asked = replace(
                head,
                name=f"{item['id']}.{question['id']}",
                title=question["text"],
                label=place,
                aside="",
                kind="choice",
            )
            texts = [option["text"] for option in question["options"]]
            notes = [] if is_first else [self._key(question)]
            yield from self.to.lines(asked, texts, notes, mark="letter")

    def _key(self, question: Data) -> Note:
        at = next(at for at, each in enumerate(question["options"]) if each.get("right"))
        text = f"{LETTERS[at]}. {question['options'][at]['text']}\n{question['why']}"
        return self.to.note(self.to.book.words["course"]["answer"], text)

    def _follow_up(self) -> list[Slide]:
        words, record = self.to.book.words["course"], self.course["follow_up"]
        marks = self.to.book.spoken.numbers
        head = Head(name="follow-up", title=words["follow_up"], label=self.to.words["monday"])
        rows = [
            [numbers.filled(words["days"], marks, number=each["day"]), each["do"], each["proof"]]
            for each in record["steps"]
        ]
        columns = [words["after"], words["do"], words["proof"]]
        return self.to.table(head, columns, rows, [self.to.note(words["notes"], record["text"])])


def clock(minutes: int) -> str:
    """Return the time of day at so many minutes from the start of a course: 75 is 10:15."""
    return numbers.clock(BEGINS + minutes)


def _stretch(session: Data) -> str:
    return f"{clock(session['start'])}–{clock(session['over'])}"


def _lead(to: Builder, item: Data) -> Note:
    return to.note(to.words["lead"], item["do"])


def _asides(to: Builder, item: Data) -> list[Note]:
    """Return what whoever leads an item does, its cards and what its observer looks for."""
    words = to.book.words["course"]
    told = {
        words["cards_out"]: [each["deck"]["title"] for each in item["decks"]],
        words["observe"]: lines_to_observe(to.book, item),
    }
    lead = to.note(to.words["lead"], item.get("lead", ""))
    return [lead, *(to.listed(title, lines) for title, lines in told.items() if lines)]


def _told(to: Builder, item: Data, head: Head) -> list[Slide]:
    """Return what is explained: the place of the module that the item leads to."""
    if item["target"] is None or not item["uses"].startswith("m:"):
        asked = replace(head, kind="question")
        return to.lines(asked, [item["do"]], _asides(to, item), mark="none")
    place = item["uses"].partition("#")[2]
    notes = [_lead(to, item), *_asides(to, item)]
    if place == "steps":
        return pieces.steps(to, item["target"], head, notes)
    if place == "example":
        return pieces.example(to, item["target"], head, notes)
    if place not in ("", "idea", "parts"):
        return pieces.part(to, item["target"], place, head, notes)
    slides = pieces.idea(to, item["target"], head, notes)
    if place == "parts":
        slides += pieces.picture(to, item["target"], replace(head, name=f"{item['id']}.picture"))
    return slides


def _tool(to: Builder, item: Data, head: Head) -> list[Slide]:
    tool = item["target"]
    parts = [each["title"] for each in tool.get("dimensions", ())]
    texts = [item["do"], *([to.book.words["units"]["comma"].join(parts)] if parts else [])]
    notes = [to.note(plain(tool["title"]), tool["purpose"]), *_asides(to, item)]
    return to.lines(replace(head, kind="exercise"), texts, notes, mark="none")


def _exercise(to: Builder, item: Data, head: Head) -> list[Slide]:
    if item["target"] is None or "facilitator" not in item["target"]:
        return to.lines(
            replace(head, kind="exercise"), [item["do"]], _asides(to, item), mark="none"
        )
    texts, module = [item["do"]], item["target"]
    asked = "alone" if item["alone"] else "exercise"
    if item["uses"].endswith("#facilitator"):
        texts += pieces.tasks(to, module, asked)
    if item["alone"]:
        told = to.book.words["facilitator"]["exercise"]
        notes = [to.note(told, module["facilitator"].get(asked, ""))]
    else:
        notes = [*pieces.exercise_notes(to, module), *_asides(to, item)]
    return to.lines(replace(head, kind="exercise"), texts, notes, mark="none")


def _discussion(to: Builder, item: Data, head: Head) -> list[Slide]:
    asked = replace(head, kind="question")
    notes = [_lead(to, item), *_asides(to, item)]
    return pieces.discussion(to, item["target"], asked, item["questions"], notes)


def _pause(to: Builder, item: Data, head: Head) -> list[Slide]:
    words = to.book.words["course"]["kinds"]
    head = replace(head, title=words[BREAK])
    text = "" if plain(item["do"]).strip(".。") == words[BREAK] else item["do"]
    end = clock(item["start"] + int(item["minutes"]))
    on = numbers.filled(to.words["go_on"], to.book.spoken.numbers, time=end)
    lead = f"{text}{to.book.spoken.gap}{on}" if text else on
    return [to.statement(replace(head, kind="pause", label=""), lead)]


ITEMS: Mapping[str, Callable[[Builder, Data, Head], Sequence[Slide]]] = {
    "activity": _told,
    "module": _told,
    "tool": _tool,
    "exercise": _exercise,
    "discussion": _discussion,
    BREAK: _pause,
}
"""Kind of an item -> its slides; questions before and after are those of the course."""
