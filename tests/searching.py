"""What tests ask of search without a browser: an index, and what it finds."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros.browser.bundles import NODE_MODULES
from macros.browser.node import node
from macros.exporters.search import describe_search
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import Renderer
from macros.values import Data
from macros.views import Book

ROOT = Path(__file__).parent.parent
TRADITIONAL = {"關": "关", "係": "系", "戶": "户", "龜": "龟"}


def described_of(playbook: Playbook) -> Data:
    books = [Book(playbook, language) for language in playbook.languages]
    pages = {
        book.language: {
            page.path: Renderer(book).render(page)
            for page in list_pages(playbook, book.language)
            if page.id in ("glossary", "sources", "tools")
        }
        for book in books
    }
    return describe_search(books, pages)


def small_order(titles: Iterable[str], stemmer: str = "none") -> dict[str, Any]:
    """Return what an index of documents is made from that have nothing but titles."""
    documents = [
        {"shown": ["page", f"{number}/", title, "", []], "fields": {"title": [title]}}
        for number, title in enumerate(titles)
    ]
    return {
        "documents": documents, "ignored": ["mit"], "synonyms": {}, "stemmer": stemmer,
        "traditional": TRADITIONAL,
    }  # fmt: skip


def answers(made: Data, *texts: str) -> dict[str, Data]:
    """Return what was answered to each text."""
    return dict(zip(texts, made["answers"], strict=True))


def search(order: Mapping[str, object], *texts: str, sizes: Data | None = None) -> Any:
    """Return the index that is made from an order, and what it answers to texts."""
    return json.loads(in_node({"order": order, "texts": texts, "sizes": sizes}).stdout)


def search_in(file: Mapping[str, object], *texts: str, sizes: Data | None = None) -> Any:
    """Return what the file of an index answers to texts, in parts where they have *sizes*."""
    return json.loads(in_node({"file": file, "texts": texts, "sizes": sizes}).stdout)


def refusal(order: Mapping[str, object]) -> str:
    """Return what is said to an order that cannot be carried out."""
    done = in_node({"order": order, "texts": []}, check=False)
    assert done.returncode
    return done.stderr


def in_node(given: object, *, check: bool = True) -> subprocess.CompletedProcess[str]:
    scripts = ROOT / "docs" / "assets" / "js" / "search"
    return subprocess.run(
        [node(), ROOT / "tests" / "search.mjs", ROOT / NODE_MODULES, scripts],
        input=json.dumps(given), capture_output=True, text=True, encoding="utf-8", check=check,
    )  # fmt: skip
