"""The schemas of packages, which may not be copied here; where they are, and how to ask them.

They are taken as they stand from PLAYBOOK_XSD or from ../shared/standards/xsd, without network.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parent.parent
PLACES = (os.environ.get("PLAYBOOK_XSD"), ROOT.parent / "shared" / "standards" / "xsd")
XML_NAMESPACE = "cc-1.1/xml.xsd"


class Beside(etree.Resolver):
    """Finds what a schema imports in its own folder, whatever address it gives."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def resolve(self, address, _identifier, context):
        name = str(address).rpartition("/")[2]
        here = self.folder / name
        file = here if here.is_file() else self.folder.parent / XML_NAMESPACE
        if name.endswith(".dtd"):
            return self.resolve_string("", context)
        assert file.name == name, f"{address} is not among the schemas"
        return self.resolve_string(file.read_bytes(), context, base_url=file.as_posix())


def folder() -> Path:
    """Return where the schemas are; skip the test where they are not."""
    for place in PLACES:
        if place and Path(place).is_dir():
            return Path(place)
    pytest.skip("no schemas: name their folder in PLAYBOOK_XSD (cc-1.1, cc-1.3, scorm-1.2 …)")


@cache
def schema(*names: str) -> etree.XMLSchema:
    """Return the schema that some files make together: cc-1.1/ccv1p1_imswl_v1p1.xsd."""
    base = folder()
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside((base / names[0]).parent))
    imports = "".join(
        f'<xs:import namespace="{namespace(base / name)}" schemaLocation="{Path(name).name}"/>'
        for name in names
    )
    whole = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(whole, parser))


def namespace(file: Path) -> str:
    return str(etree.parse(file, etree.XMLParser(no_network=True)).getroot().get("targetNamespace"))


def mistakes(content: bytes, *names: str) -> list[str]:
    """Return what some schemas find wrong with a file."""
    rules = schema(*names)
    rules.validate(etree.fromstring(content, etree.XMLParser(no_network=True)))
    return [error.message for error in rules.error_log]
