"""Zip files that are the same bytes for the same content, under names that any system can read."""

import io
import zipfile
from collections.abc import Mapping

from macros.courses.packages.identifiers import PackageError

OLDEST_DATE = (1980, 1, 1, 0, 0, 0)
MANIFEST = "imsmanifest.xml"
ORDINARY = 0o100644 << 16
"""A plain file that everybody may read."""
UNIX = 3


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return the zip of some files, the manifest first."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files, key=lambda name: (name != MANIFEST, name)):
            if not name.isascii():
                raise PackageError(f"'{name}' is no name for a file in a package: ASCII only.")
            entry = zipfile.ZipInfo(name, OLDEST_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = ORDINARY
            archive.writestr(entry, files[name])
    return content.getvalue()
