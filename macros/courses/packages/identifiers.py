"""Identifiers for XML, made from our ids: a package that is imported again has the same ones."""

import re

NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]")


class PackageError(Exception):
    """A package cannot be made; the message says what to do."""


class Identifiers:
    """The identifiers of one package: NCNames, each of which stands for one thing."""

    def __init__(self) -> None:
        self._taken: dict[str, tuple[str, ...]] = {}

    def of(self, *parts: str) -> str:
        """Return the identifier of what some words name; raise PackageError where it is another's.

        The first word is ours and begins with a letter.
        """
        name = ".".join(NOT_IN_A_NAME.sub("_", part) for part in parts)
        owner = self._taken.setdefault(name, parts)
        if owner != parts:
            raise PackageError(
                f"'{' '.join(owner)}' and '{' '.join(parts)}' would both be '{name}' in a package: "
                "give one of them an id that differs in letters or digits."
            )
        return name
