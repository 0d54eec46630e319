from pmdesk.domain.titles import title_of


def test_a_record_is_called_by_its_name_or_by_what_it_hangs_on() -> None:
    assert title_of("person", {"name": "A Shaw"}) == "A Shaw"
    assert title_of("milestone", {"title": "Masterplan adopted"}) == "Masterplan adopted"
    assert title_of("appointment", {"outside_body_name": "Dock Trust", "person_name": None}) == "Dock Trust"
    assert title_of("settings", {}) == ""
