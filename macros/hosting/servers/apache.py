"""Apache: one .htaccess for the folder of the site, or the inside of its <Directory>."""

from macros.hosting.policy import (
    ANYBODY,
    ASK_AGAIN,
    COMPANIONS,
    FOR_EVERYBODY,
    FOREVER,
    FRAMED,
    HASHED,
    WORKER,
)
from macros.hosting.served import MADE, Served
from macros.hosting.types import TEXTS, TYPES

TWINS = {"br": "br", "gz": "gzip"}
"""Extension of a twin -> how it is encoded."""


def apache(served: Served) -> str:
    """Return directives that need mod_headers, mod_mime and mod_rewrite."""
    allowed = served.policies
    return "\n".join(
        (
            f"# {MADE.format(name='apache')}",
            "# It needs mod_headers, mod_mime and mod_rewrite, and AllowOverride All.",
            "Options -Indexes",
            "DirectoryIndex index.html",
            f"ErrorDocument 404 {served.path}404.html",
            *(line for code in served.others for line in _missing(served, code)),
            *(f"AddType {kind} .{name}" for name, kind in TYPES.items()),
            f"AddCharset utf-8 {' '.join(f'.{name}' for name in TEXTS)}",
            *_twins(),
            *_header("Content-Security-Policy", allowed.page),
            *_where(FRAMED, "Content-Security-Policy", allowed.framed),
            *_where(WORKER, "Content-Security-Policy", allowed.worker),
            *_header("Cache-Control", ASK_AGAIN),
            *_where(HASHED, "Cache-Control", FOREVER),
            *_where(FOR_EVERYBODY, "Access-Control-Allow-Origin", ANYBODY),
            *(line for name, value in COMPANIONS.items() for line in _header(name, value)),
            "",
        )
    )


def _header(name: str, value: str) -> tuple[str, ...]:
    return (f'Header always set {name} "{value}"',)


def _where(pattern: str, name: str, value: str) -> tuple[str, ...]:
    # A twin is another path to Apache, with one more extension.
    ending = r"(\.(br|gz))?$"
    bounded = pattern.removesuffix("$") + (ending if pattern.endswith("$") else "")
    return (
        f'<If "%{{REQUEST_URI}} =~ m#{bounded}#">',
        *(f"    {line}" for line in _header(name, value)),
        "</If>",
    )


def _missing(served: Served, code: str) -> tuple[str, ...]:
    return (
        f'<If "%{{REQUEST_URI}} =~ m#^{served.path}{code}/#">',
        f"    ErrorDocument 404 {served.path}{code}/404.html",
        "</If>",
    )


def _twins() -> tuple[str, ...]:
    """Return what sends a twin in the place of a file, with the type of the file."""
    lines = ["RewriteEngine On"]
    for extension, encoding in TWINS.items():
        lines += (
            # Debian takes .br for Breton, and .gz for a type of its own.
            f"RemoveLanguage .{extension}",
            f"RemoveType .{extension}",
            f"AddEncoding {encoding} .{extension}",
            rf"RewriteCond %{{HTTP:Accept-Encoding}} \b{encoding}\b",
            rf"RewriteCond %{{REQUEST_FILENAME}} !\.({'|'.join(TWINS)})$",
            f"RewriteCond %{{REQUEST_FILENAME}}.{extension} -f",
            f"RewriteRule ^(.+)$ $1.{extension} [L]",
        )
    lines.append("Header always merge Vary Accept-Encoding")
    return tuple(lines)
