"""A grant is written whole, though some of it stood there."""

from pmdesk.domain.laptop import laptop_id
from pmdesk.register.granting import grant, limit_now
from pmdesk.register.rights import rights
from tests.register.laptops import add, laptops

KEY = bytes(range(32))


def test_every_part_of_a_grant_is_in_one_save() -> None:
    here, _there = laptops()
    for name in ("Ann’s", "Ann’s laptop"):
        with here.change("Trusted a laptop") as change:
            grant(change, KEY, {"name": name, "role": "officer"})
    record = laptop_id(KEY)
    lines = [(line.field, line.new) for line in here.history(record)]
    assert lines.count(("role", "officer")) == lines.count(("person", None)) == 2
    assert (here.get("laptop", record) or {})["name"] == "Ann’s laptop"
    assert here.check() == [] and here.rivals() == []


def test_a_limit_names_the_last_save_that_is_here() -> None:
    here, _there = laptops()
    assert limit_now(here.db, KEY, rights(here.db, here.id)) is None
    add(here, "person", name="Ann")
    device, digest = here.db.execute("SELECT device, hash FROM entry").fetchone()
    limit = limit_now(here.db, bytes(device), rights(here.db, here.id))
    assert limit is not None and (limit.role, limit.seq, limit.hash) == ("officer", 1, bytes(digest))


def test_what_a_laptop_said_of_itself_is_replaced_where_it_counts_only_from_now_on() -> None:
    here, there = laptops()
    key = there.sign(b"")[0]
    with there.change("Named this laptop") as change:
        change.add("laptop", {"name": "Bob’s", "note": "New"}, record=laptop_id(key))
    here.merge(list(there.entries()), "pack:x")
    here.db.execute("UPDATE entry SET stands = 0 WHERE device = ?", (key,))
    with here.change("Trusted a laptop") as change:
        grant(change, key, {"name": "Robert’s", "role": "officer"})
    replaced = {
        (field, value)
        for field, value in here.db.execute(
            "SELECT e.field, p.value FROM supersedes s JOIN entry n ON n.hash = s.hash"
            " JOIN event e ON e.id = n.n * 65536 + s.place JOIN payload p ON p.event = e.id"
            " WHERE n.device = ?",
            (key,),
        )
    }
    assert ("name", '"Bob’s"') in replaced and "note" not in {field for field, _value in replaced}
