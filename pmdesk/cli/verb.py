"""What every verb has in common: its language, opening a register, refusing in sentences."""

import functools
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from pmdesk.actions.registers import Register, Unavailable, is_damage, open_register
from pmdesk.cli.passphrase import passphrase_file, with_passphrase
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import LANGUAGES, N_, Say, Words, words_in
from pmdesk.exchange.unreadable import Unreadable

file_argument = click.argument("file", metavar="FILE", type=click.Path(readable=False, path_type=Path))
# In the window there is a button for it.
RESCUE = N_("‘pmdesk rescue FILE NEWFILE’ saves what can be read of a damaged file.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON (UTF-8) for other programs.")


def verb(function: Callable[..., int | None]) -> Callable[..., int]:
    """Give a verb its --lang, --passphrase-file and `words`, and say what it refuses on standard error."""

    @click.option(
        "--passphrase-file",
        "passphrase",
        metavar="PATH",
        type=click.Path(readable=False, path_type=Path),
        help="A file whose first line is the register's passphrase; else PMDESK_PASSPHRASE.",
    )
    @click.option(
        "--lang", type=click.Choice(list(LANGUAGES)), default="en", help="The language of the answer."
    )
    @functools.wraps(function)
    def told(lang: str, passphrase: Path | None, **given: object) -> int:
        words = words_in(lang)
        try:
            with passphrase_file(passphrase):
                return function(words=words, **given) or 0
        except Refused as refused:
            for line in problem_lines(refused.problems, str(given.get("entity") or ""), words):
                print(line, file=sys.stderr)
        except (Unavailable, Unreadable) as fault:
            print(words(fault.sentence), file=sys.stderr)
            if is_damage(fault):
                print(words(RESCUE), file=sys.stderr)
        return 1

    return told


@contextmanager
def reading(file: Path) -> Iterator[Register]:
    """The register for reading, also while a window has it."""
    with with_passphrase(lambda typed: open_register(file, read_only=True, passphrase=typed)) as register:
        yield register


@contextmanager
def writing(file: Path) -> Iterator[Register]:
    """The register for writing; Unavailable says who has it."""
    with with_passphrase(lambda typed: open_register(file, passphrase=typed)) as register:
        if register.read_only:
            raise Unavailable(register.why_read_only())
        yield register


def problem_lines(problems: Mapping[str, Say], kind: str, words: Words) -> Iterator[str]:
    """'Field: sentence' for each problem; what is about the whole record stands alone."""
    for name, sentence in problems.items():
        label = field_label(kind, name, words)
        yield f"{label}: {words(sentence)}" if label else words(sentence)


def field_label(kind: str, name: str, words: Words) -> str:
    """A field's label in the language of the answer; the name itself where no field is called so."""
    entity = ENTITIES.get(kind)
    if not name:
        return ""
    return words(entity.field(name).label) if entity and entity.has(name) else name


class EntityWord(click.ParamType[str]):
    """An ENTITY as people type it: 'outside_body', 'outside bodies', 'Outside body'."""

    name = "entity"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        wanted = _plain(value)
        for entity in _LISTED:
            if wanted in (
                _plain(entity.name),
                _plain(entity.label),
                _plain(entity.plural),
                f"{_plain(entity.name)}s",
            ):
                return entity.name
        known = ", ".join(entity.name for entity in _LISTED)
        self.fail(f"there is no list called ‘{value}’. There are: {known}.", param, ctx)


# What was answered alone is no list that anybody asks for.
_LISTED = tuple(entity for entity in ENTITIES.values() if not entity.sealed)
entity_argument = click.argument("entity", metavar="ENTITY", type=EntityWord())


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").replace("-", " ").casefold().split())
