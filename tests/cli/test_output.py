"""Tables, JSON and paths as they are printed."""

from pathlib import Path

import pytest

from pmdesk.cli.output import print_json, print_path, print_table


def test_a_table_lines_up_and_cuts_what_is_long(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(["Name", "Id"], [["Tŷ Glân", "1"], ["x" * 60, "y" * 60]])
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.index("Id") == first.index("1") == second.index("y")
    assert "…" in second
    assert second.endswith("y" * 60)


def test_json_keeps_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "Tŷ"})
    assert capsys.readouterr().out == '{\n  "name": "Tŷ"\n}\n'


def test_a_path_is_absolute(capsys: pytest.CaptureFixture[str]) -> None:
    print_path(Path("a.pdf"))
    assert capsys.readouterr().out == f"{Path.cwd() / 'a.pdf'}\n"
