"""The recovery sheet of a register that has a passphrase."""

from pathlib import Path

import pytest

from pmdesk.actions.recovery import save_recovery_sheet
from pmdesk.actions.registers import start
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.faults import Unavailable
from tests.papers.reading import all_text

ONE = "march heavy average attack"


def test_the_sheet_has_the_right_passphrase_or_none(tmp_path: Path) -> None:
    with start(tmp_path / "a.pmdesk", "Aldermoor Council", "2025-26", by="Helen", passphrase=ONE) as register:
        out = tmp_path / "sheet.pdf"
        with pytest.raises(Refused, match="not the passphrase"):
            save_recovery_sheet(register, "march heavy average attract", out, "2026-04-27", words_in("en"))
        assert not out.exists()
        made = save_recovery_sheet(register, f" {ONE}", out, "2026-04-27", words_in("en")).read_bytes()
        assert (
            ONE in all_text(made) and "a.pmdesk" in all_text(made) and "Aldermoor Council" in all_text(made)
        )
        made = save_recovery_sheet(register, "", out, "2026-04-27", words_in("en")).read_bytes()
        assert "march" not in all_text(made)
        with pytest.raises(Unavailable, match="the register itself"):
            save_recovery_sheet(register, "", tmp_path / "a.pmdesk", "2026-04-27", words_in("en"))
