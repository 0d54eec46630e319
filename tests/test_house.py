"""The house keeps its own rules: every file says why it exists, stays small, and is tested."""

import ast
import doctest
import importlib
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.sources import nodes_in, source_of, tree_of

TOP = Path(__file__).parents[1]
PACKAGE = TOP / "pmdesk"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if source_of(path).strip())
MOST_LINES = 400
WRITTEN = {"", ".py", ".sh", ".md", ".po", ".sql", ".toml", ".csv", ".txt"}  # by hand, as text

# Rooms whose every module with a function in it has a test file of the same name.
MIRRORED = ("domain", "register", "figures", "exchange", "papers", "actions", "cli")
# Modules tested under another name, each with its reason.
TESTED_ELSEWHERE: dict[str, str] = {}
# Functions that only tests call, each with its reason.
CALLED_BY_TESTS: dict[str, str] = {}


def name_of(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


@cache
def functions_of(path: Path) -> list[ast.FunctionDef]:
    return [node for node in nodes_in(tree_of(path)) if isinstance(node, ast.FunctionDef)]


def project_files() -> Iterator[Path]:
    """The text files people write here."""
    for folder in ("pmdesk", "tests", "installer", "resources", ".ci"):
        for path in (TOP / folder).rglob("*"):
            if path.is_file() and path.suffix in WRITTEN:
                yield path
    yield from (TOP / name for name in ("README.md", "CHANGELOG.md", "pyproject.toml", "LICENSE"))


def test_every_module_opens_with_why_it_exists() -> None:
    said = {name_of(path): ast.get_docstring(tree_of(path)) or "" for path in MODULES}
    assert [name for name, sentence in said.items() if len(sentence.split()) < 4] == []


def test_every_module_is_one_thing() -> None:
    lines = {name_of(path): len(source_of(path).splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_no_room_for_odds_and_ends() -> None:
    odd = re.compile(r"util|helper|manager|common|misc", re.IGNORECASE)
    assert [name_of(path) for path in MODULES if odd.search(path.stem)] == []
    classes = [node for path in MODULES for node in nodes_in(tree_of(path)) if isinstance(node, ast.ClassDef)]
    assert [node.name for node in classes if odd.search(node.name)] == []


def test_functions_are_short() -> None:
    """The good houses measured: a median of 5 to 7 lines, nine in ten under 25."""
    lengths = [
        (node.end_lineno or node.lineno) - node.body[0].lineno + 1
        for path in MODULES
        for node in functions_of(path)
    ]
    assert statistics.median(lengths) <= 9
    assert statistics.quantiles(lengths, n=10)[-1] <= 25


def needs_a_test() -> list[Path]:
    return [
        path
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0] in MIRRORED and path.stem != "__init__" and functions_of(path)
    ]


def is_tested(path: Path) -> bool:
    """Whether a test file of its name stands in its folder's mirror or in its room's."""
    inside = path.relative_to(PACKAGE)
    mirrors = (TOP / "tests" / inside.parent, TOP / "tests" / inside.parts[0])
    return any((folder / f"test_{inside.stem}.py").exists() for folder in mirrors)


def test_every_module_has_its_test() -> None:
    untested = {path.relative_to(PACKAGE).as_posix() for path in needs_a_test() if not is_tested(path)}
    assert sorted(untested - set(TESTED_ELSEWHERE)) == []
    assert sorted(set(TESTED_ELSEWHERE) - untested) == [], "an exception is out of date"


@pytest.mark.parametrize("path", [path for path in MODULES if ">>> " in source_of(path)], ids=name_of)
def test_the_examples_in_the_docstrings_hold(path: Path) -> None:
    module = importlib.import_module(".".join(path.relative_to(TOP).with_suffix("").parts))
    assert doctest.testmod(module).failed == 0


def said_in(path: Path) -> set[str]:
    """Every name a file reads, calls or gives as text (pages and verbs are imported by their names)."""
    said: set[str] = set()
    for node in nodes_in(tree_of(path)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            said.add(node.id)
        elif isinstance(node, ast.Attribute):
            said.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said.add(node.value)
    return said


def test_no_function_stands_idle() -> None:
    """What nobody calls is taken out; commands are found by click, methods may be called by Qt."""
    said = set().union(*map(said_in, [*MODULES, *(TOP / "installer").glob("*.py")]))
    idle = {
        node.name
        for path in MODULES
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list
    } - said
    assert sorted(idle - set(CALLED_BY_TESTS)) == []
    assert sorted(set(CALLED_BY_TESTS) - idle) == [], "an exception is out of date"


def test_every_icon_is_used() -> None:
    """Only icons that something shows are shipped: each name is said outside the file that lists them."""
    from pmdesk.ui.icons import NAMES

    source = "\n".join(source_of(path) for path in MODULES if path.name != "icons.py")
    assert [name for name in NAMES if f'"{name}"' not in source] == []


def test_every_role_and_name_of_the_style_sheet_is_given_to_something() -> None:
    style = (TOP / "resources" / "style" / "pmdesk.qss").read_text(encoding="utf-8")
    source = "\n".join(source_of(path) for path in (PACKAGE / "ui").rglob("*.py"))
    roles = set(re.findall(r'role="(\w+)"|QWidget#(\w+)', style))
    assert [role or name for role, name in sorted(roles) if f'"{role or name}"' not in source] == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    places = re.compile(r"/(work|root|home)/\w|/" + r"tmp/\w|C:\\Users", re.IGNORECASE)
    told = [name_of(path) for path in project_files() if places.search(source_of(path))]
    assert told == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError|pytest\.(skip|xfail|mark\.skip)\b")
    sources = [path for path in project_files() if path.suffix == ".py" and path.name != "test_house.py"]
    assert [name_of(path) for path in sources if later.search(source_of(path))] == []


def test_no_failure_is_swallowed() -> None:
    """`except Exception: pass` hides what a person should be told."""
    silent = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        for node in nodes_in(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
        and all(isinstance(each, ast.Pass) for each in node.body)
    ]
    assert silent == []


def test_the_command_line_explains_itself() -> None:
    """Every command and every option has its help."""
    import click

    found: list[click.Command] = []
    for path in sorted((PACKAGE / "cli").glob("[a-z]*.py")):
        module = importlib.import_module(f"pmdesk.cli.{path.stem}")
        found += [each for each in vars(module).values() if isinstance(each, click.Command)]
    mute = [each.name for each in found if not each.help]
    mute += [
        f"{each.name} {option.opts[0]}"
        for each in found
        for option in each.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert mute == []
