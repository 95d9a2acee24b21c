"""What each server is told, in its own words."""

from collections.abc import Callable, Mapping

from macros.hosting.served import Served
from macros.hosting.servers.apache import apache
from macros.hosting.servers.caddy import caddy
from macros.hosting.servers.meta import meta
from macros.hosting.servers.netlify import netlify
from macros.hosting.servers.nginx import nginx
from macros.hosting.servers.rules import rules

SERVERS: Mapping[str, Callable[[Served], str]] = {
    "nginx": nginx,
    "caddy": caddy,
    "apache": apache,
    "netlify": netlify,
    "cloudflare": netlify,
    "json": rules,
    "meta": meta,
}
"""Name of a server -> what makes its configuration."""
