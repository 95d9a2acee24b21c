"""Random inputs for a tool, the same ones each time: most fit its definition, some do not."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

ANSWERS = (0, 1, 2, 3, "na", None)
WEIGHTS = (4, 6, 8, 8, 2, 1)
"""How often each answer stands: a form with more gaps is only ever incomplete."""
WRONG = (True, "3", -1, 2.5, 10**30, [], {}, "na", "")
FIRST_DAY = date(2025, 1, 1)
MOST_ROWS = 6

Definition = Mapping[str, object]


def random_inputs(definition: Definition, count: int) -> list[object]:
    """Return *count* inputs, a seventh of them with a mistake."""
    dice = random.Random(str(definition["id"]))
    make = random_answers if definition["kind"] == "assessment" else random_values
    inputs = [make(definition, dice) for _ in range(count)]
    for damaged in inputs[::7]:
        damage(damaged, dice)
    return inputs


def random_answers(definition: Definition, dice: random.Random) -> dict[str, object]:
    """Answer each question; the level of the whole form differs from one to the next."""
    lean = dice.choice((0, 1, 2, 3, None))
    answers = {}
    for dimension in definition["dimensions"]:
        for question in dimension["questions"]:
            answer = dice.choices(ANSWERS, WEIGHTS)[0]
            answers[question["id"]] = lean if lean is not None and dice.random() < 0.4 else answer
    flags = [flag["id"] for flag in definition.get("flags", []) if dice.random() < 0.2]
    return {"answers": answers, "flags": flags}


def random_values(definition: Definition, dice: random.Random) -> object:
    """Change an example more or less, or make an input from the definition alone."""
    examples = definition.get("examples", [])
    if examples and dice.random() < 0.7:
        return changed(dice.choice(examples)["input"], dice, share=dice.choice((0, 0.1, 0.5)))
    return record(definition["inputs"], dice)


def changed(value: object, dice: random.Random, share: float) -> object:
    """Return an example with a share of its numbers moved, and some of its rows left out."""
    if isinstance(value, Mapping):
        if set(value) == {"en", "zh"}:
            return value[dice.choice(("en", "zh"))]
        return {key: changed(part, dice, share) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [changed(part, dice, share) for part in value if dice.random() > share / 5]
    if isinstance(value, Decimal | float):
        factor = dice.choice((0.5, 0.9, 1.1, 2)) if dice.random() < share else 1
        return round(float(value) * factor, 3)
    if isinstance(value, int) and not isinstance(value, bool) and dice.random() < share:
        return max(0, value + dice.choice((-2, -1, 1, 2)))
    return value


def record(specs: Sequence[Definition], dice: random.Random) -> dict[str, object]:
    """Return a value for each field, and leave out some that may be missing."""
    return {
        str(spec["id"]): random_value(spec, dice)
        for spec in specs
        if spec.get("required") or dice.random() < 0.7
    }


def random_value(spec: Definition, dice: random.Random) -> object:
    """Return a value of the type that the definition asks for."""
    if spec.get("accepts_na") and dice.random() < 0.1:
        return "na"
    return MAKERS[str(spec["type"])](spec, dice)


def number(spec: Definition, dice: random.Random) -> float:
    """Return a decimal within the range, with up to three digits after the point."""
    low, high = bounds(spec)
    return round(dice.uniform(low, high), dice.randint(0, 3))


def integer(spec: Definition, dice: random.Random) -> int:
    """Return a whole number within the range."""
    low, high = bounds(spec)
    return dice.randint(int(low), int(high))


def bounds(spec: Definition) -> tuple[float, float]:
    """Return the range of a number, closed by something plain where it is open."""
    low = float(spec.get("minimum", spec.get("above", 0)))
    high = float(spec.get("maximum", spec.get("below", low + 100)))
    return low, max(low, high)


def date_text(_spec: Definition, dice: random.Random) -> str:
    """Return a day of two years."""
    return (FIRST_DAY + timedelta(days=dice.randint(0, 730))).isoformat()


def items(spec: Definition, dice: random.Random, one: Definition) -> list[object]:
    """Return as many entries as the definition allows, within reason."""
    least, most = spec.get("length", (0, MOST_ROWS))
    count = dice.randint(int(least), max(int(least), min(int(most), MOST_ROWS)))
    return [random_value(one, dice) for _ in range(count)]


def rows(spec: Definition, dice: random.Random) -> list[object]:
    """Return records, or lists where the definition says so."""
    made = items(spec, dice, {"type": "record", "fields": spec["fields"]})
    as_lists = spec.get("rows_as") == "lists"
    return [list(row.values()) for row in made] if as_lists else made


def mapping(spec: Definition, dice: random.Random) -> dict[str, object]:
    """Return a map from its options, or from short names."""
    keys = [option["id"] for option in spec.get("options", [])] or list("abcdef")
    wanted = dice.sample(keys, dice.randint(1, len(keys)))
    return {key: random_value(spec["item"], dice) for key in wanted}


def damage(given: object, dice: random.Random) -> None:
    """Put something wrong somewhere into an input."""
    holder = given
    while isinstance(holder, dict) and holder:
        key = dice.choice(list(holder))
        if isinstance(holder[key], dict) and holder[key] and dice.random() < 0.9:
            holder = holder[key]
            continue
        holder[key] = dice.choice(WRONG)
        return


MAKERS = {
    "number": number,
    "integer": integer,
    "text": lambda _spec, dice: dice.choice(("a", "b", "c", "d", "client 甲", "=1+1")),
    "choice": lambda spec, dice: dice.choice(spec["options"])["id"],
    "boolean": lambda _spec, dice: dice.random() < 0.5,
    "date": date_text,
    "currency": lambda _spec, dice: dice.choice(("CNY", "EUR", "USD")),
    "list": lambda spec, dice: items(spec, dice, spec["item"]),
    "rows": rows,
    "map": mapping,
    "record": lambda spec, dice: record(spec["fields"], dice),
}
