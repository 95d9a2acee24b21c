"""Rules for the session of a module: times add up, pauses come, the assessment comes first."""

from collections.abc import Iterator

from macros.courses import rules
from macros.courses.rules import Step
from macros.files import Files, Rule
from macros.problems import Problem
from macros.values import did_you_mean

WORK = "activity"
"""What is done in a slot that is no break."""


def times_add_up(files: Files) -> Iterator[Problem]:
    """The run of a workshop takes as long as the facilitator is told."""
    for module in files.of("module"):
        for path, facilitator in module.each("facilitator"):
            total = sum(step["minutes"] for step in facilitator["run"])
            if total != facilitator["minutes"]:
                said = facilitator["minutes"]
                message = f"The facilitator has {said} minutes, but the run adds up to {total}."
                yield module.source.problem((*path, "minutes"), message, "Make them equal.")


def a_session_pauses_in_time(files: Files) -> Iterator[Problem]:
    """Nobody sits longer than 75 minutes without a break."""
    for module in files.of("module"):
        for path, facilitator in module.each("facilitator"):
            run = facilitator["run"]
            steps = [Step(kind=slot.get("kind", WORK), minutes=slot["minutes"]) for slot in run]
            for place, minutes in rules.long_stretches(steps):
                message = f"The group sits for {minutes} minutes without a break by now."
                most = rules.LONGEST_STRETCH
                hint = f"Put a slot of kind: {rules.BREAK} before, so that it is {most} at most."
                yield module.source.problem((*path, "run", place, "minutes"), message, hint)


def the_assessment_comes_first(files: Files) -> Iterator[Problem]:
    """What everyone answers alone is answered before anybody has said anything."""
    for name, module in files.stems["module"].items():
        own = [tool for tool, file in files.stems["assessment"].items()
               if name in dict(file.each("module")).values()]  # fmt: skip
        for path, tool in module.each("facilitator", "run", "*", "answers"):
            if tool not in own:
                message = f"The module has no assessment '{tool}' of its own."
                hint = did_you_mean(tool, own, "Name one that belongs to the module, or delete it.")
                yield module.source.problem(path, message, hint)
            elif path[-2] != 0:
                message = "The assessment is answered after others have spoken."
                hint = "Make it the first slot: the first answer spoken becomes everyone’s answer."
                yield module.source.problem(path, message, hint)


SESSION_RULES: tuple[Rule, ...] = (
    times_add_up,
    a_session_pauses_in_time,
    the_assessment_comes_first,
)
