"""Nothing of scrutiny and accountability goes out by accident: what is new is the council's own."""

import csv
from pathlib import Path

import pytest

from pmdesk.actions.exports import export
from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.public import announced
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.figure_story import council_with_figures
from tests.actions.paper_story import TODAY
from tests.papers.reading import all_text

EN = words_in("en")
NEW = "Wombatwords"  # in the words of every new record


@pytest.fixture
def story(tmp_path: Path) -> tuple[Register, dict[str, str]]:
    """A register with one new record of each kind, with no more than its form asks for."""
    register, ids = council_with_figures(tmp_path)

    def new(kind: str, **typed: object) -> str:
        ids[kind] = save(register, kind, typed)[0]
        return ids[kind]

    save(register, "contribution", {"organisation": ids["county"], "partnership": ids["board"]})
    ids["police"] = save(register, "organisation", {"name": "Police"})[0]
    new("challenge", question=f"{NEW} asked?", from_organisation=ids["county"], asked_on="2026-04-20",
        to_organisation=ids["police"], partnership=ids["board"], measure=ids["en02"])  # fmt: skip
    new("tension", title=f"{NEW} against", measure=ids["en02"], other_words="Another", seen_on=TODAY)
    new("review", title=f"{NEW} review", partnership=ids["board"], started=TODAY, background=f"{NEW}.")
    new("recommendation", text=f"{NEW} recommended", review=ids["review"])
    new("practice", title=f"{NEW} practised", measure=ids["en02"])
    new("validation", title=f"{NEW} validated")
    new("validation_head", validation=ids["validation"], head="data", gap=NEW)
    return register, ids


KINDS = ("challenge", "tension", "review", "recommendation", "practice", "validation", "validation_head")
PAPERS = ("scrutiny", "tensions", "cabinet", "contributions", "alignment", "slippage",
          "register-partnerships", "register-outside-bodies", "year-in-pictures")  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
def test_no_paper_prints_a_new_one(paper: str, story: tuple[Register, dict[str, str]]) -> None:
    assert NEW not in all_text(paper_bytes(story[0], paper, [], None, EN, TODAY))


@pytest.mark.parametrize(("paper", "of"), [("plan", "Corporate Plan"), ("measure", "EN02")])
def test_nor_one_of_a_record(paper: str, of: str, story: tuple[Register, dict[str, str]]) -> None:
    assert NEW not in all_text(paper_bytes(story[0], paper, [of], None, EN, TODAY))


def test_a_new_validation_cannot_be_printed(story: tuple[Register, dict[str, str]]) -> None:
    with pytest.raises(Refused):
        paper_bytes(story[0], "validation", [story[1]["validation"]], None, EN, TODAY)


@pytest.mark.parametrize("kind", KINDS)
def test_no_public_list_has_a_new_one_and_an_inner_one_has(
    kind: str, story: tuple[Register, dict[str, str]], tmp_path: Path
) -> None:
    for public, many in ((True, 0), (False, 1)):
        out = tmp_path / f"{public}.csv"
        assert export(story[0], kind, out, EN, public=public) == many
        with out.open(encoding="utf-8-sig", newline="") as file:
            assert (NEW in "".join(map("".join, csv.reader(file)))) is (not public)


def test_what_was_answered_reported_held_told_or_weighed_goes_out(
    story: tuple[Register, dict[str, str]], tmp_path: Path
) -> None:
    register, ids = story
    reply = {"challenge": ids["challenge"], "said_on": "2026-04-21", "text": "An answer."}
    save(register, "challenge_reply", reply)
    save(register, "review", {"reported_on": "2026-04-21"}, ids["review"])
    save(register, "practice", {"told_on": "2026-04-21"}, ids["practice"])
    save(register, "validation", {"held_on": "2026-04-21"}, ids["validation"])
    save(register, "tension", {"borne_by": ids["police"]}, ids["tension"])
    assert {kind: export(register, kind, tmp_path / "x.csv", EN) for kind in KINDS} == dict.fromkeys(KINDS, 1)
    scrutiny = all_text(paper_bytes(register, "scrutiny", [], None, EN, TODAY))
    for each in ("recommended", "against", "asked?"):
        assert f"{NEW} {each}" in scrutiny
    assert f"{NEW} validated" in all_text(
        paper_bytes(register, "validation", [ids["validation"]], None, EN, TODAY)
    )


def test_a_tension_with_an_internal_measure_on_either_side_is_in_no_public_list(
    story: tuple[Register, dict[str, str]], tmp_path: Path
) -> None:
    register, ids = story
    weighed = {"title": "Weighed", "borne_by": ids["police"], "target_words": "Ours"}
    save(register, "tension", {**weighed, "other_measure": ids["hidden"]})
    assert export(register, "tension", tmp_path / "x.csv", EN) == 0


def test_other_kinds_are_out_at_once() -> None:
    assert announced("outside_body", {})
    assert not announced("review", {"title": "New"})
