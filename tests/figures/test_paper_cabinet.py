"""What the Cabinet's paper says of partnerships: the most pressing first, whose it is, of which period."""

from dataclasses import replace

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_cabinet import (
    brief_columns,
    brief_rows,
    measure_rows,
    measures_heading,
    missed_exceptions,
    past_exceptions,
    say_cabinet,
    say_going,
)
from tests.figures.measure_example import ch8, en02
from tests.papers.example_partnerships import AT_RISK, TODAY, briefs

EN = words_in("en")


def test_what_is_off_track_stands_first() -> None:
    off, risk = brief_rows(briefs(EN), [], TODAY, EN)
    assert [cell.text for cell in off] == [
        *("Homelessness <b>Forum</b>", "Off track", "1 missed", "1 late", "April 2027"),
    ]
    assert off[1].state == "missed"
    assert risk[3].quiet == "1 done"
    assert (risk[4].text, risk[4].quiet) == ("March 2026", "past its date")


def test_members_are_named_where_they_differ() -> None:
    told = briefs(EN)
    assert brief_rows(told, [], TODAY, EN)[0][0].quiet == ""
    assert brief_columns(told, EN)[0].heading == "Partnership"
    told[0] = told[0]._replace(member="Cllr Tom Hale")
    assert brief_rows(told, [], TODAY, EN)[0][0].quiet == "Cllr Priya Nair"
    assert brief_columns(told, EN)[0].heading == "Partnership and portfolio member"


def test_the_period_is_said_where_it_is_another_or_nothing_was_signed_off() -> None:
    told = briefs(EN)
    told.append(told[0]._replace(rated={}))
    told[0] = told[0]._replace(rated={**AT_RISK, "period": "2025-26 Q3"})
    told[1] = told[1]._replace(rated={**AT_RISK, "period": "2025-26 Q4"})
    going = [row[1] for row in brief_rows(told, [], TODAY, EN)]
    assert sorted((cell.text, cell.quiet) for cell in going) == [
        *(("At risk", ""), ("At risk", "2025-26 Q3"), ("Not said", "none signed off")),
    ]
    assert "2025-26 Q4 unless another period" in say_going(told, EN)
    assert "none was signed off yet" in say_going([told[2]], EN)


def test_milestones_without_any_and_all_done() -> None:
    told = briefs(EN)[0]
    done = tuple(row for row in told.timeline.rows if row.done)
    none = told._replace(timeline=replace(told.timeline, rows=()), stories=[])
    some = told._replace(timeline=replace(told.timeline, rows=done))
    cells = brief_rows([none, some], [], TODAY, EN)
    assert sorted((row[2].text, row[3].text) for row in cells) == [("1 close", "1 done"), ("none", "none")]


def test_exceptions_name_the_cause_and_whose_it_is() -> None:
    missed = missed_exceptions([ch8(), en02()], EN)
    assert missed is not None
    assert (missed.heading, len(missed.rows)) == ("Measures: missed", 1)
    assert missed.rows[0][4].text == "No note for 2009-10 Q4 yet."
    assert missed_exceptions([en02()], EN) is None
    past = past_exceptions(briefs(EN)[:1], EN)
    assert past is not None
    assert [cell.text for cell in past.rows[0]] == [
        *("Bus station design", "The county", "31 March 2026", "12 June 2026", "73 days"),
    ]
    assert past.rows[0][0].quiet == "Wendle Valley Town Centre Board"
    assert past.rows[0][4].quiet == "re-dated once"
    assert past_exceptions([], EN) is None


def test_the_small_table_and_the_sentences() -> None:
    ((title, rating, latest, target),) = measure_rows([en02()], EN)
    assert [cell.text for cell in (title, rating, latest, target)] == [
        *("EN02 Household waste recycled", "Close", "46.9%", "48.0% or more"),
    ]
    assert measures_heading([en02()], EN) == "Measures, 2025-26 Q4"
    assert measures_heading([], EN) == "Measures"
    said = say_cabinet(briefs(EN), (1, 2, "2025-26 Q4"), [], "No milestone is late", EN)
    assert said.startswith("1 of 2 partnerships have reported for 2025-26 Q4. 2 measures: 1 close, 1 missed.")
    assert said.endswith("No milestone is late.")
    assert say_cabinet([], (0, 0, ""), [], "No milestones yet", EN) == "No milestones yet."
