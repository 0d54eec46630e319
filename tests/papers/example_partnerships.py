"""The figures that the papers on many partnerships draw in these tests: Cabinet, slippage, contributions."""

from dataclasses import replace

from pmdesk.domain.attainment import attainment, judged
from pmdesk.domain.contribution import account
from pmdesk.domain.reporting_line import LineState
from pmdesk.domain.words import Words
from pmdesk.figures.paper_cabinet import (
    CabinetFigures,
    CabinetPart,
    InBrief,
    brief_columns,
    brief_rows,
    measure_rows,
    measures_heading,
    missed_exceptions,
    past_exceptions,
    say_cabinet,
    say_going,
    small_columns,
)
from pmdesk.figures.paper_contributions import (
    ContributionFigures,
    Partner,
    Target,
    partner_columns,
    partner_part,
    partner_rows,
    say_contributions,
    worst_first,
)
from pmdesk.figures.paper_plan import exceptions_first
from pmdesk.figures.paper_reports import LineTold, Owed, broken_exceptions, owed_exceptions
from pmdesk.figures.paper_slippage import (
    Slip,
    SlippageFigures,
    cause_columns,
    cause_rows,
    has_slipped,
    moves,
    pushed_by,
    say_slippage,
    slip_group,
)
from pmdesk.figures.slip_chart import slip_chart
from pmdesk.figures.timeline import timeline
from tests.figures.measure_example import ch8, en02
from tests.papers.example_papers import COUNCIL, milestones, progress_figures

TODAY = "2026-04-27"
BOARD = {
    "id": "board",
    "name": "Wendle Valley Town Centre Board",
    "review_due": "2026-03",
    "reporting_interval": "quarter",
    "parent_name": "Community Safety Partnership",
}
FORUM = {"id": "forum", "name": "Homelessness <b>Forum</b>", "review_due": "2027-04"}
AT_RISK = {"id": "u1", "self_rating": "at_risk", "period": "2025-26 Q4", "status": "signed_off"}
OFF_TRACK = {"id": "u2", "self_rating": "off_track", "period": "2025-26 Q4", "status": "signed_off"}

STEPS = [
    {"id": "1", "title": "Land agreed", "owner_organisation_name": "The trust", "first_due": "2026-03-31"},
    {"id": "2", "title": "Plans in", "owner_organisation_name": "The council", "first_due": "2026-05-29"},
    {"id": "3", "title": "Works start", "owner_organisation_name": "The county", "first_due": "2026-09-01"},
    {"id": "4", "title": "Map printed", "first_due": "2026-01-30", "done_on": "2026-02-06"},
    {"id": "5", "title": "Shop open", "first_due": "2026-04-20"},
]
REDATES = [
    {"milestone": "1", "made_on": "2026-03-01", "date": "2026-04-30", "cause": "funding", "reason": "Late"},
    {"milestone": "1", "made_on": "2026-04-01", "date": "2026-06-12", "cause": "outside_control",
     "reason": "A strip of land was not on any plan."},
    {"milestone": "2", "made_on": "2026-04-01", "date": "2026-08-28", "cause": "funding", "reason": "Waits"},
]  # fmt: skip
WAITS = [("2", "1"), ("3", "2")]

GIVEN = [
    {"id": "c1", "partnership_name": "The board", "kind": "cash", "what": "A share of the adviser",
     "undertaken": 900_000, "delivered": 450_000, "due": "2025-12-31", "delivered_on": "2026-02-10"},
    {"id": "c2", "partnership_name": "The board", "kind": "data", "what": "Call-outs by street",
     "due": "2026-01-31", "share": "none"},
    {"id": "c3", "partnership_name": "The forum", "kind": "premises", "what": "A room", "due": "2026-07-01"},
    {"id": "c4", "partnership_name": "The forum", "kind": "cash", "what": "The post",
     "undertaken": 6_400_000, "delivered": 6_400_000, "due": "2026-03-31"},
]  # fmt: skip
SAID = [
    {"id": "w1", "said_on": "2026-02-12", "said_by": "Dr Achebe", "partnership_name": "The board",
     "text": "We were told on 9 February.\n- The figures <i>came</i> on time."},
]  # fmt: skip


def briefs(words: Words) -> list[InBrief]:
    return [
        InBrief(BOARD, "Cllr Priya Nair", AT_RISK, [en02()], milestones(words)),
        InBrief(FORUM, "Cllr Priya Nair", OFF_TRACK, exceptions_first([ch8()]), milestones(words)),
    ]


def cabinet_figures(words: Words, many: int = 0) -> CabinetFigures:
    told = briefs(words)
    stories = exceptions_first(story for each in told for story in each.stories)
    lines = [LineTold(BOARD, "2025-11-12", LineState("broken", "2026-02-12", 74))]
    owed = [Owed(FORUM, "2025-26 Q4", "returned", "2026-04-17", "Tom Ashby")]
    found = (
        missed_exceptions(stories, words),
        past_exceptions(told, words),
        broken_exceptions(lines, words),
        owed_exceptions(owed, TODAY, words),
    )
    parts = [
        CabinetPart(
            progress_figures(words),
            small_columns(words),
            measures_heading(told[0].stories, words),
            measure_rows(told[0].stories, words),
            "Note",
        ),
        CabinetPart(
            replace(progress_figures(words, many), partnership="Homelessness Forum"),
            small_columns(words),
            "",
            (),
            "",
        ),
    ]
    return CabinetFigures(
        council=COUNCIL,
        title=words("Partnership progress report, {period}", period="2025-26 Q4"),
        report_of="Report of Cllr Priya Nair",
        summary=say_cabinet(told, (1, 2, "2025-26 Q4"), [], "No milestone is late", words),
        columns=brief_columns(told, words),
        rows=brief_rows(told, [], TODAY, words) * (1 + many),
        note=say_going(told, words),
        exceptions=tuple(each for each in found if each),
        parts=tuple(parts),
        made_on=TODAY,
    )


def slips(words: Words) -> list[Slip]:
    rows = {row.id: row for row in timeline(STEPS, REDATES, TODAY, words).rows}
    return [
        Slip(
            rows[step["id"]],
            moves(
                step["first_due"],
                [each for each in REDATES if each["milestone"] == step["id"]],
                step.get("done_on"),
            ),
            pushed_by(STEPS, WAITS, rows[step["id"]]),
        )
        for step in STEPS
        if has_slipped(rows[step["id"]])
    ]


def slippage_figures(words: Words, groups: int = 1) -> SlippageFigures:
    whole, found = timeline(STEPS, REDATES, TODAY, words), slips(words)
    known = {row.id: row for row in whole.rows}
    shown = timeline([step for step in STEPS if step["id"] != "3"], REDATES, TODAY, words)
    moved = slip_chart(REDATES, shown, words, WAITS)
    group = slip_group("The board", shown, len(STEPS), found, known, moved, words)
    return SlippageFigures(
        council=COUNCIL,
        summary=say_slippage(found, len(STEPS), words),
        columns=cause_columns(words),
        causes=cause_rows(found, words),
        note="As at 27 April 2026.",
        groups=(group,) * groups,
        made_on=TODAY,
    )


def partner(name: str = "The ICB") -> Partner:
    story = ch8()
    targets = [
        Target(story, each)
        for each in judged(story.scale, story.targets, story.readings, "0001-01-01", "2026-03-31")
    ]
    causes = {"": None}
    return Partner(
        name,
        GIVEN,
        account(GIVEN, TODAY),
        targets,
        attainment((each.judged for each in targets), causes),
        SAID,
    )


def contribution_figures(words: Words, many: int = 1) -> ContributionFigures:
    silent = Partner("Chamber of Trade", [], account([], TODAY), [], attainment([], {}), [])
    partners = worst_first([silent, *(partner(f"Board {n}") for n in range(many))])
    return ContributionFigures(
        council=COUNCIL,
        year="2025-26",
        summary=say_contributions(partners, words),
        columns=partner_columns(words),
        rows=partner_rows(partners, words),
        note="Targets are of 2025-26.",
        parts=tuple(partner_part(each, "2025-26", TODAY, words) for each in partners),
        made_on=TODAY,
    )
