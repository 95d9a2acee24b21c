"""How a site is served: what its host must be told."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from macros.hosting.policy import Policies

MADE = (
    "Made by `playbook headers {name}`: make it anew after each build, and add nothing of your own."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A built site and the place where it will be read."""

    site: Path
    """The folder of the built site."""
    address: str
    """Where it is read: https://playbook.example.org/ or a path below a host; ends with a slash."""
    folder: str
    """Where its files stand on the host."""
    policies: Policies
    others: tuple[str, ...]
    """Languages that have a folder of their own."""
    brotli: bool = False
    """Whether the server has the module that sends Brotli twins, where it needs one."""

    @property
    def host(self) -> str:
        """The name of the host: playbook.example.org."""
        return urlsplit(self.address).hostname or "localhost"

    @property
    def path(self) -> str:
        """The path of the home page: / or /guides/trust/."""
        return urlsplit(self.address).path or "/"
