"""What a laptop was before it was stopped; the rules themselves are tried in tests/actions/test_roles.py."""

from pmdesk.register.member_rights import MemberJudge, Wrote, was
from pmdesk.register.rights import Grant, Limit, Rights
from tests.register.laptops import laptops


def test_a_stopped_laptop_is_judged_by_what_it_was() -> None:
    assert was(Grant("officer")) == "officer" and was(Grant()) == ""
    assert was(Grant("stopped", None, Limit("member", 3, bytes(32)))) == "member"
    assert was(Grant("stopped")) == ""


def test_a_member_without_a_person_and_one_who_erases_write_nothing() -> None:
    here, _there = laptops()
    now = Rights(True, None, {}, {b"a": Grant("member"), b"b": Grant("member", "p")})
    judge = MemberJudge(here.db, now, set())
    assert not judge.counts(b"a", []) and not judge.counts(b"b", [], erases=True)
    assert judge.counts(b"b", [])
    assert not judge.counts(b"b", [Wrote("r", "person", "name", True, "x", ())])
    assert not judge.counts(b"b", [Wrote("r", "annual_update", "feedback", True, "x", ())]), "of no seat"
