"""Lists of tools other than tiers and classes: what is written of them, and what blocks."""

import pytest

from assessments.portfolio.blocking import blocking_question
from assessments.portfolio.exporting import Exporter
from assessments.questionnaires.answers import read_answers
from assessments.questionnaires.evaluation import measured
from assessments.questionnaires.models import MODELS
from assessments.tables.csv_writing import csv_lines
from tests.answering import given, questionnaire
from tests.test_portfolio_lists import list_of, only_part

PAINS = "four-pain-points"


def test_a_list_is_written_with_the_same_cells_as_its_rows() -> None:
    names = questionnaire(PAINS).questions
    rows = [["A", *"0001010010100100"], ["B", *"3333222211110000"], ["C", *"0001010010100100"]]
    text = csv_lines([["id", *names], *rows])
    found = list_of(text, {"account": "id", "answers": {name: name for name in names}}, tool=PAINS)
    part = only_part(found)
    exporter = Exporter(found.batch, found.layout)
    assert exporter.csv(part) == csv_lines(list(exporter.rows(part)))


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ("0000 0001 0010 0000", "single.4"),
        ("0000 0011 0000 1100", "single.3"),
        ("0000 0001 0000 1100", "scattered.1"),
    ],
)
def test_where_nothing_is_to_be_eased_the_worst_answer_of_the_worst_pain_blocks(
    answers: str, question: str
) -> None:
    found = questionnaire(PAINS)
    case = measured(found, read_answers(found, given(PAINS, answers)))
    assert blocking_question(MODELS[found.model], case) == question
