from pmdesk.domain.due_diligence import due_diligence
from pmdesk.domain.outside_body import DUE_DILIGENCE

ALL_YES = {field.name: "yes" for field in DUE_DILIGENCE}


def test_complete_when_every_question_has_yes_or_no() -> None:
    found = due_diligence({**ALL_YES, "advice": "no", "due_diligence_on": "2026-03-02"})
    assert found.complete
    assert [field.name for field in found.against] == ["advice"]
    assert found.on == "2026-03-02"


def test_not_known_and_text_kept_as_typed_are_still_open() -> None:
    found = due_diligence({**ALL_YES, "advice": "not_known", "regulator": "perhaps", "indemnity": None})
    assert [field.name for field in found.open] == ["indemnity", "advice", "regulator"]
    assert len(found.answered) == 4
    assert not found.complete


def test_nothing_asked_yet() -> None:
    assert len(due_diligence({}).open) == 7
