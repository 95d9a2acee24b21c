"""From records of the playbook to pictures in a page: diagrams, and the map of the method."""

from markupsafe import Markup

from macros import numbers
from macros.addresses import relative_address
from macros.drawing.diagrams import Diagram, Node, draw
from macros.drawing.map import Area, Place, draw_map
from macros.drawing.svg import Caption
from macros.page_kinds.kind import Page
from macros.plain_text import plain
from macros.values import Data
from macros.views import Book


def figure(record: Data, name: str) -> Markup:
    """Return a diagram with its caption; the name is unique on its page."""
    diagram = Diagram(
        name=name,
        kind=record["kind"],
        title=plain(record["title"]),
        alternative=plain(record["alternative"]),
        nodes=tuple(_node(each) for each in record["nodes"]),
        edges=tuple((start, end) for start, end in record.get("edges", ())),
    )
    # Every text in the picture was escaped where it was drawn.
    picture = Markup(draw(diagram))  # noqa: S704
    return Markup(
        '<figure class="figure" id="{}">\n{}\n<figcaption>{}</figcaption>\n</figure>'
    ).format(name, picture, diagram.title)


def _node(record: Data) -> Node:
    return Node(id=record["id"], label=plain(record["label"]), note=plain(record.get("note", "")))


def method_map(book: Book, page: Page) -> Markup:
    """Return the map of the method with links from one page."""
    words = book.words["home"]
    areas = [_area(book, area, page) for area in book.way]
    base = _area(book, book.base, page)
    way = str(book.words["units"]["comma"]).join(area.title for area in areas)
    description = numbers.filled(
        words["map_description"], book.spoken.numbers, way=way, base=base.title
    )
    caption = Caption(name="map", title=words["map_title"], description=description)
    return Markup(draw_map(areas, base, caption))  # noqa: S704


def _area(book: Book, area: Data, page: Page) -> Area:
    return Area(
        title=area["title"],
        address=relative_address(f"area:{area['id']}", page.path),
        places=tuple(
            Place(
                id=name,
                title=book.modules[name]["title"],
                address=relative_address(f"m:{name}", page.path),
                tools=tuple(tool["id"] for tool in book.tools.values() if tool["module"] == name),
            )
            for name in area["modules"]
        ),
    )
