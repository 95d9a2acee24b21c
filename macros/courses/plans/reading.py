"""Read a plan: from its file, from an address, or from the page. What is right in it is kept.

An address holds, behind #, plan=1 and then a part for each key of the file; items stand in one
part, with commas between them: module.trust-stages.45,break.10,activity.Welcome.15,day
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeGuard

from macros.courses.plans.faults import Fault, PlanError, quoted
from macros.courses.plans.plan import (
    ACTIVITY,
    DAY,
    FORMAT,
    KINDS,
    LEVELS,
    LONGEST_TEXT,
    MOST_ITEMS,
    MOST_MINUTES,
    MOST_PEOPLE,
    OF_MODULES,
    RHYTHMS,
    TOOL,
    VERSION,
    Item,
    Plan,
    moment,
)

LARGEST = 100_000
"""Characters of a file or an address."""
MARK = "plan="
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
MOMENT = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
AS_IT_IS = re.compile(r"[A-Za-z0-9_:~-]")
"""A letter that an address holds as it is; full stops and commas stand between parts."""
ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
Read = tuple[Plan, list[Fault]]
Texts = Mapping[str, object]


def read_plan(text: str) -> Read:
    """Read a file, or what stands behind # in an address; raise PlanError where it holds none."""
    if len(text) > LARGEST:
        raise PlanError("large")
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("{"):
        try:
            return plan_of(json.loads(stripped))
        except (ValueError, RecursionError):
            raise PlanError("damaged") from None
    return plan_of(_parts_of(stripped))


def plan_of(data: object) -> Read:
    """Return the plan that plain values hold, and what in them is no part of one."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise PlanError("foreign")
    if data.get("version") != VERSION:
        raise PlanError("version")
    faults: list[Fault] = []
    group = data.get("group")
    sizes = group if isinstance(group, Mapping) else {}
    usual = Plan()
    least = _number(sizes, "from", MOST_PEOPLE, usual.least, faults)
    plan = Plan(
        id=_form(data, "id", ID, usual.id, faults),
        title=_text(data, "title", faults),
        language=_form(data, "language", re.compile(r"[a-z]{2,3}(-\w+)?|"), "", faults),
        level=_choice(data, "level", LEVELS, usual.level, faults),
        least=least,
        most=_number(sizes, "to", MOST_PEOPLE, max(usual.most, least), faults),
        date=_date(data, faults),
        begin=_moment(data, "begin", usual.begin, faults),
        end=_moment(data, "end", usual.end, faults),
        rhythm=_choice(data, "rhythm", tuple(RHYTHMS), usual.rhythm, faults),
        known=tuple(_known(data.get("known", []), faults)),
        items=tuple(_items(data.get("items", []), faults)),
    )
    return plan, faults


def write_address(plan: Plan) -> str:
    """Return what stands behind # in the address of a plan."""
    data = plan.as_data()
    parts = {
        "plan": VERSION,
        "id": plan.id,
        "title": plan.title,
        "language": plan.language,
        "level": plan.level,
        "group": f"{plan.least}-{plan.most}",
        "date": plan.date,
        "begin": data["begin"],
        "end": data["end"],
        "rhythm": plan.rhythm,
        "known": ".".join(plan.known),
    }
    written = [f"{name}={_escaped(str(part))}" for name, part in parts.items() if part != ""]
    items = ",".join(_piece(item) for item in plan.items)
    return "&".join([*written, *([f"items={items}"] if items else [])])


def _piece(item: Item) -> str:
    if item.kind == DAY:
        return DAY
    middle = [_escaped(part) for part in (item.id or item.text,) if part]
    return ".".join([item.kind, *middle, str(item.minutes)])


def _escaped(text: str) -> str:
    """Return a text as an address holds it."""
    return "".join(
        letter if AS_IT_IS.match(letter) else "".join(f"%{byte:02X}" for byte in letter.encode())
        for letter in text
    )


def _unescaped(text: str) -> str:
    """Return what an address says; bytes that are no letters become marks of a missing one."""
    return ESCAPED.sub(
        lambda found: bytes.fromhex(found[0].replace("%", "")).decode(errors="replace"), text
    )


def _parts_of(text: str) -> Mapping[str, object]:
    """Return an address as the values of a file; no plan's address is an empty record."""
    text = text.rpartition("#")[2]
    if not text.startswith(MARK):
        return {}
    pairs = [part.partition("=") for part in text.split("&")]
    given: dict[str, object] = {
        name: _unescaped(value) for name, _, value in pairs if name != "items"
    }
    if given.pop("plan") != str(VERSION):
        return {"format": FORMAT}
    pieces = [piece for name, _, value in pairs if name == "items" for piece in value.split(",")]
    least, _, most = str(given.pop("group", "")).partition("-")
    sizes = {name: _digits(size) for name, size in (("from", least), ("to", most)) if size}
    items = [_item_of(piece) for piece in pieces if piece]
    known = str(given.pop("known", ""))
    given |= {"known": known.split(".") if known else []}
    return {**given, "format": FORMAT, "version": VERSION, "group": sizes, "items": items}


def _item_of(piece: str) -> object:
    """Return a piece of an address as the item that a file has; itself where it is none."""
    kind, *middle, minutes = (_unescaped(part) for part in f"{piece}.".split("."))
    if kind == DAY and not middle:
        return {"kind": DAY}
    if not middle:
        return _unescaped(piece)
    *names, minutes = middle
    name = {"text" if kind == ACTIVITY else "id": ".".join(names)} if names else {}
    return {"kind": kind, **name, "minutes": _digits(minutes), "piece": _unescaped(piece)}


def _digits(text: str) -> object:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else text


def _known(given: object, faults: list[Fault]) -> Iterator[str]:
    """Yield the modules that participants bring along, each once."""
    names = given if isinstance(given, list) else [given]
    for name in dict.fromkeys(map(str, names[:MOST_ITEMS])):
        if len(name) <= LONGEST_TEXT and NAME.fullmatch(name):
            yield name
        else:
            faults.append(_damaged("known", name))


def _items(given: object, faults: list[Fault]) -> Iterator[Item]:
    if not isinstance(given, list):
        faults.append(_damaged("items", given))
        return
    if len(given) > MOST_ITEMS:
        faults.append(Fault(code="many", values={"number": len(given), "most": MOST_ITEMS}))
    for place, each in enumerate(given[:MOST_ITEMS]):
        item = _item(each)
        if item is None:
            found = quoted(_written(each))
            faults.append(Fault(code="item", values={"place": place + 1, "found": found}))
        else:
            yield item


def _written(given: object) -> str:
    """Return an item that is none as its author wrote it."""
    if isinstance(given, Mapping) and "piece" in given:
        return str(given["piece"])
    return given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)


def _item(given: object) -> Item | None:
    """Return an item; None where nothing can be made of it."""
    if not isinstance(given, Mapping) or given.get("kind") not in KINDS:
        return None
    kind, name, text = given["kind"], given.get("id", ""), given.get("text", "")
    if kind == DAY:
        return Item(kind=DAY)
    minutes = given.get("minutes")
    if not _is_whole(minutes) or not 1 <= minutes <= MOST_MINUTES:
        return None
    if kind in (*OF_MODULES, TOOL):
        is_name = isinstance(name, str) and len(name) <= LONGEST_TEXT and NAME.fullmatch(name)
        return Item(kind=kind, id=name, minutes=minutes) if is_name else None
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        return None
    return Item(kind=kind, text=_clean(text) if kind == ACTIVITY else "", minutes=minutes)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _text(data: Texts, key: str, faults: list[Fault]) -> str:
    given = data.get(key, "")
    if isinstance(given, str) and len(given) <= LONGEST_TEXT:
        return _clean(given)
    faults.append(_damaged(key, given))
    return _clean(str(given))[:LONGEST_TEXT] if isinstance(given, str) else ""


def _clean(text: str) -> str:
    """Return a text in one line, without marks that steer and letters that no file can hold."""
    kept = (letter if letter.isprintable() else " " for letter in text)
    return " ".join("".join(kept).split())


def _form(data: Texts, key: str, form: re.Pattern[str], usual: str, faults: list[Fault]) -> str:
    given = data.get(key, usual)
    if isinstance(given, str) and form.fullmatch(given):
        return given
    faults.append(_damaged(key, given))
    return usual


def _choice(
    data: Texts, key: str, choices: tuple[str, ...], usual: str, faults: list[Fault]
) -> str:
    given = data.get(key, usual)
    if isinstance(given, str) and given in choices:
        return given
    faults.append(_damaged(key, given))
    return usual


def _number(data: Texts, key: str, most: int, usual: int, faults: list[Fault]) -> int:
    given = data.get(key, usual)
    if _is_whole(given) and 1 <= given <= most:
        return given
    faults.append(_damaged("group", given))
    return usual


def _moment(data: Texts, key: str, usual: int, faults: list[Fault]) -> int:
    given = data.get(key, moment(usual))
    found = MOMENT.fullmatch(given) if isinstance(given, str) else None
    if found:
        return int(found[1]) * 60 + int(found[2])
    faults.append(_damaged(key, given))
    return usual


def _date(data: Texts, faults: list[Fault]) -> str:
    given = data.get("date", "")
    if given == "":
        return ""
    try:
        return date.fromisoformat(str(given)).isoformat()
    except ValueError:
        faults.append(_damaged("date", given))
        return ""


def _damaged(key: str, given: object) -> Fault:
    return Fault(code="part", values={"part": key, "found": quoted(given)})
