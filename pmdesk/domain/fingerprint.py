"""A key as six words that two people compare by telephone, of a list made to be told apart by ear and eye.

The list is the English one of BIP 39 (resources/wordlist, MIT licence): 2,048 words, no two of which begin
with the same four letters. Six of them are 66 bits of the key's SHA-256: whoever would pass off a key of
their own under the same words has to make some 7 * 10^19 keys.
"""

import hashlib
from functools import lru_cache

from pmdesk.domain.words import resources

WORDS = 6
_BITS = 11  # of a word


@lru_cache
def word_list() -> tuple[str, ...]:
    """All the words, each at its number."""
    return tuple((resources() / "wordlist" / "english.txt").read_text(encoding="ascii").split())


def fingerprint(key: bytes) -> str:
    """The six words of a key.

    >>> fingerprint(bytes(32))
    'march heavy average attack always uphold'
    """
    digest = hashlib.sha256(b"pmdesk fingerprint\n" + key).digest()
    return said(int.from_bytes(digest, "big") >> (8 * len(digest) - WORDS * _BITS), WORDS)


def said(number: int, many: int) -> str:
    """A number as that many words, the highest bits first."""
    return " ".join(word_list()[number >> (_BITS * place) & 2047] for place in reversed(range(many)))


def as_suggested(text: str) -> str:
    """Words of the list as they are suggested and told, however they were typed; '' where one is not of it.

    >>> as_suggested(" March  HEAVY average "), as_suggested("my own words")
    ('march heavy average', '')
    """
    words = text.casefold().split()
    return " ".join(words) if words and set(words) <= set(word_list()) else ""


def number_of(text: str) -> int | None:
    """The number that words say, in any case and spacing; None where one is not in the list."""
    numbers = {word: n for n, word in enumerate(word_list())}
    found = 0
    for word in text.casefold().split():
        if word not in numbers:
            return None
        found = found << _BITS | numbers[word]
    return found
