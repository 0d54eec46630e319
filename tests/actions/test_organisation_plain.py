"""A partner's account as other programs take it."""

from pathlib import Path

from pmdesk.actions.organisation_plain import plain_organisation
from pmdesk.actions.registers import start
from pmdesk.domain.words import words_in
from tests.actions.saving import save

TODAY, WORDS = "2026-04-27", words_in("en")


def test_attainment_contributions_own_words_and_money(tmp_path: Path) -> None:
    with start(tmp_path / "a.pmdesk", "Aldermoor", "2025-26", by="Helen Marsh", today=TODAY) as register:
        police = save(register, "organisation", name="Police", kind="police")
        safety = save(register, "partnership", name="Safety", kind="umbrella")
        made = save(register, "measure", title="Repeat reports", owner_organisation=police, polarity="lower",
                    aggregation="snapshot", frequency="quarter")  # fmt: skip
        for period, target, value in (
            ("2025-26 Q4", "26", "31"),
            ("2024-25 Q4", "27", "26"),
            ("2025-26 Q3", "9", ""),
        ):
            save(register, "target", measure=made, period=period, value=target)
            if value:
                save(register, "reading", measure=made, period=period, value=value)
        save(register, "contribution", partnership=safety, organisation=police, what="A sergeant",
             undertaken="22,000", due="31/3/2026", delivered="22,000")  # fmt: skip
        save(register, "contribution", partnership=safety, organisation=police, what="Figures", due="2027")
        for day, text in (("2026-01-05", "Soon."), ("2026-04-20", "Done.")):
            save(register, "partner_words", organisation=police, said_on=day, text=text)
        grant = save(register, "partnership", name="Cameras", kind="grant", funding_cash="1,250.50")
        save(register, "partner", partnership=grant, organisation=police)
        row = register.get("organisation", police)
        assert row is not None
        told = plain_organisation(register, row, TODAY, WORDS)
        none = register.get("organisation", save(register, "organisation", name="Choir"))
        assert none is not None
        empty = plain_organisation(register, none, TODAY, WORDS)
    assert told["attainment"] == [
        {"year": "2025-26", "met": 0, "due": 1, "per_cent": 0, "not_rated": 1, "causes": {"": 1}},
        {"year": "2024-25", "met": 1, "due": 1, "per_cent": 100, "not_rated": 0, "causes": {}},
    ]
    contributions = told["contributions"]
    assert isinstance(contributions, list)
    assert {
        (each["what"], each["partnership"], each["undertaken"], each["state"]) for each in contributions
    } == {
        ("A sergeant", "Safety", 22000, "delivered"),
        ("Figures", "Safety", None, "promised"),
    }
    assert told["account"] == {
        "undertaken": 2, "due": 1, "kept": 1, "money_undertaken": 22000, "money_delivered": 22000,
    }  # fmt: skip
    own = told["own_words"]
    assert isinstance(own, list)
    assert [each["text"] for each in own] == ["Done.", "Soon."]
    assert told["money_given"] == 1250.5
    assert (empty["attainment"], empty["contributions"], empty["own_words"]) == ([], [], [])
