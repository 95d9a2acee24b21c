"""Write the pages of a playbook to build/docs, where they changed; delete what is made no more."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assessments.reading import write_json
from macros.browser import read_charts, read_runtime
from macros.exporters.worksheets import WORKSHEETS
from macros.loading import load_playbook
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import Renderer
from macros.styles import join_styles
from macros.views import Book

STAGED = Path("build/docs")
NOT_PUBLISHED = ("charts", "engine-worker.js", "tsconfig.json", "types")
"""Files and folders of docs/assets/js that no page loads as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """What was staged."""

    playbook: Playbook
    written: tuple[Path, ...]
    """Files that were new or changed."""
    deleted: tuple[Path, ...]


def stage(root: Path) -> Staged:
    """Load and check the playbook of a project's folder and stage all its pages."""
    playbook = load_playbook(root)
    return stage_playbook(playbook, root)


def stage_playbook(playbook: Playbook, root: Path) -> Staged:
    """Stage the pages and files of a playbook that has been loaded."""
    wanted = dict(_files(playbook, root))
    folder = root / STAGED
    written = [path for path, content in wanted.items() if _write(folder / path, content)]
    deleted = [path for path in _present(folder) if path not in wanted]
    for path in deleted:
        (folder / path).unlink()
    _delete_empty_folders(folder)
    return Staged(playbook=playbook, written=tuple(written), deleted=tuple(deleted))


def _files(playbook: Playbook, root: Path) -> Iterator[tuple[Path, bytes]]:
    first = Path(playbook.languages[0])
    for language in playbook.languages:
        yield from _language_files(Book(playbook, language), root)
    for name, definition in playbook.tools.items():
        yield first / "a" / name / "definition.json", write_json(definition).encode()
    for path, content in _assets(root):
        yield first / "assets" / path, content


def _language_files(book: Book, root: Path) -> Iterator[tuple[Path, bytes]]:
    runtime, charts = read_runtime(root), read_charts(root)
    worker, script = runtime.worker if runtime else "", charts.script if charts else ""
    renderer = Renderer(book, worker, script)
    folder = Path(book.language)
    for page in list_pages(book.playbook, book.language):
        written = (root / page.source).read_text("utf-8") if page.template == "written" else ""
        yield folder / page.path, renderer.render(page, written).encode()
    for name, module in book.modules.items():
        for extension, export in WORKSHEETS.items():
            path = folder / "m" / name / f"{module['template']['id']}.{extension}"
            yield path, export(module["template"])


def _assets(root: Path) -> Iterator[tuple[Path, bytes]]:
    assets = root / "docs" / "assets"
    yield Path("css/site.css"), join_styles(assets / "css" / "site.css").encode()
    for folder in ("images", "js"):
        for path in sorted((assets / folder).rglob("*")):
            inside = path.relative_to(assets / folder)
            if path.is_file() and inside.parts[0] not in NOT_PUBLISHED:
                yield path.relative_to(assets), path.read_bytes()
    for built in (read_runtime(root), read_charts(root)):
        for name in built.files if built else ():
            yield Path("runtime") / name, (built.folder / name).read_bytes()


def _write(path: Path, content: bytes) -> bool:
    """Write a file unless it holds the content already; tell whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _present(folder: Path) -> list[Path]:
    return [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]


def _delete_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
