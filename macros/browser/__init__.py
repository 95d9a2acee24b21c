"""What the browser loads: the engine, scripts, search; pictures of links; compressed twins."""

from macros.browser.bundles import RuntimeBuildError
from macros.browser.compression import Compressed, compress_site
from macros.browser.engine_package import (
    EnginePackage,
    build_engine_package,
    read_engine_package,
)
from macros.browser.folder_scripts import FolderScripts, build_folder_scripts
from macros.browser.icons import Icons, build_icons
from macros.browser.launcher import build_launcher, read_launcher
from macros.browser.offline_worker import OfflineWorkers, build_offline_workers
from macros.browser.page_scripts import PageScripts, build_page_scripts, read_page_scripts
from macros.browser.previews import Previews, build_previews
from macros.browser.runtime import FROM_THE_BEGINNING, Runtime, build_runtime, read_runtime
from macros.browser.search import (
    SearchIndexes,
    SearchScript,
    build_indexes,
    build_search,
    read_search,
)

__all__ = [
    "FROM_THE_BEGINNING",
    "Compressed",
    "EnginePackage",
    "FolderScripts",
    "Icons",
    "OfflineWorkers",
    "PageScripts",
    "Previews",
    "Runtime",
    "RuntimeBuildError",
    "SearchIndexes",
    "SearchScript",
    "build_engine_package",
    "build_folder_scripts",
    "build_icons",
    "build_indexes",
    "build_launcher",
    "build_offline_workers",
    "build_page_scripts",
    "build_previews",
    "build_runtime",
    "build_search",
    "compress_site",
    "read_engine_package",
    "read_launcher",
    "read_page_scripts",
    "read_runtime",
    "read_search",
]
