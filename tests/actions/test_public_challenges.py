"""What is printed of challenges: open ones and those of the year; no note, no internal measure."""

from pathlib import Path

import pytest

from pmdesk.actions.cabinet_paper import cabinet_figures
from pmdesk.actions.contributions_paper import contribution_figures
from pmdesk.actions.figure_papers import measure_paper
from pmdesk.actions.public_challenges import printed_about
from pmdesk.actions.records import save
from pmdesk.domain.words import Words
from tests.actions.paper_story import SECRET, TODAY, Story, council, mark_private

EN = Words()


@pytest.fixture
def story(tmp_path: Path) -> Story:
    made = council(tmp_path)
    register, ids = made.register, made.ids
    ids["police"] = save(register, "organisation", {"name": "Police"})[0]
    ids["board"] = save(register, "partnership", {"name": "The board"})[0]
    ids["own"] = save(register, "measure", {"title": "Repeat reports", "partnership": ids["board"]})[0]
    ids["hidden"] = save(register, "measure", {"title": "Hidden", "visibility": "internal"})[0]
    return made


def ask(story: Story, question: str, **more: object) -> str:
    known = {
        "from_organisation": story.ids["county"],
        "to_organisation": story.ids["police"],
        "partnership": story.ids["board"],
        "asked_on": "2026-03-09",
    }
    return save(story.register, "challenge", {**known, "question": question, **more})[0]


def test_open_ones_and_those_closed_within_the_year(story: Story) -> None:
    ask(story, "Open?")
    ask(story, "Closed lately?", closed_on="2026-04-01")
    ask(story, "Closed long ago?", asked_on="2024-01-01", closed_on="2024-04-01")
    ask(story, "Internal?", measure=story.ids["hidden"])
    found = printed_about(story.register, TODAY, EN, to_organisation=story.ids["police"])
    assert [each.asked.text for each in found] == ["Open?", "Closed lately?"]


def test_one_that_still_waits_for_its_answer_is_in_no_paper(story: Story) -> None:
    waiting = ask(story, "Fresh?", asked_on="2026-04-20")
    assert printed_about(story.register, TODAY, EN, to_organisation=story.ids["police"]) == ()
    save(story.register, "challenge_reply", {"challenge": waiting, "said_on": "2026-04-21", "text": "Yes."})
    assert len(printed_about(story.register, TODAY, EN, to_organisation=story.ids["police"])) == 1


def test_three_papers_print_them_and_none_the_note(story: Story) -> None:
    challenge = ask(story, "Why so late?", measure=story.ids["own"], note=SECRET)
    reply = {"challenge": challenge, "said_on": "2026-03-30", "text": "A form broke."}
    save(story.register, "challenge_reply", reply)
    mark_private(story.register)
    account = contribution_figures(story.register, ["Police"], None, EN, TODAY).parts[0].exchanges
    cabinet = cabinet_figures(story.register, ["The board"], None, EN, TODAY).parts[0].exchanges
    own = measure_paper(story.register, ["Repeat reports"], EN, TODAY).stories[0].exchanges
    assert account == cabinet == own
    assert [side.text for side in own[0].answered] == ["A form broke."]
    assert SECRET not in repr(own)


def test_what_was_undertaken_is_named_where_it_is_asked_about(story: Story) -> None:
    given = {
        "partnership": story.ids["board"],
        "organisation": story.ids["police"],
        "what": "Figures by ward",
    }
    ask(story, "Why not?", contribution=save(story.register, "contribution", given)[0])
    [found] = printed_about(story.register, TODAY, EN, to_organisation=story.ids["police"])
    assert found.about == "Figures by ward"
