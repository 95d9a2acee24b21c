"""The page of the company of the examples: who is who, its accounts with figures, its timeline."""

from itertools import groupby

from macros.page_kind import Context, Page, PageKind, Place, single, under_reference
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return the accounts with their people, and the events by year."""
    people = book.company["people"]
    accounts = book.company["accounts"]
    events = book.company["timeline"]
    return {
        "accounts": [
            {**account, "people": [each for each in people if each["side"] == account["id"]]}
            for account in accounts
        ],
        "account_names": {account["id"]: account["name"] for account in accounts},
        "years": [(year, list(each)) for year, each in groupby(events, _year)],
    }


def _year(event: dict[str, str]) -> str:
    return event["date"][:4]


def place(book: Book, _page: Page) -> Place:
    """Return a line of the reference."""
    return under_reference(book, book.words["company"]["title"])


KIND = PageKind(
    name="company",
    order=95,
    records=single("company", "playbook_data/company.yml"),
    address="company.md",
    holds={"company": "company.{id}"},
    template="company",
    context=context,
    place=place,
)
