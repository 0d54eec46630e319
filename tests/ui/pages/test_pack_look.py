"""A pack in hand says what it would change, what is missing, and who must be trusted first."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pmdesk.actions.pack_taking import Touched, look_at_pack
from pmdesk.actions.packs import make_pack
from pmdesk.actions.records import save
from pmdesk.domain.laptop import laptop_id
from pmdesk.register.sending import Gap
from pmdesk.ui.context import Context
from pmdesk.ui.pages.pack_look import PackInHand
from pmdesk.ui.small_table import SmallTable
from tests.laptops import WORDS, who_know_each_other


def test_what_is_seen_of_a_pack(
    qtbot: QtBot, tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    with ann.at() as hers:
        save(hers, "organisation", {"name": "New Trust"})
        (path,) = make_pack(hers, tmp_path / "a.pmpack", WORDS).paths
    with bob.at() as his:
        look = look_at_pack(his, path)
        hand = PackInHand(Context(his, "2026-04-27"), lambda: None)
        qtbot.addWidget(hand)

        def words() -> str:
            return "\n".join(one.text() for one in hand.findChildren(QLabel) if not one.isHidden())

        hand.show_look(look)
        (table,) = hand.findChildren(SmallTable)
        assert [table.cell(0, at).text for at in range(3)] == ["New Trust", "Organisation", "New"]
        assert "1 record" in words()
        many = tuple(Touched("plan", str(n), "", False, ("title",)) for n in range(230))
        hand.show_look(look._replace(records=many, gaps=(Gap(look.device, 3, 5),)))
        assert "and 30 more records" in words() and "are still missing: 3 to 5." in words()
        hand.show_look(look._replace(new=0, records=()))
        assert "Nothing new" in words()
        hand.show_look(look._replace(unknown=(look.device,), called={look.device: "Ann’s"}))
        assert hand.asks[0].name.value() == "Ann’s" and hand.asks[0].whose.person() is None
        helen = str(his.find("person", "Helen Marsh")[0]["id"])
        hand.show_look(look._replace(unknown=(look.device,), owners={look.device: helen}))
        ask = hand.asks[0]
        hand.resize(1300, 700)
        hand.show()
        qtbot.wait(30)
        assert ask.whose.width() <= 560, "an answer is no wider than a form"
        assert ask.whose.person() == helen and ask.whose.problem() == ""
        ask.name.editor.set_value("Ann’s laptop")
        ask.whose.editor.set_value(None)
        ask.whose.editor.setText("Nobody")
        ask.trust()
        assert "called ‘Nobody’" in ask.whose.error() and not hand.named
        ask.whose.editor.set_value(helen, "Helen Marsh")
        ask.trust()
        assert hand.named == {look.device: "Ann’s laptop"}
        assert his.get("laptop", laptop_id(look.device))["person"] == helen
        hand.show_look(None)
        assert hand.look is None and hand.asks == []
