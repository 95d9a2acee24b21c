"""The staged pages built by Zensical, too: which pages, ids and links differ from the built site.

python bench/second_builder.py PYTHON

PYTHON is that of an environment that holds Zensical: `python tasks.py builder` makes one, with the
newest that installs. Each language is built twice: from the pages as they are staged, and from a
copy in which links in HTML start where the file stands, as Zensical takes them, and not where the
page will stand. Compared is what stands in the text of each page; frames are made by our hook,
which Zensical does not run.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, relpath
from urllib.parse import urljoin, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros import embedding, page_frame  # noqa: E402
from macros.addresses import address_of  # noqa: E402
from macros.staging import STAGED, Staged, stage  # noqa: E402

FOLDER = ROOT / "build" / "second-builder"
ADDRESS = "http://127.0.0.1:8000/"
"""Where the site in site/ believes to stand."""
WAYS = ("as staged", "from the file")
LINK = re.compile(r'(<a [^>]*?href=")([^"]+)"')
LINKS = {"href", "src"}
BELOW = "/some/where/else/"
"""Links are right only if they are also right on a site that stands below a path."""

Row = dict[str, object]
"""What was counted -> how many."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a builder made of one page."""

    title: str
    words: str
    ids: Counter[str]
    links: Counter[str]
    """Addresses that the text leads to or shows."""
    around: Counter[str]
    """Addresses that header, lists of pages and foot lead to, but for places on the page."""


def main() -> None:
    """Build both ways, compare, and print a table."""
    python = Path(sys.argv[1])
    version = said(python, "-c", "from importlib.metadata import *; print(version('zensical'))")
    shutil.rmtree(FOLDER, ignore_errors=True)
    staged = stage(ROOT, ADDRESS)
    ours = read_site(ROOT / "site")
    rows = [compare(ours, way, *build(python, staged, way)) for way in WAYS]
    print(f"\nZensical {version} beside MkDocs on {len(ours)} pages, {total(ours)} links\n")
    print(f"| | {' | '.join(WAYS)} |\n| --- | --- | --- |")
    for name in rows[0]:
        print(f"| {name} | {' | '.join(str(row[name]) for row in rows)} |")


def total(site: Mapping[str, Page]) -> int:
    """Count the links of a site's texts."""
    return sum(page.links.total() for page in site.values())


# Building


def build(python: Path, staged: Staged, way: str) -> tuple[Path, str]:
    """Build every language; return the site, and what Zensical says of its work."""
    root = FOLDER / way.replace(" ", "-")
    told = set()
    for language in staged.playbook.languages:
        shutil.copytree(ROOT / STAGED / language, root / "docs" / language, copy_function=os.link)
        if way != WAYS[0]:
            write_links_from_files(root / "docs" / language)
        file = root / f"{language}.yml"
        file.write_text(json.dumps(configuration(staged, language), default=dict), "utf-8")
        lines = said(python, "-m", "zensical", "build", "--clean", "--config-file", file)
        told |= {line for line in lines.splitlines() if "issue" in line}
    return root / "site", "; ".join(sorted(told)) or "nothing"


def configuration(staged: Staged, language: str) -> dict[str, object]:
    """Return what the hook tells MkDocs, for a file below build/second-builder/<way>/."""
    frame = page_frame.frame(staged, language, ADDRESS)
    told = frame.extra
    return {
        "INHERIT": "../../../mkdocs.yml",
        "site_name": frame.title,
        "site_url": ADDRESS + page_frame.folder_of(staged, language),
        "docs_dir": f"docs/{language}",
        "site_dir": f"site/{page_frame.folder_of(staged, language)}",
        "nav": frame.order,
        "theme": {
            "language": frame.spoken.theme,
            "custom_dir": "../../../docs/overrides",
        },
        "extra": {**told, "offline": True},
        "extra_css": [told["up"] + staged.styles],
        "extra_javascript": [{"path": told["scripts"]["playbook"], "type": "module"}],
    }


def write_links_from_files(folder: Path) -> None:
    """Let links in the HTML of staged pages start where the file stands."""
    for file in folder.rglob("*.md"):
        path = file.relative_to(folder).as_posix()
        text = file.read_text("utf-8")
        # A new file: the old one is a link to what is staged.
        file.unlink()
        file.write_text(LINK.sub(partial(from_file, path=path), text), "utf-8")


def from_file(link: re.Match[str], path: str) -> str:
    """Return a link in HTML of a staged page as it is from the page's folder."""
    before, address = link.groups()
    parts = urlsplit(address)
    if parts.scheme or not parts.path:
        return link[0]
    target = urljoin(f"{BELOW}{address_of(path)}", parts.path)
    way = relpath(target, f"{BELOW}{dirname(path)}") + ("/" if target.endswith("/") else "")
    return f'{before}{parts._replace(path=way).geturl()}"'


def said(python: Path, *arguments: str | Path) -> str:
    """Run a Python and return what it printed."""
    command = [str(python), *map(str, arguments)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}")
    return done.stdout.strip()


# Comparing


def compare(ours: Mapping[str, Page], way: str, site: Path, told: str) -> Row:
    """Count what differs from the built site."""
    theirs = read_site(site)
    both = sorted(set(ours) & set(theirs))
    astray = {name: ours[name].links - theirs[name].links for name in both}
    for name in [name for name in both if astray[name]][:3]:
        print(f"{way}, {name}: {', '.join(list(astray[name])[:3])}")
    return {
        "pages that are missing or too many": len(set(ours) ^ set(theirs)),
        "pages with another title": differing(ours, theirs, "title"),
        "pages with other words": differing(ours, theirs, "words"),
        "pages with other ids": differing(ours, theirs, "ids"),
        "pages with other links around the text": differing(ours, theirs, "around"),
        "links in texts that lead elsewhere": sum(each.total() for each in astray.values()),
        "on so many pages": sum(bool(each) for each in astray.values()),
        "what it says itself": told,
    }


def differing(ours: Mapping[str, Page], theirs: Mapping[str, Page], part: str) -> int:
    """Count the pages of both of which one part differs."""
    both = set(ours) & set(theirs)
    return sum(getattr(ours[name], part) != getattr(theirs[name], part) for name in both)


def read_site(site: Path) -> dict[str, Page]:
    """Return every page of a site by its file, but for those in frames."""
    return dict(_pages(site))


def _pages(site: Path) -> Iterator[tuple[str, Page]]:
    for file in site.rglob("*.html"):
        name = file.relative_to(site).as_posix()
        if f"/{embedding.FOLDER}" in name:
            continue
        reader = Reader(f"{BELOW}{name.removesuffix('index.html')}")
        reader.feed(file.read_text("utf-8"))
        yield name, reader.page()


@dataclass
class Reader(HTMLParser):
    """Reads the text of a page: what stands in <article>."""

    address: str
    title: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    around: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids and links."""
        self.open[tag] += 1
        within = self.open["article"]
        for name, value in attrs:
            if name == "id" and within:
                self.ids[value or ""] += 1
            elif name in LINKS and within:
                self.links[urljoin(self.address, value or "")] += 1
            elif name == "href" and tag == "a" and not (value or "").startswith("#"):
                self.around[urljoin(self.address, value or "")] += 1

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self.open[tag] -= 1

    def handle_data(self, data: str) -> None:
        """Note words."""
        if self.open["title"]:
            self.title.append(data)
        if self.open["article"]:
            self.words.append(data)

    def page(self) -> Page:
        """Return what was read."""
        told = (" ".join("".join(each).split()) for each in (self.title, self.words))
        return Page(
            title=next(told),
            words=next(told),
            ids=self.ids,
            links=self.links,
            around=self.around,
        )


if __name__ == "__main__":
    main()
