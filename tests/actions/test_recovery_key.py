"""The recovery sheet is printed where the register was begun; its words open the way from another laptop."""

from pathlib import Path

import pytest

from pmdesk.actions.recovery_key import forget_recovery_key, print_recovery_sheet
from pmdesk.actions.registers import start
from pmdesk.actions.roles import decides, recover, recovery_words, switch_roles_on
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import open_register
from tests.papers.reading import all_text

EN = words_in("en")


def test_printed_typed_and_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, sheet = tmp_path / "r.pmdesk", tmp_path / "sheet.pdf"
    with start(file, "Aldermoor District Council", by="Helen Marsh") as register:
        twelve = recovery_words(register)
        assert twelve is not None and decides(register)
        assert (register.settings())["recovery_key"], "said in the first save"
        with pytest.raises(Refused, match="Switch roles on first"):
            forget_recovery_key(register)
        print_recovery_sheet(register, sheet, "2026-04-27", EN)
        said = all_text(sheet.read_bytes())
        assert all(f"{n}. {word}" in " ".join(said.split()) for n, word in enumerate(twelve.split(), 1))
        switch_roles_on(register)
        forget_recovery_key(register)
        with pytest.raises(Refused, match="not on this laptop"):
            print_recovery_sheet(register, sheet, "2026-04-27", EN)
        assert register.check() == []
    (tmp_path / "other").mkdir()
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "other"))
    with open_register(file) as register:
        assert not decides(register)
        recover(register, f"  {twelve.upper()}\n")
        assert decides(register) and register.check() == []
