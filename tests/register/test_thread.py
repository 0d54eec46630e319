"""Which measures show which objectives, as the register stands."""

from pmdesk.actions.records import delete
from pmdesk.actions.thread import AT_ONCE
from pmdesk.register.store import memory
from pmdesk.register.thread import loose, shown_by
from tests.actions.thread_story import plans


def test_the_first_objective_and_those_linked_show_it_with_what_is_kept() -> None:
    with memory() as register:
        story = plans(register)
        ids = story.ids
        story.keep("link", "serves", measure=ids["EN02"], objective=ids["homes"])
        found = {(objective, measure.id): measure for objective, measure in shown_by(register)}
        assert set(found) == {
            (ids["recycle"], ids["EN02"]), (ids["homes"], ids["EN02"]), (ids["streets"], ids["EN05"]),
        }  # fmt: skip
        en02 = found[ids["homes"], ids["EN02"]]
        assert (en02.partnership, en02.kind, en02.rating) == (ids["waste"], "outcome", "amber")
        assert register.page("measure", [en02.n])[0]["code"] == "EN02"
        assert found[ids["streets"], ids["EN05"]].rating == "no_reading"


def test_a_measure_without_an_objective_that_is_there_is_loose() -> None:
    with memory() as register:
        story = plans(register)
        ids = story.ids
        assert loose(register, AT_ONCE) == ([loose(register, 1)[0][0]], 1)
        assert loose(register, AT_ONCE)[0][0].id == ids["HS04"]
        story.keep("link", "serves", measure=ids["HS04"], objective=ids["homes"])
        assert loose(register, AT_ONCE) == ([], 0)
        delete(register, "serves", ids["link"])
        delete(register, "alignment", ids["streets to greener"])
        with register.change("Merged") as change:
            change.delete("objective", ids["streets"])
        assert [each.id for each in loose(register, AT_ONCE)[0]] == [ids["EN05"], ids["HS04"]]
        assert len(loose(register, 1)[0]) == 1
        assert loose(register, 1)[1] == 2
        delete(register, "measure", ids["HS04"])
        assert loose(register, AT_ONCE)[1] == 1
