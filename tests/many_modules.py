"""The real playbook with copies of its modules, in memory."""

from dataclasses import replace

from macros.playbook import Playbook
from tests.site_playbook import real_playbook

AREAS = 12


def many_modules(number: int) -> Playbook:
    """Return a playbook of so many modules, in copies of its areas."""
    playbook = real_playbook()
    originals = list(playbook.modules.values())
    modules = dict(playbook.modules)
    for copy in range(number - len(originals)):
        original = originals[copy % len(originals)]
        name = f"{original.id}-copy-{copy}"
        modules[name] = replace(original, id=name, data={**original.data, "id": name})
    names = list(modules)
    count = len(playbook.areas)
    areas = [
        {
            **playbook.areas[area % count],
            "id": playbook.areas[area]["id"] if area < count else f"area-{area}",
            "modules": names[area::AREAS],
        }
        for area in range(AREAS)
    ]
    return replace(playbook, modules=modules, areas=tuple(areas), views={}, made={})
