"""From a record of the playbook to a diagram in a page."""

from markupsafe import Markup

from macros.drawing.diagrams import Diagram, Node, draw
from macros.plain_text import plain
from macros.values import Data


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
