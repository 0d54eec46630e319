"""The page on which a member's annual update is written, and on which an officer accepts or returns it."""

from collections.abc import Mapping

from pmdesk.actions.member_files import member_of
from pmdesk.actions.update_in_hand import InHand
from pmdesk.domain.annual_update import ANNUAL_UPDATE, PRINTED_ANSWERS
from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.attendance import say_attendance
from pmdesk.domain.dates import say_date
from pmdesk.domain.words import N_
from pmdesk.ui.context import Context
from pmdesk.ui.editors import LongText, NumberText, RadioChoice
from pmdesk.ui.pages.tick import Tick
from pmdesk.ui.pages.update_answers import Part, Question
from pmdesk.ui.pages.update_form import UpdatePage
from pmdesk.ui.pages.update_kind import Kind, due, on, returned
from pmdesk.ui.pages.update_notice import Standing
from pmdesk.ui.words import _, spoken

KEY = "annual-update"
NUMBER_WIDTH = 77  # the drawing's 96 at its text size of 125%

YOU_ARE: Mapping[str, str] = {
    "trustee": N_("You are a trustee."),
    "director": N_("You are a director."),
    "management_committee": N_("You are on its management committee."),
    "observer": N_("You are an observer."),
    "adviser": N_("You are an adviser."),
    "substitute": N_("You are a substitute."),
}


def annual_update_page(context: Context) -> UpdatePage:
    """The page with key 'annual-update'; its `arrive` takes an update's id or ('new', appointment id)."""
    return UpdatePage(
        context,
        Kind(
            name="annual_update",
            paper=KEY,
            back="bodies",
            back_word=_("Desk") if member_of(context.register) else _("Outside body"),
            two_pages=True,
            long=PRINTED_ANSWERS,
            saved=N_("Saved the annual update of {of}."),
            submitted=N_("Submitted the annual update of {of}."),
            parts=_parts,
            title=_title,
            quiet=lambda hand, _typed: _quiet(hand, context.today),
            standing=_standing,
            remarks=_remarks,
        ),
    )


def _remarks(hand: InHand, typed: Mapping[str, object]) -> dict[str, str]:
    """What the report-backs say, while the two numbers are not the same."""
    counted = {"meetings_held": hand.reported.meetings, "meetings_attended": hand.reported.attended}
    numbers = {name: int(str(typed[name])) if str(typed[name]).isdigit() else None for name in counted}
    if not hand.reported.meetings or numbers == counted:
        return {"meetings_attended": ""}
    known = {name: number for name, number in numbers.items() if number is not None}
    both = say_attendance(hand.reported, spoken())
    if not known:
        said = _("Your report-backs say {both}.", both=both) if hand.mine else ""
        said = said or _("The report-backs say {both}.", both=both)
    else:
        said = _("The report-backs of the year say {both}: is a meeting missing here or there?", both=both)
    return {"meetings_attended": said}


def _title(hand: InHand, _typed: Mapping[str, object]) -> str:
    return _("Annual update {year}", year=hand.year)


def _quiet(hand: InHand, today: str) -> str:
    """'Aldermoor Citizens Advice. You are an observer. It was due on 17 April 2026.'"""
    return " ".join(part for part in (f"{hand.of}.", _who(hand), due(hand.due_on, today)) if part)


def _who(hand: InHand) -> str:
    if hand.mine:
        return _(YOU_ARE.get(hand.capacity, ""))
    named = dict(APPOINTMENT.field("capacity").choices).get(hand.capacity, hand.capacity)
    said = _(named)
    if not hand.by or not said:
        return f"{hand.by}." if hand.by else ""
    return _("{member}, {capacity}.", member=hand.by, capacity=said[:1].lower() + said[1:])


def _standing(hand: InHand) -> Standing | None:
    values = hand.values
    if hand.status == "submitted":
        return Standing("met", _("Submitted on {day}.", day=on(values, "submitted_on")), _reader(hand))
    if hand.status == "accepted":
        after = _("It can be published. To change it, return it first.") if hand.next else ""
        return Standing("complete", _("Accepted on {day}.", day=on(values, "accepted_on")), after)
    if hand.status == "published":
        after = _("It is part of the public record and is not changed any more.")
        return Standing("complete", _("Published on {day}.", day=on(values, "published_on")), after)
    return returned(hand) if hand.status == "returned" else None


def _reader(hand: InHand) -> str:
    """Who reads it next, and how it gets there."""
    if hand.next:
        return _("Read it below, then accept it or return it with a reason.")
    if hand.sent:
        return _("It is still on this laptop: on the Desk, save the file to send, and send it by e-mail.")
    return _("An officer reads it next, and accepts it or returns it with a reason.")


def _since(hand: InHand) -> str:
    """What 'this year' means: from one Annual Council to the next."""
    if not hand.since:
        return _("From Annual Council until today.")
    return _("From Annual Council on {day} until today.", day=say_date(hand.since, spoken()))


def _worthwhile(name: str) -> tuple[Question, Question]:
    choices = [(code, _(word)) for code, word in ANNUAL_UPDATE.field(name).choices]
    return (
        Question(name, lambda: RadioChoice(choices, across=True)),
        Question(f"{name}_why", lambda: LongText(2), optional=True),
    )


def _long(name: str, lines: int = 3) -> tuple[Question]:
    return (Question(name, lambda: LongText(lines)),)


def _recommendation() -> tuple[Question]:
    choices = [(code, _(word)) for code, word in ANNUAL_UPDATE.field("recommendation").choices]
    return (Question("recommendation", lambda: RadioChoice(choices, across=True)),)


def _parts(hand: InHand) -> tuple[Part, ...]:
    """The sections of look/update-form.png with every answer of field.md."""
    return (
        Part(
            _("Meetings"),
            (
                (Question("meetings_held", lambda: NumberText(NUMBER_WIDTH), help=_since(hand)),),
                (Question("meetings_attended", lambda: NumberText(NUMBER_WIDTH)),),
            ),
        ),
        Part(
            _("The year"), (_long("main_business", 7), _long("contributed", 5), _long("objectives_served", 2))
        ),
        Part(
            _("Was it worthwhile?"),
            (
                _worthwhile("worthwhile_council"),
                _worthwhile("worthwhile_body"),
                _worthwhile("worthwhile_member"),
                _recommendation(),
            ),
        ),
        Part(
            _("Support and risks"),
            (
                _long("support_given", 2),
                _long("officer_support", 2),
                _long("issues"),
                _long("actions"),
                (Question("withheld", lambda: Tick(_("There are matters I may not report")), optional=True),),
                (Question("internal", lambda: LongText(3), optional=True, private=True),),
            ),
        ),
        Part(
            _("Declaration"),
            (
                (
                    Question(
                        "declared",
                        lambda: Tick(_("I declare that this is a true account")),
                        N_("Declaration"),
                        "",
                    ),
                ),
            ),
        ),
    )
