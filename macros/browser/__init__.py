"""What the browser loads: the engine made ready for it, scripts, search; and compressed twins."""

from macros.browser.bundles import RuntimeBuildError
from macros.browser.compression import Compressed, compress_site
from macros.browser.page_scripts import PageScripts, build_page_scripts, read_page_scripts
from macros.browser.runtime import Runtime, build_runtime, read_runtime
from macros.browser.search import (
    SearchIndexes,
    SearchScript,
    build_indexes,
    build_search,
    read_search,
)

__all__ = [
    "Compressed",
    "PageScripts",
    "Runtime",
    "RuntimeBuildError",
    "SearchIndexes",
    "SearchScript",
    "build_indexes",
    "build_page_scripts",
    "build_runtime",
    "build_search",
    "compress_site",
    "read_page_scripts",
    "read_runtime",
    "read_search",
]
