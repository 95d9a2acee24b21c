"""Say in an author's words what a YAML reader means by its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.problems import Problem

QUOTES = "Put text with a colon, a comma, a quotation mark or a bracket in quotes"
INDENT = "lines of the same list or record begin in the same column"

# Words of the reader (in its context and its problem) -> the message and the hint.
# The first row whose words both occur is taken.
SAYINGS: Sequence[tuple[str, str, str, str]] = (
    ("scanning a quoted scalar", "", "The quotation mark that opens here is never closed.",
     "Close it, or write a quotation mark inside text as “ or \\\"."),
    ("", "unknown escape character", "After \\ stands a character that has no meaning in quotes.",
     "Write \\\\ for a backslash, or use single quotes."),
    ("", "mapping values are not allowed", "A colon stands where no key can be.",
     f"{QUOTES}, or mend the indentation: {INDENT}."),
    ("flow mapping", "", "A { is not closed as it should be: a comma or } is missing before this.",
     f"{QUOTES}."),
    ("flow sequence", "", "A [ is not closed as it should be: a comma or ] is missing before this.",
     f"{QUOTES}."),
    ("", "that cannot start any token", "Text without quotes cannot begin with this character.",
     "Put the text in quotes."),
    ("scanning an alias", "", "Text without quotes cannot begin with *.",
     "Put the text in quotes."),
    ("scanning an anchor", "", "Text without quotes cannot begin with &.",
     "Put the text in quotes."),
    ("simple key", "could not find expected ':'", "The line above this one has no key.",
     "Write 'key: value' with a space after the colon, or indent the line."),
    ("block scalar", "", "After > or | nothing else can stand on the line.",
     "Begin the text on the next line, indented."),
    ("block mapping", "<scalar>", "Text stands here after the value has ended.",
     f"{QUOTES}, or indent the text: {INDENT}."),
    ("block mapping", "", "This line does not fit the lines above it.",
     f"Mend the indentation: {INDENT}."),
    ("block collection", "", "This line does not fit the list above it.",
     f"Begin it with '- ', or mend the indentation: {INDENT}."),
    ("", "sequence entries are not allowed", "A list cannot begin on the line of its key.",
     "Begin the list on the next line, or put text that begins with - in quotes."),
    ("", "expected the node content", "Text without quotes cannot begin with this character.",
     "Put the text in quotes."),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What a YAML reader says when it gives up."""

    context: str
    problem: str
    opened: tuple[int, int] | None
    """Line and column, from 1, of what it was reading."""
    noticed: tuple[int, int]
    """Line and column, from 1, where it gave up."""


def syntax_problem(complaint: Complaint, file: str) -> Problem:
    """Return the problem that stops the reading of a file."""
    message, hint = f"This is not YAML: {complaint.problem}.", f"{QUOTES}."
    for context, problem, said, advice in SAYINGS:
        if context in complaint.context and problem in complaint.problem:
            message, hint = said, advice
            break
    # A missing quotation mark is noticed at the end of the file; where it opened says more.
    unclosed = "quoted scalar" in complaint.context and complaint.opened
    line, column = unclosed or complaint.noticed
    return Problem(file=file, line=line, column=column, message=message, hint=hint)
