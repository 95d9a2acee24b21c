"""Common Cartridge: the pages of a course as links of a learning system.

Moodle takes 1.0 and 1.1 only, and reads the namespace from the first 1,024 bytes of the manifest.
"""

from dataclasses import dataclass
from functools import partial

from macros.courses.packages.archive import MANIFEST, packed
from macros.courses.packages.contents import Contents, Entry, Section
from macros.courses.packages.identifiers import Identifiers
from macros.courses.packages.markup import Element, document, element, text
from macros.courses.packages.parts import ANYTHING, PageFormat, Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What differs between the editions of the standard."""

    mark: str
    """As namespaces and types hold it."""
    version: str
    schema: str


EDITIONS = {
    "cc11": Edition(mark="v1p1", version="1.1.0", schema="IMS Common Cartridge"),
    "cc13": Edition(mark="v1p3", version="1.3.0", schema="IMS Thin Common Cartridge"),
}


def cartridge(contents: Contents, edition: Edition) -> bytes:
    """Return the file of a cartridge."""
    names = Identifiers()
    files = {_file(entry, names): _link(entry, edition) for entry in contents.entries}
    return packed({MANIFEST: document(_manifest(contents, edition, names)), **files})


def _file(entry: Entry, names: Identifiers) -> str:
    return f"links/{names.of('link', *entry.link.split(':'))}.xml"


def _link(entry: Entry, edition: Edition) -> bytes:
    """Return a page as the file of a link; a new tab, for a frame may be refused."""
    space = f"http://www.imsglobal.org/xsd/imscc{edition.mark}/imswl_{edition.mark}"
    inside = (
        text("title", entry.title),
        element("url", {"href": entry.address, "target": "_blank"}),
    )
    return document(element("webLink", {"xmlns": space}, *inside))


def _manifest(contents: Contents, edition: Edition, names: Identifiers) -> Element:
    spaces = {
        "xmlns": f"http://www.imsglobal.org/xsd/imscc{edition.mark}/imscp_v1p1",
        "xmlns:lom": f"http://ltsc.ieee.org/xsd/imscc{edition.mark}/LOM/manifest",
    }
    identifier = names.of("package", *contents.link.split(":"), contents.language)
    return element(
        "manifest",
        {**spaces, "identifier": identifier},
        _metadata(contents, edition),
        element("organizations", {}, _organization(contents, names)),
        element("resources", {}, *(_resource(each, edition, names) for each in contents.entries)),
    )


def _metadata(contents: Contents, edition: Edition) -> Element:
    title = text("lom:string", contents.title, {"language": contents.language})
    general = element("lom:general", {}, element("lom:title", {}, title))
    return element(
        "metadata",
        {},
        text("schema", edition.schema),
        text("schemaversion", edition.version),
        element("lom:lom", {}, general),
    )


def _organization(contents: Contents, names: Identifiers) -> Element:
    """Return the order of the pages: one item without a title, under which all others stand."""
    root = element("item", {"identifier": names.of("root")})
    # Learning systems make a section of each item that holds others.
    root.extend(_section(each, names) for each in contents.sections)
    attributes = {"identifier": names.of("order"), "structure": "rooted-hierarchy"}
    return element("organization", attributes, root)


def _section(section: Section, names: Identifiers) -> Element:
    """Return a section with its pages; a page that two sections hold is an item of each."""
    own = (section.id,) if section.id else ()
    items = (_item(entry, own, names) for entry in section.entries)
    attributes = {"identifier": names.of("section", *own)}
    return element("item", attributes, text("title", section.title), *items)


def _item(entry: Entry, section: tuple[str, ...], names: Identifiers) -> Element:
    name = entry.link.split(":")
    attributes = {
        "identifier": names.of("item", *section, *name),
        "identifierref": names.of("resource", *name),
    }
    return element("item", attributes, text("title", entry.title))


def _resource(entry: Entry, edition: Edition, names: Identifiers) -> Element:
    attributes = {
        "identifier": names.of("resource", *entry.link.split(":")),
        "type": f"imswl_xml{edition.mark}",
    }
    return element("resource", attributes, element("file", {"href": _file(entry, names)}))


def _make(edition: Edition, parts: Parts) -> bytes:
    return cartridge(parts.contents, edition)


FORMATS = tuple(
    PageFormat(
        name=name,
        ending=f"{name}.imscc",
        media="application/zip",
        kinds=ANYTHING,
        make=partial(_make, edition),
    )
    for name, edition in EDITIONS.items()
)
