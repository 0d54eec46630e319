"""The register of tensions: what came back first, nothing private, nothing of an internal measure."""

from dataclasses import asdict
from pathlib import Path

from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.records import save
from pmdesk.actions.tensions_paper import tension_figures
from pmdesk.domain.words import Words
from tests.actions.paper_story import SECRET, TODAY, council, mark_private
from tests.papers.reading import all_text

EN = Words()
KNOWN = {"target_words": "Fewer beds", "other_words": "Shorter waits"}
AGREED = {"way_out": "escalated", "escalated_to": "the minister", "agreed_on": "2025-06-01"}


def test_the_register_of_tensions(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    assert tension_figures(register, "", EN, TODAY).intro.startswith("No targets")
    borne = {"borne_by": ids["county"], "cost": "310,000", "cost_words": "Nights."}
    save(register, "tension", {"title": "Agreed", **KNOWN, **AGREED, **borne, "kind": "national"})
    save(register, "tension", {"title": "Back", **KNOWN, **AGREED, "held": "no", "note": SECRET})
    hidden = save(register, "measure", {"title": "Hidden", "visibility": "internal"})[0]
    save(register, "tension", {"title": "Internal", "measure": hidden, "other_words": "Waits"})
    mark_private(register)
    figures = tension_figures(register, "2025-26", EN, TODAY)
    assert figures.intro == "2 pairs of targets pull against each other. 1 comes from what government asks."
    assert [group.heading for group in figures.groups] == [
        "Without a way out, or come back: 1",
        "With a way out: 1",
    ]
    row = figures.groups[1].rows[0]
    assert (row[0].text, row[0].quiet) == ("Agreed", "National\nFewer beds against Shorter waits")
    assert (row[1].text, row[1].quiet) == ("Wendleshire County Council", "£310,000 a year\nNights.")
    assert (row[2].text, row[2].quiet) == (
        "It was taken to somebody above, the minister",
        "agreed on 1 June 2025",
    )
    assert (row[3].text, row[3].quiet) == ("Agreed", "look again by 1 June 2026")
    assert SECRET not in repr(asdict(figures)) and "Internal" not in repr(asdict(figures))
    made = all_text(paper_bytes(register, "tensions", [], None, EN, TODAY))
    assert "Tensions between targets" in made and "Came back" in made
