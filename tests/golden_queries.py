"""What readers type into the search, and what they must find: tests/cases/search.yml, read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.addresses import address_of, target_of
from macros.yaml_source import read_yaml

CASES = Path(__file__).parent / "cases" / "search.yml"
HOMES = {"en": "", "zh": "zh/"}
"""Language -> its root, from the root of the site."""
FIRST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a reader types, and what must stand among the first results."""

    group: str
    site: str
    """The language the reader reads in."""
    typed: str
    find: Sequence[str]
    """Links by id; of those joined by " or ", one is enough."""

    def missed(self, found: Sequence[str]) -> list[str]:
        """Return what is not among the first of these addresses, from the root of the site."""
        return [wanted for wanted in self.find if not self._has(wanted, found[:FIRST])]

    def recall(self, found: Sequence[str]) -> float:
        """Return which share of what is wanted stands among the first of these addresses."""
        return 1 - len(self.missed(found)) / len(self.find)

    def _has(self, wanted: str, found: Sequence[str]) -> bool:
        return any(self._leads(link, address) for link in wanted.split(" or ") for address in found)

    def _leads(self, link: str, address: str) -> bool:
        """Tell whether an address is that of a link; for a term, the whole glossary will do."""
        target = target_of(link)
        page, _, anchor = address.partition("#")
        right = page == HOMES[self.site] + address_of(target.path)
        return right and (not target.anchor or anchor in ("", target.anchor))


def read_queries() -> Iterator[Query]:
    """Yield every query, group by group."""
    groups = read_yaml(CASES.read_bytes(), CASES.name).value
    assert isinstance(groups, Mapping)
    for group, queries in groups.items():
        for query in queries:
            yield Query(group=group, **query)
