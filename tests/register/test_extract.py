"""An extract holds the records wanted and the values of no others; what is saved in it merges back."""

from pathlib import Path

import pytest

from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register, create, open_register


@pytest.fixture
def whole(path: Path) -> Register:
    register = create(path)
    with register.change("Saved records") as change:
        change.add("organisation", {"name": "Aldermoor District Council"}, record=None)
        change.add("person", {"name": "Robert Ashdown", "kind": "member", "phone": "01234 secret-phone"})
        change.add("person", {"name": "Joan secret-name", "kind": "member"})
    return register


def ids(register: Register, kind: str) -> dict[str, str]:
    return {str(row["name"]): str(row["id"]) for row in register.all(kind)}


def test_it_has_the_records_wanted_and_the_values_of_no_others(whole: Register, tmp_path: Path) -> None:
    robert = ids(whole, "person")["Robert Ashdown"]
    with whole.change("Saved person") as change:
        change.set("person", robert, {"name": "Rob Ashdown"})
    out = tmp_path / "robert.pmdesk"
    whole.extract_to(out, {robert: ("name", "kind")}, {"member": robert, "me": robert})
    assert b"secret" not in out.read_bytes()
    with open_register(out) as part:
        assert part.id == whole.id and part.check() == []
        assert list(ids(part, "person")) == ["Rob Ashdown"] and part.count("organisation") == 0
        (row,) = part.all("person")
        assert (row["kind"], row["phone"]) == ("member", None)
        assert part.me() == robert and part.rivals() == []
    whole.close()


def test_what_is_saved_in_it_merges_back_and_both_are_sound(
    whole: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    robert = ids(whole, "person")["Robert Ashdown"]
    out = tmp_path / "robert.pmdesk"
    whole.extract_to(out, {robert: None}, {"member": robert})
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))
    with open_register(out) as part:
        with part.change("Saved person") as change:
            change.set("person", robert, {"ward": "Howgate"})
        assert part.check() == []
        fresh = whole.unknown(part.entries())
    assert len(fresh) == 1
    merged = whole.merge(fresh, "pack:x")
    assert merged.new == 1 and (whole.get("person", robert) or {})["ward"] == "Howgate"
    assert (whole.get("person", robert) or {})["phone"] == "01234 secret-phone"
    assert whole.check() == [] and whole.rivals() == []
    assert whole.unknown(fresh) == []
    whole.close()


def test_damage_is_still_found_in_it(whole: Register, tmp_path: Path) -> None:
    robert = ids(whole, "person")["Robert Ashdown"]
    out = tmp_path / "robert.pmdesk"
    whole.extract_to(out, {robert: None}, {"member": robert})
    whole.close()
    with open_register(out) as part:
        part.db.execute("UPDATE person SET name = 'Somebody else'")
        assert part.check() != []
    with open_register(out) as part:
        part.db.execute("DELETE FROM person")
        assert part.check() != []


def test_what_cannot_be_written_leaves_nothing(whole: Register, tmp_path: Path) -> None:
    robert = ids(whole, "person")["Robert Ashdown"]
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Unavailable):
        whole.extract_to(tmp_path / "not there" / "robert.pmdesk", {robert: None}, {})
    assert sorted(tmp_path.iterdir()) == before
    whole.close()


def test_a_part_that_did_not_come_out_right_is_thrown_away(
    whole: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "robert.pmdesk"
    robert = ids(whole, "person")["Robert Ashdown"]
    monkeypatch.setattr("pmdesk.register.extract.check", lambda *_given: ["wrong"])
    with pytest.raises(Unavailable, match="thrown away"):
        whole.extract_to(out, {robert: ("name",)}, {"member": robert})
    assert list(tmp_path.glob("*robert*")) == []
    whole.close()
