"""Which of the site's own words are paragraphs, and what the pages fill into which."""

from collections.abc import Mapping, Sequence

PARAGRAPHS = (
    ("scoring", "common"),
    ("models", "*", "how"),
    ("models", "*", "by_hand"),
    ("teach", "advice_text"),
    ("packages", "alone"),
    ("packages", "frames_text"),
    ("packages", "sends_text"),
    ("packages", "systems", "*", "text"),
    ("slides", "debrief_questions"),
)
"""Keys of the words that are more than a line; * stands for any."""

BY_SCRIPTS = (
    *(
        "script",
        "search",
        "device",
        "offline",
        "me",
        "plan",
        "team",
        "portfolio",
        "sheet_reading",
        "classroom",
    ),
    "composing",
)
"""First keys of the words that scripts fill, each script by the names that it hands over."""

GAPS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(
        (
            *("units.minutes", "units.questions", "units.modules", "units.assessments"),
            *("units.calculators", "units.sessions", "tool.note_label"),
            *("tool.how_sure_label", "tool.of", "targets.text"),
            *("units.hours", "course.day", "course.days", "slides.size", "slides.count"),
        ),
        ("number",),
    ),
    "copy.note": ("version",),
    "units.hours_and_minutes": ("hours", "minutes"),
    "area.step": ("number", "count"),
    "module.place": ("number", "count"),
    "module.checklist_status": ("done", "total"),
    "module.checklist_not_kept": ("done", "total"),
    "provenance.line": ("source", "lines"),
    "provenance.lines": ("source", "lines"),
    "tool.weight": ("weight",),
    "tool.from_to": ("minimum", "maximum"),
    "tool.from_under": ("minimum", "below"),
    "tool.and_more": ("minimum",),
    "tool.at_least": ("minimum",),
    "tool.at_most": ("maximum",),
    "tool.above": ("above",),
    "tool.below": ("below",),
    "tool.default": ("default",),
    "tool.alternative": ("other",),
    "tool.companion": ("other",),
    "tool.condition": ("answer",),
    "sheet.on_tab": ("tab",),
    "retired.page": ("date",),
    "changes.retired": ("address", "successor"),
    "changes.concerned": ("number",),
    "retired.place": ("date",),
    "course.numbers": ("numbers",),
    "course.status": ("done", "total"),
    "course.people": ("least", "most"),
    "course.pass": ("number", "total"),
    "slides.part": ("title", "number", "total"),
    "slides.place": ("number", "total"),
    "slides.go_on": ("time",),
    "path.place": ("role", "step", "steps"),
    "path.next": ("title",),
    "tools.state_result": ("day", "subject"),
    "tools.state_draft": ("day", "subject"),
}
"""Keys of a word, joined by full stops -> the names of all its gaps; any other word has none."""
