"""Diagrams, drawn inside their frame and named for those who do not see them; the map, linked."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.drawing.diagrams import KINDS, Diagram, Node, draw
from macros.drawing.svg import wrap
from macros.pages import list_pages
from macros.rendering import Renderer, environment
from macros.views import Book
from tests.site_playbook import small_playbook


def diagram(kind: str, count: int = 4, edges: tuple[tuple[str, str], ...] = ()) -> Diagram:
    nodes = [Node(id=f"n{i}", label=f"Label {i} & more", note="说明文字" * 6) for i in range(count)]
    return Diagram(
        name="d",
        kind=kind,
        title="Title",
        alternative="What it shows",
        nodes=tuple(nodes),
        edges=edges,
    )


def parsed(pictures: str) -> list[ET.Element]:
    root = ET.fromstring(f"<div>{pictures}</div>")  # noqa: S314 - our own text
    return root.findall("svg")


@pytest.mark.parametrize("count", [2, 3, 4, 7])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_diagram_stays_inside_its_frame(kind: str, count: int) -> None:
    for picture in parsed(draw(diagram(kind, count))):
        _, _, width, height = map(float, picture.attrib["viewBox"].split())
        for box in picture.iter("rect"):
            x, y, w, h = (float(box.attrib[key]) for key in ("x", "y", "width", "height"))
            assert x >= -0.1
            assert x + w <= width + 0.1
            assert h > 0
            assert y + h <= height + 24.1


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_diagram_has_a_title_a_description_and_every_label(kind: str) -> None:
    for picture in parsed(draw(diagram(kind))):
        named = {element.attrib["id"] for element in picture if "id" in element.attrib}
        assert set(picture.attrib["aria-labelledby"].split()) == named
        assert picture.findtext("title") == "Title"
        assert picture.findtext("desc") == "What it shows"
        words = " ".join(picture.itertext())
        assert all(f"Label {index}" in words for index in range(4))


def test_the_two_layouts_share_no_id() -> None:
    ids = re.findall(r' id="([^"]+)"', draw(diagram("flow")))
    assert len(ids) == len(set(ids))


def test_an_arrow_that_leads_back_does_not_push_a_box() -> None:
    edges = (("n0", "n1"), ("n1", "n2"), ("n2", "n0"))
    assert len(parsed(draw(diagram("flow", 3, edges)))) == 2


def test_lines_break_between_words_and_between_chinese_characters() -> None:
    assert wrap("one two three", 40, 10).lines == ("one two", "three")
    assert wrap("信任是逐步增长的", 40, 10).lines == ("信任是逐", "步增长的")
    assert wrap("信任，增长。", 25, 10).lines == ("信任，", "增长。")


def test_the_map_leads_to_every_area_and_module_and_names_the_tools_of_each(tmp_path: Path) -> None:
    playbook = small_playbook(tmp_path)
    home = next(page for page in list_pages(playbook, "zh") if page.path == "index.md")
    drawn = the_map(Renderer(Book(playbook, "zh")).render(home))
    links = {link.attrib["href"]: link for link in drawn.iter("a")}
    assert set(links) == {"method/basics/", "m/trust/", "m/visits/"}
    assert links["m/trust/"].attrib["data-tools"] == "readiness survey"
    assert links["m/trust/"].text == "信任"


@pytest.mark.parametrize(("count", "css"), [(8, "map"), (9, "map map--list")])
def test_more_areas_than_stand_side_by_side_are_a_list(count: int, css: str) -> None:
    area = {"id": "basics", "title": "Basics", "modules": ()}
    template = environment().get_template("parts/map.jinja")
    words = {"home": {"map": "Map", "has_result": "result"}}
    way = [area] * count
    book = {"shown": lambda _: ()}
    text = template.render(way=way, base=area, book=book, words=words, site={"id": "s"}, link=str)
    assert the_map(text).attrib["class"] == css
    assert len(list(the_map(text).iter("a"))) == count + 1


def the_map(page: str) -> ET.Element:
    found = re.search(r"<nav class=\"map.*?</nav>", page, re.DOTALL)
    assert found
    return ET.fromstring(found[0])  # noqa: S314 - our own text
