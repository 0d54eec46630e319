"""Where the window calls verbs that write, found in the source: what `test_seen` walks."""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.sources import calls_in, nodes_in, tree_of

PMDESK = Path(__file__).parents[2] / "pmdesk"
DOES = {"do", "_verb"}  # what carries what was in view: `do(...)`, `self.do(...)`, and UpdatePage's own


class Call(NamedTuple):
    """A verb that writes, called in the window; `carried` by one of those that say what was in view."""

    file: str
    line: int
    verb: str
    carried: bool


def writing_calls() -> list[Call]:
    """Every call of such a verb from `pmdesk/ui`."""
    verbs, found = _writing_verbs(), list[Call]()
    for path in sorted((PMDESK / "ui").rglob("*.py")):
        tree = tree_of(path)
        names, carried = _imported(tree), set[ast.AST]()
        for call in calls_in(tree):
            if _last_name(call.func) in DOES:
                carried |= {each for argument in call.args for each in nodes_in(argument)}
        # A method of its own that `do` is given carries it too.
        given = {each.attr for each in carried if isinstance(each, ast.Attribute)}
        for method in nodes_in(tree):
            if isinstance(method, ast.FunctionDef) and method.name in given:
                carried |= set(nodes_in(method))
        for call in calls_in(tree):
            verb = _meant(call.func, names)
            if verb in verbs:
                found.append(Call(path.name, call.lineno, verb[1], call in carried))
    return found


def forms_that_do_it_themselves() -> list[str]:
    """'file:line' where a form that stands open calls `do` for a verb that writes, without its own `seen`."""
    trees = {path: tree_of(path) for path in sorted((PMDESK / "ui").rglob("*.py"))}
    classes = {
        each.name: (path, each)
        for path, tree in trees.items()
        for each in tree.body
        if isinstance(each, ast.ClassDef)
    }
    forms, verbs = {"FormPane"}, _writing_verbs()
    while more := {n for n, (_p, c) in classes.items() if n not in forms and _bases(c) & forms}:
        forms |= more
    return [
        f"{path.name}:{call.lineno}"
        for path, form in (classes[name] for name in sorted(forms - {"FormPane"}))
        for call in calls_in(form)
        if isinstance(call.func, ast.Name)
        and call.func.id == "do"
        and "seen" not in {k.arg for k in call.keywords}
        if any(_meant(each.func, _imported(trees[path])) in verbs for each in calls_in(call))
    ]


@cache
def _writing_verbs() -> set[tuple[str, str]]:
    """(module, function) of every function of `pmdesk/actions` that saves, itself or by another."""
    calls = dict[tuple[str, str], set[tuple[str, str]]]()
    found = set[tuple[str, str]]()
    for path in (PMDESK / "actions").glob("*.py"):
        tree, module = tree_of(path), path.stem
        names = _imported(tree)
        for function in (each for each in tree.body if isinstance(each, ast.FunctionDef)):
            here = module, function.name
            calls[here] = {
                _meant(call.func, names) or (module, _last_name(call.func)) for call in calls_in(function)
            }
            if any(
                isinstance(call.func, ast.Attribute) and call.func.attr == "change"
                for call in calls_in(function)
            ):
                found.add(here)
    while more := {each for each, called in calls.items() if each not in found and called & found}:
        found |= more
    return found


@cache
def _imported(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """{name in this file: (module of actions, function)}; '' for a module itself."""
    found = dict[str, tuple[str, str]]()
    for each in nodes_in(tree):
        if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("pmdesk.actions"):
            for name in each.names:
                module = str(each.module).removeprefix("pmdesk.actions").lstrip(".")
                found[name.asname or name.name] = (module, name.name) if module else (name.name, "")
    return found


def _meant(func: ast.expr, names: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    if isinstance(func, ast.Name):
        return names.get(func.id)
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id in names:
        return names[func.value.id][0], func.attr
    return None


def _last_name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _bases(form: ast.ClassDef) -> set[str]:
    return {_last_name(base) for base in form.bases}
