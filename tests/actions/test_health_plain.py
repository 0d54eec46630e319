"""A health check for other programs: nothing before it is closed but who has not answered."""

from pmdesk.actions.health_checks import answer, close_check, open_check
from pmdesk.actions.health_plain import plain_health
from pmdesk.actions.reading import read_record
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.health_story import TODAY, story

EN = words_in("en")


def test_open_and_closed(register: Register) -> None:
    made = story(register)
    open_check(register, made.check, TODAY)
    for name, answers in (("Police", [1, 1, 1]), ("Health", [3, 1, 1]), ("Voices", [4, 1, None])):
        answer(register, made.check, made.organisations[name], answers)
    told = plain_health(register, read_record(register, "health_check", made.check), EN)
    assert (told["state"], told["answered"], told["waiting"]) == ("open", 3, ["Council", "Housing"])
    assert told["principles"] == [
        {"principle": "Trust", "statements": ["We keep our word.", "We say hard things."]},
        {"principle": "Money", "statements": ["It arrives."]},
    ]
    close_check(register, made.check, TODAY)
    told = plain_health(register, read_record(register, "health_check", made.check), EN)
    assert (told["state"], told["waiting"], told["closed_on"]) == ("closed", [], TODAY)
    trust, money = told["principles"]  # type: ignore[misc]
    assert trust["statements"][0] == {
        "statement": "We keep our word.",
        "n": 3, "median": 3, "lower_quartile": None, "upper_quartile": None, "disagree": True,
    }  # fmt: skip
    assert money["statements"][0]["median"] is None
