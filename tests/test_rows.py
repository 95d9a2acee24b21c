"""A folder of variants tells its own rows: on a disk, in a zip, and where one is missing."""

import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from assessments.border.rows import rows_in


@pytest.fixture
def importing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a folder from which Python imports, and forget what it imported."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "modules", sys.modules.copy())
    return tmp_path


def lay(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def test_rows_come_in_the_order_of_file_names(importing: Path) -> None:
    lay(importing / "fruits", {"pear.py": "ROW = 2\n", "apple.py": "ROW = 1\n", "__init__.py": ""})
    assert rows_in("fruits", [str(importing / "fruits")], "ROW") == [1, 2]


def test_a_file_without_its_row_is_named(importing: Path) -> None:
    lay(importing / "stones", {"flint.py": "STONE = 1\n", "__init__.py": ""})
    with pytest.raises(AttributeError, match=r"module 'stones\.flint' has no attribute 'ROW'"):
        rows_in("stones", [str(importing / "stones")], "ROW")


def test_rows_are_found_inside_a_zip(importing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = importing / "packed.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("metals/__init__.py", "")
        packed.writestr("metals/tin.py", "ROW = 'tin'\n")
        packed.writestr("metals/iron.py", "ROW = 'iron'\n")
    monkeypatch.syspath_prepend(str(archive))
    assert rows_in("metals", [f"{archive}/metals"], "ROW") == ["iron", "tin"]
