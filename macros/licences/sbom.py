"""The parts of the site as a CycloneDX bill of materials, the same bytes for the same parts."""

import json
import re
from collections.abc import Mapping, Sequence

from macros.licences.notice import Notice

FILE = "sbom.cdx.json"
"""Where it stands, from the root of the site."""
SPDX = re.compile(r"[\w.+-]+")


def bill_of_materials(name: str, version: str, notices: Sequence[Notice]) -> bytes:
    """Return the bill of the site of a playbook, without a date, so that builds can be compared."""
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "bom-ref": name, "name": name, "version": version}
        },
        "components": [_component(each) for each in notices],
        "dependencies": [{"ref": name, "dependsOn": [_reference(each) for each in notices]}],
    }
    return (json.dumps(bill, indent=2, ensure_ascii=False) + "\n").encode()


def _component(notice: Notice) -> Mapping[str, object]:
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": _reference(notice),
        "name": notice.name,
        "licenses": [_licence(notice.licence)],
    }
    if notice.version:
        component["version"] = notice.version
    if notice.package:
        component["purl"] = _address(notice)
    return component


def _licence(licence: str) -> Mapping[str, object]:
    if licence.startswith("LicenseRef-"):
        return {"license": {"name": licence.removeprefix("LicenseRef-")}}
    return {"license": {"id": licence}} if SPDX.fullmatch(licence) else {"expression": licence}


def _reference(notice: Notice) -> str:
    """Return what names a part within the bill: it may stand in two places of the site."""
    return f"{notice.where}:{_address(notice) or notice.name}"


def _address(notice: Notice) -> str:
    version = f"@{notice.version}" if notice.version else ""
    return f"{notice.package}{version}" if notice.package else ""
