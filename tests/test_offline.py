"""What a browser keeps of a site: every file once, in the part that needs it, with its hash."""

import json
from pathlib import Path

import pytest

from macros.browser import OfflineWorkers
from macros.installing import installing
from macros.loading import load_playbook
from macros.offline.parts import parts_of
from macros.offline.writing import FOLDER, WORKER, write_removal, write_worker
from macros.pages import list_pages
from macros.views import Book
from tests.site_playbook import make_project

WORKERS = OfflineWorkers(serving=b"serve();", removing=b"remove();")
PARTS = {
    "shared": [
        "a/x/definition-0123456789abcdef.json",
        "assets/css/site-0123456789abcdef.css",
        "assets/runtime/search-0123456789abcdef.js",
        "zh/assets/stylesheets/main.01234567.min.css",
        "offline/",
        "zh/offline/",
    ],
    "en": ["assets/runtime/search-en-0123456789abcdef.json", "m/x/sheet.csv", "sitemap.xml"],
    "zh": [
        "assets/runtime/search-zh-0123456789abcdef.json",
        "assets/runtime/search-zh-terms-0123456789abcdef.json",
        "zh/m/x/sheet.csv",
    ],
    "en-downloads": ["packages/x.pptx"],
    "zh-downloads": ["zh/packages/x.pptx"],
}
PAGES = {"en": ["", "m/x/"], "zh": ["zh/", "zh/m/x/"]}
LEFT_OUT = (
    "404.html", "m/x/embed/index.html", "m/x/index.html.br", "m/x/oembed.json", "modules.json",
    "assets/previews/x-0123456789abcdef.png", "assets/css/main.css.map", WORKER,
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of few files, each of which holds its own name."""
    kept = [path for paths in (*PARTS.values(), *PAGES.values()) for path in paths]
    for path in (*kept, *LEFT_OUT):
        name = f"{path}index.html" if path.endswith("/") or not path else path
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, "utf-8")
    return tmp_path / "site"


def test_every_file_is_in_the_part_that_needs_it_pages_after_what_they_name(site: Path) -> None:
    parts = parts_of(site, ("en", "zh"))
    assert {name: [path for path, _, _ in files] for name, files in parts.items()} == {
        name: [*paths, *PAGES.get(name, ())] for name, paths in PARTS.items()
    }


def test_a_file_is_listed_with_its_size_and_its_hash(site: Path) -> None:
    # printf 'm/x/' | openssl sha256 -binary | base64
    digest = "sha256-nGIrjvY40N8b9soK9gkhSMdrx6VldWlvqSjL2uwsohA="
    assert ("m/x/", 4, digest) in parts_of(site, ("en", "zh"))["en"]


def test_the_worker_names_the_list_and_changes_with_any_file_that_is_kept(site: Path) -> None:
    def written() -> tuple[bytes, set[str]]:
        for old in (site / FOLDER).glob("*"):
            old.unlink()
        write_worker(site, ("en", "zh"), WORKERS)
        return (site / WORKER).read_bytes(), {file.name for file in (site / FOLDER).iterdir()}

    worker, [name] = written()
    assert written() == (worker, {name})
    first, _, rest = worker.decode().partition("\n")
    edition = json.loads(first.removeprefix("const EDITION = ").removesuffix(";"))
    assert edition["list"] == f"{FOLDER}/{name}"
    assert edition["offline"] == {"": "offline/", "zh": "zh/offline/"}
    assert rest == "serve();"
    (site / "404.html").write_text("changed", "utf-8")
    assert written() == (worker, {name})
    (site / "zh/m/x/index.html").write_text("changed", "utf-8")
    assert written()[0] != worker


def test_a_site_that_is_not_kept_has_a_worker_that_removes(site: Path) -> None:
    write_removal(site, WORKERS)
    assert (site / WORKER).read_bytes() == b"remove();"


def test_one_setting_switches_it_off(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    playbook = load_playbook(project)
    assert playbook.works_offline
    assert "offline.md" in {page.path for page in list_pages(playbook, "en")}
    with (project / "playbook_data/playbook.yml").open("a", encoding="utf-8") as settings:
        settings.write("offline: false\n")
    playbook = load_playbook(project)
    assert "offline.md" not in {page.path for page in list_pages(playbook, "en")}
    assert installing([Book(playbook, "en")], project).files == {}


def test_the_manifest_of_a_language_leads_to_its_own_home_and_stays_inside_the_site(
    tmp_path: Path,
) -> None:
    project = make_project(tmp_path)
    playbook = load_playbook(project)
    books = [Book(playbook, language) for language in playbook.languages]
    files = installing(books, project).files
    manifest = json.loads(files[Path("zh/playbook.webmanifest")])
    assert (manifest["start_url"], manifest["scope"]) == ("./", "../")
    assert manifest["name"] == books[1].site["title"]
    assert manifest["lang"] == books[1].spoken.tag
