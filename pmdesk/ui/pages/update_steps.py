"""The steps an update can take, as the buttons at the foot of its page; it takes none of them itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.actions.update_in_hand import InHand
from pmdesk.domain.words import N_
from pmdesk.ui.buttons import Button, primary, secondary
from pmdesk.ui.words import _

WRITABLE = ("draft", "returned")


@dataclass(frozen=True)
class Verb:
    """A step an update can take: the word on its button and what is said once it is done."""

    word: str
    said: str
    primary: bool = False


VERBS: Mapping[str, Verb] = {
    "returned": Verb(N_("Return with a reason"), N_("Returned. The writer can put it right.")),
    "accepted": Verb(N_("Accept"), N_("Accepted."), True),
    "signed_off": Verb(N_("Sign off"), N_("Signed off."), True),
    "published": Verb(N_("Publish"), N_("Published."), True),
}
# An update that was agreed to goes back the same way, but for another reason.
RETURN_AGREED = N_("Return it to change it")


class Steps(NamedTuple):
    """What the page does for each button; `step` is given the status to come."""

    save: Callable[[], object]
    submit: Callable[[], object]
    see_paper: Callable[[], object]
    ask_reason: Callable[[], object]
    step: Callable[[str], object]
    correct: Callable[[], object]


def foot_buttons(hand: InHand, steps: Steps) -> list[Button]:
    """The buttons for an update where it stands, for the person at this laptop; the primary one last."""
    if hand.status in WRITABLE:
        made = [secondary(_("Save"), steps.save), primary(_("Submit update"), steps.submit)]
        return [_locked(button, hand) for button in made]
    inked = sorted(hand.next, key=lambda status: VERBS[status].primary)
    made = [_button(hand, status, steps) for status in inked]
    if hand.kind == "progress_update" and hand.status == "signed_off":
        made.append(secondary(_("Correct it"), steps.correct))
    return [secondary(_("See the paper"), steps.see_paper), *(_locked(each, hand) for each in made)]


def to_save(hand: InHand, changed: Mapping[str, object], today: str) -> dict[str, object]:
    """What is saved: what differs, and for a new update what it hangs on. A declaration takes its day."""
    typed = dict(changed)
    if "declared" in typed:
        typed["declared_on"] = today if typed["declared"] else None
    if hand.record is not None:
        return typed
    return {**hand.given, **{name: value for name, value in typed.items() if value is not None}}


def _button(hand: InHand, status: str, steps: Steps) -> Button:
    verb = VERBS[status]
    if status == "returned":
        word = verb.word if hand.status == "submitted" else RETURN_AGREED
        return secondary(_(word), steps.ask_reason)
    return primary(_(verb.word), lambda: steps.step(status))


def _locked(button: Button, hand: InHand) -> Button:
    """In a register that is only read a button rests, and says why."""
    button.setEnabled(hand.read_only is None)
    button.setToolTip(_(hand.read_only) if hand.read_only else "")
    return button
