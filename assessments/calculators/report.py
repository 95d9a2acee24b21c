"""What a calculator found: its outputs, cautions, working and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.border.step import Step
from assessments.border.version import VERSION
from assessments.calculators.definition import Action, CalculatorDefinition, Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The currency or the unit of a result, and what in it is an amount of that."""

    code: str = ""
    """As in ISO 4217; empty where none was given."""
    unit: str = ""
    """Of amounts that are no money: the id of a choice."""
    names: frozenset[str] = frozenset()
    """Outputs, columns and values of sentences."""

    def of(self, name: str) -> str:
        """Return the code that an amount carries; empty for what carries none."""
        return self.code if name in self.names else ""

    def unit_of(self, name: str) -> str:
        """Return the choice that names the unit of an amount; empty for what has none."""
        return self.unit if name in self.names else ""


NO_MONEY = Money()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatorReport:
    """The report of one input."""

    definition: CalculatorDefinition
    outputs: Mapping[str, object]
    """Output id -> rounded value, None where nothing can be said; see `shown`."""
    flags: tuple[str, ...]
    notes: tuple[str, ...]
    facts: Mapping[str, Mapping[str, object]]
    """Flag or note -> what its sentence quotes beside the outputs."""
    working: tuple[Step, ...]
    actions: tuple[Action, ...]
    picture: Mapping[str, object] | None
    """The data of the tool's picture; None where there is nothing to draw."""
    high_is_good: bool
    """Whether the last band is the best one."""
    money: Money = NO_MONEY
    whole: Decimal | int | None = None
    """What the first number is a part of; it is told, and stands in no file."""

    @property
    def shown(self) -> tuple[Output, ...]:
        """Return the outputs that this input asks for."""
        return tuple(each for each in self.definition.outputs if each.id in self.outputs)

    @property
    def band(self) -> str | None:
        """Return the band of the result, where there is one."""
        band = self.outputs.get("band")
        return band if isinstance(band, str) else None

    def as_data(self) -> dict[str, object]:
        """Return the report as it is written down."""
        data: dict[str, object] = {
            "tool": self.definition.id,
            "kind": "calculator",
            "status": "ok",
            "definition": self.definition.fingerprint,
            "engine": VERSION,
            "flags": list(self.flags),
            "notes": list(self.notes),
            "facts": self.facts,
            "working": [step.as_data() for step in self.working],
            "actions": [{"when": each.when, "module": each.module} for each in self.actions],
            **({"currency": self.money.code} if self.money.code else {}),
            **({"unit": self.money.unit} if self.money.unit else {}),
            **self.outputs,
        }
        return data if self.picture is None else {**data, "picture": self.picture}
