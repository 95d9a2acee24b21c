"""A file for PowerPoint without slides: the colours of the site, its layouts, its fonts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from macros.courses.packages.archive import packed
from macros.exporters.slides.layouts import layout, template
from macros.exporters.slides.text import escaped
from macros.exporters.slides.units import emu, place
from macros.languages import Language
from macros.slides.frames import HEIGHT, KINDS, WIDTH
from macros.styles import COLOUR

SERIF, SANS, HAN = "Georgia", "Arial", "Microsoft YaHei"
"""Fonts that come with PowerPoint on every system."""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = f"{PACKAGE}/metadata/core-properties"
LAYOUT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
FIRST_LAYOUT = 2147483649
BETWEEN_TAGS = re.compile(r">\n<")


@cache
def palette(tokens: Path) -> Mapping[str, str]:
    """Return the colours that a light page has: teal_strong -> 073F42."""
    found = COLOUR.findall(tokens.read_text("utf-8"))
    return {name.replace("-", "_"): value[1:].upper() for name, value in found}


def blank(title: str, site: str, spoken: Language, tokens: Path) -> bytes:
    """Return the file that slides are added to."""
    is_rtl = spoken.direction == "rtl"
    written = {
        "title": escaped(title),
        "site": escaped(site),
        "footer": escaped(f"{site}  ·  {title}"),
        "locale": spoken.locale,
        "start": "r" if is_rtl else "l",
        "end": "l" if is_rtl else "r",
        "rtl": str(int(is_rtl)),
        # Beside Chinese characters, digits with serifs look as if they were of another text.
        "serif": SANS if spoken.punctuation == "full-width" else SERIF,
    }
    parts = {name: BETWEEN_TAGS.sub("><", text) for name, text in _parts(written, tokens)}
    return packed({name: text.encode() for name, text in parts.items()})


def _parts(written: Mapping[str, str], tokens: Path) -> Iterator[tuple[str, str]]:
    layouts = {f"slideLayout{number}.xml": kind for number, kind in enumerate(KINDS, start=1)}
    types = "".join(
        f'<Override PartName="/ppt/slideLayouts/{name}" ContentType="{LAYOUT_TYPE}"/>'
        for name in layouts
    )
    size = {"width": str(emu(WIDTH)), "height": str(emu(HEIGHT))}
    fonts = {"serif": written["serif"], "sans": SANS, "han": HAN}
    links = {
        "_rels/.rels": [("officeDocument", "ppt/presentation.xml"), (CORE, "docProps/core.xml")],
        "ppt/_rels/presentation.xml.rels": [
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
        ],
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": [("theme", "../theme/theme2.xml")],
    }
    yield "[Content_Types].xml", template("content-types").substitute(layouts=types)
    yield "docProps/core.xml", template("core").substitute(written)
    yield "ppt/presentation.xml", template("presentation").substitute(written, **size)
    # Each master has a theme of its own, even where the two are alike.
    theme = template("theme").substitute(palette(tokens), **fonts)
    yield from ((f"ppt/theme/theme{number}.xml", theme) for number in (1, 2))
    yield "ppt/notesMasters/notesMaster1.xml", template("notes-master").substitute(written)
    yield from ((name, _links(targets)) for name, targets in links.items())
    yield from _master(written, tuple(layouts))
    for name, kind in layouts.items():
        yield f"ppt/slideLayouts/{name}", layout(kind, written)
        to_master = _links([("slideMaster", "../slideMasters/slideMaster1.xml")])
        yield f"ppt/slideLayouts/_rels/{name}.rels", to_master


def _master(written: Mapping[str, str], layouts: Sequence[str]) -> Iterator[tuple[str, str]]:
    ids = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT + at}" r:id="rId{at + 2}"/>'
        for at in range(len(layouts))
    )
    content = KINDS["content"]
    places = {"content_title": place(content.title), "content_body": place(content.body)}
    yield (
        "ppt/slideMasters/slideMaster1.xml",
        template("master").substitute(written, layout_ids=ids, **places),
    )
    targets = [("slideLayout", f"../slideLayouts/{name}") for name in layouts]
    yield (
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        _links([("theme", "../theme/theme1.xml"), *targets]),
    )


def _links(targets: list[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_type(kind)}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<Relationships xmlns="{PACKAGE}">{links}</Relationships>'


def _type(kind: str) -> str:
    return kind if kind.startswith("http") else f"{OFFICE}/{kind}"
