"""Who reports to whom, from a real register."""

from pmdesk.actions.partnership_lines import read_tree
from pmdesk.domain.words import words_in
from pmdesk.register.store import memory

EN = words_in("en")


def test_lines_are_read_with_their_last_reports_and_the_days_allowed() -> None:
    with memory() as register:
        with register.change("test") as change:
            top = change.add("partnership", {"name": "Safety", "kind": "umbrella"})
            youth = change.add("partnership", {"name": "Youth", "kind": "sub_group", "parent": top,
                                               "reporting_interval": "quarter"})  # fmt: skip
            for day, status in (("2026-01-12", "signed_off"), ("2026-04-20", "draft")):
                change.add("progress_update", {"partnership": youth, "period": "2025-26 Q3",
                                               "status": status, "submitted_on": day})  # fmt: skip
        assert [each.line for each in read_tree(register, "2026-04-26", EN)] == ["", "kept"]
        assert [each.line for each in read_tree(register, "2026-04-27", EN)] == ["", "broken"]
        with register.change("test") as change:
            change.add("settings", {"days_to_report": 30}, record=register.id)
        assert [each.line for each in read_tree(register, "2026-04-27", EN)] == ["", "kept"]
