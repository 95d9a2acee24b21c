"""The built site holds the twins of its texts, and of what the engine runs on."""

from pathlib import Path

from tests.twins import texts_in, wrong_twins


def test_every_text_of_the_site_and_the_engine_has_twins_that_hold_the_same(site: Path) -> None:
    files = [*texts_in(site), *site.rglob("*.wasm"), *site.rglob("engine-*.zip")]
    kinds = {file.suffix for file in files}
    assert {".css", ".html", ".js", ".json", ".txt", ".wasm", ".xml", ".zip"} <= kinds
    assert [file for file in files if file.name.startswith("search-zh-")]
    assert wrong_twins(files) == []
