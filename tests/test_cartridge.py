"""Common Cartridges: right by their schemas, by the rules that no schema holds, and each time."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache

import pytest
from lxml import etree

from macros.courses.packages.cartridge import EDITIONS, cartridge
from macros.courses.packages.contents import Contents, Section
from macros.courses.packages.identifiers import Identifiers, PackageError
from macros.exporters.packages.contents import every_content, named
from macros.views import Book
from tests.package_samples import ADDRESS, contents, entry, hard_contents
from tests.schemas import mistakes
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow

BOTH = pytest.mark.parametrize("edition", EDITIONS)
MARKS = {"cc11": "v1p1", "cc13": "v1p3"}
SITE = "https://playbook.example.org/"


def unpacked(content: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def files_of(edition: str, given: Contents) -> Mapping[str, bytes]:
    return unpacked(cartridge(given, EDITIONS[edition]))


def manifest_mistakes(edition: str, manifest: bytes) -> list[str]:
    mark = MARKS[edition]
    names = (f"cc{mark}_imscp_v1p2_v1p0.xsd", f"cc{mark}_lommanifest_v1p0.xsd")
    return mistakes(manifest, *(f"cc-1.{mark[-1]}/{name}" for name in names))


def link_mistakes(edition: str, link: bytes) -> list[str]:
    mark = MARKS[edition]
    return mistakes(link, f"cc-1.{mark[-1]}/cc{mark}_imswl_{mark}.xsd")


@cache
def whole(language: str = "en") -> Contents:
    book = Book(real_playbook(), language)
    return list(every_content(book, SITE))[-1]


@cache
def course(language: str = "en") -> Contents:
    [found] = named(Book(real_playbook(), language), SITE, "c:one-day")
    return found


@BOTH
@pytest.mark.parametrize(
    "given",
    [hard_contents(), whole(), whole("zh"), course(), course("zh")],
    ids=["hard", "en", "zh", "course-en", "course-zh"],
)
def test_each_file_is_right_by_its_schema(edition: str, given: Contents) -> None:
    manifest, *links = files_of(edition, given).values()
    assert manifest_mistakes(edition, manifest) == []
    assert [found for link in links for found in link_mistakes(edition, link)] == []


@BOTH
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'structure="rooted-hierarchy"', b'structure="hierarchical"'),
        (b'identifier="order"', b'identifier="1order"'),
        (b'identifier="item.m.page-0"', b'identifier="item.m.page-1"'),
        (b"<schemaversion>", b"<schemaversion>9"),
        (b"imswl_xml", b"imswl_html"),
        (b'"root">', b'"root"><title>x</title>'),
    ],
)  # fmt: skip
def test_the_schemas_find_what_is_wrong_with_a_manifest(
    edition: str, right: bytes, wrong: bytes
) -> None:
    manifest = files_of(edition, hard_contents())["imsmanifest.xml"]
    assert right in manifest
    assert manifest_mistakes(edition, manifest.replace(right, wrong, 1))


@BOTH
def test_the_schemas_find_what_is_wrong_with_a_link(edition: str) -> None:
    _, link, *_ = files_of(edition, hard_contents()).values()
    assert link_mistakes(edition, link.replace(b"<url href=", b"<url address="))
    assert link_mistakes(edition, link.replace(b"imswl_v1p", b"imswl_v2p"))


@BOTH
def test_what_no_schema_asks_for_is_so(edition: str) -> None:
    files = files_of(edition, whole())
    manifest = files["imsmanifest.xml"]
    mark = MARKS[edition]
    space = f"http://www.imsglobal.org/xsd/imscc{mark}/imscp_v1p1"
    assert next(iter(files)) == "imsmanifest.xml"
    assert f'<manifest xmlns="{space}"'.encode() in manifest[:1024]
    assert b"<!--" not in manifest
    root = etree.fromstring(manifest)
    names = {"p": space}
    [order] = root.findall(".//p:organization", names)
    [top] = order.findall("p:item", names)
    assert top.find("p:title", names) is None
    leaves = [item for item in top.iterfind(".//p:item", names) if item.get("identifierref")]
    assert all(item.find("p:item", names) is None for item in leaves)
    resources = {each.get("identifier"): each for each in root.findall(".//p:resource", names)}
    assert [item.get("identifierref") for item in leaves] == list(resources)
    for resource in resources.values():
        assert resource.get("href") is None
        assert resource.get("type") == f"imswl_xml{mark}"
        [file] = resource.findall("p:file", names)
        assert file.get("href") in files
    assert len(resources) == len(files) - 1


def test_the_thin_edition_says_so() -> None:
    assert (
        b"<schema>IMS Thin Common Cartridge</schema>"
        in files_of("cc13", whole())["imsmanifest.xml"]
    )
    assert b"<schemaversion>1.3.0</schemaversion>" in files_of("cc13", whole())["imsmanifest.xml"]
    assert b"<schemaversion>1.1.0</schemaversion>" in files_of("cc11", whole())["imsmanifest.xml"]


@BOTH
def test_titles_and_addresses_come_back_as_they_were(edition: str) -> None:
    given = hard_contents()
    _, *links = files_of(edition, given).values()
    read = [(found[0].text, found[1].get("href")) for found in map(etree.fromstring, links)]
    assert read == [(each.title, ADDRESS) for each in given.entries]


def test_pages_lead_to_their_stable_addresses() -> None:
    addresses = {each.link: each.address for each in whole("zh").entries}
    assert addresses["m:relationship-depth"] == f"{SITE}zh/m/relationship-depth/"
    assert addresses["a:relationship-depth"] == f"{SITE}zh/a/relationship-depth/"
    assert {each.address for each in whole().entries if each.id == "trust-stages"} == {
        f"{SITE}m/trust-stages/"
    }


def test_an_id_has_the_same_identifier_in_every_package() -> None:
    def identifiers(*names: str) -> set[str]:
        manifest = files_of("cc11", contents(*map(entry, names)))["imsmanifest.xml"]
        return {str(each.get("identifier")) for each in etree.fromstring(manifest).iter()}

    assert identifiers("b") <= identifiers("a", "b", "c")


@BOTH
def test_the_same_contents_give_the_same_bytes(edition: str) -> None:
    assert cartridge(whole(), EDITIONS[edition]) == cartridge(whole(), EDITIONS[edition])


def test_two_ids_that_become_one_identifier_are_refused() -> None:
    with pytest.raises(PackageError) as told:
        cartridge(contents(entry("客户"), entry("关系")), EDITIONS["cc11"])
    assert str(told.value) == (
        "'link m 客户' and 'link m 关系' would both be 'link.m.__' in a package: "
        "give one of them an id that differs in letters or digits."
    )


def test_an_identifier_is_a_name_for_xml() -> None:
    names = Identifiers()
    assert names.of("item", "m", "trust-stages") == "item.m.trust-stages"
    assert names.of("item", "m", "a b:c") == "item.m.a_b_c"


@BOTH
def test_a_course_keeps_its_sessions_in_order_with_the_pages_they_use(edition: str) -> None:
    root = etree.fromstring(files_of(edition, course())["imsmanifest.xml"])
    [top] = root.find(".//{*}organization").iterchildren("{*}item")
    sections = [
        (
            section.findtext("{*}title"),
            [item.get("identifierref") for item in section.iter("{*}item")][1:],
        )
        for section in top.iterchildren("{*}item")
    ]
    assert sections[0] == ("Customer relationships in one day", ["resource.c.one-day"])
    assert sections[1] == (
        "Opening: what a relationship is worth",
        ["resource.m.relationship-depth", "resource.a.four-pain-points"],
    )
    # What three items of a session use is one page; the closing uses none.
    assert sections[2][1] == ["resource.m.relationship-architecture"]
    assert [title for title, _ in sections][-1] == "Culture: the Friday when it costs something"


@BOTH
def test_a_page_that_two_sessions_use_is_one_resource_and_two_items(edition: str) -> None:
    page = entry("a")
    twice = (Section(title=name, entries=(page,), id=name) for name in ("one", "two"))
    given = Contents(id="x", kind="course", title="X", language="en", sections=tuple(twice))
    files = files_of(edition, given)
    assert list(files) == ["imsmanifest.xml", "links/link.m.a.xml"]
    assert manifest_mistakes(edition, files["imsmanifest.xml"]) == []
    assert files["imsmanifest.xml"].count(b'identifierref="resource.m.a"') == 2
