"""What is asked about parts of a partnership is found without reading what is asked about others."""

from pmdesk.register.challenges import about_parts_of
from pmdesk.register.store import Register
from tests.register.measures_made import add, take_out


def test_those_about_its_measures_milestones_and_contributions_alone(register: Register) -> None:
    ours, other = (add(register, "partnership", name=name) for name in ("Ours", "Other"))
    parts = {
        kind: [add(register, kind, **{title: "A", "partnership": whose}) for whose in (ours, other)]
        for kind, title in (("measure", "title"), ("milestone", "title"), ("contribution", "what"))
    }
    wanted = [
        add(register, "challenge", question=f"Why {kind}?", **{kind: mine})
        for kind, (mine, _theirs) in parts.items()
    ]
    for kind, (mine, theirs) in parts.items():
        add(register, "challenge", question="Theirs?", **{kind: theirs})
        # One that names its partnership itself is found by that.
        add(register, "challenge", question="Named?", partnership=ours, **{kind: mine})
        take_out(register, "challenge", add(register, "challenge", question="Gone?", **{kind: mine}))
    assert {row["id"] for row in about_parts_of(register, ours)} == set(wanted)
    assert about_parts_of(register, add(register, "partnership", name="Quiet")) == []
