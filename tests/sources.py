"""The program's own source, read once in a process for all tests that look at it."""

import ast
from functools import cache
from pathlib import Path


@cache
def source_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(source_of(path))


@cache
def nodes_in(tree: ast.AST) -> tuple[ast.AST, ...]:
    """The tree and all that is in it, as `ast.walk` gives them."""
    return tuple(ast.walk(tree))


@cache
def calls_in(tree: ast.AST) -> tuple[ast.Call, ...]:
    """Every call in the tree."""
    return tuple(each for each in nodes_in(tree) if isinstance(each, ast.Call))
