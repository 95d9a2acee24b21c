"""Which element of the sources stands in which part of which module, and which in none."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.files import Files, stem
from macros.published.ids import collect_ids


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


def coverage_of(files: Files) -> Coverage:
    """Return where every element of the sources stands; what is wrong elsewhere does not matter."""
    ids = collect_ids(files)
    places: dict[str, list[str]] = {element: [] for element in ids.names("element")}
    for module in files.of("module"):
        for path, element in module.each("parts", "*", "covers", "*"):
            for _, part in module.each(*path[:2], "id"):
                if element in places:
                    places[element].append(f"m:{stem(module)}#{part}")
    return Coverage(places={element: tuple(found) for element, found in places.items()})
