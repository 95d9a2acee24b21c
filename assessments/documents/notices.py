"""What must not be missed: gates, blocks, hollow stages, open and left-out questions."""

from collections.abc import Callable, Iterator, Mapping

from assessments.documents.blocks import Block, notice
from assessments.documents.texts import Record, Texts, record, records


def notices(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield the notices of one person's result, the gravest first."""
    yield from _gates(texts, report)
    for flag in _codes(report["flags"]):
        code, _, detail = flag.partition(":")
        if say := FLAGS.get(code.rstrip("123456789")):
            yield say(texts, report, detail or code)
    for note in _codes(report["notes"]):
        code, _, count = note.partition(":")
        yield notice("info", texts.say(f"notice.{code.lower()}", count=int(count)))


def _codes(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _gates(texts: Texts, report: Record) -> Iterator[Block]:
    tone = "stop" if "CAPPED" in _codes(report["flags"]) else "caution"
    for gate in _codes(report.get("gates", [])):
        code, _, ids = gate.partition(":")
        if code == "PROGRAMME_INCOMPLETE":
            names = [texts.dimension(name) for name in ids.split(",")]
            words = texts.say("notice.programme", dimensions=texts.joined(names), count=len(names))
            yield notice(tone, words)
        else:
            yield notice(tone, texts.gate(gate))


def _capped(texts: Texts, report: Record, _: str) -> Block:
    step = _step(report, "capped")
    bands = {key: texts.band(step[key]) for key in ("band", "cap")}
    return notice("stop", texts.say("notice.capped", **bands))


def _hollow(texts: Texts, _: Record, flag: str) -> Block:
    number = int(flag.rpartition("_")[2])
    dimension = texts.dimension(list(texts.dimensions)[number - 1])
    return notice("caution", texts.say("notice.hollow", number=number, dimension=dimension))


def _blocked(texts: Texts, _: Record, __: str) -> Block:
    return notice("stop", texts.say("notice.blocked", band=texts.band(list(texts.bands)[-1])))


def _knock_out(texts: Texts, _: Record, __: str) -> Block:
    return notice("stop", texts.say("notice.knock_out", band=texts.band(list(texts.bands)[-1])))


def _thin(texts: Texts, _: Record, __: str) -> Block:
    return notice("caution", texts.say("notice.thin"))


def _step(report: Record, code: str) -> Mapping[str, object]:
    return record(next(each for each in records(report["working"]) if each["code"] == code))


FLAGS: Mapping[str, Callable[[Texts, Record, str], Block]] = {
    "CAPPED": _capped,
    "HOLLOW_STAGE_": _hollow,
    "BLOCKED": _blocked,
    "KNOCK_OUT": _knock_out,
    "RESEARCH_THIN": _thin,
}
"""Code of a flag, without the number of a stage -> its notice."""
