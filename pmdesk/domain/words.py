"""The words of pmdesk in English and Welsh; the language is an argument here, never a global."""

import gettext
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

LANGUAGES: Mapping[str, str] = {"en": "English", "cy": "Cymraeg"}


def N_(text: str) -> str:
    """Mark `text` for the catalogue without translating it: for strings declared as data."""
    return text


class Say(NamedTuple):
    """A sentence for a person, kept with its values so that any language can say it later."""

    text: str
    values: Mapping[str, object] = {}

    def __str__(self) -> str:
        return Words()(self) if self.values else self.text


class Words:
    """One language's catalogue: `words("Saved {name}", name=x)` gives the sentence in that language."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def __call__(self, text: str | Say, **values: object) -> str:
        if isinstance(text, Say):
            values = {name: self._value(value) for name, value in text.values.items()}
            text = text.text
        said = self._catalogue.gettext(text) if text else ""
        return said.format(**values) if values else said

    def plural(self, n: int, one: str, many: str, **values: object) -> str:
        """Say a counted phrase; `{n}` in the text is the count."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    def _value(self, value: object) -> object:
        """Sentences inside a sentence are said in this language too; a list of them with commas."""
        if isinstance(value, list):
            return ", ".join(str(self._value(each)) for each in value)
        return self(value) if isinstance(value, Say) else value


@cache
def resources() -> Path:
    """The folder of icons, fonts, translations and help, in the repository or inside an installed pmdesk."""
    installed = Path(__file__).parents[1] / "resources"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "resources"


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("pmdesk", resources() / "translations", languages=[language], fallback=True)


@lru_cache
def words_in(language: str) -> Words:
    """The shared `Words` of one language; unknown languages and a missing catalogue speak English."""
    return Words(language if language in LANGUAGES else "en")
