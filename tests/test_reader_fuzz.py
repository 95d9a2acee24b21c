"""No file, however odd, gets more out of a reader than its values or its own words."""

import pytest
from hypothesis import given

from tests.effort import tries
from tests.reader_fuzz import answer_files, portfolio_files, read_a_portfolio, read_answers

pytestmark = pytest.mark.slow


@given(portfolio_files())
@tries(300)
def test_any_bytes_are_a_portfolio_or_refused_in_words(content: bytes) -> None:
    read_a_portfolio(content)


@given(answer_files())
@tries(100)
def test_any_text_is_answers_or_refused_in_words(text: str) -> None:
    read_answers(text)
