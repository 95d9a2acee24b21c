"""Caddy: one site block for its Caddyfile."""

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
from macros.hosting.types import TYPES

UNKNOWN_TO_CADDY = ("ics", "imscc", "map", "md", "webmanifest", "whl")


def caddy(served: Served) -> str:
    """Return the block of the site, which Caddy serves with a certificate of its own making."""
    allowed = served.policies
    scheme, _, rest = served.address.partition("://")
    own = f"http://{rest.partition('/')[0]}" if scheme == "http" else rest.partition("/")[0]
    inside = (
        *(f"root * {served.folder}",),
        "file_server {",
        "\tprecompressed br gzip",
        "}",
    )
    # At a path below a host the files stand at its root.
    below = served.path == "/"
    place = inside if below else (f"handle_path {served.path}* {{", *_in(inside), "}")
    block = (
        "map {path} {playbook_policy} {playbook_caching} {",
        f"\t`~{FRAMED}` `{allowed.framed}` `{ASK_AGAIN}`",
        f"\t`~{WORKER}` `{allowed.worker}` `{FOREVER}`",
        f"\t`~{HASHED}` `{allowed.page}` `{FOREVER}`",
        f"\tdefault `{allowed.page}` `{ASK_AGAIN}`",
        "}",
        "header Content-Security-Policy {playbook_policy}",
        "header Cache-Control {playbook_caching}",
        *(f"header {name} `{value}`" for name, value in COMPANIONS.items()),
        f"@for_everybody path_regexp {FOR_EVERYBODY}",
        f"header @for_everybody Access-Control-Allow-Origin {ANYBODY}",
        *(
            line
            for name in UNKNOWN_TO_CADDY
            for line in (f"@{name} path *.{name}", f"header @{name} Content-Type {TYPES[name]}")
        ),
        *place,
        *_missing(served),
    )
    return "\n".join((f"# {MADE.format(name='caddy')}", f"{own} {{", *_in(block), "}", ""))


def _in(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"\t{line}" for line in lines)


def _missing(served: Served) -> tuple[str, ...]:
    lines = ["handle_errors {", f"\troot * {served.folder}"]
    for code in served.others:
        lines += (
            f"\t@{code} path {served.path}{code}/*",
            f"\thandle @{code} {{",
            f"\t\trewrite * /{code}/404.html",
            "\t\tfile_server",
            "\t}",
        )
    lines += ("\thandle {", "\t\trewrite * /404.html", "\t\tfile_server", "\t}", "}")
    return tuple(lines)
