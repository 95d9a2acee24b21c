"""The manifest of a SCORM package: 1.2, and 2004 4th edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.courses.packages.contents import TOOLS, Contents, Entry, Section
from macros.courses.packages.identifiers import Identifiers
from macros.courses.packages.markup import Element, document, element, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What differs between the editions of the standard."""

    name: str
    version: str
    spaces: tuple[tuple[str, str], ...]
    """Prefix and namespace."""
    type_attribute: str
    """1.2 and 2004 write it differently, and the schema of 2004 lets the wrong one pass."""
    sets_by_content: bool
    """Whether the package must say that only what the learner sends counts, and in which order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a package shows one page of the site."""

    start: str
    """The file of the package that opens it."""
    files: tuple[str, ...]
    """All that it needs, with that one."""


STANDARDS = {
    each.name: each
    for each in (
        Standard(
            name="scorm12",
            version="1.2",
            spaces=(
                ("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"),
                ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2"),
            ),
            type_attribute="adlcp:scormtype",
            sets_by_content=False,
        ),
        Standard(
            name="scorm2004",
            version="2004 4th Edition",
            spaces=(
                ("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"),
                ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3"),
                ("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss"),
            ),
            type_attribute="adlcp:scormType",
            sets_by_content=True,
        ),
    )
}


def manifest(contents: Contents, standard: Standard, shown: Mapping[str, Shown]) -> bytes:
    """Return the manifest of a package. *shown*: link of each page -> how it is shown."""
    names = Identifiers()
    identifier = names.of("package", *contents.link.split(":"), contents.language)
    resources = (_resource(standard, each, names, shown[each.link]) for each in contents.entries)
    root = element(
        "manifest",
        {**dict(standard.spaces), "identifier": identifier, "version": "1"},
        element(
            "metadata",
            {},
            text("schema", "ADL SCORM"),
            text("schemaversion", standard.version),
        ),
        _organizations(contents, standard, names),
        element("resources", {}, *resources),
    )
    return document(root)


def reports(entry: Entry) -> bool:
    """Tell whether a page has a result that a learner may send: tools have."""
    return entry.kind in TOOLS


def _organizations(contents: Contents, standard: Standard, names: Identifiers) -> Element:
    order = names.of("order")
    inside = element("organization", {"identifier": order}, text("title", contents.title))
    if len(contents.entries) == 1:
        inside.append(_item(contents.entries[0], (), standard, names))
    else:
        for section in contents.sections:
            inside.extend(_section(section, standard, names))
        inside.extend(_in_order(standard))
    return element("organizations", {"default": order}, inside)


def _section(section: Section, standard: Standard, names: Identifiers) -> list[Element]:
    """Return the pages of a section, under its title where it has an id."""
    own = (section.id,) if section.id else ()
    items = [_item(entry, own, standard, names) for entry in section.entries]
    if not own:
        return items
    attributes = {"identifier": names.of("section", *own)}
    held = element("item", attributes, text("title", section.title), *items)
    held.extend(_in_order(standard))
    return [held]


def _item(
    entry: Entry, section: tuple[str, ...], standard: Standard, names: Identifiers
) -> Element:
    name = entry.link.split(":")
    item = element(
        "item",
        {
            "identifier": names.of("item", *section, *name),
            "identifierref": names.of("resource", *name),
        },
        text("title", entry.title),
    )
    if standard.sets_by_content and reports(entry):
        controls = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
        delivery = element("imsss:deliveryControls", controls)
        item.append(element("imsss:sequencing", {}, delivery))
    return item


def _in_order(standard: Standard) -> list[Element]:
    """Return what lets a learner choose a page as well as go on to the next: 2004 asks for it."""
    if not standard.sets_by_content:
        return []
    mode = element("imsss:controlMode", {"choice": "true", "flow": "true"})
    return [element("imsss:sequencing", {}, mode)]


def _resource(standard: Standard, entry: Entry, names: Identifiers, shown: Shown) -> Element:
    attributes = {
        "identifier": names.of("resource", *entry.link.split(":")),
        "type": "webcontent",
        standard.type_attribute: "sco" if reports(entry) else "asset",
        "href": shown.start,
    }
    listed = (element("file", {"href": name}) for name in sorted({shown.start, *shown.files}))
    return element("resource", attributes, *listed)
