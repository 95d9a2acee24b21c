"""What the browser runs: the engine made ready for it, and the scripts of pages and search."""

from macros.browser.bundles import RuntimeBuildError
from macros.browser.page_scripts import PageScripts, build_page_scripts, read_page_scripts
from macros.browser.runtime import Runtime, build_runtime, read_runtime
from macros.browser.search import SearchScript, build_search, read_search

__all__ = [
    "PageScripts",
    "Runtime",
    "RuntimeBuildError",
    "SearchScript",
    "build_page_scripts",
    "build_runtime",
    "build_search",
    "read_page_scripts",
    "read_runtime",
    "read_search",
]
