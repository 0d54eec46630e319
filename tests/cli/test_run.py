"""Every verb is there, is explained, takes a language, and refuses in sentences."""

import re
from pathlib import Path

import click
import pytest

from pmdesk.cli.run import verbs
from pmdesk.cli.verbs import VERBS
from tests.cli.conftest import Pm

HERE = Path(__file__).parent


def command(name: str) -> click.Command:
    found = verbs.get_command(click.Context(verbs), name)
    assert found is not None, name
    return found


def spoken(name: str) -> list[list[str]]:
    """The words of a verb as they are typed; one with parts ('return send') once for each."""
    found = command(name)
    return [[name, part] for part in found.commands] if isinstance(found, click.Group) else [[name]]


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_is_explained_with_an_example(name: str, pm: Pm) -> None:
    for words in spoken(name):
        answer = pm(*words, "--help")
        assert answer.code == 0
        assert re.search(rf"pmdesk {' '.join(words)} aldermoor\.pmdesk", answer.out), words
        assert "--lang" in answer.out
        assert "—" not in answer.out
    first = (command(name).help or "").split(".")[0]
    assert 3 < len(first) < 60


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_a_test(name: str) -> None:
    tests = "\n".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    assert f'pm("{name}", ' in tests


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_says_that_a_file_is_no_register(name: str, pm: Pm, tmp_path: Path) -> None:
    """A picture under a register's name: a sentence, exit 1, and every byte left."""
    path = tmp_path / "photo.pmdesk"
    path.write_bytes(b"\xff\xd8\xff\xe0 a picture" * 100)
    updates = ("return-back", "submit", "accept", "sign-off", "correct", "publish")
    rest = {"list": ["person"], "show": ["person", "x"], "add": ["person", "name=x"],
            "appoint": ["x", "y"],
            "set": ["person", "x", "name=y"], "delete": ["person", "x"], "import": ["sheet.csv"],
            "export": ["person", tmp_path / "o.csv"], "backup": [tmp_path / "b.pmdesk"],
            "paper": ["register-partnerships", tmp_path / "o.pdf"],
            "member-file": ["x", tmp_path / "o.pmdesk"], "merge": ["x.pmdesk"],
            "return send": ["--out", tmp_path / "forms"], "return receive": ["x.pdf"],
            "practice send": [tmp_path / "o.json"], "practice receive": ["x.json"],
            "settle": ["x", "--take", "1"],
            "pack": [tmp_path / "o.pmpack"], "trust": ["x"], "stop-trusting": ["x"],
            "enrol": [tmp_path / "o.pmenrol"], "roles": ["on"], "recovery-key": [tmp_path / "o.pdf"],
            "erase": ["x", "--yes"], "person-report": ["x"], "restore": [tmp_path / "o.pmdesk"],
            "rescue": [tmp_path / "o.pmdesk"], "same": ["person", "x", "y"],
            "sync": ["--hub", "postgresql://h/d"],
            "begin-review": ["x"], "health-check": ["show", "x"],
            "change-seat": ["x", "y"], "renew": ["x"], "end-seat": ["x"],
            **{each: ["x"] for each in updates}}  # fmt: skip
    before = path.read_bytes()
    for words in spoken(name):
        answer = pm(*words, path, *rest.get(" ".join(words), []))
        assert (answer.code, answer.out) == (1, ""), words
        assert len(answer.err.strip().splitlines()) == 1
        assert answer.err.strip().endswith(".")
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir() if each.name not in ("home", "photo.pmdesk")] == []


def test_there_is_no_verb_that_is_not_listed() -> None:
    assert verbs.get_command(click.Context(verbs), "nonsense") is None
    assert verbs.list_commands(click.Context(verbs)) == list(VERBS)


@pytest.mark.parametrize(
    "typed",
    [["list"], ["list", "FILE"], ["list", "FILE", "nonsense"], ["add", "FILE", "person", "name"],
     ["list", "FILE", "person", "--bogus"], ["paper", "FILE", "nonsense", "o.pdf"],
     ["export", "FILE", "person", "out.doc"], ["history", "FILE", "person"],
     ["list", "FILE", "person", "--lang", "fr"]],
)  # fmt: skip
def test_wrong_usage(typed: list[str], pm: Pm, empty: Path) -> None:
    answer = pm(*(empty if word == "FILE" else word for word in typed))
    assert (answer.code, answer.out) == (2, "")
    assert "Error: " in answer.err
