"""Pictures of people: the decision chain, and the matrix of who meets whom."""

from collections import Counter
from collections.abc import Mapping, Sequence

from assessments.documents.blocks import NONE
from assessments.documents.table_twin import Told, label_of, pairs, twin
from assessments.documents.texts import Record, Texts, records

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
STATES = ("in_time", "late", "unknown", "one_side", "empty", "not_planned")
"""From the best link to none."""


def chain(texts: Texts, data: Record) -> Told:
    """Tell who influences whom, how strongly, and where we stand with each of them."""
    arrows = [{**each, "shown": texts.grouped(each["strength"])} for each in records(data["edges"])]
    people = [_person(texts, each, arrows) for each in records(data["people"])]
    columns = [texts.say(f"chain.{key}") for key in CHAIN_COLUMNS]
    rows = [[each[key] for key in CHAIN_CELLS] for each in people]
    drawn = {
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
    return drawn | twin(texts, columns, rows, "ttnntttt"), texts.sentences(alternative)


def _person(texts: Texts, each: Record, arrows: Sequence[Record]) -> dict[str, object]:
    roles = each["roles"] if isinstance(each["roles"], list) else []
    reached = [
        texts.say("chain.arrow", to=arrow["to"], strength=arrow["shown"])
        for arrow in arrows
        if arrow["from"] == each["id"]
    ]
    labels = {
        "roles": texts.joined([label_of(texts, role) for role in roles]),
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


def _influences(texts: Texts, arrows: Sequence[Record]) -> str:
    if not arrows:
        return ""
    each = [
        texts.say("chain.influences", of=arrow["from"], to=arrow["to"], strength=arrow["shown"])
        for arrow in arrows[:DESCRIBED]
    ]
    return texts.say("chain.all_influences", each=texts.listed(each))


def grid(texts: Texts, data: Record) -> Told:
    """Tell how far each level and function of both organisations is linked."""
    levels = data["levels"] if isinstance(data["levels"], list) else []
    functions = data["functions"] if isinstance(data["functions"], list) else []
    cells = [_cell(texts, each) for each in records(data["cells"])]
    at = {(each["level"], each["function"]): each["text"] for each in cells}
    rows = [[level, *(at.get((level, each), NONE) for each in functions)] for level in levels]
    counts = Counter(str(each["state"]) for each in cells)
    counts["not_planned"] = len(levels) * len(functions) - len(cells)
    states = [
        {"state": each, "label": texts.say(f"grid.{each}"), "count": counts[each]}
        for each in STATES
        if counts[each]
    ]
    named = ((each["label"], each["count"]) for each in states)
    alternative = texts.say("grid.alternative", cells=counts.total(), each=pairs(texts, named))
    drawn = {"levels": levels, "functions": functions, "cells": cells, "states": states}
    columns = [texts.say("grid.level"), *map(str, functions)]
    return drawn | twin(texts, columns, rows, "t" * len(columns)), alternative


def _cell(texts: Texts, each: Record) -> Mapping[str, object]:
    state = texts.say(f"grid.{each['state']}")
    named = each["state"] != "empty"
    said = texts.say("grid.backed_up", state=state) if named and each["backup"] else state
    nobody = texts.say("grid.nobody")
    sides = {side: each[side] or nobody for side in ("owner", "counterpart")}
    names = texts.say("grid.names", **sides) if named else ""
    text = texts.say("grid.cell", names=names, state=said) if named else said
    return {**each, "names": names, "state_label": said, "text": text}
