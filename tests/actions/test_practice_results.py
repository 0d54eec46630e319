"""A council adopts what another told; what came of it goes back, once, and nobody's own words are lost."""

from pathlib import Path

import pytest

from pmdesk.actions.practice_files import receive_practices, send_practices
from pmdesk.actions.records import save as save_again
from pmdesk.register.store import Register, memory
from tests.actions.saving import save
from tests.actions.test_practice_files import council, told

__all__ = ["told"]
RESULT = "Half as many loads were rejected.\nIt took a summer."


def adopt(other: Register, adopter: str, result: str = RESULT, **more: str) -> str:
    [practice] = other.all("practice")
    given = {"practice": str(practice["id"]), "organisation": adopter, "adopted_on": "1/5/2026"}
    return save(other, "adoption", **given, result=result, result_on="1/9/2026", note="SECRET", **more)


def results(register: Register) -> list[tuple[object, ...]]:
    names = ("organisation_name", "adopted_on", "result", "result_on", "note")
    return sorted(tuple(row[name] for name in names) for row in register.all("adoption"))


def test_the_result_comes_back_to_the_author(register: Register, told: str, tmp_path: Path) -> None:
    out = send_practices(register, [told], tmp_path / "out.practice.json")
    with memory() as other:
        moorside = council(other, "Moorside District Council")
        receive_practices(other, out)
        adopted = adopt(other, moorside)
        back = send_practices(other, [], tmp_path / "back.practice.json")
        assert "SECRET" not in back.read_text("utf-8")
        found = receive_practices(register, back)
        assert (found.added, found.changed, found.same, found.results) == (0, 0, 1, 1)
        home = ("Moorside District Council", "2026-05-01", RESULT, "2026-09-01", None)
        assert results(register) == [home]
        assert {row["practice"] for row in register.all("adoption")} == {told}
        # Once is enough; what the adopter writes anew takes its place.
        assert receive_practices(register, back).changes is None
        save_again(other, "adoption", {"result": "It held."}, adopted)
        again = receive_practices(register, send_practices(other, [], tmp_path / "again.practice.json"))
        assert again.results == 1 and [each[2] for each in results(register)] == ["It held."]
    register.undo()
    register.undo()
    assert results(register) == [] and register.find("organisation", "Moorside District Council") == []


def test_what_others_said_is_not_rewritten_by_whoever_passes_it_on(
    register: Register, told: str, tmp_path: Path
) -> None:
    ours = register.find("organisation", "Aldermoor District Council")[0]["id"]
    fenland = save(register, "organisation", name="Fenland District Council")
    for who, said in ((str(ours), "Ours."), (fenland, "Fenland's.")):
        save(register, "adoption", practice=told, organisation=who, result=said)
    out = send_practices(register, [told], tmp_path / "out.practice.json")
    with memory() as other:
        council(other, "Moorside District Council")
        assert receive_practices(other, out).results == 2
        for row in other.all("adoption"):
            save_again(other, "adoption", {"result": "Turned round."}, str(row["id"]))
        back = send_practices(other, [], tmp_path / "back.practice.json")
    assert receive_practices(register, back).changes is None
    assert sorted(each[2] for each in results(register)) == ["Fenland's.", "Ours."]


@pytest.mark.parametrize("wrong", ['"results": 3', '"results": [3]', '"results": [{"who": 3}]'])
def test_what_is_no_result_is_refused_whole(
    register: Register, told: str, tmp_path: Path, wrong: str
) -> None:
    out = send_practices(register, [told], tmp_path / "out.practice.json")
    out.write_text(out.read_text("utf-8").replace('"results": []', wrong), "utf-8")
    with memory() as other:
        council(other, "Moorside District Council")
        with pytest.raises(Exception, match="could not be read"):
            receive_practices(other, out)
        assert other.count("practice") == 0


def test_a_day_that_cannot_be_read_is_left_out(register: Register, told: str, tmp_path: Path) -> None:
    out = send_practices(register, [told], tmp_path / "out.practice.json")
    said = '"results": [{"who": "Moorside", "adopted_on": "soon", "result": "Good.", "result_on": ""}]'
    out.write_text(out.read_text("utf-8").replace('"results": []', said), "utf-8")
    with memory() as other:
        council(other, "Fenland District Council")
        assert receive_practices(other, out).results == 1
        assert results(other) == [("Moorside", None, "Good.", None, None)]
