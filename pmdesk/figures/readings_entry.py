"""What is typed for one reading: how it is understood, what goes with it, and what cannot be saved."""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.check import read_value
from pmdesk.domain.dates import NotRead
from pmdesk.domain.measure import READING
from pmdesk.domain.pasted import read_mark, split_provisional
from pmdesk.domain.series import NO_VALUE
from pmdesk.domain.words import N_, Say, Words

NUMBERS = ("value", "numerator", "denominator")
FIELDS = (*NUMBERS, "state", "commentary", "cause")
# A row as text by field: what stands in the register with what was typed over it.
Texts = Mapping[str, str]


class Entry(NamedTuple):
    """What typing into a row changes in it, and what a person should look at before saving."""

    typed: dict[str, str]
    doubts: dict[str, Say]


class Understood(NamedTuple):
    """A row's texts as they would be stored ('' for none and for what cannot be read), and each problem."""

    values: dict[str, str]
    problems: dict[str, Say]


def understood(name: str, text: str, words: Words) -> str:
    """One cell's text as it is stored: plain decimal text, a choice's code; NotRead with a sentence.

    >>> [understood("value", text, Words()) for text in ("1,250", "46.9%", "−0.5", "£12", " ")]
    ['1250', '46.9', '-0.5', '12', '']
    >>> understood("state", "Not due", Words())
    'not_due'
    """
    field, wanted = READING.field(name), text.strip().casefold()
    for code, label in field.choices:
        if wanted == words(label).casefold():
            return code
    value = read_value(field, text)
    return "" if value is None else str(value)


def entered(typed: Texts, now: Texts, words: Words) -> Entry:
    """Typing into a row, with what goes with it: `typed` over `now`, both by field.

    A sign in place of a number becomes its state. A number typed over a state that has none makes the
    reading actual again, and a state that has none empties the numbers that stood there.

    >>> entered({"value": "*"}, {"value": "46.9"}, Words()).typed
    {'value': '', 'state': 'suppressed'}
    >>> entered({"value": "46.9"}, {"state": "not_due"}, Words()).typed
    {'value': '46.9', 'state': ''}
    >>> entered({"state": "Suppressed"}, {"value": "46.9"}, Words()).typed
    {'state': 'Suppressed', 'value': ''}
    """
    made, doubts = dict(typed), dict[str, Say]()
    for name in NUMBERS:
        if state := _state_in(made, name):
            sign = {"sign": typed[name].strip()}
            doubts["state"] = Say(N_("Read from ‘{sign}’. Look whether it is right."), sign)
            if not typed.get("state"):
                made["state"] = state
    _agree(made, typed, now, words)
    return Entry(made, doubts)


def understand(texts: Texts, words: Words) -> Understood:
    """A whole row understood, with a sentence for each cell that cannot be read."""
    values, problems = dict[str, str](), dict[str, Say]()
    for name in FIELDS:
        try:
            values[name] = understood(name, texts.get(name, ""), words)
        except NotRead as problem:
            values[name], problems[name] = "", problem.sentence
    return Understood(values, problems)


def wanting(row: Understood, touched: bool, states: Mapping[str, Say]) -> dict[str, Say]:
    """What a row that can be read lacks or contradicts, by field; only if its figures were `touched`."""
    if not touched:
        return {}
    values, state = row.values, row.values["state"]
    numbers = [name for name in NUMBERS if values[name]]
    if values["denominator"] == "0":
        return {"denominator": Say(N_("Nothing can be divided by 0."))}
    if state in NO_VALUE and numbers:
        said = {"state": states[state]}
        return {numbers[0]: Say(N_("The state says ‘{state}’. Empty the figure, or change the state."), said)}
    whole = values["value"] or (values["numerator"] and values["denominator"])
    if not whole and state not in NO_VALUE and any(values.values()):
        return {"value": Say(N_("Type the figure, or choose a state that says why there is none."))}
    return {}


def differing(values: Texts, stored: Texts) -> dict[str, str]:
    """The fields whose understood text differs from what is stored; no state is the same as actual.

    >>> differing({"value": "46.9", "state": "actual"}, {"value": "46.9"})
    {}
    """
    return {
        name: text
        for name, text in values.items()
        if _plain(name, text) != _plain(name, stored.get(name, ""))
    }


def _plain(name: str, text: str) -> str:
    return "" if name == "state" and text == "actual" else text


def _state_in(made: dict[str, str], name: str) -> str:
    """Take a sign out of a number's cell; the state it means."""
    text = made.get(name, "")
    if state := read_mark(text):
        made[name] = ""
        return state
    number, provisional = split_provisional(text)
    if provisional:
        made[name] = number
        return "provisional"
    return ""


def _agree(made: dict[str, str], typed: Texts, now: Texts, words: Words) -> None:
    """Numbers and state of a row agree where only one of them was typed."""
    try:
        state = understood("state", made.get("state", now.get("state", "")), words)
    except NotRead:
        return
    if "state" in made and state in NO_VALUE:
        made.update({name: "" for name in NUMBERS if name not in typed and now.get(name)})
    elif "state" not in typed and state in NO_VALUE and any(made.get(name) for name in NUMBERS):
        made["state"] = ""
