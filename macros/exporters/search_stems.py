"""Make one of the forms of an English word: decides, decided and deciding become decid.

docs/assets/js/search/stems.js does the same to what a reader types; a test holds them together.
"""

import re
from functools import lru_cache

NOT_PLURAL = ("ss", "us", "is")
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)es$")
VERB = re.compile(r"^(.*[aeiouy].*[^e]|.*[aeiouy].*e(?=ing))(?:ed|ing)$")
DOUBLE = re.compile(r"([bdgmnprt])\1$")
# The first that fits is taken away; what stands before it keeps at least three letters.
ENDINGS = (
    (re.compile(r"(?<=...)i[sz]ation$"), "is"),
    (re.compile(r"(?<=...)ize?$"), "is"),
    (re.compile(r"(?<=...)our$"), "or"),
    (re.compile(r"(?<=....)at(?:ion|e)?$"), ""),
    (re.compile(r"(?<=...[st])ion$"), ""),
    (re.compile(r"(?<=....)(?:ion)?ship$"), ""),
    (re.compile(r"(?<=...)ment$"), ""),
    (re.compile(r"(?<=...)eed$"), "ee"),
    (re.compile(r"(?<=...)(?<!bus)iness$"), "y"),
    (re.compile(r"(?<=....)(?<!busi)ness$"), ""),
    (re.compile(r"(?<=...)fully$"), ""),
    (re.compile(r"(?<=....)(?<!pp)ly$"), ""),
)
LAST = re.compile(r"(?<=..[^aeo])e$")
SHORTEST = 4


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return an English word in small letters without the ending of its form."""
    if len(word) < SHORTEST:
        return word
    return _derived(_present(_singular(word)))


def _singular(word: str) -> str:
    if len(word) > SHORTEST and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if len(word) > SHORTEST and SIBILANT.search(word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(NOT_PLURAL):
        return word[:-1]
    return word


def _present(word: str) -> str:
    """Return a verb without -ed and -ing: planned and planning are plan."""
    match = VERB.match(word)
    if not match or len(match[1]) < SHORTEST - 1:
        return word
    short = match[1]
    return short[:-1] if len(short) >= SHORTEST and DOUBLE.search(short) else short


def _derived(word: str) -> str:
    """Return the word that a longer one was made of, without a silent e."""
    for ending, instead in ENDINGS:
        if ending.search(word):
            word = ending.sub(instead, word)
            break
    return LAST.sub("", word)
