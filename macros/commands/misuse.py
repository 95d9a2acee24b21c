"""A command that cannot be carried out as it was given, and what is said beside a result."""

import sys


class MisuseError(Exception):
    """A command that cannot be carried out as it was given: what is wrong, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


def tell(sentence: str, hint: str = "") -> None:
    """Say something beside the result, on standard error, and on the next line what to do."""
    print(f"playbook: {sentence}", file=sys.stderr)
    if hint:
        print(f"    {hint}", file=sys.stderr)
