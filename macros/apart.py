"""Run a function in a process of its own, so that what it took in memory goes with it."""

import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

CAN_FORK = sys.platform == "linux"
"""Whether a process can go on from what another one has in memory."""
FORKED = get_context("fork" if CAN_FORK else None)
Result = TypeVar("Result")


def apart(function: Callable[..., Result], *given: object) -> Result:
    """Return what a function returns, or raise what it raises, from a process that has ended.

    Where no process can go on from this one, the function runs here. What is returned or raised
    travels as a pickle. Raises RuntimeError where the process died without an answer.
    """
    if not CAN_FORK:
        return function(*given)
    here, there = FORKED.Pipe(duplex=False)
    process = FORKED.Process(target=_answer, args=(there, function, given))
    process.start()
    there.close()
    try:
        answered: tuple[Result | None, BaseException | None] = here.recv()
    except EOFError:
        process.join()
        raise RuntimeError(f"{function.__name__} ended with {process.exitcode}") from None
    process.join()
    result, error = answered
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # None only where the function returns it


def _answer(there: Connection, function: Callable[..., Any], given: tuple[object, ...]) -> None:
    try:
        result, raised = function(*given), None
    except Exception as error:
        result, raised = None, error
    there.send((result, raised))
    there.close()
