"""Which question blocks: the one whose better answer is the first step to a better result."""

from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.next_step import next_step
from assessments.questionnaires.weighting import extreme_dimension


def blocking_question(model: Model, case: Case, evaluation: Evaluation | None = None) -> str | None:
    """Return the first question of the next step.

    Where there is no next step, it is the lowest answered question of the dimension that decides:
    the one with the lowest score (the highest, where a high score is bad), ties in the tool's
    order. None where no dimension has a score.
    """
    found = next_step(model, case, evaluation or model.evaluate(case)).found
    if found:
        return found.improve[0].question
    sign = 1 if model.high_is_good else -1
    place = extreme_dimension(case.measures, highest=sign < 0)
    if place is None:
        return None
    dimension = case.definition.dimensions[place]
    answered = [p for p in range(dimension.start, dimension.stop) if case.levels[p] >= 0]
    return case.definition.questions[min(answered, key=lambda p: (sign * case.levels[p], p))]
