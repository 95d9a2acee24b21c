"""Overrides: an account is to stand elsewhere than its answers put it, for a reason and a time.

An override changes no result: it stands beside the one that the answers give. It holds up to and
including its last day; after that it is told, and no longer applies.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.border.record import Record
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part, one_id, shown_id
from assessments.portfolio.moves import BAND
from assessments.questionnaires.definition import Definition

COLUMNS = ("override", "override.reason", "override.until")
"""Of a file of results: the band, why, and the last day."""

_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?: 0?0:00(?::00)?)?")
"""A day with its year first, as it is written here, and as spreadsheets make it of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Where an account is to stand."""

    account: str
    band: str
    reason: str
    until: date
    """The last day on which it holds."""

    def holds(self, today: date) -> bool:
        """Return whether it applies on a day: up to and including its last."""
        return today <= self.until

    def cells(self) -> tuple[str, str, str]:
        """Return what stands under COLUMNS."""
        return self.band, self.reason, self.until.isoformat()


class Overrides:
    """The overrides of a list, one for an account."""

    def __init__(self, definition: Definition) -> None:
        self._bands = [each.id for each in definition.bands]
        self._found: dict[str, Override] = {}
        self.problems: list[Problem] = []
        """What of the file's overrides cannot be used."""

    def __len__(self) -> int:
        return len(self._found)

    def held(self, today: date) -> int:
        """Return how many hold on a day."""
        return sum(each.holds(today) for each in self._found.values())

    def of(self, account: str) -> Override | None:
        """Return the override of an account, whether it holds or not."""
        return self._found.get(one_id(account))

    def cells(self, account: str) -> Sequence[str]:
        """Return what stands under COLUMNS for an account."""
        found = self.of(account)
        return found.cells() if found else ("",) * len(COLUMNS)

    def read(self, part: Part, layout: Layout) -> None:
        """Take the overrides of a part of a file, and note those that cannot be used."""
        cells = zip(*(part.columns[layout.header.index(name)] for name in COLUMNS), strict=True)
        for account, (band, reason, until) in zip(part.accounts, cells, strict=True):
            if band.strip() or reason.strip() or until.strip():
                why = shown_id(reason)
                given = {"account": account, "band": band, "reason": why, "until": until}
                self.problems += self._take(given)

    def put(self, given: Iterable[Record]) -> None:
        """Take overrides; raise every problem of theirs, and take none of those that have any."""
        problems = [problem for each in given for problem in self._take(each)]
        if problems:
            raise EngineError(problems)

    def put_new(self, given: Record, today: date) -> None:
        """Take an override that somebody sets today; one without a band takes the account's away.

        Raises EngineError for what it lacks, and for a last day that is not in the future.
        """
        if given.get("band") is None:
            self._found.pop(one_id(str(given.get("account", ""))), None)
            return
        until = read_day(str(given.get("until", "")))
        if until is not None and until <= today:
            values = {"found": until.isoformat(), "today": today.isoformat()}
            raise EngineError([Problem("E_OVERRIDE", "until", values, "past")])
        self.put([given])

    def _take(self, given: Record) -> list[Problem]:
        account, band, reason, until = (
            str(given.get(key, "")).strip() for key in ("account", "band", "reason", "until")
        )
        day, problems = read_day(until), []
        values = {"account": quote(account), "names": ", ".join(self._bands)}
        if band not in self._bands:
            problems.append(Problem("E_OVERRIDE", "band", {**values, "found": quote(band)}, BAND))
        if not reason:
            problems.append(Problem("E_OVERRIDE", "reason", values, "reason"))
        if day is None:
            values["found"] = quote(until)
            problems.append(Problem("E_OVERRIDE", "until", values, "until"))
        elif not problems:
            self._found[one_id(account)] = Override(
                account=account, band=band, reason=" ".join(reason.split()), until=day
            )
        return problems

    def as_data(self, parts: Iterable[Part], today: date) -> Mapping[str, object]:
        """Return each override with the place of its account, and what they come to on a day.

        standing counts the accounts of each band, the last number those without one, where the
        overrides that hold are followed.
        """
        told: list[Mapping[str, object]] = []
        standing: Counter[object] = Counter()
        before = 0
        for part in parts:
            for place, band in enumerate(part.scored.column(BAND)):
                found = self.of(part.accounts[place]) if self._found else None
                holds = found is not None and found.holds(today)
                standing[found.band if found and holds else band] += 1
                if found:
                    told.append(self._told(found, before + place, holds=holds))
            before += len(part.accounts)
        held = sum(bool(each["holds"]) for each in told)
        return {
            "list": told,
            "standing": [standing[name] for name in (*self._bands, None)],
            "held": held,
            "expired": len(told) - held,
        }

    def _told(self, each: Override, place: int, *, holds: bool) -> Mapping[str, object]:
        return {
            "place": place,
            "account": each.account,
            "band": each.band,
            "at": self._bands.index(each.band),
            "reason": each.reason,
            "until": each.until.isoformat(),
            "holds": holds,
        }


def are_in(layout: Layout) -> bool:
    """Return whether a file has overrides: all of their columns."""
    return all(name in layout.header for name in COLUMNS)


def read_day(text: str) -> date | None:
    """Return the day of a text; None for what is none."""
    found = _DAY.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
