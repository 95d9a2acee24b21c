"""Whether the site is at the address it was built for, and whole in every language."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from macros.doctor.finding import HOW, Finding
from macros.doctor.found import Found, Reader
from macros.doctor.visit import Answer, Visit

NOWHERE = "this-page-does-not-exist/"
BUILD = "Build it for its own address: python tasks.py site --address {address}"


def check_address(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield where the site believes to be somewhere else, and redirects that lead away."""
    reader = Reader(found.home.text)
    canonical = next(
        (each["href"] for each in reader.every("link", "href") if each.get("rel") == "canonical"),
        visit.home,
    )
    if canonical != visit.home:
        yield Finding(
            f"The site was built for {canonical}: links for search engines, courses and pages"
            " that change in place go there.",
            BUILD.format(address=visit.home),
        )
    bare = found.page.rstrip("/")
    answer = visit.get(bare)
    target = urljoin(bare, answer.header("Location"))
    if bare == visit.home.rstrip("/"):
        return
    if not 300 <= answer.status < 400:
        yield Finding(f"{bare} without its last slash answers {answer.status}: links break.")
    elif target != found.page:
        yield Finding(
            f"{bare} without its last slash leads to {target}.",
            "Let the server name no host in its redirects, or tell it the one outside:"
            f" X-Forwarded-Proto and X-Forwarded-Host. {HOW}",
        )


def check_missing(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield wrong answers for an address that does not exist, in each language's folder."""
    for home in (visit.home, *(address for _, address in _languages(found.home))):
        answer = visit.get(urljoin(home, NOWHERE))
        if answer.status != 404:
            yield Finding(f"{answer.address} does not exist and answers {answer.status}, not 404.")
        if "<html" not in answer.text or not _language(answer):
            yield Finding(
                f"{answer.address} does not exist, and the site's page 404.html does not say so."
            )


def check_languages(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield links to other languages that break, lie or lead elsewhere."""
    for address in dict.fromkeys((found.home.address, found.page)):
        page = visit.get(address)
        for tag, other in _languages(page):
            if urlsplit(other).netloc != urlsplit(visit.home).netloc:
                yield Finding(f"{address} sends readers of {tag} to another host: {other}.")
                continue
            answer = visit.get(other)
            if answer.status != 200:
                yield Finding(
                    f"The link of {address} to {tag} is broken: {other} answers {answer.status}.",
                    "Copy the folders of all languages to the host.",
                )
            elif _language(answer) != tag:
                yield Finding(f"{other} should speak {tag}, and says {_language(answer) or '—'}.")
            elif address not in {back for _, back in _languages(answer)}:
                yield Finding(f"{other} does not lead back to {address}.")


def _languages(page: Answer) -> list[tuple[str, str]]:
    """Return language and address of each link to the same page in another language."""
    return [
        (each["hreflang"], urljoin(page.address, each["href"]))
        for each in Reader(page.text).every("a", "hreflang")
        if "href" in each
    ]


def _language(page: Answer) -> str:
    return next((each["lang"] for each in Reader(page.text).every("html", "lang")), "")
