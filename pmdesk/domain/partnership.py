"""A partnership, and a partner: an organisation's place in one."""

from collections.abc import Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

# A contract, a grant and a network are not partnerships (field.md, 'The words').
NOT_PARTNERSHIPS = ("network", "contract", "grant")

INTERVALS = (
    ("month", N_("Every month")),
    ("quarter", N_("Every quarter")),
    ("half", N_("Every half year")),
    ("year", N_("Every year")),
)

_WHERE = N_("A web address, or where the file is on this laptop or a shared drive.")

PARTNERSHIP = Entity(
    "partnership",
    N_("Partnership"),
    N_("Partnerships"),
    (
        Field(
            "name",
            N_("Name"),
            required=True,
            also=(
                *("partnership", "title", "title of the partnership", "name of partnership"),
                *("partnership name", "partnership title", "name of the partnership"),
            ),
        ),
        Field(
            "kind",
            N_("Kind"),
            Type.CHOICE,
            N_("Contracts, grants and networks are kept here too, but not counted as partnerships."),
            choices=(
                ("umbrella", N_("Umbrella partnership")),
                ("thematic", N_("Thematic partnership")),
                ("sub_group", N_("Sub-group")),
                ("statutory_board", N_("Statutory board")),
                ("joint_committee", N_("Joint committee")),
                ("shared_service", N_("Shared service")),
                ("network", N_("Network")),
                ("contract", N_("Contract")),
                ("grant", N_("Grant")),
            ),
            also=("type", "classification", "type of partnership", "partnership type"),
        ),
        Field(
            "parent",
            N_("Reports to"),
            Type.REF,
            N_("The umbrella partnership this one reports to."),
            refers="partnership",
            also=("umbrella", "parent partnership"),
        ),
        Field(
            "purpose",
            N_("Purpose"),
            Type.LONG,
            N_("What has it been set up to do?"),
            also=("aims", "objective", "aims and objectives", "aims and objectives of partnership"),
        ),
        Field(
            "outcomes",
            N_("Expected outcomes"),
            Type.LONG,
            N_("What will be different for residents?"),
            also=("targets", "key outcomes"),
        ),
        Field(
            "adds_value",
            N_("What it adds"),
            Type.LONG,
            N_("What can it do that the council could not do alone?"),
            also=("value added", "added value"),
        ),
        Field(
            "serves_public",
            N_("How it serves the public"),
            Type.LONG,
            N_("How do residents hear of it, have a say, and complain?"),
        ),
        Field(
            "statutory",
            N_("Statutory"),
            Type.YES_NO,
            N_("Does the law require it?"),
            also=("statutory status", "statutory or not"),
        ),
        Field(
            "fundamental",
            N_("Fundamental to an objective"),
            Type.YES_NO,
            N_("Would a corporate objective fail without it?"),
        ),
        Field(
            "reliance",
            N_("Relied on for services"),
            Type.YES_NO,
            N_("Does the council rely on a partner here to deliver services?"),
        ),
        Field(
            "lead_organisation",
            N_("Lead organisation"),
            Type.REF,
            refers="organisation",
            also=("council", "accountable body"),
        ),
        Field(
            "lead_officer",
            N_("Lead officer"),
            Type.REF,
            N_("The council officer responsible for it."),
            refers="person",
            also=(
                *("responsible officer", "responsible officer role", "lead/responsible officer", "officer"),
                *("council lead", "council lead officer", "link officer"),
            ),
        ),
        Field(
            "portfolio_member",
            N_("Portfolio member"),
            Type.REF,
            N_("The Cabinet member who signs off its updates."),
            refers="person",
            also=(
                *("lead member", "lead member role", "lead member(s)", "cabinet member"),
                *("portfolio holder", "lead councillor", "executive member"),
            ),
        ),
        Field(
            "service_area",
            N_("Service area"),
            also=("service", "directorate", "service area within the council"),
        ),
        Field(
            "started",
            N_("Started"),
            Type.PARTIAL,
            also=("date created", "created", "start date", "date established", "established"),
        ),
        Field(
            "review_due",
            N_("Review due"),
            Type.PARTIAL,
            also=("review date", "next review", "next review date"),
        ),
        Field("ends", N_("Ends"), Type.PARTIAL, also=("end date", "expires")),
        Field(
            "reporting_interval",
            N_("Reports"),
            Type.CHOICE,
            N_("How often a progress update is due. Leave empty if none is."),
            choices=INTERVALS,
            also=("reporting interval", "reporting arrangements"),
        ),
        Field(
            "terms_of_reference",
            N_("Terms of reference"),
            Type.LONG,
            also=("governance", "governance arrangements"),
        ),
        Field("terms_file", N_("Where the terms of reference are"), help=_WHERE, private=True),
        Field("agreement", N_("Partnership agreement"), Type.LONG),
        Field("agreement_file", N_("Where the agreement is"), help=_WHERE, private=True),
        Field(
            "exit_terms", N_("Exit terms"), Type.LONG, N_("What happens when it ends or the council leaves?")
        ),
        Field("exit_file", N_("Where the exit terms are"), help=_WHERE, private=True),
        Field(
            "funding_cash",
            N_("Council funding, cash"),
            Type.MONEY,
            N_("Pounds a year."),
            also=(
                *("cost", "funding", "council funding", "council funding contribution"),
                *("council contribution", "annual council contribution", "annual contribution"),
            ),
        ),
        Field(
            "funding_in_kind", N_("Council funding, in kind"), Type.LONG, N_("Staff time, premises, data.")
        ),
        Field(
            "total_budget",
            N_("Total budget"),
            Type.MONEY,
            N_("Pounds a year, from everyone."),
            also=("budget", "total annual budget"),
        ),
        Field("liabilities", N_("Liabilities"), Type.LONG),
        Field(
            "significance",
            N_("Significance"),
            Type.CHOICE,
            choices=(("major", N_("Major")), ("moderate", N_("Moderate")), ("limited", N_("Limited"))),
        ),
        Field(
            "status",
            N_("Status"),
            Type.CHOICE,
            choices=(
                ("current", N_("Current")),
                ("under_review", N_("Under review")),
                ("proposed", N_("Proposed")),
                ("ended", N_("Ended")),
            ),
        ),
        NOTE,
    ),
    saved=N_("Saved partnership"),
    removed=N_("Deleted partnership"),
)

PARTNER = Entity(
    "partner",
    N_("Partner"),
    N_("Partners"),
    (
        Field("partnership", N_("Partnership"), Type.REF, required=True, refers="partnership"),
        Field("organisation", N_("Organisation"), Type.REF, required=True, refers="organisation"),
        Field("role", N_("Role"), help=N_("Such as 'Chair' or 'Funder'.")),
        Field("joined", N_("Joined"), Type.PARTIAL),
        Field("left", N_("Left"), Type.PARTIAL),
        NOTE,
    ),
    saved=N_("Saved partner"),
    removed=N_("Deleted partner"),
    titled_by="",
)


def is_partnership(record: Mapping[str, object]) -> bool:
    """Whether a record of the partnerships list counts in partnership figures (field.md, 'The words').

    >>> is_partnership({"kind": "grant"}), is_partnership({"kind": None})
    (False, True)
    """
    return record.get("kind") not in NOT_PARTNERSHIPS


def is_running(record: Mapping[str, object]) -> bool:
    """Whether it still works: neither ended nor only proposed."""
    return record.get("status") not in ("ended", "proposed")
