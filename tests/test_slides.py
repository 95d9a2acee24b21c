"""Slides: what is on them, that every text fits, that none gives an answer away."""

import re
from collections.abc import Iterator

import pytest

from macros.drawing.diagrams import Node
from macros.plain_text import plain
from macros.playbook import Playbook
from macros.slides.fitting import (
    CELL_SIDE,
    CELL_TOP,
    HEADED,
    LEAST_GAP,
    MOST_GAP,
    READABLE,
    Fitter,
    column_widths,
)
from macros.slides.frames import KINDS, MARK, SIDE_GAP, SIDE_HEAD, Box
from macros.slides.measure import BOLD, HAN, LATIN, Setting, count_lines, setting_of, width_of
from macros.slides.pictures import LAYOUTS, NUMBER, PADDING, SMALLER, placed
from macros.slides.show import Body, Line, Lines, Picture, Side, Sides, Slide, SlideShow, Table
from macros.slides.shows import show_of
from macros.views import Book
from tests.conftest import Golden
from tests.site_playbook import real_playbook, small_playbook

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "zh")
BOX = Box(56, 148, 848, 334)
SIZES = (28, 26, 24, 22, 20, 18, 16)
MOST_OF_A_MODULE = 19
HAN_TEXT = "客户信任" * 5
LONGEST = "incomprehensibilities"
LONG_LATIN = "Somebody at the customer has to say so in front of a witness, and on a day. " * 30
LONG_HAN = "客户那边要有人当着第三人的面、在说得出的某一天说出这句话。" * 40


TO_LEAD = {
    "en": re.compile(r"[Hh]and(s|ed)? out|[Pp]hotograph the wall|[Tt]he trainer says"),
    "zh": re.compile(r"[^一]发下：|拍下|拍一张|^> 发下|讲师(拍|念|问)"),
}
"""Words for whoever leads a session, not for those who sit in it."""


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return real_playbook()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    return small_playbook(tmp_path_factory.mktemp("slides"))


def shows(playbook: Playbook) -> Iterator[tuple[Book, SlideShow]]:
    for language in playbook.languages:
        book = Book(playbook, language)
        for link in (*(f"m:{name}" for name in book.modules), *(f"c:{n}" for n in book.courses)):
            yield book, show_of(book, link)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("link", ["m:trust", "c:first-steps"])
def test_the_slides_of_a_small_playbook(
    small: Playbook, language: str, link: str, golden: Golden
) -> None:
    show = show_of(Book(small, language), link)
    text = "\n".join(line for slide in show.slides for line in told(slide))
    golden(f"slides/{link.replace(':', '-')}.{language}.md", f"{text}\n")


def told(slide: Slide) -> Iterator[str]:
    """Yield a slide as lines that a person can check."""
    yield f"## {slide.title} ({slide.kind}, {slide.name}, {slide.title_size})"
    for place in ("label", "number", "aside", "lead"):
        if getattr(slide, place):
            yield f"{place}: {getattr(slide, place)}"
    yield from told_body(slide.body)
    for note in slide.notes:
        yield f"> {note.label} | " + note.text.replace("\n", " / ")
    yield ""


def told_body(body: Body) -> Iterator[str]:
    if isinstance(body, Lines):
        yield f"{body.mark} from {body.first}, {body.size}{', headed' * body.headed}"
        yield from (f"- {line.text}{f' ({line.link})' * bool(line.link)}" for line in body.lines)
    elif isinstance(body, Table):
        yield f"table, {body.size}, {[round(width) for width in body.widths]}"
        yield from (" | ".join(row) for row in (body.columns, *body.rows))
    elif isinstance(body, Sides):
        yield f"sides, {body.size}"
        yield from (f"{side.title}: {[line.text for line in side.lines]}" for side in body.sides)
    elif isinstance(body, Picture):
        yield f"{body.kind}, {body.size}"
        yield from (f"[{node.label}] {node.note}".strip() for node in body.nodes)


def test_every_text_fits_its_box(playbook: Playbook) -> None:
    over = [
        f"{book.language} {show.link} {slide.name}: {what}"
        for book, show in shows(playbook)
        for slide in show.slides
        for what in overflows(slide, book)
    ]
    assert over == []


def overflows(slide: Slide, book: Book) -> Iterator[str]:
    """Yield what needs more room than there is, reckoned from the sizes that the slide says."""
    setting, frame = setting_of(book.spoken), KINDS[slide.kind]
    lines = count_lines(slide.title, frame.title.width / setting.title_width, slide.title_size)
    if lines * slide.title_size * setting.title_leading > frame.title.height:
        yield "title"
    if slide.lead and setting.height(slide.lead, frame.body.width, slide.lead_size) > (
        frame.body.height
    ):
        yield "lead"
    if height_of(slide, setting, frame.body) > frame.body.height + 0.1:
        yield type(slide.body).__name__


def height_of(slide: Slide, setting: Setting, box: Box) -> float:
    """Return how high the body of a slide is, by the rule of lines and widths."""
    body = slide.body
    if isinstance(body, Lines):
        return height_of_lines(body, box, setting)
    if isinstance(body, Table):
        assert sum(body.widths) == pytest.approx(box.width)
        for row, height in zip((body.columns, *body.rows), body.heights, strict=True):
            for at, (cell, width) in enumerate(zip(row, body.widths, strict=True)):
                bold = 1 if at else BOLD
                count = count_lines(cell, (width - 2 * CELL_SIDE) / bold, body.size)
                assert count * body.size * setting.leading + 2 * CELL_TOP <= height
        return sum(body.heights)
    if isinstance(body, Sides):
        width = (box.width - SIDE_GAP) / 2 - 4 * CELL_TOP - MARK * body.size
        return (
            SIDE_HEAD
            + 3 * CELL_TOP
            + max(
                sum(setting.height(line.text, width, body.size) for line in side.lines)
                + LEAST_GAP * body.size * (len(side.lines) - 1)
                for side in body.sides
            )
        )
    if isinstance(body, Picture):
        return max(picture_spare(body, setting), default=0)
    return 0


def height_of_lines(body: Lines, box: Box, setting: Setting) -> float:
    assert LEAST_GAP * body.size - 1 <= body.gap <= MOST_GAP * body.size
    width = box.width - (0 if body.mark == "none" else MARK * body.size)
    total = body.gap * (len(body.lines) - 1)
    for at, line in enumerate(body.lines):
        is_head = body.headed and not at
        size = round(body.size * HEADED) if is_head else body.size
        total += setting.height(line.text, width / (setting.title_width if is_head else 1), size)
    return total


def picture_spare(body: Picture, setting: Setting) -> list[float]:
    """Return by how much the words of each box are higher than it: none or less where they fit."""
    found = []
    for each in placed(body.kind, body.nodes)[0]:
        width = each.box.width - 2 * PADDING
        words = setting.height(each.node.label, width, body.size, bold=True)
        if each.node.note:
            words += setting.height(each.node.note, width, body.size - SMALLER)
        words += NUMBER * setting.leading if each.number else 0
        found.append(words + 2 * PADDING - each.box.height)
    return found


def test_a_module_has_as_many_slides_as_one_can_teach_from(playbook: Playbook) -> None:
    counts = {
        show.link: len(show.slides) for _, show in shows(playbook) if show.link.startswith("m:")
    }
    assert {link: count for link, count in counts.items() if count > MOST_OF_A_MODULE} == {}
    assert min(counts.values()) >= 10


def test_the_names_of_slides_are_those_of_every_language_and_differ(playbook: Playbook) -> None:
    english, chinese = (
        {show.link: [whole(slide.name) for slide in show.slides] for book, show in shows(playbook)
         if book.language == language}
        for language in LANGUAGES
    )  # fmt: skip
    for link, names in english.items():
        assert list(dict.fromkeys(names)) == list(dict.fromkeys(chinese[link]))
    for _, show in shows(playbook):
        names = [slide.name for slide in show.slides]
        assert len(set(names)) == len(names)


def whole(name: str) -> str:
    """Return the name of a slide without the number of its part."""
    head, _, number = name.rpartition("-")
    return head if number.isdigit() else name


def test_no_slide_gives_an_answer_away(playbook: Playbook) -> None:
    for book, show in shows(playbook):
        mark = book.words["slides"]["expected"]
        for slide in show.slides:
            assert mark not in str(slide.body), (show.link, slide.name)
    for language in LANGUAGES:
        book = Book(playbook, language)
        for name, course in book.courses.items():
            asked = [s for s in show_of(book, f"c:{name}").slides if s.kind == "choice"]
            texts = [question["text"] for question in course["check"]["questions"]]
            assert len(asked) == 2 * len(texts)
            # Before the course the notes keep the answers back as well.
            assert all(not slide.notes for slide in asked[: len(texts)])
            keys = [slide.notes[0].text for slide in asked[len(texts) :]]
            for key, question in zip(keys, course["check"]["questions"], strict=True):
                right = next(each for each in question["options"] if each.get("right"))
                assert key.startswith(f"{'ABCDEFGH'[question['options'].index(right)]}. ")


def test_what_whoever_leads_does_stands_in_the_notes(playbook: Playbook) -> None:
    slides = [
        (slide, line)
        for book, show in shows(playbook)
        for slide in show.slides
        for line in told(slide)
        if TO_LEAD[book.language].search(line)
    ]
    assert [line for _, line in slides if not line.startswith("> ")] == []
    assert {slide.name for slide, _ in slides} >= {"exercise", "kestrel", "wall"}


def test_one_reader_is_asked_as_one(playbook: Playbook) -> None:
    for language, group in (("en", "In pairs"), ("zh", "两人一组")):
        book = Book(playbook, language)
        [alone] = [each for each in show_of(book, "c:self-study").slides if each.name == "example"]
        text = "\n".join(told(alone))
        assert group not in text
        own = book.modules["trust-stages"]["facilitator"]["alone"]
        assert plain(own) in text


def test_cards_are_shown_without_their_key(playbook: Playbook) -> None:
    # The part "cards" of the module holds twelve cases, and beside each what is right.
    book = Book(playbook, "en")
    cards = [s for s in show_of(book, "c:two-days").slides if s.name.startswith("compliance")]
    module = book.modules["compliance-and-ethics"]
    (part,) = [each for each in module["parts"] if each["id"] == "cards"]
    rows = [row for slide in cards if isinstance(slide.body, Table) for row in slide.body.rows]
    assert rows == [(plain(row[0]),) for row in part["table"]["rows"]]
    own = [s.body for s in show_of(book, "m:compliance-and-ethics").slides]
    assert plain(part["table"]["rows"][0][1]) not in str(own)


def test_a_course_shows_the_part_that_it_uses(playbook: Playbook) -> None:
    book = Book(playbook, "en")
    parts = book.modules["software-outsourcing"]["parts"]
    shown = " ".join(slide.title for slide in show_of(book, "c:outsourcing-day").slides)
    for name in ("keys", "failed-case"):
        (title,) = [plain(part["title"]) for part in parts if part["id"] == name]
        assert title in shown


def test_every_question_of_an_exercise_is_shown(playbook: Playbook) -> None:
    for language in LANGUAGES:
        book = Book(playbook, language)
        for name, module in book.modules.items():
            texts = module["facilitator"]["exercise"].split("\n\n")
            asked = [plain(text.partition(book.words["slides"]["expected"])[0]) for text in texts]
            slides = show_of(book, f"m:{name}").slides
            shown = [line.text for slide in slides if slide.name.startswith("exercise")
                     and isinstance(slide.body, Lines) for line in slide.body.lines]  # fmt: skip
            assert shown == asked


def test_questions_of_a_discussion_have_the_numbers_of_the_run_sheet(playbook: Playbook) -> None:
    slides = {
        slide.name: slide for slide in show_of(Book(playbook, "en"), "c:trust-workshop").slides
    }
    body = slides["proofs"].body
    assert isinstance(body, Lines)
    assert [line.text[:3] for line in body.lines] == ["2. ", "4. "]


def test_an_exercise_shows_its_task_and_keeps_its_answer_for_the_notes(small: Playbook) -> None:
    slides = {slide.name: slide for slide in show_of(Book(small, "en"), "m:trust").slides}
    exercise = slides["exercise"]
    assert isinstance(exercise.body, Lines)
    assert [line.text for line in exercise.body.lines] == ["Call."]
    assert exercise.notes[0].text == "Call. Expected: a day."


def test_a_course_has_its_items_in_order_with_their_minutes(playbook: Playbook) -> None:
    book = Book(playbook, "en")
    course = book.courses["one-day"]
    slides = {slide.name: slide for slide in show_of(book, "c:one-day").slides}
    items = [item for session in course["sessions"] for item in session["items"]]
    found = [name for name in slides if name in {item["id"] for item in items}]
    assert found == [item["id"] for item in items]
    for item in items:
        hours, rest = divmod(item["minutes"], 60)
        assert slides[item["id"]].aside == (f"{rest} min" if not hours else f"{hours} h")
    # The first session begins at nine; a break of ten minutes follows its 45.
    assert slides["session.opening"].label == "9:00–9:45"
    assert slides["break-one"].lead == "We go on at 9:55."


# The rule of fitting


def test_chinese_is_as_wide_as_it_is_high_and_latin_is_not() -> None:
    # Ten characters of 20 points, and the reserve of six in a hundred.
    assert width_of("客户信任客户信任客户", 20) == pytest.approx(10 * 20 * 1.06)
    assert width_of("iiii", 20) < width_of("mmmm", 20) < width_of("客户信任", 20)


@pytest.mark.parametrize(("text", "lines"), [(HAN_TEXT, 2), (HAN_TEXT + "，", 3), ("", 1)])
def test_no_line_begins_with_a_mark(text: str, lines: int) -> None:
    # 20 characters of 10 points are 212 points with the reserve: two lines of 110. A comma more
    # takes the character before it to the next line.
    assert count_lines(text, 110, 10) == lines


def test_a_word_that_is_longer_than_its_line_is_counted_whole() -> None:
    assert count_lines(LONGEST * 10, 200, 20) >= 10


@pytest.mark.parametrize(("text", "setting"), [(LONG_LATIN, LATIN), (LONG_HAN, HAN)])
def test_a_text_too_long_for_a_slide_goes_on_with_the_next(text: str, setting: Setting) -> None:
    parts = Fitter(setting).lines([Line(text=text)], BOX, SIZES)
    assert len(parts) > 1
    assert all(height_of_lines(part, BOX, setting) <= BOX.height for part in parts)
    joined = "".join(line.text for part in parts for line in part.lines)
    assert joined.replace(" ", "") == text.replace(" ", "")


def test_a_numbered_list_goes_on_counting() -> None:
    many = [Line(text=f"Step {number}: {LONG_LATIN[:200]}") for number in range(1, 9)]
    first, *others = Fitter(LATIN).lines(many, BOX, SIZES, "number")
    assert others
    assert others[0].first == len(first.lines) + 1


def test_a_sentence_too_long_for_any_slide_is_cut_and_says_so() -> None:
    endless = Line(text="word " * 2000)
    (part, *_) = Fitter(LATIN).lines([endless], BOX, SIZES)
    assert part.lines[0].text.endswith("…")
    assert height_of_lines(part, BOX, LATIN) <= BOX.height


def test_a_table_too_long_for_a_slide_repeats_its_head() -> None:
    rows = [[f"Row {number}", LONG_LATIN[:150], "x"] for number in range(20)]
    parts = Fitter(LATIN).table(["Name", "Text", "Sign"], rows, BOX)
    assert len(parts) > 1
    assert {part.columns for part in parts} == {("Name", "Text", "Sign")}
    assert [row[0] for part in parts for row in part.rows] == [row[0] for row in rows]
    assert all(sum(part.heights) <= BOX.height for part in parts)


def test_a_table_on_several_slides_is_as_large_as_their_number_lets_it() -> None:
    # Ten rows of two lines need two slides, and five of them have room for larger letters.
    rows = [[f"{number}:00", LONG_LATIN[:150]] for number in range(10)]
    parts = Fitter(LATIN).table(["Time", "Question"], rows, BOX)
    assert [len(part.rows) for part in parts] == [5, 5]
    assert min(part.size for part in parts) > READABLE
    assert all(sum(part.heights) <= BOX.height for part in parts)


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    widths = column_widths(["A", "B"], [[LONGEST, LONG_LATIN]], 848, 16)
    assert sum(widths) == pytest.approx(848)
    assert widths[0] >= width_of(LONGEST, 16) + 2 * CELL_SIDE


@pytest.mark.parametrize("columns", [2, 30, 200])
def test_a_word_longer_than_a_slide_leaves_every_other_column_its_room(columns: int) -> None:
    names, row = ["Score"] * columns, ["x" * 5000, *["yes"] * (columns - 1)]
    (table,) = Fitter(LATIN).table(names, [row], BOX)
    assert sum(table.widths) == pytest.approx(BOX.width)
    needed = width_of("Score", table.size) + 2 * CELL_SIDE
    assert min(table.widths) >= min(needed, BOX.width / columns / 4)
    assert max(table.heights) < float("inf")


def test_two_lists_too_long_for_a_slide_are_shortened_to_their_first_sentences() -> None:
    side = Side(title="When", lines=tuple(Line(text=f"No. {LONG_LATIN}") for _ in range(9)))
    made = Fitter(LATIN).sides((side, side), BOX, SIZES)
    assert all(line.text == "No." for line in made.sides[0].lines)


@pytest.mark.parametrize("kind", LAYOUTS)
@pytest.mark.parametrize("count", range(2, 9))
def test_the_boxes_of_a_picture_stand_apart_and_inside(kind: str, count: int) -> None:
    nodes = [Node(id=str(at), label="Label") for at in range(count)]
    boxes, arrows = placed(kind, nodes)
    room = KINDS["content"].body
    every = [each.box for each in boxes] + [each.box for each in arrows]
    for box in every:
        assert room.left <= box.left + 0.01
        assert box.left + box.width <= room.left + room.width + 0.01
        assert room.top <= box.top + 0.01
        assert box.top + box.height <= room.top + room.height + 0.01
    assert not [(one, two) for at, one in enumerate(every) for two in every[:at] if meet(one, two)]


def meet(one: Box, two: Box) -> bool:
    across = one.left < two.left + two.width - 0.01 and two.left < one.left + one.width - 0.01
    down = one.top < two.top + two.height - 0.01 and two.top < one.top + one.height - 0.01
    return across and down
