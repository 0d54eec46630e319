"""The page on which a partnership's progress is recorded for a period, and signed off or returned."""

from collections.abc import Mapping

from pmdesk.actions.update_in_hand import InHand, Period
from pmdesk.domain.dates import say_date
from pmdesk.domain.progress_update import ANSWERS, PROGRESS_UPDATE
from pmdesk.domain.words import N_
from pmdesk.ui.context import Context
from pmdesk.ui.editors import ListChoice, LongText, RadioChoice
from pmdesk.ui.pages.update_answers import Part, Question
from pmdesk.ui.pages.update_form import UpdatePage
from pmdesk.ui.pages.update_kind import Kind, due, on, returned
from pmdesk.ui.pages.update_notice import Standing
from pmdesk.ui.words import _, spoken

KEY = "progress-update"


def progress_update_page(context: Context) -> UpdatePage:
    """The page with key 'progress-update'; its `arrive` takes an update's id or ('new', partnership id)."""
    return UpdatePage(
        context,
        Kind(
            name="progress_update",
            paper="progress",
            back="partnerships",
            back_word=_("Partnership"),
            two_pages=False,
            long=ANSWERS,
            saved=N_("Saved the progress update of {of}."),
            submitted=N_("Submitted the progress update of {of}."),
            parts=_parts,
            title=_title,
            quiet=lambda hand, typed: _quiet(hand, typed, context.today),
            standing=_standing,
        ),
    )


def _title(hand: InHand, typed: Mapping[str, object]) -> str:
    return _("Progress update {period}", period=typed.get("period") or "").strip()


def _quiet(hand: InHand, typed: Mapping[str, object], today: str) -> str:
    """'Active Aldermoor. Cllr Priya Nair signs it off. It was due on 17 April 2026.'"""
    due_on = next((period.due_on for period in hand.periods if period.name == typed.get("period")), None)
    return " ".join(part for part in (f"{hand.of}.", _who(hand), due(due_on, today)) if part)


def _who(hand: InHand) -> str:
    if hand.mine:
        return _("You sign it off.")
    return _("{member} signs it off.", member=hand.by) if hand.by else ""


def _standing(hand: InHand) -> Standing | None:
    if hand.status == "submitted":
        sentence = _("Submitted on {day}.", day=on(hand.values, "submitted_on"))
        return Standing("met", sentence, _after_submitting(hand))
    if hand.status == "signed_off":
        day = on(hand.values, "signed_off_on")
        sentence = _("Signed off by {member} on {day}.", member=hand.signed_off_by, day=day)
        return Standing("complete", sentence if hand.signed_off_by else _("Signed off on {day}.", day=day))
    if hand.status == "replaced":
        return Standing("none", _("Replaced by a correction. It stays here as it was signed off."))
    if hand.status == "draft" and hand.values.get("corrects"):
        return Standing(
            "clock", _("A correction of what was signed off: that counts until this is signed off.")
        )
    return returned(hand) if hand.status == "returned" else None


def _after_submitting(hand: InHand) -> str:
    if hand.next:
        return _("Read it below, then sign it off or return it with a reason.")
    if hand.by:
        return _("{member} reads it next, and signs it off or returns it with a reason.", member=hand.by)
    return _("It waits to be signed off.")


def _months(period: Period) -> str:
    """'2025-26 Q4, January to March 2026'."""
    first, last = (say_date(day[:7], spoken()) for day in (period.first, period.last))
    if first == last:
        return first
    if first.endswith(last[-4:]):
        first = first[:-5]
    return _("{period}, {first} to {last}", period=period.name, first=first, last=last)


def _long(name: str, lines: int) -> tuple[Question]:
    return (Question(name, lambda: LongText(lines)),)


def _parts(hand: InHand) -> tuple[Part, ...]:
    periods = [(period.name, _months(period)) for period in hand.periods]
    ratings = [(code, _(word)) for code, word in PROGRESS_UPDATE.field("self_rating").choices]
    return (
        Part(
            _("Period"),
            (
                (
                    Question(
                        "period",
                        lambda: ListChoice(periods, blank=False),
                        help=N_("The last finished ones."),
                    ),
                ),
            ),
        ),
        Part(_("What was done"), (_long("done", 6), _long("difference", 5))),
        Part(_("Issues and next steps"), (_long("issues", 4), _long("next_steps", 4))),
        Part(_("How it is going"), ((Question("self_rating", lambda: RadioChoice(ratings, across=True)),),)),
    )
