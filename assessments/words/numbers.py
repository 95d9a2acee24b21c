"""Write a number as a language does: its decimal mark, its groups of digits, a true minus sign."""

from decimal import Decimal

from assessments.words.language import Language


def grouped(number: int | Decimal, language: Language, decimals: int | None = None) -> str:
    """Return a number in groups of three digits from the size on at which a language groups."""
    value = Decimal(number)
    comma = "," if value.copy_abs() >= language.grouped_from else ""
    point = "" if decimals is None else f".{decimals}"
    return marked(f"{value:{comma}{point}f}", language)


def marked(written: str, language: Language) -> str:
    """Return a number that is written as 1,159.5 with the marks of a language."""
    decimal, group = language.decimal_mark, language.group_mark
    if decimal != "." or group != ",":
        written = written.translate({ord("."): decimal, ord(","): group})
    return written.replace("-", "−")
