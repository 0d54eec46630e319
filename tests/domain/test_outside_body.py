from pmdesk.domain.outside_body import DUE_DILIGENCE, OUTSIDE_BODY, is_current


def test_ended_and_ceased_bodies_are_kept_but_quiet() -> None:
    assert [
        is_current({"status": status}) for status in (None, "current", "under_review", "ended", "ceased")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_seven_questions_are_asked_before_anyone_is_appointed() -> None:
    assert len(DUE_DILIGENCE) == 7
    assert all(OUTSIDE_BODY.has(field.name) for field in DUE_DILIGENCE)
