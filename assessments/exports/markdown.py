"""A report as Markdown: the document, block by block."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from assessments.border.record import records
from assessments.border.report import Report
from assessments.documents.about_result import AboutResult, answer_blocks
from assessments.documents.blocks import Block
from assessments.documents.document import document
from assessments.documents.export import Export
from assessments.documents.texts import Texts

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def write(
    definition: Mapping[str, object],
    report: Report,
    language: str,
    about: AboutResult | None = None,
) -> str:
    """Return the report in words, as Markdown: its label on top, the answers at the end."""
    told = about or AboutResult()
    blocks = document(definition, report, language, told.label, told.subject)
    return written([*blocks, *answer_blocks(Texts(definition, language), told)])


def written(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, one after the other."""
    return (
        "\n\n".join(text for block in blocks if (text := _WRITERS[str(block["kind"])](block)))
        + "\n"
    )


def _escaped(text: object) -> str:
    """Return a text on one line whose characters mean nothing in Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(str(text).split()))


def _summary(block: Block) -> str:
    result = f"**{_escaped(block['headline'])}**" if block.get("headline") else ""
    title, label = f"# {_escaped(block['title'])}", _escaped(block.get("label", ""))
    parts = [title, label, result, _escaped(block["text"])]
    return "\n\n".join(part for part in parts if part)


def _points(block: Block) -> str:
    rows = records(block["rows"])
    return "\n".join(f"- **{_escaped(row['name'])}** {_escaped(row['text'])}" for row in rows)


def _heading(block: Block) -> str:
    return f"## {_escaped(block['text'])}"


def _text(block: Block) -> str:
    return _escaped(block["text"])


def _notice(block: Block) -> str:
    return f"> {_escaped(block['text'])}"


def _table(block: Block) -> str:
    columns = [_escaped(each) for each in _sequence(block["columns"])]
    rules = ["---:" if numeric else "---" for numeric in _sequence(block["numeric"])]
    rows = [[_escaped(cell) for cell in _sequence(row)] for row in _sequence(block["rows"])]
    lines = [f"| {' | '.join(row)} |" for row in (columns, rules, *rows)]
    return f"**{_escaped(block['caption'])}**\n\n" + "\n".join(lines)


def _list(block: Block) -> str:
    mark = "{number}. " if block["ordered"] else "- "
    items = enumerate(records(block["items"]), start=1)
    return "\n".join(mark.format(number=number) + _item(item) for number, item in items)


def _item(item: Mapping[str, object]) -> str:
    """Return what an item says, with what a page sets behind its link."""
    return _escaped(f"{item['text']}{item.get('more', '')}")


def _details(block: Block) -> str:
    items = [f"- {_escaped(item)}" for item in _sequence(block["items"])]
    return f"## {_escaped(block['title'])}\n\n" + "\n".join(items)


def _picture(block: Block) -> str:
    words = f"*{_escaped(block['caption'])}:* {_escaped(block['alternative'])}"
    data = block["data"]
    if not isinstance(data, Mapping) or "columns" not in data:
        return words
    return words + "\n\n" + _table({**data, "caption": block["caption"]})


def _question(block: Block) -> str:
    """Return how many people gave each answer to a question, and what there is to talk about."""
    counts = [
        f"- {_escaped(each['text'])}: {_escaped(each['count'])}"
        for each in records(block["answers"])
        if each["count"]
    ]
    told = ("agreement", "open", "sure", "prompt")
    facts = [_escaped(block[key]) for key in told if block.get(key)]
    parts = [f"### {_escaped(block['title'])}", "\n".join(counts), *facts]
    return "\n\n".join(part for part in parts if part)


def _nothing(_: Block) -> str:
    """Bars say what the table after them says."""
    return ""


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


_WRITERS: Mapping[str, Callable[[Block], str]] = {
    "summary": _summary,
    "points": _points,
    "heading": _heading,
    "text": _text,
    "notice": _notice,
    "bars": _nothing,
    "pairs": _nothing,
    "table": _table,
    "list": _list,
    "details": _details,
    "picture": _picture,
    "question": _question,
}
"""Kind of block -> its Markdown."""

EXPORT = Export(name="markdown", extension="md", media_type="text/markdown", write=write)
