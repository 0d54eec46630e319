"""Where a partnership names no portfolio member, the one member who answers for partnerships signs off."""

from pmdesk.actions.pages import record_page
from pmdesk.actions.portfolio import with_portfolio_member
from pmdesk.actions.update_in_hand import update_in_hand
from pmdesk.actions.years import progress_updates_due
from pmdesk.domain.words import Words
from pmdesk.register.lists import Row
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


def member(register: Register, name: str, portfolio: str, **more: object) -> str:
    return save(register, "person", name=name, kind="member", portfolio=portfolio, **more)


def group(register: Register, **more: object) -> Row:
    made = save(register, "partnership", name="Bins", reporting_interval="quarter", **more)
    return register.get("partnership", made) or {}


def test_its_own_portfolio_member_signs_off_whoever_else_there_is(register: Register) -> None:
    own, _other = member(register, "Priya Nair", "housing"), member(register, "Tom Wild", "partnerships")
    row = group(register, portfolio_member=own)
    assert with_portfolio_member(register, row, TODAY) == row


def test_else_the_one_member_with_the_partnerships_portfolio(register: Register) -> None:
    tom = member(register, "Tom Wild", "Communities and Partnerships")
    member(register, "Priya Nair", "housing")
    member(register, "Anne Lowe", "partnerships", ends="2025-05-01")
    row = group(register)
    found = with_portfolio_member(register, row, TODAY)
    assert (found["portfolio_member"], found["portfolio_member_name"]) == (tom, "Tom Wild")
    assert progress_updates_due(register, TODAY)[0].of["portfolio_member"] == tom
    assert update_in_hand(register, "progress_update", ("new", row["id"]), TODAY).by == "Cllr Tom Wild"
    page = record_page(register, "partnership", str(row["id"]), TODAY, Words())
    assert page is not None and "Portfolio member Cllr Tom Wild" in page.quiet


def test_with_two_of_them_or_none_it_is_nobody(register: Register) -> None:
    row = group(register)
    assert with_portfolio_member(register, row, TODAY) == row
    for name in ("Tom Wild", "Anne Lowe"):
        member(register, name, "partneriaethau")
    assert with_portfolio_member(register, row, TODAY) == row
