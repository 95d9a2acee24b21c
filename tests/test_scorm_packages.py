"""SCORM packages: right by their schemas, by what no schema asks for, and the same each time."""

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache

import pytest
from lxml import etree

from macros.courses.packages.identifiers import PackageError
from macros.courses.packages.scorm_manifest import STANDARDS, Shown, manifest
from macros.exporters.packages.contents import named
from macros.exporters.packages.format import Order
from macros.exporters.packages.page_files import page_files
from macros.exporters.packages.table import FORMATS
from macros.playbook import Playbook
from macros.views import Book
from tests.package_samples import HARD, contents, entry
from tests.schemas import ROOT, mistakes
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow

SITE = "https://playbook.example.org/below/"
TOOL = "relationship-health"
LARGEST = 6_000_000
"""Bytes of a package that stands alone."""
SCHEMAS = {
    "scorm12": ("scorm-1.2/imscp_rootv1p1p2.xsd", "scorm-1.2/adlcp_rootv1p2.xsd"),
    "scorm2004": (
        "scorm-2004-4th/imscp_v1p1.xsd",
        "scorm-2004-4th/adlcp_v1p3.xsd",
        "scorm-2004-4th/imsss_v1p0.xsd",
    ),
}
BOTH = pytest.mark.parametrize("standard", STANDARDS)
BUILT = pytest.mark.skipif(
    not (ROOT / "site" / "index.html").exists(), reason="the site is not built: playbook site"
)


@cache
def playbook() -> Playbook:
    return real_playbook()


@cache
def book(language: str) -> Book:
    return Book(playbook(), language)


def order(language: str = "en", tool: str = TOOL) -> Order:
    [contents] = named(book(language), SITE, f"a:{tool}")
    return Order(contents=contents, book=book(language), root=ROOT, address=SITE)


def unpacked(content: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


SHOWN = {"a:readiness": Shown(start="index.html", files=("launcher.js", "index.html"))}


def a_manifest(standard: str) -> bytes:
    given = contents(entry("readiness", HARD[0], "assessment"), title=HARD[0])
    return manifest(given, STANDARDS[standard], SHOWN)


@BOTH
def test_a_manifest_is_right_by_its_schemas(standard: str) -> None:
    assert mistakes(a_manifest(standard), *SCHEMAS[standard]) == []


@BOTH
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'identifier="order"', b'identifier="1 order"'),
        (b"<schemaversion>", b"<schemaversion><b/>"),
        (b'type="webcontent"', b""),
        (b'identifierref="', b'reference="'),
    ],
)
def test_the_schemas_find_what_is_wrong(standard: str, right: bytes, wrong: bytes) -> None:
    content = a_manifest(standard)
    assert right in content
    assert mistakes(content.replace(right, wrong, 1), *SCHEMAS[standard])


def test_the_schemas_find_wrong_words_of_their_own_standard() -> None:
    wrong = a_manifest("scorm2004").replace(b"completionSetByContent", b"completionByContent")
    assert mistakes(wrong, *SCHEMAS["scorm2004"])
    wrong = a_manifest("scorm12").replace(b'scormtype="sco"', b'scormtype="SCO"')
    assert mistakes(wrong, *SCHEMAS["scorm12"])


@BOTH
def test_what_no_schema_asks_for_is_so(standard: str) -> None:
    content = a_manifest(standard)
    attribute = {"scorm12": "scormtype", "scorm2004": "scormType"}[standard]
    version = {"scorm12": "1.2", "scorm2004": "2004 4th Edition"}[standard]
    root = etree.fromstring(content)
    [resource] = root.iter("{*}resource")
    own = {etree.QName(name).localname: value for name, value in resource.attrib.items()}
    assert own[attribute] == "sco"
    assert "scormtype" not in {*own} - {attribute}
    assert "scormType" not in {*own} - {attribute}
    assert [each.text for each in root.iter("{*}schemaversion")] == [version]
    assert [each.get("identifier") for each in root.iter("{*}organization")] == [
        next(root.iter("{*}organizations")).get("default")
    ]
    assert [each.get("identifierref") for each in root.iter("{*}item")] == [own["identifier"]]
    delivery = [dict(each.attrib) for each in root.iter("{*}deliveryControls")]
    asked = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    assert delivery == ([asked] if standard == "scorm2004" else [])
    for word in (b"mastery", b"minNormalizedMeasure", b"satisfiedByMeasure", b"<!--"):
        assert word not in content


@BUILT
@BOTH
def test_a_thin_package_frames_the_page_of_the_site(standard: str) -> None:
    files = unpacked(FORMATS[f"{standard}-thin"].make(order("zh")))
    assert list(files) == ["imsmanifest.xml", "index.html", "launcher.js"]
    page = files["index.html"].decode()
    assert f'<iframe src="{SITE}zh/a/{TOOL}/embed/"' in page
    assert f'<a href="{SITE}zh/a/{TOOL}/"' in page
    assert f'<body data-standard="{standard}">' in page
    assert '<html lang="zh-Hans" dir="ltr">' in page
    assert sum(map(len, files.values())) < 20_000


@BUILT
@BOTH
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_package_that_stands_alone_holds_all_it_names(standard: str, language: str) -> None:
    content = FORMATS[standard].make(order(language))
    files = unpacked(content)
    assert len(content) < LARGEST
    listed = [
        each.get("href") for each in etree.fromstring(files["imsmanifest.xml"]).iter("{*}file")
    ]
    assert sorted(map(str, listed)) == sorted({*files} - {"imsmanifest.xml"})
    assert all(name.isascii() and not name.endswith((".mjs", ".br", ".gz")) for name in files)
    [page] = [name for name in files if name.endswith(f"a/{TOOL}/index.html")]
    text = files[page].decode()
    assert f'<iframe src="{page}"' in files["index.html"].decode()
    for said in ("md-header", "md-footer", "md-sidebar", "javascripts/bundle", "127.0.0.1"):
        assert said not in text
    # Its engine starts without the memory, which would be as large again.
    assert re.search(r'data-worker="[^"#]+/worker-\w+\.js#from-the-beginning"', text)
    assert not any("/memory-" in name for name in files)
    for kind in ("<tool-form", "<lms-panel", "data-lms-send", "<tool-report", "md-content"):
        assert kind in text
    loads = re.findall(r'<(?:script|img|link)[^>]* (?:src|href)="([^"]+)"', text)
    assert loads
    assert [each for each in loads if each.startswith(("/", "http"))] == []
    links = re.findall(r'<a [^>]*href="([^"#][^"]*)"', text)
    assert [each for each in links if not each.startswith(("https://", "http://"))] == []
    assert f'data-module-url="{SITE}{"zh/" if language == "zh" else ""}m/{{id}}/"' in text


@BUILT
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_tool_can_stand_alone(language: str) -> None:
    for tool in playbook().tools:
        files = page_files(order(language, tool), order(language, tool).contents.entries[0])
        page = f"site/{'zh/' if language == 'zh' else ''}a/{tool}/index.html"
        assert len([name for name in files if f"/a/{tool}/definition-" in name]) == 1
        assert [name for name in files if name.endswith(".html")] == [page]


@BUILT
@BOTH
def test_the_same_tool_gives_the_same_bytes(standard: str) -> None:
    for name in (standard, f"{standard}-thin"):
        assert FORMATS[name].make(order()) == FORMATS[name].make(order())


def test_before_the_site_is_built_a_package_says_what_to_do(tmp_path) -> None:
    given = order()
    elsewhere = Order(
        contents=given.contents, book=given.book, root=tmp_path, address=given.address
    )
    with pytest.raises(PackageError) as told:
        FORMATS["scorm12"].make(elsewhere)
    assert str(told.value) == (
        "A package that stands alone is made from the built site: run `playbook site` first."
    )


def test_a_tool_and_a_module_of_one_id_are_told_apart() -> None:
    assert entry("x", kind="module").link == "m:x"
    assert entry("x", kind="calculator").link == "a:x"


@BUILT
@BOTH
def test_a_course_lets_learners_choose_every_page_and_only_tools_report(standard: str) -> None:
    book = Book(playbook(), "en")
    [contents] = named(book, SITE, "c:one-day")
    course = Order(contents=contents, book=book, root=ROOT, address=SITE)
    files = unpacked(FORMATS[f"{standard}-thin"].make(course))
    root = etree.fromstring(files["imsmanifest.xml"])
    assert mistakes(files["imsmanifest.xml"], *SCHEMAS[standard]) == []
    attribute = {"scorm12": "scormtype", "scorm2004": "scormType"}[standard]
    types = {
        str(each.get("identifier")): next(
            value for name, value in each.attrib.items() if str(name).endswith(attribute)
        )
        for each in root.iter("{*}resource")
    }
    wanted = {
        f"resource.{page_of.link.replace(':', '.')}": "sco"
        if page_of.link.startswith("a:")
        else "asset"
        for page_of in contents.entries
    }
    assert types == wanted
    for page_of in contents.entries:
        page = files[f"page.{page_of.link.replace(':', '.')}.html"].decode()
        assert f'<iframe src="{page_of.address}embed/"' in page
        assert ("launcher.js" in page) == page_of.link.startswith("a:")
    titles = [each.findtext("{*}title") for each in root.iter("{*}item")]
    sections = [each["title"] for each in book.courses["one-day"]["sessions"]]
    assert [title for title in titles if title in sections] == [
        section.title for section in contents.sections if section.id
    ]
    flows = [dict(each.attrib) for each in root.iter("{*}controlMode")]
    both = {"choice": "true", "flow": "true"}
    levels = 1 + sum(bool(section.id) for section in contents.sections)
    assert flows == ([both] * levels if standard == "scorm2004" else [])


@BUILT
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_longest_course_that_stands_alone_stays_small(language: str) -> None:
    courses = [named(book(language), SITE, f"c:{name}")[0] for name in playbook().courses]
    longest = max(courses, key=lambda course: len(course.entries))
    given = Order(contents=longest, book=book(language), root=ROOT, address=SITE)
    assert len(FORMATS["scorm2004"].make(given)) < LARGEST


@BUILT
def test_a_page_in_a_package_leaves_out_what_makes_sense_on_the_site_alone() -> None:
    unwanted = (b"course-panel", b"application/ld+json", b"site-news", b"offline-worker")
    for name, content in unpacked(FORMATS["scorm12"].make(order())).items():
        assert "/offline-" not in name
        assert "/in-course-" not in name
        assert not name.endswith(".html") or not [word for word in unwanted if word in content]


@BUILT
def test_a_course_that_stands_alone_holds_every_page_and_stays_small() -> None:
    book = Book(playbook(), "zh")
    [contents] = named(book, SITE, "c:self-study")
    made = FORMATS["scorm12"].make(Order(contents=contents, book=book, root=ROOT, address=SITE))
    files = unpacked(made)
    assert len(made) < LARGEST
    for page_of in contents.entries:
        page = f"site/zh/{page_of.link.replace(':', '/')}/index.html"
        assert f'src="{page}"' in files[f"page.{page_of.link.replace(':', '.')}.html"].decode()
        assert page in files
