"""What is typed and not saved yet."""

from pmdesk.actions.drafts import drop_draft, keep_draft, kept_draft
from pmdesk.register.store import Register


def test_drafts_are_kept_replaced_and_dropped(register: Register) -> None:
    assert kept_draft(register, "edit:x") is None
    keep_draft(register, "edit:x", {"name": "Tŷ"})
    keep_draft(register, "edit:x", {"name": "Tŷ Glân"})
    draft = kept_draft(register, "edit:x")
    assert draft is not None
    assert draft.typed == {"name": "Tŷ Glân"}
    assert len(draft.at) == len("2026-04-27 10:42")
    drop_draft(register, "edit:x")
    assert kept_draft(register, "edit:x") is None


def test_a_register_only_read_keeps_no_drafts(register: Register) -> None:
    register.read_only = True
    keep_draft(register, "edit:x", {"name": "Tŷ"})
    assert kept_draft(register, "edit:x") is None
