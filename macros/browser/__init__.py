"""What the browser loads: the engine made ready for it, charts, search; and compressed twins."""

from macros.browser.bundles import RuntimeBuildError
from macros.browser.charts import Charts, build_charts, read_charts
from macros.browser.compression import Compressed, compress_site
from macros.browser.runtime import Runtime, build_runtime, read_runtime
from macros.browser.search import (
    SearchIndexes,
    SearchScript,
    build_indexes,
    build_search,
    read_search,
)

__all__ = [
    "Charts",
    "Compressed",
    "Runtime",
    "RuntimeBuildError",
    "SearchIndexes",
    "SearchScript",
    "build_charts",
    "build_indexes",
    "build_runtime",
    "build_search",
    "compress_site",
    "read_charts",
    "read_runtime",
    "read_search",
]
