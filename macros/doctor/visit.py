"""Ask a server for pages and files, each once, and follow no redirect in silence."""

import ipaddress
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException
from urllib.parse import urljoin, urlsplit

PATIENCE = 30
"""Seconds until a server that says nothing is given up."""


class VisitError(Exception):
    """A server cannot be asked; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent."""

    address: str
    status: int
    headers: Message
    content: bytes

    def header(self, name: str) -> str:
        """Return a header; empty when it was not sent."""
        return str(self.headers.get(name, "")).strip()

    @property
    def kind(self) -> str:
        """The media type, without what follows it."""
        return self.header("Content-Type").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode("utf-8", "replace")

    @property
    def path(self) -> str:
        """The path of the address."""
        return urlsplit(self.address).path


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect to whoever asked."""

    def redirect_request(self, *_arguments: object) -> None:
        """Follow nothing."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at the site at an address that ends with a slash."""

    home: str
    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent with each request: a cookie, for a site behind a login."""
    _answers: dict[tuple[str, str], Answer] = field(default_factory=dict)

    def get(self, path: str, encoding: str = "identity") -> Answer:
        """Return what stands at a path from the home page, or at a whole address."""
        address = urljoin(self.home, path)
        if (address, encoding) not in self._answers:
            self._answers[address, encoding] = self._ask(address, encoding)
        return self._answers[address, encoding]

    def _ask(self, address: str, encoding: str) -> Answer:
        sent = {"Accept-Encoding": encoding, "User-Agent": "playbook-doctor", **self.headers}
        request = urllib.request.Request(address, headers=sent)  # noqa: S310 (http or https only)
        try:
            with self._opener(address).open(request, timeout=PATIENCE) as answer:
                return Answer(
                    address=address,
                    status=answer.status,
                    headers=answer.headers,
                    content=answer.read(),
                )
        except urllib.error.HTTPError as error:
            with error:
                content = error.read()
            return Answer(
                address=address, status=error.code, headers=error.headers, content=content
            )
        except urllib.error.URLError as error:
            raise VisitError(f"{address} does not answer: {error.reason}.") from None
        except (HTTPException, OSError) as error:
            raise VisitError(f"{address} breaks off: {error}.") from None

    def _opener(self, address: str) -> urllib.request.OpenerDirector:
        # A proxy for the world outside does not know what this machine serves itself.
        own = (urllib.request.ProxyHandler({}),) if _is_here(urlsplit(address).hostname) else ()
        return urllib.request.build_opener(NoRedirect, *own)


def _is_here(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False
