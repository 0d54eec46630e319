"""A partnership's figures for other programs."""

from pmdesk.actions.show import show
from pmdesk.domain.words import words_in
from pmdesk.register.store import memory

EN, TODAY = words_in("en"), "2026-04-27"


def test_significance_risks_contributions_and_lines() -> None:
    with memory() as register:
        with register.change("test") as change:
            top = change.add("partnership", {"name": "Safety", "kind": "umbrella", "funding_cash": 6_000_000,
                                             "significance": "limited"})  # fmt: skip
            youth = change.add("partnership", {"name": "Youth", "kind": "sub_group", "parent": top,
                                               "reporting_interval": "quarter"})  # fmt: skip
            change.add("progress_update", {"partnership": youth, "period": "2025-26 Q2",
                                           "status": "submitted", "submitted_on": "2025-11-12"})  # fmt: skip
            police = change.add("organisation", {"name": "Police"})
            change.add("risk", {"title": "Small", "partnership": top, "likelihood": "1", "impact": "2"})
            change.add("risk", {"title": "Post ends", "partnership": top, "likelihood": "3", "impact": "5",
                                "review_due": "2026-04-01"})  # fmt: skip
            change.add("contribution", {"partnership": top, "organisation": police, "undertaken": 2_200_000,
                                        "delivered": 500_000, "due": "2026-03-31"})  # fmt: skip
        made = show(register, "partnership", top, TODAY, EN)
        group = show(register, "partnership", youth, TODAY, EN)
    assert made["significance"] == {
        "rule": "any", "level": "significant", "met": ["money"], "unknown": ["fundamental", "statutory"],
        "lacking": ["purpose", "lead_officer", "terms_of_reference", "agreement", "exit_terms", "review_due",
                    "reporting_interval"],
        "by_hand": "limited", "differs_from_by_hand": True,
    }  # fmt: skip
    risks, contributions = made["risks"], made["contributions"]
    assert isinstance(risks, list)
    assert isinstance(contributions, list)
    assert [(each["title"], each["score"], each["level"], each["needs_look"]) for each in risks] == [
        ("Post ends", 15, "high", True), ("Small", 2, "low", False),
    ]  # fmt: skip
    assert (contributions[0]["organisation"], contributions[0]["contribution_state"]) == ("Police", "part")
    assert made["contributions_money"] == {"undertaken": 22000, "delivered": 5000}
    assert made["reports_to"] is None
    assert made["sub_groups"] == [
        {"id": youth, "name": "Youth", "state": "broken", "last_report": "2025-11-12"}
    ]
    assert group["reports_to"] == {
        "partnership": "Safety", "partnership_id": top, "state": "broken", "last_report": "2025-11-12",
        "due_on": "2026-02-12", "days_beyond": 74,
    }  # fmt: skip


def test_a_grant_has_no_significance() -> None:
    with memory() as register:
        with register.change("test") as change:
            grant = change.add("partnership", {"name": "Advice grant", "kind": "grant"})
        assert show(register, "partnership", grant, TODAY, EN)["significance"] is None
