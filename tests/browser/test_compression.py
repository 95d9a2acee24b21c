"""What the site is made of gets twins that hold the same."""

import shutil
from pathlib import Path

from macros.browser.compression import compress_site
from tests.twins import LIMIT, texts_in, wrong_twins

LARGEST = 1_000_000
"""Bytes: the best compression of a larger file takes long."""


def test_the_files_of_the_site_get_twins_that_hold_the_same(site: Path, tmp_path: Path) -> None:
    few = tmp_path / "site"
    few.mkdir()
    for file in smallest_of_each_kind(site):
        shutil.copy(file, few)
    compress_site(tmp_path, few)
    files = texts_in(few)
    kinds = {file.suffix for file in files}
    assert {".css", ".html", ".js", ".json", ".txt", ".xml"} <= kinds
    assert wrong_twins(files) == []


def smallest_of_each_kind(site: Path) -> list[Path]:
    """Return the smallest file of each kind that may have twins."""
    sizes = {file: file.stat().st_size for file in site.rglob("*") if file.is_file()}
    fitting = {file: size for file, size in sizes.items() if LIMIT < size < LARGEST}
    kinds = {file.suffix for file in fitting}
    return [
        min((file for file in fitting if file.suffix == kind), key=lambda file: fitting[file])
        for kind in sorted(kinds)
    ]
