"""Every sentence a person reads can be said in Welsh, and says the same things there."""

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages import Catalog

from installer import words
from installer.words import Text, Unreadable
from tests.sources import nodes_in, tree_of

TOP = Path(__file__).parents[1]
LANGUAGES = sorted(folder.name for folder in words.LANGUAGE_FOLDERS.iterdir())

# What Qt shows as it is given: a bare text in one of these was never offered for translation.
SHOWS_TEXT = {
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu",
    "setText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName",
    "setAccessibleDescription", "setPlaceholderText", "setTitle", "addAction", "addMenu", "addTab", "addItem",
}  # fmt: skip


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def forms(said: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """The forms of a message or a translation: one, or one for each number."""
    return [said] if isinstance(said, str) else list(said or ())


@pytest.fixture(scope="module", params=LANGUAGES)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return words.catalogue(request.param)


def test_every_text_is_in_the_catalogue(catalog: Catalog) -> None:
    """Run ./installer/words when this fails."""
    new = [forms(each.id)[0] for each in words.template() if each.id and catalog.get(each.id) is None]
    assert new == []


def test_every_text_is_translated(catalog: Catalog) -> None:
    assert words.waiting(catalog) == []


def test_a_translation_keeps_the_values(catalog: Catalog) -> None:
    """A form for one number may leave the number out; none may name a value that is not there."""
    wrong = [
        forms(each.id)[0]
        for each in catalog
        if each.id
        for form in forms(each.string)
        if form and not _same_values(forms(each.id), form)
    ]
    assert wrong == []


def _same_values(said: list[str], form: str) -> bool:
    known = set().union(*map(fields, said))
    needed = set.intersection(*map(fields, said)) - ({"n"} if len(said) > 1 else set())
    return needed <= fields(form) <= known


def test_no_text_is_put_together_in_place() -> None:
    assert [each for each in words.all_texts() if isinstance(each, Unreadable)] == []


def test_no_text_has_a_long_dash() -> None:
    said = [form for each in words.template() for form in forms(each.id)]
    for language in LANGUAGES:
        said += [form for each in words.catalogue(language) for form in forms(each.string)]
    assert [text for text in said if "\N{EM DASH}" in text] == []


def test_the_window_shows_no_text_that_was_not_offered_for_translation() -> None:
    bare = []
    for path in sorted((TOP / "pmdesk" / "ui").rglob("*.py")):
        for node in nodes_in(tree_of(path)):
            if isinstance(node, ast.Call) and _name(node.func) in SHOWS_TEXT:
                bare += [f"{path.name}:{node.lineno} {text}" for text in map(_words_in, node.args) if text]
    assert bare == []


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")


def _words_in(argument: ast.expr) -> str:
    """The words of a text given as it is; the product's own name and signs are the same in every language."""
    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    text = "".join(str(each.value) for each in parts if isinstance(each, ast.Constant))
    return text if isinstance(getattr(parts[0], "value", ""), str) and _is_language(text) else ""


def _is_language(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", re.sub(r"<[^>]*>|pmdesk", "", text)))


def test_the_gatherer_finds_what_is_marked() -> None:
    source = """
_("Saved {name}", name=_("inner"))
n_(3, "{n} seat", "{n} seats")
words.plural(n, "one", "many")
Say(N_("far " "apart"))
words("yes" if ready else "no")
words(field.label)
"""
    found = [(each.one, each.many) for each in words.texts_in(source, "a.py") if isinstance(each, Text)]
    assert sorted(found) == sorted([
        ("Saved {name}", ""), ("inner", ""), ("{n} seat", "{n} seats"), ("one", "many"), ("far apart", ""),
        ("yes", ""), ("no", ""),
    ])  # fmt: skip


@pytest.mark.parametrize("built", ['_(f"Saved {x}")', '_("a" + b)', 'words("%s" % b)', '_("{}".format(b))'])
def test_the_gatherer_refuses_what_is_built_in_place(built: str) -> None:
    assert [type(each) for each in words.texts_in(built, "a.py")] == [Unreadable]
