"""One form that came back: what was typed comes in, what does not fit the register is refused with why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pmdesk.actions.records import save
from pmdesk.actions.returns_judged import Judged, judge
from pmdesk.actions.returns_out import send_returns
from pmdesk.domain.words import Words
from pmdesk.exchange.return_forms import read_form
from pmdesk.figures.returned_forms import why
from pmdesk.register.store import Register
from tests.actions.return_story import EN, TODAY, YEAR, council, fill, seat_of, sent
from tests.exchange import returned

KEY = "0" * 64


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return council(tmp_path, seats=1)


@pytest.fixture
def form(register: Register, tmp_path: Path) -> Path:
    return fill(sent(register, tmp_path / "forms")[0])


def judged(register: Register, form: Path | bytes, year: str | None = None) -> Judged:
    data = form if isinstance(form, bytes) else form.read_bytes()
    return judge(register, KEY, "a.pdf", read_form(data), year)


def update_of(register: Register, **typed: object) -> str:
    year = register.all("municipal_year")[0]["id"]
    seat = {"appointment": seat_of(register, 1), "municipal_year": year}
    return save(register, "annual_update", seat | typed)[0]


def test_a_complete_form_would_be_submitted(register: Register, form: Path) -> None:
    found = judged(register, form, YEAR)
    assert (found.file.state, found.file.member, found.file.body) == ("complete", "Member 01", "Body 01")
    assert (found.status, found.update, found.file.year) == ("submitted", None, YEAR)
    assert found.values == {
        "main_business": "A new roof", "meetings_held": 6, "meetings_attended": 5,
        "worthwhile_council": "yes", "worthwhile_body": "partly", "worthwhile_member": "no",
        "recommendation": "continue", "declared": True,
    }  # fmt: skip


def test_choices_left_blank_make_it_incomplete_and_a_draft(register: Register, tmp_path: Path) -> None:
    form = fill(
        sent(register, tmp_path / "two")[0], {"meetings_held": "eight or so"}, {"worthwhile_body": "no"}
    )
    found = judged(register, form)
    assert (found.file.state, found.status) == ("incomplete", "draft")
    said = why(found.file, Words())
    assert "Not answered: Should the council go on appointing to it?" in said
    assert "‘eight or so’ is no whole number. It is kept as it was typed." in said
    assert "Tick the declaration" in said
    assert (found.values or {})["meetings_held"] == "eight or so"


def test_more_attended_than_held_waits_for_a_person(register: Register, tmp_path: Path) -> None:
    form = fill(sent(register, tmp_path / "two")[0], {"meetings_attended": "9"})
    found = judged(register, form)
    assert (found.file.state, found.status) == ("incomplete", "draft")
    assert "cannot have attended more" in why(found.file, Words())


def test_a_choice_is_read_by_its_word_too_and_else_kept_as_typed(register: Register, form: Path) -> None:
    by_word = judged(register, returned.with_value(form.read_bytes(), "recommendation", "Change"))
    assert (by_word.values or {})["recommendation"] == "change"
    odd = judged(register, returned.with_value(form.read_bytes(), "recommendation", "perhaps"))
    assert (odd.values or {})["recommendation"] == "perhaps"
    assert (by_word.file.state, odd.file.state) == ("complete", "incomplete")
    assert "‘perhaps’ is not one of: Continue, Change, End. It is kept" in why(odd.file, Words())


def test_dates_are_read_as_people_write_them(register: Register, tmp_path: Path) -> None:
    form = fill(sent(register, tmp_path / "two")[0], {"declared_on": "3/4/26"})
    assert (judged(register, form).values or {})["declared_on"] == "2026-04-03"
    form = fill(sent(register, tmp_path / "three")[0], {"declared_on": "soon"})
    assert (judged(register, form).values or {})["declared_on"] == "soon"


def not_yet(register: Register) -> None:
    save(register, "appointment", {"starts": "1 June 2026"}, seat_of(register, 1))


def leave(register: Register) -> None:
    other = save(register, "person", {"name": "Somebody Else", "kind": "member"})[0]
    save(register, "appointment", {"person": other}, seat_of(register, 1))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda r: _delete(r, "appointment", seat_of(r, 1)), "an appointment that the register has no more"),
        (lambda r: _delete(r, "municipal_year", r.all("municipal_year")[0]["id"]), "a municipal year that"),
        (leave, "another person’s by now"),
        (not_yet, "was not held in 2025-26"),
        (lambda r: update_of(r, status="accepted"), "accepted already"),
    ],
)
def test_what_no_longer_fits_is_refused(
    register: Register, form: Path, change: Callable[[Register], object], reason: str
) -> None:
    change(register)
    found = judged(register, form)
    assert found.file.state == "refused"
    assert reason in why(found.file, Words())


def _delete(register: Register, kind: str, record: object) -> None:
    with register.change("Deleted") as change:
        change.delete(kind, str(record))


def test_another_year_than_the_one_wanted(register: Register, form: Path) -> None:
    assert "It is for 2025-26" in why(judged(register, form, "2024-25").file, Words())


def test_a_form_that_was_changed_by_hand_is_refused(register: Register, form: Path) -> None:
    data = form.read_bytes()
    ticket = read_form(data).ticket
    forged = returned.other_ticket(data, "A" + ticket[1:])
    assert "whose it is was changed" in why(judged(register, forged).file, Words())
    assert "Questions were taken out" in why(
        judged(register, returned.without_field(data, "issues")).file, Words()
    )


def test_nothing_filled_in_and_nothing_new(register: Register, tmp_path: Path) -> None:
    update_of(register, main_business="A new roof", issues="None")
    (blank,) = sent(register, tmp_path / "two")
    assert "Nothing was filled in" in why(judged(register, blank).file, Words())
    form = fill(blank, {}, {})
    save(register, "annual_update", {"meetings_held": 6, "meetings_attended": 5}, _update(register))
    assert judged(register, form).file.state == "known"


def _update(register: Register) -> str:
    return str(register.all("annual_update")[0]["id"])


def test_an_answer_that_nobody_touched_changes_nothing(register: Register, tmp_path: Path) -> None:
    update_of(register, main_business="As sent", issues="As sent")
    form = fill(sent(register, tmp_path / "two")[0], {"main_business": "By the member"})
    save(register, "annual_update", {"issues": "By an officer"}, _update(register))
    found = judged(register, form)
    assert found.file.state == "complete"
    assert (found.values or {})["main_business"] == "By the member"
    assert "issues" not in (found.values or {})


def test_an_answer_changed_on_both_sides_is_a_choice(register: Register, tmp_path: Path) -> None:
    update_of(register, main_business="As sent")
    form = fill(sent(register, tmp_path / "two")[0], {"main_business": "By the member"})
    save(register, "annual_update", {"main_business": "By an officer"}, _update(register))
    found = judged(register, form)
    assert found.file.state == "differs"
    assert [tuple(vars_of(each)) for each in found.file.differences] == [
        ("main_business", "By an officer", "By the member")
    ]


def vars_of(difference: object) -> list[str]:
    return [getattr(difference, name) for name in ("field", "here", "theirs")]


def test_a_word_struck_out_is_struck_out(register: Register, tmp_path: Path) -> None:
    update_of(register, main_business="As sent", issues="No more")
    form = fill(sent(register, tmp_path / "two")[0], {"issues": ""})
    assert (judged(register, form).values or {"issues": "?"})["issues"] is None


def test_a_form_of_another_register(register: Register, form: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with council(tmp_path / "other", seats=1) as other:
        assert "made from another register" in why(judged(other, form).file, Words())
        path = send_returns(other, tmp_path / "theirs", YEAR, (), EN, TODAY)[0]
    assert judged(register, path).file.state == "refused"
