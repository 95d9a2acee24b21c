"""The decision chain: who influences whom, and where we stand with each of them."""

from collections.abc import Sequence

from assessments.border.record import Record
from assessments.documents.blocks import NONE, Block
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.picture import Picture, drawn
from assessments.documents.table_twin import names_of, parts_of, table_twin

ATTITUDES = (2, 1, 0, -1, -2)
ACCESS = (0, 1, 2, 3)
CHAIN_COLUMNS = (
    "name", "roles", "influence", "effective", "attitude", "access", "owner", "arrows",
)  # fmt: skip
CHAIN_CELLS = (
    "id", "roles_label", "influence", "effective", "attitude_label", "access_label", "owner",
    "arrows",
)  # fmt: skip
DESCRIBED = 20
"""People and arrows that the alternative text names; the table names all."""


def tell(texts: CalculatorTexts, data: Record) -> Block:
    """Tell who influences whom, how strongly, and where we stand with each of them."""
    arrows = [
        {**each, "shown": texts.grouped(each["strength"])} for each in parts_of(data, "edges")
    ]
    people = [_person(texts, each, arrows) for each in parts_of(data, "people")]
    columns = [texts.say(f"chain.{key}") for key in CHAIN_COLUMNS]
    rows = [[each[key] for key in CHAIN_CELLS] for each in people]
    told: dict[str, object] = {
        "people": people,
        "edges": arrows,
        "attitudes": [{"value": n, "label": texts.say(f"attitude.{n}")} for n in ATTITUDES],
        "access": [{"value": n, "label": texts.say(f"access.{n}")} for n in ACCESS],
    }
    counts = {"people": len(people), "arrows": len(arrows)}
    said = texts.listed(str(each["said"]) for each in people[:DESCRIBED])
    alternative = [texts.say("chain.alternative", **counts, each=said), _influences(texts, arrows)]
    if max(len(people), len(arrows)) > DESCRIBED:
        alternative.append(texts.say("chain.more"))
    told |= table_twin(texts, columns, rows, "ttnntttt")
    return drawn("decision-chain", told, texts.sentences(alternative))


def _person(texts: CalculatorTexts, each: Record, arrows: Sequence[Record]) -> dict[str, object]:
    roles = names_of(each, "roles")
    reached = [
        texts.say("chain.arrow", to=arrow["to"], strength=arrow["shown"])
        for arrow in arrows
        if arrow["from"] == each["id"]
    ]
    labels = {
        "roles": texts.joined([texts.label(role) for role in roles]),
        "attitude": texts.say(f"attitude.{each['attitude']}"),
        "access": texts.say(f"access.{each['access']}"),
    }
    return {
        **each,
        **{f"{key}_label": label for key, label in labels.items()},
        "owner": each["owner"] or NONE,
        "contact": texts.say("chain.contact", owner=each["owner"]) if each["owner"] else "",
        "arrows": texts.joined(reached) or NONE,
        "said": texts.say("chain.person", name=each["id"], **labels),
    }


def _influences(texts: CalculatorTexts, arrows: Sequence[Record]) -> str:
    if not arrows:
        return ""
    each = [
        texts.say("chain.influences", of=arrow["from"], to=arrow["to"], strength=arrow["shown"])
        for arrow in arrows[:DESCRIBED]
    ]
    return texts.say("chain.all_influences", each=texts.listed(each))


PICTURE = Picture(name="decision-chain", tell=tell)
