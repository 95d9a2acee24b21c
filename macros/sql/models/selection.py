"""Classes of investment, as `assessments/questionnaires/models/selection.py` finds them."""

from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import INCOMPLETE, OK, PROVISIONAL
from assessments.questionnaires.model_parts.classes import (
    CASH_COW,
    EXIT,
    LIMITS,
    STAR,
    WATCH,
    weights,
)
from assessments.questionnaires.models.selection import KNOCK_OUT, THIN
from macros.sql.expressions import both, case, column, either, listed, quoted, tenths, total
from macros.sql.measuring import dimensions_of, measuring_steps, rounded, unit
from macros.sql.model import SqlModel
from macros.sql.results import band_named, code_of, distances, set_flags, with_common
from macros.sql.step import Query, Step

FORMULAS = ("prospect", "comprehensive_value")
VALUES = {"prospect": "prospect_tenths", "fit": "fit_tenths", "cash": "cash_tenths"}
"""What each limit is compared with."""


def query(definition: Definition) -> Query:
    """Return the steps to the class of each account."""
    whole = unit(definition)
    composites = {f"{name}_tenths": _composite(definition, name, whole) for name in FORMULAS}
    [knocked_out, thin] = [_flag(definition, name) for name in (KNOCK_OUT, THIN)]
    complete = both(each.ok for each in dimensions_of(definition))
    statuses = [("complete = 0", quoted(INCOMPLETE)), (thin, quoted(PROVISIONAL))]
    steps = [
        *measuring_steps(definition),
        Step(name="completeness", adds={"complete": case([(complete, "1")], "0")}),
        Step(name="composites", adds=_numerators(definition) | rounded(definition)),
        Step(name="rounded", adds=composites),
        Step(
            name="judged",
            adds={
                "model_status": case(statuses, quoted(OK)),
                "band_place": case(_classes(definition, knocked_out), str(EXIT)),
            },
        ),
    ]
    own = {
        "class": band_named(definition, "band_place"),
        "default_tier": code_of(definition, "default_tiers", "band_place"),
        "seed_letter": code_of(definition, "seed_letters", "band_place"),
        **{name: name for name in composites},
    }
    limits = [(name, _value(name), definition.limits[name]) for name in LIMITS]
    flags = listed([(knocked_out, quoted("KNOCK_OUT")), (thin, quoted("RESEARCH_THIN"))])
    return Query(steps=steps, results=with_common(definition, own, distances(limits), flags))


def _flag(definition: Definition, name: str) -> str:
    """Return the condition that a flag is set; one that never holds where there is no such flag."""
    return either(set_flags([name] if name in definition.flags else []))


def _numerators(definition: Definition) -> dict[str, str]:
    """Return the sums of both formulas, NULL where a dimension has no score."""
    found = {}
    for formula in FORMULAS:
        terms = [
            f"{weight} * {dimensions_of(definition)[place].parts}"
            for place, weight in weights(definition, formula).items()
        ]
        found[f"{column(formula)}_sum"] = case([("complete = 1", total(terms))])
    return found


def _composite(definition: Definition, formula: str, whole: int) -> str:
    denominator = whole * sum(weights(definition, formula).values())
    return tenths(f"{formula}_sum", str(denominator), denominator)


def _classes(definition: Definition, knocked_out: str) -> list[tuple[str, str]]:
    reached: dict[str, list[str]] = {}
    for name in LIMITS:
        test = f"{_value(name)} >= {definition.limits[name]}"
        reached.setdefault(name.partition(".")[0], []).append(test)
    return [
        ("complete = 0", "NULL"),
        (knocked_out, str(EXIT)),
        (both(reached["star"]), str(STAR)),
        (both(reached["cash-cow"]), str(CASH_COW)),
        (either(reached["watch"]), str(WATCH)),
    ]


def _value(limit: str) -> str:
    return VALUES[limit.partition(".")[2]]


MODEL = SqlModel(
    name="selection",
    query=query,
    alike={"band": "class", "fit": "fit_tenths", "time_continuity": "cash_tenths"},
)
