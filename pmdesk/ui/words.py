"""The window's words: the one language the person has chosen, set by app.py before any page is built."""

from pmdesk.domain.words import Say, Words, words_in

_spoken: Words = words_in("en")


def speak(language: str) -> None:
    """Choose the window's language; pages built from now on use it."""
    global _spoken
    _spoken = words_in(language)


def spoken() -> Words:
    """The catalogue in use, for figures and actions that take `words` as an argument."""
    return _spoken


def _(text: str | Say, **values: object) -> str:
    return _spoken(text, **values)


def n_(n: int, one: str, many: str, **values: object) -> str:
    return _spoken.plural(n, one, many, **values)
