"""The engine made ready for the browser: Pyodide, a small standard library, one worker script."""

from macros.browser.runtime import Runtime, RuntimeBuildError, build_runtime, read_runtime

__all__ = ["Runtime", "RuntimeBuildError", "build_runtime", "read_runtime"]
