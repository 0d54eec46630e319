"""A challenge by the command line: put, answered, shown with its state and replies; what was said stays."""

from pathlib import Path

from tests.cli.conftest import Pm


def fill(pm: Pm, register: Path) -> None:
    pm("add", register, "organisation", "name=Police", "kind=police")
    pm("add", register, "challenge", "question=Why did patrols stop?", "from=Aldermoor District Council",
       "to=Police", "about which partnership=Active Aldermoor", "asked on=1/2/2020")  # fmt: skip


def test_unanswered(pm: Pm, register: Path) -> None:
    fill(pm, register)
    answer = pm("show", register, "challenge", "Why did patrols stop?")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[-3:] == [
        "State: Answer late",
        "An answer is asked for by: 29 February 2020",
        "No reply yet, asked on 1 February 2020.",
    ]
    assert pm("list", register, "challenge", "--json").json[0]["state"] == "late"


def test_answered_and_nobody_changes_it(pm: Pm, register: Path) -> None:
    fill(pm, register)
    added = pm("add", register, "challenge_reply", "challenge=Why did patrols stop?", "said on=9/2/2020",
               "said by=Ann Bell", "text=We were short.")  # fmt: skip
    assert added.code == 0
    assert pm("show", register, "challenge", "Why did patrols stop?").out.splitlines()[-1] == (
        "Reply, 9 February 2020, Ann Bell: We were short."
    )
    reply = pm("list", register, "challenge_reply", "--json").json[0]["id"]
    refused = pm("set", register, "challenge_reply", reply, "text=We were lazy.")
    assert refused.code == 1 and "own words" in refused.err
    refused = pm("set", register, "challenge", "Why did patrols stop?", "question=Why so lazy?")
    assert refused.code == 1 and "stays as it was" in refused.err
    assert pm("show", register, "challenge", "Why did patrols stop?", "--json").json["state"] == "answered"
