"""The words of a calculator in one language: its values, cautions and working."""

from collections.abc import Mapping
from decimal import Decimal

from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition, Output
from assessments.calculators.inputs import Input, Option, Words
from assessments.calculators.report import NO_MONEY, CalculatorReport, Money
from assessments.documents.blocks import NONE, shown
from assessments.documents.texts import Texts, is_number
from assessments.words import Amount, fill

EQUALS, ABOUT_EQUALS = "=", "≈"

GROUP = "group"
"""A fact that is an option of the tool and has words; others are what a reader wrote."""


class CalculatorTexts(Texts):
    """Says what a calculator found."""

    def __init__(
        self, calculator: CalculatorDefinition, language: str, money: Money = NO_MONEY
    ) -> None:
        super().__init__(calculator.raw, language)
        self.calculator = calculator
        self.labels = labels_of(calculator)
        self.money = money

    def amount(self, name: str, value: object) -> str:
        """Return a number for people; an amount carries its currency or its unit."""
        number, unit = self.grouped(value), self.chosen_unit(name)
        return (
            self.with_unit(number, unit) if unit else self.in_currency(number, self.money.of(name))
        )

    def heading(self, name: str, words: str) -> str:
        """Return the head of a column; over amounts of money it names the currency."""
        code = self.money.of(name)
        return self.say("value.head", name=words, currency=code) if code else words

    def unit(self, output: Output) -> str:
        """Return the unit of an output or of a column: its own, or the one that was chosen."""
        return self.of(output.unit) or self.chosen_unit(output.id)

    def chosen_unit(self, name: str) -> str:
        """Return the unit that was chosen for an amount, in words; empty where there is none."""
        chosen = self.money.unit_of(name)
        return self.label(chosen) if chosen else ""

    def in_currency(self, number: str, code: str) -> str:
        """Return an amount with its currency, where it has one."""
        return self.say("value.money", amount=number, currency=code) if code else number

    def label(self, name: object) -> str:
        """Return the words of an output, option or input with an id; else the name as it is."""
        return self.of(self.labels.get(str(name))) or str(name)

    def caution(self, report: CalculatorReport, code: str) -> str:
        """Say what a flag or a note means, in the tool's own sentence."""
        sentences = {**self.calculator.notes, **self.calculator.flags}
        results = {output.id for output in self.calculator.outputs}
        known = {name: value for name, value in report.outputs.items() if name in results}
        values = {**known, **report.facts.get(code, {})}
        said = {name: self.money_in_a_sentence(name, value) for name, value in values.items()}
        if GROUP in said:
            said[GROUP] = self.label(values[GROUP])
        return self.fill(sentences.get(code), said)

    def step(self, step: Step) -> str:
        """Say a step of the working, with ≈ in each equation whose sides are rounded."""
        sentence = self.of(self.calculator.working.get(step.code))
        marks = step.exact if isinstance(step.exact, tuple) else (step.exact,)
        values = {name: self.value_in_a_sentence(value) for name, value in step.values.items()}
        return fill(marked(sentence, marks), self.language, values)

    def money_in_a_sentence(self, name: str, value: object) -> object:
        """Return a value as a sentence outside the working takes it."""
        if (self.money.of(name) or self.money.unit_of(name)) and is_number(value):
            return self.amount(name, value)
        return self.value_in_a_sentence(value)

    def value_in_a_sentence(self, value: object) -> object:
        """Return a value as a sentence takes it: a number stays one, for it chooses a form."""
        if isinstance(value, bool):
            return self.say("value.yes" if value else "value.no")
        if isinstance(value, (list, tuple)):
            return self.joined(self._item_in_a_sentence(each) for each in value)
        return Amount(value) if is_number(value) else shown(value)

    def _item_in_a_sentence(self, value: object) -> str:
        return self.grouped(value) if is_number(value) else str(self.value_in_a_sentence(value))

    def value_with_unit(self, output: Output, value: object) -> str:
        """Return a value of an output or of a column, with its unit."""
        unit = self.unit(output)
        words = self.value(output, value)
        if (code := self.money.of(output.id)) and words != NONE:
            amounts = value if isinstance(value, (list, tuple)) else [value]
            return self.listed(self.in_currency(self.value(output, one), code) for one in amounts)
        if not unit or words == NONE or self.option(output, value):
            return words
        return self.with_unit(words, unit)

    def value(self, output: Output, value: object) -> str:
        """Return a value in words: an option, a band, yes or no, a number, or a list of them."""
        if isinstance(value, (list, tuple)):
            # A comma may stand inside a number, so it must not stand between two.
            put = self.joined if all(isinstance(each, str) for each in value) else self.listed
            return put(self.value(output, each) for each in value) or NONE
        if isinstance(value, Mapping):
            named = [f"{key}: {self.value(output, each)}" for key, each in value.items()]
            return self.joined(named)
        if label := self.option(output, value):
            return label
        if isinstance(value, str) and value in self.bands:
            return self.band(value)
        if isinstance(value, bool):
            return self.say("value.yes" if value else "value.no")
        return self.grouped(value, output.decimals)

    def option(self, output: Output, value: object) -> str:
        """Return the words of an option, of goal:x as those of goal with x; empty for no option."""
        labels = {option.id: self.of(option.label) for option in output.options}
        key = option_key(value)
        if key in labels:
            return labels[key]
        kind, _, name = key.partition(":")
        return self.say("named", kind=labels[kind], name=name) if name and kind in labels else ""


def marked(sentence: str, exact: tuple[bool, ...]) -> str:
    """Return a sentence with ≈ for = where an equation is not exact; exact: for each in turn."""
    before, *after = sentence.split(EQUALS)
    marks = [*exact, *[True] * len(after)]
    return before + "".join(
        (EQUALS if is_exact else ABOUT_EQUALS) + part
        for is_exact, part in zip(marks, after, strict=False)
    )


def option_key(value: object) -> str:
    """Return the id of the option that words a value: true, false, zero, or the value itself."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "zero" if isinstance(value, (int, Decimal)) and not value else str(value)


def labels_of(calculator: CalculatorDefinition) -> Mapping[str, Words]:
    """Return id -> words of outputs, inputs and their options; the first of an id counts."""
    outputs, inputs = calculator.outputs, calculator.inputs
    named: list[Output | Input | Option] = [
        *outputs,
        *(option for each in outputs for option in each.options),
        *(option for each in outputs for column in each.columns for option in column.options),
        *inputs,
        *(option for each in inputs for option in each.options),
        *(option for each in inputs for field in each.fields for option in field.options),
    ]
    labels: dict[str, Words] = {}
    for each in named:
        labels.setdefault(each.id, each.label)
    return labels
