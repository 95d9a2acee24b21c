"""XML as packages want it: one declaration, no comment, the namespace in the first tag."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping

Element = ET.Element


def element(name: str, attributes: Mapping[str, str] | None = None, *inside: Element) -> Element:
    """Return an element with its prefix as written, and what stands in it."""
    made = Element(name, dict(attributes or {}))
    made.extend(inside)
    return made


def text(name: str, said: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Return an element that holds a text."""
    made = element(name, attributes)
    made.text = said
    return made


def document(root: Element) -> bytes:
    """Return the file of an element."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'.encode()
