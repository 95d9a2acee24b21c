"""Tell which kind of tool a definition describes."""

from collections.abc import Mapping

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.words import Phrase

KINDS = ("assessment", "calculator")


def kind_of(definition: object) -> str:
    """Return which kind of tool a definition describes."""
    if isinstance(definition, Mapping) and definition.get("kind") in KINDS:
        return str(definition["kind"])
    found = definition.get("kind") if isinstance(definition, Mapping) else definition
    rule = Phrase("rule.known_id", {"options": ", ".join(KINDS)})
    raise EngineError(
        [Problem("E_DEFINITION", "kind", {"path": "kind", "rule": rule, "found": quote(found)})]
    )
