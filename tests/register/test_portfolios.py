"""Of thousands of people only the members with a portfolio are read."""

from pmdesk.register.portfolios import with_portfolios
from pmdesk.register.store import Register
from tests.register.measures_made import add, take_out


def test_members_with_a_portfolio_alone(register: Register) -> None:
    amir = add(register, "person", name="Amir", kind="member", portfolio="Partnerships")
    add(register, "person", name="Bess", kind="member")
    add(register, "person", name="Cai", kind="officer", portfolio="Partnerships")
    take_out(register, "person", add(register, "person", name="Dee", kind="member", portfolio="Money"))
    first = add(register, "person", name="Abe", kind="member", portfolio="Money")
    assert [row["id"] for row in with_portfolios(register)] == [first, amir]
