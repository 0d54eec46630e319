"""Gathers the words of pmdesk from its source into each language's catalogue; translates nothing itself.

It reads the source as Python does, so a sentence split over lines, or one inside another, is found whole:
`_("...")`, `N_("...")`, `words("...")`, `Say("...")`, and the two forms of `n_(n, "one", "many")` and
`words.plural(n, "one", "many")`. To add words: mark them so, run ./installer/words, fill in the empty msgstr.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parents[1]
LANGUAGE_FOLDERS = HERE / "resources" / "translations"

ONE_TEXT = {"_", "N_", "words", "_words", "Say"}  # the text is the first argument
COUNTED = {"n_", "plural"}  # the count, then the text for one and for many


class Text(NamedTuple):
    """A marked text and where it stands; `many` is '' unless it is counted."""

    file: str
    line: int
    one: str
    many: str = ""


class Unreadable(NamedTuple):
    """A marked text that no catalogue can hold, since it is put together while the program runs."""

    file: str
    line: int
    why: str


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _texts(node: ast.expr) -> list[str]:
    """The texts an argument can be: one, or one of two by a condition."""
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _built(node: ast.expr) -> bool:
    """Whether a text is put together in place: an f-string, `+`, `%` or `.format`."""
    if isinstance(node, ast.Call):
        return _called(node) in ("format", "join")
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def texts_in(source: str, file: str) -> Iterator[Text | Unreadable]:
    """Every marked text of one module, in the order it stands there."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node)
        if name in ONE_TEXT and node.args:
            wanted = node.args[:1]
            yield from (Text(file, node.lineno, each) for each in _texts(wanted[0]) if each)
        elif name in COUNTED and len(node.args) >= 3:
            wanted = node.args[1:3]
            yield from (Text(file, node.lineno, *both) for both in zip(*map(_texts, wanted), strict=True))
        else:
            continue
        if any(_built(each) for each in wanted):
            yield Unreadable(file, node.lineno, f"{name}(...) holds a text built in place; use {{fields}}")


@cache
def all_texts(package: Path = HERE / "pmdesk") -> tuple[Text | Unreadable, ...]:
    """Every marked text of the program, as it is when first asked."""
    return tuple(
        text
        for path in sorted(package.rglob("*.py"))
        for text in texts_in(path.read_text(encoding="utf-8"), path.relative_to(package.parent).as_posix())
    )


def template() -> Catalog:
    """What a translator must have seen: every text once, with the files it stands in."""
    catalog = Catalog(project="pmdesk", charset="utf-8", fuzzy=False)
    for text in all_texts():
        if isinstance(text, Text):
            said = (text.one, text.many) if text.many else text.one
            flags = ["python-brace-format"] if re.search(r"\{\w*\}", text.one) else []
            catalog.add(said, locations=[(text.file, 0)], flags=flags)
    return catalog


def catalogue(language: str) -> Catalog:
    """A language's catalogue as it stands."""
    with (LANGUAGE_FOLDERS / language / "LC_MESSAGES" / "pmdesk.po").open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> list[str]:
    """Bring a catalogue up to date, keeping its translations; returns the texts that still wait for one."""
    merged = catalogue(language)
    merged.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    merged.obsolete.clear()
    merged.msgid_bugs_address = "the pmdesk authors"
    path = LANGUAGE_FOLDERS / language / "LC_MESSAGES" / "pmdesk.po"
    with path.open("wb") as file:
        write_po(file, merged, width=110, include_lineno=False, sort_by_file=True, omit_header=False)
    return waiting(merged)


def waiting(catalog: Catalog) -> list[str]:
    """The texts of a catalogue without a whole translation."""
    return [_first(each.id) for each in catalog if each.id and not _whole(each.string)]


def _first(said: str | tuple[str, ...] | list[str]) -> str:
    return said if isinstance(said, str) else said[0]


def _whole(said: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(said) if isinstance(said, str | None) else all(said)


def main() -> None:
    for folder in sorted(LANGUAGE_FOLDERS.iterdir()):
        left = update(folder.name)
        print(f"{folder.name}: {len(left)} texts wait for a translation")
        for text in left:
            print(f"  {text}")


if __name__ == "__main__":
    main()
