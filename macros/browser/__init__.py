"""What the browser runs: the engine made ready for it, and the script that draws charts."""

from macros.browser.bundles import RuntimeBuildError
from macros.browser.charts import Charts, build_charts, read_charts
from macros.browser.runtime import Runtime, build_runtime, read_runtime

__all__ = [
    "Charts",
    "Runtime",
    "RuntimeBuildError",
    "build_charts",
    "build_runtime",
    "read_charts",
    "read_runtime",
]
