"""Turn the input of a calculator into its report: read, calculate, explain."""

from collections.abc import Callable, Mapping

from assessments.border.fingerprint import fingerprint
from assessments.border.problems import EngineError
from assessments.border.step import Step
from assessments.border.version import VERSION
from assessments.calculators.formulas import (
    competitor_value,
    contact_coverage_cadence,
    customer_ltv,
    customer_saving,
    decision_chain_map,
    docking_matrix,
    improvement_plan,
    opportunity_conversion,
    personal_dependency,
    pressure_ratio,
    relationship_depth,
    relationship_outcomes,
    research_sufficiency,
    resource_allocation,
    sales_scorecard,
    service_sla,
    strategy_canvas,
    three_layer_profile,
    universal_survey,
)
from assessments.calculators.inputs import Check, FileReader, read_inputs, sentences_of
from assessments.calculators.outcome import Outcome
from assessments.calculators.portfolio import read_accounts
from assessments.calculators.values import Values

Definition = Mapping[str, object]
Report = dict[str, object]

CALCULATORS: Mapping[str, Callable[[Values, Definition], Outcome]] = {
    "competitor-value": competitor_value.calculate,
    "contact-coverage-cadence": contact_coverage_cadence.calculate,
    "customer-ltv": customer_ltv.calculate,
    "customer-saving": customer_saving.calculate,
    "decision-chain-map": decision_chain_map.calculate,
    "docking-matrix": docking_matrix.calculate,
    "improvement-plan": improvement_plan.calculate,
    "opportunity-conversion": opportunity_conversion.calculate,
    "personal-dependency": personal_dependency.calculate,
    "pressure-ratio": pressure_ratio.calculate,
    "relationship-depth": relationship_depth.calculate,
    "relationship-outcomes": relationship_outcomes.calculate,
    "research-sufficiency": research_sufficiency.calculate,
    "resource-allocation": resource_allocation.calculate,
    "sales-scorecard": sales_scorecard.calculate,
    "service-sla": service_sla.calculate,
    "strategy-canvas": strategy_canvas.calculate,
    "three-layer-profile": three_layer_profile.calculate,
    "universal-survey": universal_survey.calculate,
}
"""Model of a definition -> its formula."""

CHECKS: Mapping[str, Mapping[str, Check]] = {
    "competitor-value": competitor_value.CHECKS,
    "contact-coverage-cadence": contact_coverage_cadence.CHECKS,
    "customer-saving": customer_saving.CHECKS,
    "decision-chain-map": decision_chain_map.CHECKS,
    "docking-matrix": docking_matrix.CHECKS,
    "improvement-plan": improvement_plan.CHECKS,
    "opportunity-conversion": opportunity_conversion.CHECKS,
    "pressure-ratio": pressure_ratio.CHECKS,
    "relationship-depth": relationship_depth.CHECKS,
    "relationship-outcomes": relationship_outcomes.CHECKS,
    "resource-allocation": resource_allocation.CHECKS,
    "sales-scorecard": sales_scorecard.CHECKS,
    "service-sla": service_sla.CHECKS,
    "strategy-canvas": strategy_canvas.CHECKS,
    "three-layer-profile": three_layer_profile.CHECKS,
    "universal-survey": universal_survey.CHECKS,
}
"""Model of a definition -> its own rules for single inputs, where it has any."""

FILES: Mapping[str, Mapping[str, FileReader]] = {
    "resource-allocation": {"accounts": read_accounts},
}
"""Model of a definition -> its tables that may be given as the text of a file."""


def calculate(definition: Definition, given: object) -> Report:
    """Return the report of one input, or raise every problem of it."""
    model = str(definition["model"])
    try:
        values = read_inputs(definition, given, CHECKS.get(model), FILES.get(model))
        outcome = CALCULATORS[model](values, definition)
    except EngineError as error:
        raise EngineError(error.problems, sentences_of(definition), definition) from None
    return _report(definition, outcome)


def _report(definition: Definition, outcome: Outcome) -> Report:
    report: Report = {
        "tool": definition["id"],
        "kind": definition["kind"],
        "status": "ok",
        "definition": fingerprint(definition),
        "engine": VERSION,
        "flags": [_code(flag) for flag in outcome.flags],
        "notes": [_code(note) for note in outcome.notes],
        "facts": {
            each.code: each.values
            for each in (*outcome.flags, *outcome.notes)
            if isinstance(each, Step)
        },
        "working": [step.as_data() for step in outcome.working],
        "actions": _actions(definition, outcome),
        **outcome.outputs,
    }
    if outcome.picture is not None:
        report["picture"] = outcome.picture
    return report


def _actions(definition: Definition, outcome: Outcome) -> list[dict[str, object]]:
    """Return what to do next: the actions for the bands, flags and notes of the outcome."""
    words = {value for value in outcome.outputs.values() if isinstance(value, str)}
    words.update(_code(each) for each in (*outcome.flags, *outcome.notes))
    if _has_figures(definition, outcome):
        words.add("always")
    listed = definition.get("actions", ())
    if not isinstance(listed, list | tuple):
        return []
    return [
        {"when": action["when"], "module": action["module"]}
        for action in listed
        if action["when"] in words
    ]


def _has_figures(definition: Definition, outcome: Outcome) -> bool:
    """Return whether any number was found; without one there is nothing to work with."""
    listed = definition["outputs"]
    outputs = listed if isinstance(listed, list | tuple) else ()
    numbers = [each["id"] for each in outputs if each["kind"] == "number"]
    return not numbers or any(outcome.outputs[name] is not None for name in numbers)


def _code(each: str | Step) -> str:
    return each if isinstance(each, str) else each.code
