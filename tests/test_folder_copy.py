"""The copy that opens from a folder: whole in itself, without a server, the same each time."""

import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

import pytest

from macros.browser import build_folder_scripts, build_runtime, build_search
from macros.folder_copy.contents import contents
from macros.folder_copy.packing import pack
from macros.folder_copy.pages import Copier, UnmarkedError
from macros.playbook import Playbook
from tests.site_links import ADDRESS, PLACE
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
built_only = pytest.mark.skipif(
    not (SITE / "index.html").exists(), reason="the site is not built: playbook site"
)
READ_BY_SCRIPTS = re.compile(
    r'\sdata-(?:script|index|worker|shelf)="([^"#]*)|<tool-form [^>]*data-definition="([^"]*)"'
)
DEFINITION = re.compile(r"[\w-]+/definition-[0-9a-f]{16}\.json")
OUTSIDE = re.compile(r'<(?!a\s)[a-z][^>]*\s(?:href|src|content)="(?:/|https?:|//)[^"]*"|href="/')
COPIER = Copier(
    sentences={"gone": "Not <here>.", "note": "A copy."},
    gap=" ",
    unpacking={"en-GB": "Unpack."},
    script="all.js",
)
OF_THE_SMALL_SITE = (
    "index.html",
    "a/relationship-health/index.html",
    "zh/a/relationship-health/index.html",
)


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return real_playbook()


@pytest.fixture(scope="module")
def files(playbook: Playbook) -> Mapping[str, bytes]:
    scripts = build_folder_scripts(ROOT, build_runtime(ROOT), build_search(ROOT))
    return contents(SITE, playbook, scripts)


def pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    yield from ((name, files[name].decode()) for name in files if name.endswith(".html"))


@built_only
def test_every_link_and_every_file_of_every_page_is_in_the_folder(
    files: Mapping[str, bytes],
) -> None:
    places = {name: {*map(unescape, PLACE.findall(text))} for name, text in pages(files)}
    lost = [
        f"{page}: {address}"
        for page, text in pages(files)
        for address in named_in(text)
        if not leads_somewhere(page, address, files, places)
    ]
    assert lost == []
    assert len(places) > 300


def named_in(page: str) -> set[str]:
    """Return the addresses of a page; what scripts read by the names of its second files."""
    read = {f"{one or other}.js" for one, other in READ_BY_SCRIPTS.findall(page) if one or other}
    linked = {unescape(one or other) for one, other in ADDRESS.findall(page)}
    return read | {each for each in linked if f"{each.partition('#')[0]}.js" not in read}


def leads_somewhere(
    page: str, address: str, files: Mapping[str, bytes], places: Mapping[str, set[str]]
) -> bool:
    parts = urlsplit(address)
    if parts.scheme:
        return True
    target = normpath(f"{dirname(page) or '.'}/{unquote(parts.path)}") if parts.path else page
    place = unquote(parts.fragment)
    return target in files and (not place or place in places.get(target, {place}))


@built_only
def test_what_scripts_find_in_data_is_in_the_folder(files: Mapping[str, bytes]) -> None:
    named = {name for _, text in pages(files) for name in DEFINITION.findall(text)}
    assert named
    assert [name for name in named if f"a/{name}.js" not in files] == []


@built_only
def test_no_page_names_a_server(files: Mapping[str, bytes], playbook: Playbook) -> None:
    told = [(name, found[0]) for name, text in pages(files) if (found := OUTSIDE.search(text))]
    assert told == []
    own = (b"http://127.0.0.1", str(playbook.settings["site_url"]).encode())
    assert [name for name, content in files.items() if any(each in content for each in own)] == []


@built_only
def test_only_what_a_reader_opens_is_in_the_folder(files: Mapping[str, bytes]) -> None:
    endings = {name.rpartition(".")[2] for name in files}
    assert endings == {"html", "css", "js", "json", "txt", "svg", "png", "xlsx", "csv"}
    assert [name for name in files if "/embed/" in name or "offline" in name] == []
    assert [name for name, text in pages(files) if "data-served" in text] == []
    assert [name for name, text in pages(files) if 'type="module"' in text] == []


@built_only
def test_the_parts_of_a_large_index_are_in_the_folder(tmp_path: Path, playbook: Playbook) -> None:
    site = small_site(tmp_path, seconds=1e9)
    part = "assets/runtime/search-en-terms-0123456789abcdef.json"
    (site / part).write_text('[["trust",{}]]', "utf-8")
    scripts = build_folder_scripts(ROOT, build_runtime(ROOT), build_search(ROOT))
    handed = contents(site, playbook, scripts)[f"{part}.js"]
    assert handed == b'playbookFile("[[\\"trust\\",{}]]");\n'


@built_only
def test_two_copies_are_the_same_bytes(tmp_path: Path, playbook: Playbook) -> None:
    made = []
    for number, folder in enumerate(("one", "another/place")):
        site = small_site(tmp_path / folder, seconds=1e9 * number)
        made.append(pack(ROOT, site, playbook))
    assert made[0] == made[1]
    with zipfile.ZipFile(BytesIO(made[0].content)) as archive:
        names = archive.namelist()
    assert made[0].first == f"{playbook.settings['id']}/index.html"
    assert made[0].first in names
    assert made[0].pages == len(OF_THE_SMALL_SITE)
    assert {name.partition("/")[0] for name in names} == {playbook.settings["id"]}


def small_site(folder: Path, seconds: float) -> Path:
    """Write a few pages of the site into a folder, as if at another time."""
    runtime = (f"assets/runtime/{name}-0123456789abcdef.js" for name in ("search", "worker"))
    content = {name: (SITE / name).read_bytes() for name in OF_THE_SMALL_SITE}
    for name, text in (content | dict.fromkeys(runtime, b"")).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)
        os.utime(file, (seconds, seconds))
    return folder


# What becomes of a page


COPIED = {
    "<p>a</p><p data-served>b <p>c</p></p><p>d</p>": "<p>a</p><p>d</p>",
    '<div data-served="data-served"><div>b</div></div>c': "c",
    '<details data-served="gone">b</details>c': '<p class="help">Not &lt;here&gt;.</p>c',
    '<span data-served="gone">b</span>': "<span>Not &lt;here&gt;.</span>",
    '<p data-copied="note">One.</p>': '<p data-copied="note">One. A copy.</p>',
    '<body dir="ltr">a': '<body dir="ltr"><p data-unpacking lang="en-GB">Unpack.</p>a',
    '<a href="../m/x/#y">': '<a href="../m/x/index.html#y">',
    '<a href=".">': '<a href="index.html">',
    '<a href="..">': '<a href="../index.html">',
    '<a href="../?q#y">': '<a href="../index.html?q#y">',
    '<a href="#y"><a href="x.csv">': '<a href="#y"><a href="x.csv">',
    '<a href="https://example.org/">': '<a href="https://example.org/">',
    '<link rel="canonical" href="https://example.org/">': "",
    '<link rel="icon" href="i.svg">': '<link rel="icon" href="i.svg">',
    '<meta property="og:url" content="https://example.org/">': "",
    '<script src="../assets/js/playbook-01ab.js" type="module">': (
        '<script src="../assets/js/all.js">'
    ),
}
"""Part of a page of the site -> the same in the copy."""


@pytest.mark.parametrize("page", COPIED)
def test_a_page_stands_in_the_copy(page: str) -> None:
    assert COPIER.copied(page) == COPIED[page]


def test_a_sentence_that_nobody_wrote_is_told() -> None:
    with pytest.raises(UnmarkedError) as told:
        COPIER.copied('<p data-served="lost">a</p>')
    assert str(told.value) == "A template names 'lost', but interface.yml has no copy.lost."
