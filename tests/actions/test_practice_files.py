"""Two registers exchange a practice: it arrives whole, once, and nothing private goes with it."""

from pathlib import Path

import pytest

from pmdesk.actions.practice_files import receive_practices, send_practices
from pmdesk.domain.check import Refused
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register, memory
from tests.actions.saving import save


def council(register: Register, name: str) -> str:
    made = save(register, "organisation", name=name, kind="council")
    with register.change("test") as change:
        change.add("settings", {"council": made}, record=register.id)
    return made


@pytest.fixture
def told(register: Register) -> str:
    council(register, "Aldermoor District Council")
    trust = save(register, "organisation", name="Wendle Rivers Trust")
    measure = save(register, "measure", title="Household waste recycled", unit="%")
    return save(
        register, "practice", title="Tags on bins, not letters", problem="Loads were rejected.",
        done="Crews left tags.\nThen they called.", changed="Fewer were rejected.", measure=measure,
        cause="another_partner", tags="food waste, crews", author=trust, told_on="3/3/2026", note="SECRET",
    )  # fmt: skip


def test_of_all_only_what_is_told_is_sent(register: Register, tmp_path: Path) -> None:
    council(register, "Aldermoor District Council")
    save(register, "practice", title="Still ours")
    with pytest.raises(Refused, match="Nothing is told yet"):
        send_practices(register, [], tmp_path / "all.practice.json")
    save(register, "practice", title="Out", told_on="1/4/2026")
    said = send_practices(register, [], tmp_path / "all.practice.json").read_text("utf-8")
    assert "Out" in said
    assert "Still ours" not in said


def test_a_practice_goes_round_two_registers(register: Register, told: str, tmp_path: Path) -> None:
    out = send_practices(register, [told], tmp_path / "one.practice.json")
    assert "SECRET" not in out.read_text(encoding="utf-8")
    with memory() as other:
        council(other, "Moorside District Council")
        first = receive_practices(other, out)
        assert first[:4] == ("Aldermoor District Council", 1, 0, 0)
        [row] = other.all("practice")
        mine = register.get("practice", told)
        assert mine is not None
        for name in ("title", "problem", "done", "changed", "cause", "told_on"):
            assert row[name] == mine[name], name
        assert row["tags"] == "food waste, crews, Household waste recycled, Wendle Rivers Trust"
        assert row["from_register"] == "Aldermoor District Council"
        assert (row["note"], row["measure"]) == (None, None)
        # The same again is no second one, and no save.
        assert receive_practices(other, out) == ("Aldermoor District Council", 0, 0, 1, None, 0)
        assert other.count("practice") == 1
        # And home again it is known.
        back = send_practices(other, [], tmp_path / "back.practice.json")
        assert receive_practices(register, back)[1:4] == (0, 0, 1)
        other.undo()
        assert other.count("practice") == 0


def test_what_its_teller_wrote_anew_takes_its_place(register: Register, told: str, tmp_path: Path) -> None:
    out = tmp_path / "one.practice.json"
    with memory() as other:
        council(other, "Moorside District Council")
        receive_practices(other, send_practices(register, [told], out))
        with register.change("test") as change:
            change.set("practice", told, {"changed": "None is rejected now."})
        assert receive_practices(other, send_practices(register, [told], out))[1:4] == (0, 1, 0)
        [row] = other.all("practice")
    assert row["changed"] == "None is rejected now."


def test_a_file_that_says_one_twice_brings_it_once(register: Register, told: str, tmp_path: Path) -> None:
    out = send_practices(register, [], tmp_path / "x.practice.json")
    text = out.read_text(encoding="utf-8")
    start, end = text.index("[") + 1, text.rindex("]")
    out.write_text(f"{text[:start]}{text[start:end]},{text[start:end]}{text[end:]}", encoding="utf-8")
    with memory() as other:
        assert receive_practices(other, out)[1:4] == (1, 0, 1)


def test_what_is_no_such_file_is_refused_and_changes_nothing(register: Register, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    for path in (tmp_path / "x.json", tmp_path / "missing.json"):
        with pytest.raises(Unavailable):
            receive_practices(register, path)
    assert register.count("practice") == 0
    with pytest.raises(Unavailable):
        send_practices(register, [], tmp_path / "no-council.json")
