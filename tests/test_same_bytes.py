"""The same request gives the same bytes in every process, however Python orders its sets."""

import os
import sys

import pytest

from tests.engine_requests import PROGRAM, answers_of, requests

pytestmark = pytest.mark.slow

INPUTS_OF_A_TOOL = 3
SEEDS = ("0", "1")
"""Of Python's hashes of text, on which the order of a set hangs."""


def test_the_order_of_sets_decides_nothing() -> None:
    asked = requests(INPUTS_OF_A_TOOL)
    command = [sys.executable, str(PROGRAM)]
    one, other = (
        answers_of(command, asked, os.environ | {"PYTHONHASHSEED": seed}) for seed in SEEDS
    )
    for request, first, second in zip(asked, one, other, strict=True):
        assert first == second, request
