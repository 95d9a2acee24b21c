"""The pictures beside links: one for each page that is shared, the same bytes everywhere."""

import json
import struct
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from macros.browser import build_previews
from macros.browser.bundles import NODE_MODULES, SCRIPTS
from macros.browser.node import node, run_node
from macros.exporters.previews import COLOURS, describe_previews, previews_of
from macros.playbook import Playbook
from macros.styles import light_colours
from macros.views import Book
from tests.site_playbook import ROOT, real_playbook

pytestmark = pytest.mark.slow

MODULES = ROOT / NODE_MODULES
COLOURED = {
    name: colour
    for name, colour in light_colours(
        (ROOT / "docs/assets/css/tokens.css").read_text("utf-8")
    ).items()
    if name in COLOURS
}
SIZE = (1200, 630)
ONE = {"kind": "Module", "title": "Trust", "line": "Why.", "name": "Playbook", "language": "en"}


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return real_playbook()


def draw(previews: Mapping[str, Any], folder: Path, mark: str = "") -> Mapping[str, bytes]:
    """Draw pictures into a folder and return the content of each."""
    given = json.dumps({"mark": mark, "colours": COLOURED, "previews": previews})
    record = json.loads(run_node(SCRIPTS / "make_previews.mjs", ROOT, MODULES, folder, given=given))
    return {name: (folder / file).read_bytes() for name, file in record["named"].items()}


def set_text(script: str) -> Any:
    """Return, as JSON, what an expression about the typesetter *set* gives."""
    source = (
        f"import {{ typesetter }} from {json.dumps((SCRIPTS / 'preview_text.mjs').as_uri())};"
        f"const set = (await typesetter({json.dumps(str(MODULES))}))();"
        f"process.stdout.write(JSON.stringify({script}));"
    )
    command = [node(), "--input-type=module", "--eval", source]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def style(width: int, most: int, language: str = "en") -> str:
    return json.dumps(
        {"size": 50, "weight": 700, "language": language, "width": width, "most": most}
    )


def pages(playbook: Playbook) -> Iterator[str]:
    yield "index.md"
    yield from (f"m/{name}.md" for name in playbook.modules)
    yield from (f"a/{name}.md" for name in playbook.tools)
    yield from (f"c/{name}.md" for name in playbook.courses)


def test_every_page_that_is_shared_has_a_picture_in_each_language(playbook: Playbook) -> None:
    books = [Book(playbook, language) for language in playbook.languages]
    described = describe_previews(books)
    named = {name: f"{name}.png" for name in described}
    found = [previews_of(book, named) for book in books]
    assert all(set(each) == set(pages(playbook)) for each in found)
    files = [file for each in found for file in each.values()]
    assert sorted(files) == sorted(named.values())
    module = described["m-trust-stages-zh"]
    assert module["kind"] == "模块·深化关系"
    assert module["name"] == "客户信任手册"


def test_the_font_has_every_character_of_every_picture(playbook: Playbook) -> None:
    books = [Book(playbook, language) for language in playbook.languages]
    said = "".join("".join(each.values()) for each in describe_previews(books).values())
    characters = "".join(sorted(set(said)))
    assert set_text(f"set.lines({json.dumps(characters)}, {style(9999, 99)}).whole") is True


def test_a_page_in_letters_that_the_font_lacks_has_no_picture(tmp_path: Path) -> None:
    strange = {"arabic": {**ONE, "title": "الثقة"}, "dotless": {**ONE, "title": "Sınır"}}
    drawn = draw({**strange, "english": ONE}, tmp_path)
    assert set(drawn) == {"english"}
    assert len(list(tmp_path.iterdir())) == 1


def test_such_a_page_is_left_out_of_those_that_name_theirs(playbook: Playbook) -> None:
    book = Book(playbook, playbook.languages[0])
    named = {name: f"{name}.png" for name in describe_previews([book])}
    del named["m-trust-stages-en"]
    assert set(pages(playbook)) - set(previews_of(book, named)) == {"m/trust-stages.md"}


def test_two_runs_give_the_same_bytes_and_the_size_that_pages_name(tmp_path: Path) -> None:
    both = {"en": ONE, "zh": {**ONE, "title": "信任的阶段", "language": "zh-Hans"}}
    first = draw(both, tmp_path / "one")
    assert first == draw(dict(reversed(both.items())), tmp_path / "two")
    for content in first.values():
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", content[16:24]) == SIZE
    head = (ROOT / "docs/overrides/main.html").read_text("utf-8")
    for name, pixels in zip(("width", "height"), SIZE, strict=True):
        assert f'property="og:image:{name}" content="{pixels}"' in head


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    draw({"x": ONE}, tmp_path)
    [file] = tmp_path.iterdir()
    file.write_bytes(b"as it was")
    assert draw({"x": ONE}, tmp_path) == {"x": b"as it was"}
    assert draw({"x": {**ONE, "line": "Why not."}}, tmp_path)["x"] != b"as it was"
    assert draw({"x": ONE}, tmp_path, mark="other tools")["x"] != b"as it was"


def test_without_the_packages_nothing_is_drawn(tmp_path: Path) -> None:
    assert build_previews(tmp_path, {"x": ONE}, COLOURED) is None


def test_a_line_breaks_where_its_script_may() -> None:
    said = "客户（关键）说：“好”，我们走。"
    lines = set_text(f"set.lines({json.dumps(said)}, {style(210, 99, 'zh-Hans')}).lines")
    assert "".join(lines) == said
    assert len(lines) > 2
    assert not any(line[0] in "）：”，。" for line in lines)
    assert not any(line[-1] in "（“" for line in lines)
    words = set_text(f"set.lines('One long sentence of words', {style(300, 99)}).lines")
    assert " ".join(words) == "One long sentence of words"


def test_what_does_not_fit_ends_with_a_mark() -> None:
    found = set_text(f"set.lines('One long sentence, of words', {style(300, 1)})")
    assert found["whole"] is False
    [line] = found["lines"]
    assert line.endswith("…")
    assert not line.endswith(",…")


def test_a_chinese_title_breaks_at_its_mark() -> None:
    title = json.dumps("信任的阶段：怎么看，怎么走")
    found = set_text(f"set.even({title}, {style(600, 2, 'zh-Hans')}).lines")
    assert found == ["信任的阶段：", "怎么看，怎么走"]
