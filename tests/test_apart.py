"""What runs in a process of its own returns and raises as if it ran here."""

import os

import pytest

from macros.apart import CAN_FORK, apart
from macros.problems import PlaybookError, Problem


def test_what_a_function_returns_arrives_from_another_process() -> None:
    assert apart(divmod, 7, 2) == (3, 1)
    assert (apart(os.getpid) == os.getpid()) is not CAN_FORK


def test_problems_arrive_whole() -> None:
    problem = Problem(file="a.yml", line=3, message="It is wrong.", hint="Mend it.")

    def find() -> None:
        raise PlaybookError([problem])

    with pytest.raises(PlaybookError) as raised:
        apart(find)
    assert raised.value.problems == (problem,)


@pytest.mark.skipif(not CAN_FORK, reason="the function would end this process")
def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(RuntimeError, match="_exit ended with 3"):
        apart(os._exit, 3)
