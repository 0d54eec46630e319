"""Two records are one, by command."""

from pathlib import Path

from tests.cli.conftest import Pm


def test_two_become_one_and_are_parted_again(pm: Pm, register: Path) -> None:
    assert pm("twins", register).out == "No two records are called the same.\n"
    one = pm("add", register, "organisation", "name=Canal Trust").out.strip()
    two = pm("add", register, "organisation", "name=Canal Trust", "contact=Office").out.strip()
    [found] = pm("twins", register, "--json").json
    assert found == {"kind": "organisation", "title": "Canal Trust", "records": sorted([one, two])}
    assert "Canal Trust" in pm("twins", register).out
    answer = pm("same", register, "organisation", one, two)
    assert (answer.code, answer.out) == (0, "Made two records one: Canal Trust\n")
    assert pm("show", register, "organisation", one, "--json").json["contact"] == "Office"
    assert pm("twins", register, "--json").json == []
    assert pm("undo", register).code == 0
    assert pm("twins", register, "--json").json == [found]
    assert pm("same", register, "organisation", one, two, "--json").json["id"] == one
    assert pm("same", register, "organisation", one, one).code == 1
