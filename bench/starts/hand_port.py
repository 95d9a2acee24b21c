"""The trust stage of an account, and no more, in what MicroPython understands: a port by hand."""

import json


def score(text: str) -> str:
    """Return the scores of the dimensions and the stage, as JSON, of a definition and answers."""
    asked = json.loads(text)
    definition, answers = asked["definition"], asked["answers"]
    scores, stage, is_open = {}, 0, True
    for dimension in definition["dimensions"]:
        given = [answers.get(question["id"]) for question in dimension["questions"]]
        applying = [each for each in given if each != "na"]
        levels = [each for each in applying if each is not None]
        enough = 4 * len(levels) >= 3 * len(applying) and 2 * len(applying) >= len(given)
        points = 100 * sum(levels) / (3 * len(levels)) if levels and enough else None
        scores[dimension["id"]] = points
        is_open = is_open and points is not None and points >= definition["parameters"]["pass"]
        stage += is_open
    return json.dumps({"scores": scores, "report": {"stage": stage}})
