"""Numbers of a slide as the format of PowerPoint writes them."""

from macros.slides.frames import Box

EMU = 12700
"""English metric units in a point."""


def emu(points: float) -> int:
    """Return a length in the units of the format."""
    return round(points * EMU)


def place(box: Box) -> str:
    """Return where a box stands and how large it is, as XML."""
    return (
        f'<a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
    )
