"""What a writing page says while somebody types: length, guidance, what is mended; it never stops anybody."""

from collections.abc import Mapping, Sequence

from pmdesk.actions.update_in_hand import InHand
from pmdesk.domain.annual_update import pages
from pmdesk.domain.guidance import guidance
from pmdesk.ui.pages.update_answers import Answers
from pmdesk.ui.pages.update_frame import UpdateFrame
from pmdesk.ui.pages.update_kind import Kind
from pmdesk.ui.words import _


def advise(
    frame: UpdateFrame, answers: Answers, kind: Kind, names: Sequence[str] | None, hand: InHand | None
) -> None:
    """Show the length, and under each answer what guidance has to say; `names` None: nothing, only read.

    What the register knows besides (`kind.remarks`) is said of one only read too.
    """
    typed = answers.typed()
    frame.footer.meter.set_pages(pages(typed))
    long = {name: typed[name] for name in kind.long}
    said = {} if names is None else guidance(long, names, two_pages=kind.two_pages)
    for name in kind.long:
        answers.fields[name].set_guidance(_(said[name]) if name in said else "")
    for name, remark in kind.remarks(hand, typed).items() if hand else ():
        answers.fields[name].set_guidance(remark)


def show_states(frame: UpdateFrame, answers: Answers) -> None:
    """The mark of each section at the left."""
    for at, state in enumerate(answers.states()):
        frame.sections.set_state(at, state)


def clear_mended(
    frame: UpdateFrame, answers: Answers, shown: Mapping[str, str], still: Mapping[str, object]
) -> dict[str, str]:
    """Take away at once the problems that are no more, and give those left; new ones wait for Save."""
    left = {name: said for name, said in shown.items() if name in still or name not in answers.fields}
    for name in shown:
        if name not in left:
            answers.fields[name].set_error("")
    if not left:
        frame.summary.hide()
    return left
