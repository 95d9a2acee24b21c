"""What must not be missed: gates, blocks, hollow stages, open and left-out questions."""

from collections.abc import Callable, Iterator, Mapping

from assessments.documents.blocks import Block, notice
from assessments.documents.texts import Record, Texts, record, records

Said = tuple[str, str]
"""Tone and words of a notice."""

HOLLOW = "HOLLOW_STAGE_"
"""Begins the flag of a stage that is passed on its own; its number follows."""


def notices(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield the notices of one person's result, the gravest first."""
    for gate in codes(report.get("gates", [])):
        tone = "stop" if "CAPPED" in codes(report["flags"]) else "caution"
        yield notice(tone, gate_words(texts, gate))
    for flag in codes(report["flags"]):
        if said := _flag(texts, report, flag):
            yield notice(*said)
    for note in codes(report["notes"]):
        yield notice("info", note_words(texts, note))


def gate_words(texts: Texts, gate: str) -> str:
    """Say what a gate that applies means."""
    code, _, ids = gate.partition(":")
    if code != "PROGRAMME_INCOMPLETE":
        return texts.gate(gate)
    names = [texts.dimension(name) for name in ids.split(",")]
    return texts.say("notice.programme", dimensions=texts.joined(names), count=len(names))


def flag_words(texts: Texts, report: Record, flag: str) -> str:
    """Say what a flag of one person's result means; nothing where it has no notice."""
    said = _flag(texts, report, flag)
    return said[1] if said else ""


def note_words(texts: Texts, note: str) -> str:
    """Say what was left out of a result."""
    code, _, count = note.partition(":")
    return texts.say(f"notice.{code.lower()}", count=int(count))


def _flag(texts: Texts, report: Record, flag: str) -> Said | None:
    code, _, detail = flag.partition(":")
    say = FLAGS.get(code.rstrip("123456789"))
    return say(texts, report, detail or code) if say else None


def codes(value: object) -> list[str]:
    """Return the codes of a report's flags, gates or notes; none where they are counted."""
    return [str(each) for each in value] if isinstance(value, list) else []


def _capped(texts: Texts, report: Record, _: str) -> Said:
    step = _step(report, "capped")
    bands = {key: texts.band(step[key]) for key in ("band", "cap")}
    return "stop", texts.say("notice.capped", **bands)


def _hollow(texts: Texts, _: Record, flag: str) -> Said:
    number = hollow_stage(flag)
    dimension = texts.dimension(list(texts.dimensions)[number - 1])
    return "caution", texts.say("notice.hollow", number=number, dimension=dimension)


def hollow_stage(flag: str) -> int:
    """Return the number of a stage that stands on nothing; 0 for any other flag."""
    return int(flag.removeprefix(HOLLOW)) if flag.startswith(HOLLOW) else 0


def _blocked(texts: Texts, _: Record, __: str) -> Said:
    return "stop", texts.say("notice.blocked", band=texts.band(list(texts.bands)[-1]))


def _knock_out(texts: Texts, _: Record, __: str) -> Said:
    return "stop", texts.say("notice.knock_out", band=texts.band(list(texts.bands)[-1]))


def _thin(texts: Texts, _: Record, __: str) -> Said:
    return "caution", texts.say("notice.thin")


def _step(report: Record, code: str) -> Mapping[str, object]:
    return record(next(each for each in records(report["working"]) if each["code"] == code))


FLAGS: Mapping[str, Callable[[Texts, Record, str], Said]] = {
    "CAPPED": _capped,
    HOLLOW: _hollow,
    "BLOCKED": _blocked,
    "KNOCK_OUT": _knock_out,
    "RESEARCH_THIN": _thin,
}
"""Code of a flag, without the number of a stage -> its notice."""
