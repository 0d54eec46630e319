"""A health check from opening to closing, and that no answer can be had back by any way the program has."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pmdesk.actions import finding, health_checks, records
from pmdesk.actions.attention import attention
from pmdesk.actions.exports import export
from pmdesk.actions.health_checks import answer, box_of, close_check, health_of, open_check
from pmdesk.actions.history import history_of, plain_history
from pmdesk.actions.imports import look
from pmdesk.actions.listing import chosen, plain_records
from pmdesk.actions.show import related, show
from pmdesk.domain.check import Refused
from pmdesk.domain.health_results import Spread
from pmdesk.domain.words import words_in
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register import seals
from pmdesk.register.store import Register, create, open_register
from tests.actions.health_story import TODAY, Story, story

EN = words_in("en")
SECRET = "Zephyrquill said the money is late"
GIVEN = {"Council": [4, 3, 2], "Police": [1, 3, 2], "Health": [3, 4, None], "Housing": [4, 1, 1]}


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return create(tmp_path / "register.pmdesk")


def answered(register: Register, *names: str) -> Story:
    """An open check that these have answered; Police with words nobody may trace."""
    made = story(register)
    open_check(register, made.check, TODAY)
    for name in names:
        said = SECRET if name == "Police" else ""
        answer(register, made.check, made.organisations[name], GIVEN[name], said)
    return made


def row(made: Story) -> dict[str, object]:
    found = made.register.get("health_check", made.check)
    assert found is not None
    return found


def test_from_opening_to_results(register: Register) -> None:
    made = story(register)
    assert health_of(register, row(made)).state == "new"
    open_check(register, made.check, TODAY)
    for name in GIVEN:
        answer(register, made.check, made.organisations[name], GIVEN[name])
    health = health_of(register, row(made))
    assert (health.state, health.opened_on, health.results) == ("open", TODAY, None)
    assert health.answered == {made.organisations[name] for name in GIVEN}
    assert len(health.invited) == 5
    close_check(register, made.check, "2026-05-11")
    health = health_of(register, row(made))
    assert (health.state, health.closed_on, health.answered) == ("closed", "2026-05-11", frozenset())
    assert health.results is not None
    assert health.results.n == 4
    # By hand: 1 3 4 4 / 1 3 3 4 / 1 2 2; of so few the quartiles would give the answers away.
    first, second, third = (4, None, 3.5, None, True), (4, None, 3, None, True), (3, None, 2, None)
    assert health.results.statements == (Spread(*first), Spread(*second), Spread(*third))
    assert health.results.principles == (Spread(8, None, 3.25, None, True), Spread(3, None, 2, None))
    assert register.check() == []


def test_below_three_nothing_is_shown_and_it_stays_open(register: Register) -> None:
    made = answered(register, "Council", "Police")
    with pytest.raises(Refused, match="below three answers, and 2 have come in"):
        close_check(register, made.check, TODAY)
    assert health_of(register, row(made)).state == "open"
    answer(register, made.check, made.organisations["Health"], GIVEN["Health"])
    close_check(register, made.check, TODAY)


def test_who_answers_again_is_counted_once(register: Register) -> None:
    made = answered(register, "Council", "Police")
    for _ in range(3):
        answer(register, made.check, made.organisations["Police"], [2, 2, 2])
    assert register.count("health_answer") == 2
    with pytest.raises(Refused, match="below three"):
        close_check(register, made.check, TODAY)


def test_what_is_refused(register: Register) -> None:
    made = story(register)
    with pytest.raises(Refused, match="no answers now"):
        answer(register, made.check, made.organisations["Police"], [1, 1, 1])
    open_check(register, made.check, TODAY)
    with pytest.raises(Refused, match="opened already"):
        open_check(register, made.check, TODAY)
    police = made.organisations["Police"]
    wrong: list[list[int | None]] = [[1, 1], [1, 1, 5], [None, None, None], [0, 1, 1]]
    for answers in wrong:
        with pytest.raises(Refused, match="1 to 4"):
            answer(register, made.check, police, answers)
    with pytest.raises(Refused, match="most that fits"):
        answer(register, made.check, police, [1, 1, 1], "x" * 1_001)
    stranger = records.save(register, "organisation", {"name": "Stranger"})[0]
    with pytest.raises(Refused, match="partners"):
        answer(register, made.check, stranger, [1, 1, 1])
    with pytest.raises(Refused, match="stays as it is"):
        records.save(register, "health_check", {"statements": "Other"}, made.check)
    assert register.count("health_answer") == 0


def test_a_partnership_of_two_is_told_before_anybody_answers(register: Register) -> None:
    made = story(register)
    for each in register.all("partner")[2:]:
        records.save(register, "partner", {"left": "2025"}, str(each["id"]))
    with pytest.raises(Refused, match="2 organisations"):
        open_check(register, made.check, TODAY)


def test_closing_is_final(register: Register) -> None:
    made = answered(register, *GIVEN)
    close_check(register, made.check, TODAY)
    before = health_of(register, row(made))
    for again in (
        lambda: close_check(register, made.check, TODAY),
        lambda: answer(register, made.check, made.organisations["Voices"], [4, 4, 4]),
    ):
        with pytest.raises(Refused):
            again()
    # Undo passes over all three steps: what it takes back is the save before them.
    assert register.undo_label() == "Saved health check"
    box = box_of(register, made.check)
    assert box is not None
    assert health_of(register, row(made)) == before
    assert not seals.has_seal(str(box["id"]))


def test_only_the_laptop_that_opened_it_closes_it(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = answered(register, *GIVEN)
    copy = tmp_path / "copy.pmdesk"
    register.backup_to(copy)
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))
    with open_register(copy) as other:
        assert not health_of(other, row(made)).here
        with pytest.raises(Refused, match="another laptop"):
            close_check(other, made.check, TODAY)


def test_words_for_everybody_come_without_order_and_only_from_three(register: Register) -> None:
    made = answered(register)
    for name in ("Council", "Police"):
        answer(register, made.check, made.organisations[name], GIVEN[name], f"{name} words")
    answer(register, made.check, made.organisations["Health"], GIVEN["Health"])
    close_check(register, made.check, TODAY)
    assert health_of(register, row(made)).said == ()
    other = records.save(
        register,
        "health_check",
        {"title": "Again", "partnership": made.partnership, "template": "eight_heads"},
    )[0]
    open_check(register, other, TODAY)
    for name in ("Council", "Police", "Health"):
        answer(register, other, made.organisations[name], [3] * 16, f"{name} words")
    close_check(register, other, TODAY)
    found = register.get("health_check", other)
    assert found is not None
    said = health_of(register, found).said
    assert sorted(said) == ["Council words", "Health words", "Police words"]


# Nobody gets an answer back: by what the program has, from the file, from a copy, from two results.


def test_no_verb_reads_what_was_answered(register: Register, tmp_path: Path) -> None:
    made = answered(register, "Council", "Police")
    one = str(register.all("health_answer")[0]["id"])
    box = str(register.all("health_box")[0]["id"])
    for kind, record in (("health_answer", one), ("health_box", box)):
        attempts: tuple[Callable[[], object], ...] = (
            lambda kind=kind: chosen(register, kind),  # type: ignore[misc]
            lambda kind=kind: plain_records(register, kind, [], TODAY, EN),  # type: ignore[misc]
            lambda kind=kind, record=record: show(register, kind, record, TODAY, EN),  # type: ignore[misc]
            lambda kind=kind: export(register, kind, tmp_path / "out.csv", EN, public=False),  # type: ignore[misc]
            lambda kind=kind, record=record: records.save(register, kind, {"note": ""}, record),  # type: ignore[misc]
            lambda kind=kind, record=record: records.delete(register, kind, record),  # type: ignore[misc]
        )
        for attempt in attempts:
            with pytest.raises(Refused, match="given alone"):
                attempt()
        sheet = tmp_path / "in.csv"
        with sheet.open("w", newline="") as file:
            csv.writer(file).writerows([["Health check", "Organisation"], ["How we work together", "Voices"]])
        with pytest.raises(Unreadable):
            look(sheet, register, kind)
    assert not (tmp_path / "out.csv").exists()
    assert "health_answer" not in related(register, "organisation", made.organisations["Police"])


def test_nothing_the_program_says_has_an_answer_or_who_gave_it(register: Register, tmp_path: Path) -> None:
    made = answered(register, *GIVEN)
    for close in (False, True):
        if close:
            close_check(register, made.check, TODAY)
        said = [
            json.dumps(plain_history(register, None, EN, 10_000)),
            repr(history_of(register, None, EN, 10_000)),
            *(repr(history_of(register, str(each["id"]), EN)) for each in register.all("health_answer")),
            repr(attention(register, TODAY, EN)),
            repr(finding.found(register, "Zephyrquill")),
            repr(finding.found(register, "health")),
            json.dumps(show(register, "health_check", made.check, TODAY, EN)),
            json.dumps(show(register, "organisation", made.organisations["Police"], TODAY, EN)),
            repr((register.undo_label(), register.redo_label(), register.drafts())),
        ]
        for kind in ("health_check", "organisation", "partnership", "partner"):
            export(register, kind, tmp_path / f"{kind}.csv", EN, public=False)
            said.append((tmp_path / f"{kind}.csv").read_text("utf-8"))
        whole = "\n".join(said)
        assert "Zephyrquill" not in whole
        assert "health_answer" not in whole
        assert "health_box" not in whole


def test_neither_the_file_nor_a_copy_nor_the_saves_hold_it_in_words(
    register: Register, tmp_path: Path
) -> None:
    made = answered(register, *GIVEN)
    copy = tmp_path / "copy.pmdesk"
    register.backup_to(copy)
    entries = b"".join(repr(entry).encode() for entry in register.entries())
    close_check(register, made.check, TODAY)
    entries += b"".join(repr(entry).encode() for entry in register.entries())
    assert register.path is not None
    for held in (register.path.read_bytes(), copy.read_bytes(), entries):
        assert b"Zephyrquill" not in held
        assert b"[[1,3,2]" not in held.replace(b" ", b"")


def test_a_copy_from_before_the_closing_cannot_be_opened_after_it(register: Register, tmp_path: Path) -> None:
    made = answered(register, "Council", "Police", "Health")
    copy = tmp_path / "copy.pmdesk"
    register.backup_to(copy)
    close_check(register, made.check, TODAY)
    # The same laptop, with one answer more in the copy: two results would differ by that one answer.
    with open_register(copy) as other:
        answer(other, made.check, made.organisations["Housing"], GIVEN["Housing"])
        with pytest.raises(Refused, match="only that one"):
            close_check(other, made.check, TODAY)


def test_results_hold_no_answer_of_a_group_of_one_or_two(register: Register) -> None:
    made = answered(register)
    for name, answers in (("Council", [4, None, 1]), ("Police", [2, None, None]), ("Health", [3, 1, None])):
        answer(register, made.check, made.organisations[name], answers)
    close_check(register, made.check, TODAY)
    results = health_of(register, row(made)).results
    assert results is not None
    assert results.statements == (Spread(3, None, 3, None), None, None)
    # The principle is worked out from its one statement that is shown.
    assert results.principles == (Spread(3, None, 3, None), None)


def test_a_members_file_has_none_of_it(register: Register, tmp_path: Path) -> None:
    made = answered(register, *GIVEN)
    wanted: dict[str, None] = {
        str(each["id"]): None for kind in ("health_answer", "health_box") for each in register.all(kind)
    }
    wanted |= {made.check: None}
    out = tmp_path / "member.pmdesk"
    register.extract_to(out, wanted, {})
    with open_register(out, read_only=True) as other:
        assert [len(other.all(kind)) for kind in ("health_check", "health_answer", "health_box")] == [1, 0, 0]


def test_deleting_a_check_takes_its_answers_along_and_brings_them_back(register: Register) -> None:
    made = answered(register, *GIVEN)
    records.delete(register, "health_check", made.check)
    assert register.count("health_answer") == register.count("health_box") == 0
    register.undo()
    assert register.count("health_answer") == len(GIVEN)
    close_check(register, made.check, TODAY)


def test_what_was_put_in_by_force_is_left_out(register: Register) -> None:
    made = answered(register, "Council", "Police", "Health")
    with register.change("Forged", via=health_checks.FINAL) as change:
        for name, text in (("Housing", "nonsense"), ("Voices", "")):
            forged = {"health_check": made.check, "organisation": made.organisations[name], "answers": text}
            change.add("health_answer", forged)
    close_check(register, made.check, TODAY)
    results = health_of(register, row(made)).results
    assert results is not None
    assert results.n == 3
