"""What the browser runs: the engine made ready for it, and the scripts for charts and search."""

from macros.browser.bundles import RuntimeBuildError
from macros.browser.charts import Charts, build_charts, read_charts
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
    "Runtime",
    "RuntimeBuildError",
    "SearchIndexes",
    "SearchScript",
    "build_charts",
    "build_indexes",
    "build_runtime",
    "build_search",
    "read_charts",
    "read_runtime",
    "read_search",
]
