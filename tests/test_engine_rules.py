"""The rules of scoring, read a second time and written down as plainly as they are told.

This second reading shares nothing with the engine but the definitions: no class, no rounding.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import score
from tests.answering import assessments, questionnaire
from tests.definitions import definition
from tests.effort import tries
from tests.strategies import LEVELS, inputs_of

SIGNS = st.one_of(LEVELS, LEVELS, LEVELS, LEVELS, LEVELS, LEVELS, st.none(), st.just("na"))
SOME = tries(40)

Scores = dict[str, Any]
"""Dimension -> its exact score, or na, or insufficient."""


def rounded(value: Fraction) -> float:
    """sign(x) * floor(|x| * 10 + 0.5 + 1e-9) / 10; no score here is below 0."""
    return floor(value * 10 + Fraction(1, 2) + Fraction(1, 10**9)) / 10


def dimension_score(answers: Sequence[object]) -> Any:
    """All n/a: na. More than half n/a, or under 75% answered: insufficient. Else the score."""
    applicable = [each for each in answers if each != "na"]
    answered = [each for each in applicable if each is not None]
    if not applicable:
        return "na"
    if len(answers) - len(applicable) > 0.5 * len(answers):
        return "insufficient"
    if len(answered) < 0.75 * len(applicable):
        return "insufficient"
    return Fraction(100 * sum(answered), 3 * len(answered))


def number(value: object) -> Any:
    """Return a dimension's rounded score; its word where it has none."""
    return rounded(value) if isinstance(value, Fraction) else value


def expected(record: Mapping[str, Any], given_input: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the rules say about an input."""
    answers = given_input["answers"]
    scores = {
        dimension["id"]: dimension_score([answers.get(q["id"]) for q in dimension["questions"]])
        for dimension in record["dimensions"]
    }
    flags = given_input.get("flags", [])
    told = RULES[record["model"]](record, scores, answers, flags)
    return {"dims": {name: number(value) for name, value in scores.items()}, **told}


def overall(record: Mapping[str, Any], scores: Scores) -> tuple[str, Any]:
    """Return the status and the exact weighted mean."""
    if "insufficient" in scores.values():
        return "incomplete", None
    weights = {dimension["id"]: dimension["weight"] for dimension in record["dimensions"]}
    scored = [name for name in scores if scores[name] != "na"]
    weight = sum(weights[name] for name in scored)
    if weight < 0.5 * sum(weights.values()):
        return "too_many_na", None
    return "ok", sum((weights[name] * scores[name] for name in scored), Fraction(0)) / weight


def band_of(record: Mapping[str, Any], value: float) -> str:
    return [band["id"] for band in record["bands"] if value >= band["from"]][-1]


def weighted(
    record: Mapping[str, Any], scores: Scores, answers: Mapping[str, Any], _: object
) -> dict[str, Any]:
    status, mean = overall(record, scores)
    if mean is None:
        told = {"status": status, "overall": None, "band": None, "gates": [], "flags": []}
        return told | ({"weakest": None} if status == "too_many_na" else {})
    order = [band["id"] for band in record["bands"]]
    band = before = band_of(record, rounded(mean))
    fired = [gate for gate in record.get("gates", []) if fires(gate["when"], scores, answers)]
    gates = [gate["id"] for gate in fired]
    caps = [gate["cap"] for gate in fired]
    if record["model"] == "programme":
        least = record["parameters"]["minimum"]
        ok = {name: each for name, each in scores.items() if each != "na"}
        if missing := [name for name, each in ok.items() if rounded(each) < least]:
            gates.append("PROGRAMME_INCOMPLETE:" + ",".join(missing))
            caps.append("weak")
    band = min([band, *caps], key=order.index)
    return {
        "status": "ok",
        "overall": rounded(mean),
        "band": band,
        "gates": gates,
        "flags": ["CAPPED"] if band != before else [],
        "weakest": lowest(scores),
    }


def fires(when: Mapping[str, Any], scores: Scores, answers: Mapping[str, Any]) -> bool:
    if "question" in when:
        return answers.get(when["question"]) == when["equals"]
    value = scores[when["dimension"]]
    return isinstance(value, Fraction) and rounded(value) < when["below"]


def lowest(scores: Scores) -> str | None:
    ok = [name for name in scores if isinstance(scores[name], Fraction)]
    return min(ok, key=lambda name: scores[name], default=None)


def severity(
    record: Mapping[str, Any], scores: Scores, answers: Mapping[str, Any], flags: object
) -> dict[str, Any]:
    told = weighted(record, scores, answers, flags)
    ok = [name for name in scores if isinstance(scores[name], Fraction)]
    top = max(ok, key=lambda name: scores[name], default=None)
    top = None if told["status"] == "too_many_na" else top
    return {key: told[key] for key in ("status", "overall", "band", "flags")} | {"top_pain": top}


def trust(record: Mapping[str, Any], scores: Scores, *_: object) -> dict[str, Any]:
    least = record["parameters"]["pass"]
    names = list(scores)
    passed = [isinstance(scores[n], Fraction) and rounded(scores[n]) >= least for n in names]
    stage = [*passed, False].index(False)
    complete = all(isinstance(value, Fraction) for value in scores.values())
    told: dict[str, Any] = {
        "status": "ok" if complete else "incomplete",
        "stage": stage,
        "band": record["bands"][stage]["id"] if complete else None,
        "flags": [f"HOLLOW_STAGE_{n + 1}" for n in range(stage + 1, len(names)) if passed[n]],
    }
    if stage < len(names):
        value = scores[names[stage]]
        ok = isinstance(value, Fraction)
        told["progress_to_next"] = min(100, rounded(value / least * 100)) if ok else None
    return told


def tiering(
    record: Mapping[str, Any], scores: Scores, _: object, flags: Sequence[str]
) -> dict[str, Any]:
    blocked = {"flags": ["BLOCKED"] if flags else []}
    status, mean = overall(record, scores)
    if mean is None:
        return {**blocked, "status": status, "overall": None, "band": None, "seed_letter": None}
    limits, value = record["parameters"], rounded(mean)
    of = {n: rounded(s) if isinstance(s, Fraction) else 0 for n, s in scores.items()}
    tier = "ordinary"
    if value >= limits["key"]["overall"] or of["current"] >= limits["key"]["current"]:
        tier = "key"
    strategic = limits["strategic"]
    if value >= strategic["overall"] and of["strategic"] >= strategic["strategic"]:
        tier = "strategic"
    tier = "ordinary" if flags else tier
    letter = {"strategic": "A(002)", "key": "B(002)", "ordinary": "C(002)"}[tier]
    return {**blocked, "status": "ok", "overall": value, "band": tier, "seed_letter": letter}


def selection(
    _record: object, scores: Scores, _answers: object, flags: Sequence[str]
) -> dict[str, Any]:
    codes = {"knock_out": "KNOCK_OUT", "thin": "RESEARCH_THIN"}
    told = {"flags": [code for flag, code in codes.items() if flag in flags]}
    if not all(isinstance(value, Fraction) for value in scores.values()):
        names = ("class", "band", "prospect", "comprehensive_value", "seed_letter", "default_tier")
        return {**told, "status": "incomplete", **dict.fromkeys(names)}
    industry, competition, customer, fit, cash = scores.values()
    ahead = Fraction(35, 100) * industry + Fraction(25, 100) * competition
    ahead += Fraction(40, 100) * customer
    p, f, c = rounded(ahead), rounded(fit), rounded(cash)
    found = "exit"
    if p >= 50 or f >= 50:
        found = "watch"
    if c >= 60 and f >= 50:
        found = "cash-cow"
    if p >= 70 and f >= 70:
        found = "star"
    found = "exit" if "knock_out" in flags else found
    tiers = {"star": "strategic", "cash-cow": "key", "watch": "ordinary", "exit": "ordinary"}
    return {
        **told,
        "status": "provisional" if "thin" in flags else "ok",
        "class": found,
        "band": found,
        "prospect": p,
        "fit": f,
        "time_continuity": c,
        "comprehensive_value": rounded(Fraction(6, 10) * ahead + Fraction(4, 10) * fit),
        "seed_letter": {"star": "S", "cash-cow": "A", "watch": "B*", "exit": "C*"}[found],
        "default_tier": tiers[found],
    }


RULES: Mapping[str, Any] = {
    "weighted-mean": weighted,
    "programme": weighted,
    "severity": severity,
    "trust-stages": trust,
    "tiering": tiering,
    "selection": selection,
}


@pytest.mark.parametrize("tool", assessments())
@SOME
@given(data=st.data())
def test_the_engine_agrees_with_a_second_reading_of_the_rules(
    tool: str, data: st.DataObject
) -> None:
    given_input = data.draw(inputs_of(tool, SIGNS))
    report = score(questionnaire(tool), given_input).as_data()
    for key, value in expected(definition(tool), given_input).items():
        found = report[key]
        if key == "dims":
            found = {n: each if isinstance(each, str) else float(each) for n, each in found.items()}
        assert (value if found is None or value is None else type(value)(found)) == value, key
        assert (found is None) == (value is None), key
