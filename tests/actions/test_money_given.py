"""The money organisations get in grants and contracts."""

from collections.abc import Iterator

import pytest

from pmdesk.actions.money_given import money_given
from pmdesk.register.store import Register, memory
from tests.actions.saving import save


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as opened:
        yield opened


def given(register: Register, who: str, pounds: str, kind: str = "grant", **other: object) -> str:
    made = save(register, "partnership", name=f"{kind} {pounds}", kind=kind, funding_cash=pounds, **other)
    save(register, "partner", partnership=made, organisation=who)
    return made


def test_grants_and_contracts_are_added_up_for_each_that_gets_them(register: Register) -> None:
    choir, club, council = (
        save(register, "organisation", name=name) for name in ("Choir", "Club", "Council")
    )
    given(register, choir, "1,000.50", lead_organisation=council)
    both = given(register, choir, "200", "contract", lead_organisation=council)
    save(register, "partner", partnership=both, organisation=club)
    save(register, "partner", partnership=both, organisation=club, role="Again")
    save(register, "partner", partnership=both, organisation=council)
    given(register, choir, "5,000", "thematic")
    given(register, club, "7", "network")
    every = {choir: 120_050, club: 20_000}
    assert money_given(register) == every
    assert money_given(register, [choir, club, council]) == every
    assert money_given(register, [club]) == {club: 20_000}
    assert money_given(register, []) == {}


def test_what_was_deleted_is_no_money(register: Register) -> None:
    choir = save(register, "organisation", name="Choir")
    grant = given(register, choir, "100")
    with register.change("Gone") as change:
        change.delete("partnership", grant)
    assert money_given(register) == money_given(register, [choir]) == {}
