"""What must not be missed: gates, blocks, hollow stages, open and left-out questions."""

from collections.abc import Iterator

from assessments.documents.blocks import Block, notice
from assessments.documents.texts import Texts
from assessments.documents.working import worded
from assessments.questionnaires.group_report import Counted
from assessments.questionnaires.parts import Caution, Note
from assessments.questionnaires.report import PersonReport


def notices(texts: Texts, report: PersonReport, told: Caution | None = None) -> Iterator[Block]:
    """Yield the notices of one person's result, the gravest first; *told* stands elsewhere."""
    for caution in (*(report.gates or ()), *report.flags):
        if caution is told:
            continue
        yield notice(caution.tone, caution_words(texts, caution))
    for note in report.notes:
        yield notice("info", note_words(texts, note))


def caution_words(texts: Texts, caution: Caution) -> str:
    """Say what a gate or flag means."""
    if not caution.sentence:
        return texts.gate(caution.code)
    return texts.say(caution.sentence, **worded(texts, caution.values))


def note_words(texts: Texts, note: Note) -> str:
    """Say what was left out of a result."""
    return texts.say(note.sentence, count=note.count)


def counted_words(texts: Texts, counted: Counted, total: int) -> str:
    """Say for how many answer sets a gate or flag applies, and what it means."""
    caution, values = counted.caution, {"count": counted.count, "total": total}
    if caution.name:
        flag = texts.say(caution.name, **worded(texts, caution.values))
        return texts.say("notice.flag", flag=flag, **values)
    gate = caution.code.partition(":")[0]
    return texts.say("notice.gates", gate=gate, text=caution_words(texts, caution), **values)
