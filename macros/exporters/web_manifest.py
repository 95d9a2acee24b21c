"""What a browser reads to install the site: its name in one language, its icons, its colours."""

from collections.abc import Mapping

from assessments.border.reading import write_json
from macros.views import Book

FILE = "playbook.webmanifest"
"""At the root of each language."""
FOLDER = "icons"
"""Of assets."""
FOR_PHONES = 180
"""Pixels: the one that a page names itself, for systems that read no manifest."""
SHORT = 12
"""Characters that find room under an icon."""


def web_manifest(book: Book, icons: Mapping[int, str], ground: str) -> bytes:
    """Return the manifest of one language; *icons* has the file of each size, on a *ground*."""
    title = str(book.site["title"])
    up = "" if book.language == book.playbook.languages[0] else "../"
    named = [
        {
            "src": f"{up}assets/{FOLDER}/{file}",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size, file in sorted(icons.items())
        if size != FOR_PHONES
        for purpose in ("any", "maskable")
    ]
    manifest = {
        "name": title,
        **({"short_name": title} if len(title) <= SHORT else {}),
        "description": book.site["tagline"],
        "lang": book.spoken.tag,
        "dir": book.spoken.direction,
        "start_url": "./",
        # The other languages belong to it: the switch stays inside.
        "scope": up or "./",
        "display": "standalone",
        "background_color": ground,
        "theme_color": ground,
        "icons": named,
    }
    return write_json(manifest).encode()
