"""What hypothesis draws: answers to the shipped assessments, and small assessments of its own."""

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

from tests.definitions import definition

Draw = Callable[..., Any]

LEVELS = st.integers(0, 3)
SIGNS = st.one_of(LEVELS, LEVELS, LEVELS, LEVELS, st.none(), st.just("na"))
"""Gaps are rarer than answers: a form with more of them is only ever incomplete."""

WORDS = {"en": "words", "zh": "文字"}


def question_ids(record: Mapping[str, Any]) -> list[str]:
    """Return the ids of all questions, in order."""
    return [q["id"] for dimension in record["dimensions"] for q in dimension["questions"]]


@st.composite
def inputs(
    draw: Draw, record: Mapping[str, Any], signs: st.SearchStrategy = SIGNS
) -> dict[str, Any]:
    """Draw an input of a definition; a good part of the questions is answered alike."""
    ids = question_ids(record)
    answers = {name: draw(signs) for name in ids}
    flags = [flag["id"] for flag in record.get("flags", [])]
    if flags and draw(st.integers(0, 3)) == 0:
        return {"answers": answers, "flags": draw(st.lists(st.sampled_from(flags), unique=True))}
    return {"answers": answers}


def inputs_of(tool: str, signs: st.SearchStrategy = SIGNS) -> st.SearchStrategy[dict[str, Any]]:
    """Draw an input of a shipped assessment."""
    return inputs(definition(tool), signs)


@st.composite
def doubted(draw: Draw, record: Mapping[str, Any]) -> dict[str, Any]:
    """Draw an input that says of some answers how sure they are."""
    given = draw(inputs(record))
    words = st.sampled_from([None, "sure", "fairly_sure", "guess", "guess"])
    answered = [name for name, answer in given["answers"].items() if isinstance(answer, int)]
    return {**given, "confidence": {name: draw(words) for name in answered}}


def dimension_record(name: str, size: int, weight: object = None) -> dict[str, Any]:
    """Return a dimension with some questions."""
    record: dict[str, Any] = {
        "id": name,
        "title": WORDS,
        "action": {"text": WORDS, "module": "trust-stages"},
        "questions": [
            {"id": f"{name}.{place + 1}", "text": WORDS, "anchors": [WORDS] * 4}
            for place in range(size)
        ],
    }
    return record if weight is None else {**record, "weight": weight}


def bands(*limits: int) -> list[dict[str, Any]]:
    """Return bands that start at limits."""
    return [
        {"id": f"band-{place}", "from": limit, "title": WORDS, "text": WORDS}
        for place, limit in enumerate(limits)
    ]


@st.composite
def gates(draw: Draw, dimensions: list[dict[str, Any]], caps: int) -> list[dict[str, Any]]:
    """Draw a few gates on dimensions and questions."""
    found = []
    for place in range(draw(st.integers(0, 3))):
        dimension = draw(st.sampled_from(dimensions))
        question = draw(st.sampled_from(dimension["questions"]))
        when = draw(
            st.sampled_from(
                [
                    {"dimension": dimension["id"], "below": draw(st.integers(1, 100))},
                    {"question": question["id"], "equals": draw(st.sampled_from([0, 0, 0, 1, 3]))},
                ]
            )
        )
        cap = f"band-{draw(st.integers(0, caps - 1))}"
        found.append({"id": f"G{place + 1}", "when": when, "cap": cap, "text": WORDS})
    return found


@st.composite
def small_scored(draw: Draw) -> dict[str, Any]:
    """Draw a weighted-mean, severity or programme assessment of at most six questions."""
    model = draw(st.sampled_from(["weighted-mean", "weighted-mean", "severity", "programme"]))
    sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
    dimensions = [
        dimension_record(f"d{place}", size, draw(st.integers(1, 9)))
        for place, size in enumerate(sizes)
    ]
    limits = sorted(draw(st.sets(st.integers(1, 99), min_size=1, max_size=3)))
    record = {**head(model), "dimensions": dimensions, "bands": bands(0, *limits)}
    if model == "programme":
        record["bands"][0]["id"] = "weak"
        return {**record, "parameters": {"minimum": draw(st.integers(1, 60))}}
    if model == "severity":
        return {**record, "parameters": {"act_from": 50}}
    return {**record, "gates": draw(gates(dimensions, len(limits)))}


@st.composite
def small_staged(draw: Draw) -> dict[str, Any]:
    """Draw a trust-stages assessment of at most six questions."""
    sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
    dimensions = [dimension_record(f"d{place}", size) for place, size in enumerate(sizes)]
    return {
        **head("trust-stages"),
        "parameters": {"pass": draw(st.integers(1, 100))},
        "dimensions": dimensions,
        "bands": bands(*range(len(sizes) + 1)),
    }


@st.composite
def small_classed(draw: Draw) -> dict[str, Any]:
    """Draw a tiering or selection assessment like the shipped ones, with one question or two."""
    tool = draw(st.sampled_from(["customer-value-tiering", "fortune-telling-selection"]))
    record: dict[str, Any] = dict(definition(tool))
    few = 2 if record["model"] == "tiering" else 1
    record["dimensions"] = [
        {
            **dimension,
            "questions": dimension["questions"][: draw(st.integers(1, few))],
            **({"weight": draw(st.integers(1, 9))} if record["model"] == "tiering" else {}),
        }
        for dimension in record["dimensions"]
    ]
    groups = {"strategic", "key", "star", "cash-cow", "watch"}
    record["parameters"] = {
        name: {key: draw(st.integers(1, 100)) for key in value} if name in groups else value
        for name, value in record["parameters"].items()
    }
    return record


def head(model: str) -> dict[str, Any]:
    """Return what every definition begins with."""
    return {"id": f"small-{model}", "kind": "assessment", "version": "1.0.0", "model": model}


SMALL = st.one_of(small_scored(), small_staged(), small_classed())

ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.sampled_from([10**400, -(10**400), 2**10000]),
        st.floats(allow_nan=True),
        st.decimals(),
        st.text(max_size=8),
        st.sampled_from(["na", "answers", "flags", "perception.1", "\ud800", "=1+1"]),
        st.binary(max_size=3),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner),
        st.dictionaries(
            st.one_of(st.text(max_size=5), st.integers(), st.none()), inner, max_size=4
        ),
        st.fixed_dictionaries({"answers": inner}),
        st.fixed_dictionaries(
            {"answers": st.dictionaries(st.text(max_size=9), inner), "flags": inner}
        ),
    ),
    max_leaves=12,
)
"""Values of any shape, among them what no JSON text can hold."""
