"""The thread of a register, its gaps as they are mended, and the report by theme and by objective."""

from pmdesk.actions import thread as verbs
from pmdesk.actions.records import delete, save
from pmdesk.actions.taking_back import undo
from pmdesk.domain.words import words_in
from pmdesk.figures.alignment import AlignmentFigures
from pmdesk.register.store import Register
from tests.actions.thread_story import TODAY, Story, plans

WORDS = words_in("en")


def named(story: Story, what: str) -> list[str]:
    """The names we gave to the records that have this gap."""
    called = {id: name for name, id in story.ids.items()}
    thread = verbs.read_thread(story.register)
    return [called[gap.record] for gap in verbs.gaps(story.register, thread)[0] if gap.what == what]


def report(story: Story, most: int | None = None) -> AlignmentFigures:
    return verbs.alignment(story.register, TODAY, WORDS, most)


def test_every_gap_is_shown_and_then_mended(register: Register) -> None:
    story = plans(register)
    ids = story.ids
    assert named(story, "not_served") == ["homes", "safer"]
    assert named(story, "not_aligned") == ["loads"]
    assert named(story, "no_measure") == ["homes", "safer", "loads"]
    assert named(story, "no_objective") == ["HS04"]
    assert named(story, "no_outcome") == ["homes", "safer", "streets", "loads"]
    save(register, "alignment", {"objective": ids["loads"], "serves": ids["homes"]})
    assert named(story, "not_aligned") == []
    assert named(story, "not_served") == ["safer"]
    save(register, "measure", {"objective": ids["loads"]}, ids["HS04"])
    assert named(story, "no_objective") == []
    assert named(story, "no_measure") == ["safer"]
    assert named(story, "no_outcome") == ["safer", "streets"]


def test_a_partnership_that_ended_serves_nothing_any_more(register: Register) -> None:
    story = plans(register)
    save(register, "partnership", {"status": "ended"}, story.ids["waste"])
    assert named(story, "not_served") == ["homes", "greener", "clean", "safer"]
    undo(register)
    assert named(story, "not_served") == ["homes", "safer"]


def test_one_measure_reports_to_both_sides_with_the_same_figures(register: Register) -> None:
    story = plans(register)
    made = report(story)
    theme = next(each for each in made.themes if each.title == "Clean and green").measures[0]
    corporate = next(each for each in made.objectives if each.title == "3.1 Less waste").measures[0]
    for each in (theme, corporate):
        assert (each.title, each.latest, each.period, each.target, each.target_period) == (
            "EN02 Household waste recycled", "46.9%", "2025-26 Q4", "48.0%", "",
        )  # fmt: skip
        assert (each.rating, each.pill, each.way) == ("amber", ("close", "Close"), "Better")
        assert each.figure == "46.9% against 48.0%", "rated against its path, not against the target to come"
        assert each.partnership == "Wendle Waste Partnership"
    assert (theme.also, corporate.also) == (("3.1 Less waste",), ("Clean and green",))
    assert made.both == 1
    assert [each.title for each in made.neither] == ["HS04 Households in temporary accommodation"]


def test_a_new_reading_shows_on_both_sides(register: Register) -> None:
    story = plans(register)
    save(register, "reading", {"measure": story.ids["EN02"], "period": "2026-27 Q1", "value": "40.1"})
    made = report(story)
    said = {each.latest for side in (made.themes, made.objectives) for head in side for each in head.measures
            if each.id == story.ids["EN02"]}  # fmt: skip
    assert said == {"40.1%"}


def test_a_screen_reads_the_first_only_and_counts_the_rest(register: Register) -> None:
    story = plans(register)
    for n in range(4):
        save(register, "measure", {"title": f"More {n}", "objective": story.ids["recycle"]})
    made = report(story, most=2)
    clean = next(each for each in made.themes if each.title == "Clean and green")
    assert (len(clean.measures), clean.left_out, clean.count) == (2, 3, 5)
    assert clean.measures[0].title == "EN02 Household waste recycled"


def test_what_was_deleted_leaves_the_thread(register: Register) -> None:
    story = plans(register)
    delete(register, "alignment", story.ids["recycle to clean"])
    assert report(story).both == 0
    thread = verbs.read_thread(register)
    assert story.ids["clean"] not in thread.served_by


def test_grants_do_not_count_as_partnerships(register: Register) -> None:
    story = plans(register)
    assert verbs.counting(register) == {story.ids["waste"]}
