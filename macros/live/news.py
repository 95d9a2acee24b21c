"""What open pages are told: that something was saved, and what is wrong with it."""

import json
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Lock

PATIENCE = 15
"""Seconds after which a silent connection is tried."""


class News:
    """Tells every page that listens of the last state of the playbook."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: set[SimpleQueue[str]] = set()
        self._number = 0
        self._problems = ""

    def tell(self, problems: str | None = None) -> None:
        """Say that pages may have changed; *problems*: what is wrong now, where that is known."""
        with self._lock:
            self._number += 1
            self._problems = self._problems if problems is None else problems
            for listener in self._listeners:
                listener.put(self._event())

    def listen(self) -> Iterator[str]:
        """Yield the state as it is, then each new one, as an event of a stream; blanks between."""
        listener: SimpleQueue[str] = SimpleQueue()
        with self._lock:
            self._listeners.add(listener)
            listener.put(self._event())
        try:
            while True:
                try:
                    yield listener.get(timeout=PATIENCE)
                except Empty:
                    yield ":\n\n"
        finally:
            with self._lock:
                self._listeners.discard(listener)

    def _event(self) -> str:
        data = json.dumps({"number": self._number, "problems": self._problems})
        return f"retry: 500\ndata: {data}\n\n"
