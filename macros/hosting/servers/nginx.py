"""nginx: one file for /etc/nginx/conf.d/; what is your own stands in /etc/nginx/playbook.d/."""

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
from macros.hosting.types import TEXTS, TYPES, UNKNOWN

OWN = "/etc/nginx/playbook.d/*.conf"
BROTLI = "brotli_static on;"
WITHOUT_BROTLI = f"# {BROTLI}  # Debian: apt-get install libnginx-mod-http-brotli-static"


def nginx(served: Served) -> str:
    """Return the variables for each kind of path and a server that sends them."""
    return "\n".join(
        (
            f"# {MADE.format(name='nginx')}",
            *_variables(served),
            "server {",
            "    listen 80;",
            f"    server_name {served.host};",
            "    # Certificates, login and all else that is yours.",
            f"    include {OWN};",
            "    absolute_redirect off;",
            "    server_tokens off;",
            "    gzip_static on;",
            "    gzip_vary on;",
            f"    {BROTLI if served.brotli else WITHOUT_BROTLI}",
            *_headers(),
            *_types(),
            "    error_page 404 $playbook_missing;",
            f"    location {served.path} {{",
            f"        alias {served.folder.rstrip('/')}/;",
            "    }",
            "}",
            "",
        )
    )


def _variables(served: Served) -> tuple[str, ...]:
    allowed = served.policies
    missing = {f"^{served.path}{code}/": f"{served.path}{code}/404.html" for code in served.others}
    return (
        *_map("policy", allowed.page, {FRAMED: allowed.framed, WORKER: allowed.worker}),
        *_map("caching", ASK_AGAIN, {HASHED: FOREVER}),
        *_map("origins", "", {FOR_EVERYBODY: ANYBODY}),
        *_map("missing", f"{served.path}404.html", missing),
    )


def _map(name: str, usual: str, special: dict[str, str]) -> tuple[str, ...]:
    return (
        f"map $uri $playbook_{name} {{",
        f'    default "{usual}";',
        *(f'    "~{pattern}" "{value}";' for pattern, value in special.items()),
        "}",
    )


def _headers() -> tuple[str, ...]:
    return (
        "    add_header Content-Security-Policy $playbook_policy always;",
        "    add_header Cache-Control $playbook_caching always;",
        "    # Nothing is sent where the variable is empty.",
        "    add_header Access-Control-Allow-Origin $playbook_origins always;",
        *(f'    add_header {name} "{value}" always;' for name, value in COMPANIONS.items()),
    )


def _types() -> tuple[str, ...]:
    """Return the types; with their charset, since nginx adds none to a compressed twin."""
    return (
        f"    default_type {UNKNOWN};",
        "    types {",
        *(
            f'        "{kind}{"; charset=utf-8" if name in TEXTS else ""}" {name};'
            for name, kind in TYPES.items()
        ),
        "    }",
    )
