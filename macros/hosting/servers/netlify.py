"""Netlify and Cloudflare Pages: a file _headers for the folder of the site.

Where two rules fit a path both are applied, and a browser obeys both policies; so no page and no
worker is met by two rules that name one header.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from macros.hosting.policy import COMPANIONS, headers_of
from macros.hosting.served import MADE, Served

ANY = ":id"
FIXED = 2
"""From so many folders on, the last but the fixed ones are ids: /m/:id/, /zh/m/:id/embed/."""
POLICY, CACHING, ORIGINS = (
    "Content-Security-Policy",
    "Cache-Control",
    "Access-Control-Allow-Origin",
)


def netlify(served: Served) -> str:
    """Return one rule for what is the same everywhere and one for each shape of path."""
    rules = {
        "/*": COMPANIONS,
        **dict(_pages(served)),
        **dict(_files(served)),
    }
    lines = [
        f"# {MADE.format(name='netlify')}",
        "# These hosts name no policy for an address that does not exist: the pages bring one",
        "# when they are built with `playbook site --policy-in-pages`.",
    ]
    for path, headers in rules.items():
        lines += (path, *(f"  {name}: {value}" for name, value in headers.items()))
    return "\n".join((*lines, ""))


def _pages(served: Served) -> Iterator[tuple[str, Mapping[str, str]]]:
    pages = (page.relative_to(served.site) for page in served.site.rglob("index.html"))
    for shape in sorted(set(shapes(pages, served.others))):
        path = f"{served.path}{shape}"
        yield path, {POLICY: headers_of(path, served.policies)[POLICY]}


def shapes(pages: Iterable[Path], others: tuple[str, ...]) -> Iterator[str]:
    """Yield the shape of each page's address: its id, which many differ in, becomes :id."""
    for page in pages:
        folders = list(page.parent.parts)
        first = 1 if folders[:1] and folders[0] in others else 0
        if len(folders) - first >= FIXED:
            folders[first + 1] = ANY
        yield "".join(f"{folder}/" for folder in folders)


def _files(served: Served) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the folders in which every name changes with its content, the worker, the engine."""
    for folder in sorted(path for path in (served.site / "assets").iterdir() if path.is_dir()):
        paths = [_path(served, file) for file in sorted(folder.rglob("*")) if file.is_file()]
        shown = {path: headers_of(path, served.policies) for path in paths if _is_plain(path)}
        common = {
            name: next(iter(shown.values()))[name]
            for name in (CACHING, ORIGINS)
            if shown and all(name in headers for headers in shown.values())
        }
        if all(headers[CACHING] == common[CACHING] for headers in shown.values()):
            yield f"{served.path}assets/{folder.name}/*", common
        for path, headers in shown.items():
            if headers[POLICY] == served.policies.worker:
                yield path, {POLICY: headers[POLICY]}


def _path(served: Served, file: Path) -> str:
    return served.path + file.relative_to(served.site).as_posix()


def _is_plain(path: str) -> bool:
    return not path.endswith((".br", ".gz"))
