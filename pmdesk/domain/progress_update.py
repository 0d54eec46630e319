"""A progress update: what a partnership did in a period, drafted, submitted and signed off."""

from collections.abc import Iterable, Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_, Say

STATUSES = (
    ("draft", N_("Draft")),
    ("submitted", N_("Waiting for sign-off")),
    ("signed_off", N_("Signed off")),
    ("returned", N_("Returned")),
    ("replaced", N_("Replaced by a correction")),
)

NEXT_STATUSES: Mapping[str, tuple[str, ...]] = {
    "draft": ("submitted",),
    "returned": ("submitted",),
    "submitted": ("signed_off", "returned"),
    # What was signed off is fixed: a correction is a new update that replaces it.
    "signed_off": (),
    "replaced": (),
}

PROGRESS_UPDATE = Entity(
    "progress_update",
    N_("Progress update"),
    N_("Progress updates"),
    (
        Field("partnership", N_("Partnership"), Type.REF, required=True, refers="partnership"),
        Field("period", N_("Period"), Type.PERIOD, N_("Such as 2025-26 Q4."), required=True),
        Field("done", N_("What was done?"), Type.LONG, N_("The main things, in plain words.")),
        Field(
            "difference",
            N_("What difference did it make?"),
            Type.LONG,
            N_("To residents, not to the partnership."),
        ),
        Field("issues", N_("What issues are there?"), Type.LONG),
        Field("next_steps", N_("What comes next?"), Type.LONG),
        Field(
            "self_rating",
            N_("How is it going?"),
            Type.CHOICE,
            choices=(
                ("on_track", N_("On track")),
                ("at_risk", N_("At risk")),
                ("off_track", N_("Off track")),
            ),
        ),
        Field("drafted_by", N_("Drafted by"), Type.REF, refers="person"),
        Field("signed_off_by", N_("Signed off by"), Type.REF, refers="person"),
        Field("signed_off_on", N_("Signed off on"), Type.DATE),
        Field("submitted_on", N_("Submitted on"), Type.DATE),
        Field("returned_because", N_("Returned because"), Type.LONG, private=True),
        Field("status", N_("Status"), Type.CHOICE, choices=STATUSES),
        Field(
            "corrects",
            N_("Corrects"),
            Type.REF,
            N_("The update that was signed off before and that this one replaces."),
            refers="progress_update",
        ),
        NOTE,
    ),
    saved=N_("Saved progress update"),
    removed=N_("Deleted progress update"),
    titled_by="",
)

ANSWERS = ("done", "difference", "issues", "next_steps")


def ready_to_submit(update: Mapping[str, object]) -> dict[str, Say]:
    """What a submitted update must have beyond a draft, as {field: sentence}."""
    problems: dict[str, Say] = {}
    if not str(update.get("done") or "").strip():
        problems["done"] = Say(N_("Say what was done"))
    if not str(update.get("difference") or "").strip():
        problems["difference"] = Say(N_("Say what difference it made"))
    return problems


def counting(updates: Iterable[Mapping[str, object]]) -> dict[str, Mapping[str, object]]:
    """The update that counts for each period: the one signed off, else the newest that is not replaced.

    A correction counts only once it is signed off itself.

    >>> told = [{"id": "1", "period": "2025-26 Q4", "status": "signed_off"},
    ...     {"id": "2", "period": "2025-26 Q4", "status": "draft", "corrects": "1"}]
    >>> counting(told)["2025-26 Q4"]["id"]
    '1'
    """
    found: dict[str, Mapping[str, object]] = {}
    for each in sorted(updates, key=lambda row: (row.get("status") == "signed_off", str(row.get("id")))):
        if each.get("status") != "replaced":
            found[str(each.get("period") or "")] = each
    return found
