"""Compressed twins: which files have them, and that what stays as it is is compressed once."""

from pathlib import Path

import pytest

from macros.browser.compression import CACHE, Compressed, compress_site
from tests.twins import texts_in, wrong_twins

TEXT = "The customer decides. " * 100


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, a style, an engine, a small text and a picture."""
    site = tmp_path / "site"
    (site / "zh").mkdir(parents=True)
    names = ("index.html", "zh/index.html", "site.css", "a.wasm", "engine.zip", "picture.png")
    for name in names:
        (site / name).write_text(TEXT)
    (site / "small.txt").write_text("Short.")
    return site


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.suffix in {".br", ".gz"})


def test_every_text_that_is_large_enough_has_both_twins(tmp_path: Path, site: Path) -> None:
    made = compress_site(tmp_path, site)
    assert names(site) == [
        "a.wasm.br", "a.wasm.gz", "engine.zip.br", "engine.zip.gz",
        "index.html.br", "index.html.br", "index.html.gz", "index.html.gz",
        "site.css.br", "site.css.gz",
    ]  # fmt: skip
    assert wrong_twins(texts_in(site)) == []
    # Files of one content are compressed once, pages more quickly than all else.
    assert (made.files, made.made, made.plain) == (5, 4, 5 * len(TEXT))
    assert made.br < made.plain > made.gz


def test_what_stays_as_it_is_is_not_compressed_again(tmp_path: Path, site: Path) -> None:
    compress_site(tmp_path, site)
    twins = {file: file.read_bytes() for file in site.rglob("*") if file.suffix in {".br", ".gz"}}
    for twin in twins:
        twin.unlink()
    assert compress_site(tmp_path, site).made == 0
    assert {file: file.read_bytes() for file in twins} == twins
    (site / "site.css").write_text(TEXT + "It changed.")
    for name in ("zh/index.html", "a.wasm", "engine.zip"):
        (site / name).unlink()
    assert compress_site(tmp_path, site).made == 2
    assert len(names(tmp_path / CACHE)) == 4
    assert wrong_twins(texts_in(site)) == []


def test_a_twin_that_is_not_smaller_is_left_out(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "chance.zip").write_bytes(bytes.fromhex(noise()))
    assert compress_site(tmp_path, site) == Compressed(files=1, made=2, plain=1024, br=0, gz=0)
    assert names(site) == []


def noise() -> str:
    """Return 1024 bytes in which nothing repeats, as digits."""
    value, digits = 1, ""
    while len(digits) < 2048:
        value = value * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        digits += f"{value >> 48:04x}"
    return digits
