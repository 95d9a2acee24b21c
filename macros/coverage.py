"""Which element of the sources stands in which part of which module, and which in none."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.playbook import Playbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Where the elements of the sources stand."""

    places: Mapping[str, tuple[str, ...]]
    """Element id -> the places that cover it, as links write them: m:trust-stages#perception."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the elements that stand nowhere, in the order of elements.yml."""
        return tuple(element for element, places in self.places.items() if not places)

    @property
    def covered(self) -> int:
        """Return how many elements stand somewhere."""
        return len(self.places) - len(self.missing)


def coverage_of(playbook: Playbook) -> Coverage:
    """Return where every element of the sources stands."""
    places: dict[str, list[str]] = {element: [] for element in playbook.elements}
    for module in playbook.modules.values():
        for part in module.data["parts"]:
            for element in part["covers"]:
                places[element].append(f"m:{module.id}#{part['id']}")
    return Coverage(places={element: tuple(found) for element, found in places.items()})
