"""Proofs over score tools: each band can be reached, and each gate can lower one."""

from collections.abc import Iterator

from assessments.border.problems import Problem
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.proofs.reachable import PartCaps, no_caps, overall_of, reachable
from assessments.questionnaires.weighting import band_reached


def band_proofs(definition: Definition, part_caps: PartCaps = no_caps) -> Iterator[Problem]:
    """Yield each band that no answers reach, and each rule that never changes a band."""
    states = reachable(definition, part_caps)
    if states is not None:
        reached = {min(_band(definition, score), cap) for score, cap, _ in states}
        for place, band in enumerate(definition.bands):
            if place not in reached:
                values = {"band": band.id}
                yield Problem("E_PROOF", f"bands[{place}].from", values, "band_unreachable")
    yield from _gate_proofs(definition, part_caps)


def _gate_proofs(definition: Definition, part_caps: PartCaps) -> Iterator[Problem]:
    for place, gate in enumerate(definition.gates):
        path, values = f"gates[{place}]", {"gate": gate.id}
        if gate.equals:
            yield Problem("E_PROOF", f"{path}.when.equals", values, "gate_on_better_answer")
        states = reachable(definition, part_caps, apart=gate)
        if states is None:
            continue
        if not any(fired for _, _, fired in states):
            yield Problem("E_PROOF", f"{path}.when", values, "gate_never_fires")
        elif not any(
            fired and min(_band(definition, score), cap) > gate.cap for score, cap, fired in states
        ):
            yield Problem("E_PROOF", f"{path}.cap", values, "gate_without_effect")


def _band(definition: Definition, score: int) -> int:
    return band_reached(definition, overall_of(definition, score))
