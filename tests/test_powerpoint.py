"""The file for PowerPoint, read back by the library: slides, notes, links, and the same bytes."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Opened
from pptx.slide import Slide as PowerPointSlide
from pptx.util import Pt

from macros.exporters.packages.contents import named
from macros.exporters.packages.format import Order
from macros.exporters.packages.pptx import slides
from macros.exporters.slides.powerpoint import powerpoint
from macros.playbook import Playbook
from macros.slides.frames import HEIGHT, WIDTH
from macros.slides.show import Line, Lines, Note, Slide, SlideShow, Table
from macros.slides.shows import show_of
from macros.views import Book
from tests.site_playbook import real_playbook, small_playbook

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
ADDRESS = "https://playbook.example.org/book/"
LINKS = ("m:trust-stages", "m:service-standards", "c:one-day", "c:self-study")
HOSTILE = (
    "A & B < C > D \"E\" 'F'",
    "客户&信任<三>“阶段”",
    "]]><a:t>x</a:t>",
    "\u0001bell\u000b",
    "😀",
)


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return real_playbook()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    return small_playbook(tmp_path_factory.mktemp("powerpoint"))


def made(playbook: Playbook, link: str, language: str) -> bytes:
    book = Book(playbook, language)
    (contents,) = [each for each in named(book, ADDRESS, link) if each.link == link]
    return slides(Order(contents=contents, book=book, root=ROOT, address=ADDRESS))


def opened(content: bytes) -> Opened:
    return Presentation(io.BytesIO(content))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("link", LINKS)
def test_the_file_holds_the_slides_and_their_notes(
    playbook: Playbook, link: str, language: str
) -> None:
    show = show_of(Book(playbook, language), link)
    read = opened(made(playbook, link, language))
    assert (read.slide_width, read.slide_height) == (Pt(WIDTH), Pt(HEIGHT))
    assert read.core_properties.title == show.title
    for slide, found in zip(show.slides, read.slides, strict=True):
        assert found.shapes.title.text == slide.title
        assert found.slide_layout.name == slide.kind.capitalize()
        assert found.has_notes_slide == bool(slide.notes)
        for note in slide.notes:
            text = found.notes_slide.notes_text_frame.text
            assert note.label in text
            assert note.text in text


@pytest.mark.parametrize("link", LINKS)
def test_no_place_of_a_slide_is_empty(playbook: Playbook, link: str) -> None:
    for slide in opened(made(playbook, link, "en")).slides:
        for place in slide.placeholders:
            assert place.text_frame.text.strip(), (slide.shapes.title.text, place.name)


def test_tables_are_native_and_stand_on_the_slide(playbook: Playbook) -> None:
    show = show_of(Book(playbook, "en"), "m:service-standards")
    tables = [slide.body for slide in show.slides if isinstance(slide.body, Table)]
    read = opened(made(playbook, "m:service-standards", "en"))
    found = [shape for slide in read.slides for shape in slide.shapes if shape.has_table]
    assert len(found) == len(tables) > 1
    for table, shape in zip(tables, found, strict=True):
        rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
        assert rows == [list(row) for row in (table.columns, *table.rows)]
        assert shape.top + shape.height < Pt(HEIGHT)


def test_every_shape_stands_on_its_slide(playbook: Playbook) -> None:
    for slide in opened(made(playbook, "c:one-day", "zh")).slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= Pt(WIDTH)
            assert shape.top + shape.height <= Pt(HEIGHT)


@pytest.mark.parametrize(("language", "folder"), [("en", ""), ("zh", "zh/")])
def test_links_lead_to_the_site_in_the_language(
    playbook: Playbook, language: str, folder: str
) -> None:
    *_, last = opened(made(playbook, "m:trust-stages", language)).slides
    links = [
        run.hyperlink.address
        for shape in last.placeholders
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    ]
    assert links[:3] == [
        f"{ADDRESS}{folder}m/trust-stages/",
        f"{ADDRESS}{folder}m/trust-stages/#trust-stages.template",
        f"{ADDRESS}{folder}a/trust-stage-diagnostic/",
    ]


def test_nothing_of_the_library_is_in_the_file(small: Playbook) -> None:
    # Its own master of notes would come with its fonts and colours, and its licence.
    content = made(small, "m:trust", "en")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if "Master" in name or "theme" in name]
        master = archive.read("ppt/notesMasters/notesMaster1.xml").decode()
    assert sorted(names) == [
        "ppt/notesMasters/_rels/notesMaster1.xml.rels",
        "ppt/notesMasters/notesMaster1.xml",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/theme/theme1.xml",
        "ppt/theme/theme2.xml",
    ]
    assert '<p:cSld name="Playbook">' in master


def test_the_same_slides_give_the_same_bytes(small: Playbook) -> None:
    first, second = (made(small, "m:trust", "en") for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if name.endswith((".jpeg", ".png"))]
    properties = opened(first).core_properties
    beginning = datetime(1980, 1, 1)
    assert properties.created.replace(tzinfo=None) == beginning
    assert properties.modified.replace(tzinfo=None) == beginning


def test_texts_that_mean_harm_stay_texts(small: Playbook) -> None:
    book = Book(small, "zh")
    bodies = Lines(lines=tuple(Line(text=text) for text in HOSTILE), size=20, gap=10)
    table = Table(
        columns=HOSTILE[:2], rows=(HOSTILE[1:3],), widths=(424, 424), heights=(40, 40), size=16
    )
    base = Slide(name="a", kind="content", title=HOSTILE[0], title_size=30, label=HOSTILE[1])
    notes = (Note(label=HOSTILE[2], text="\n".join(HOSTILE)),)
    show = SlideShow(
        link="m:trust",
        title=" ".join(HOSTILE[:2]),
        language="zh",
        slides=(replace(base, body=bodies, notes=notes), replace(base, name="b", body=table)),
    )
    content = powerpoint(show, HOSTILE[0], book.spoken, ROOT, lambda link: link)
    one, two = opened(content).slides
    clean = [text.replace("\u0001", "").replace("\u000b", "") for text in HOSTILE]
    assert one.shapes.title.text == HOSTILE[0]
    assert texts_of(one)[-1].split("\n") == clean
    assert one.notes_slide.notes_text_frame.text.split("\n") == [HOSTILE[2], *clean]
    (shape,) = [shape for shape in two.shapes if shape.has_table]
    assert [cell.text for cell in shape.table.rows[0].cells] == list(HOSTILE[:2])


def texts_of(slide: PowerPointSlide) -> list[str]:
    return [place.text_frame.text for place in slide.placeholders]


def test_each_part_of_the_file_is_named_once_and_read(playbook: Playbook) -> None:
    with zipfile.ZipFile(io.BytesIO(made(playbook, "c:self-study", "en"))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert {"[Content_Types].xml", "ppt/presentation.xml", "docProps/core.xml"} < set(names)
        master = archive.read("ppt/slideMasters/slideMaster1.xml").decode()
    assert "$" not in master


def test_a_deck_of_another_direction_begins_at_its_side(small: Playbook) -> None:
    book = Book(small, "en")
    arabic = replace(book.spoken, direction="rtl")
    show = show_of(book, "m:trust")
    content = powerpoint(show, "x", arabic, ROOT, lambda link: f"https://x.example/{link}")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert 'algn="r" rtl="1"' in archive.read("ppt/slideMasters/slideMaster1.xml").decode()
