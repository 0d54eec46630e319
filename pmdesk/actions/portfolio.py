"""Who signs a partnership's updates off: its own portfolio member, else the one who answers for them all."""

from collections.abc import Callable
from functools import cache

from pmdesk.domain.dates import last_day
from pmdesk.register.lists import Row
from pmdesk.register.portfolios import with_portfolios
from pmdesk.register.store import Register

_PORTFOLIOS = ("partnership", "partneriaeth")


def with_portfolio_member(register: Register, partnership: Row, today: str) -> Row:
    """A partnership with its portfolio member, as `portfolio_members` gives it."""
    return portfolio_members(register, today)(partnership)


def portfolio_members(register: Register, today: str) -> Callable[[Row], Row]:
    """What gives each of many partnerships its portfolio member.

    Where none is named it is the one member in office on an ISO day whose portfolio is partnerships
    (field.md, the records of a partnership); with two of them, nobody.
    """

    @cache
    def sole() -> Row | None:
        found = [row for row in with_portfolios(register) if _answers_for_them(row, today)]
        return found[0] if len(found) == 1 else None

    def fill(partnership: Row) -> Row:
        if partnership.get("portfolio_member") or (member := sole()) is None:
            return partnership
        return {
            **partnership,
            "portfolio_member": member["id"],
            "portfolio_member_name": member["name"],
        }

    return fill


def _answers_for_them(member: Row, today: str) -> bool:
    portfolio, left = str(member.get("portfolio") or "").casefold(), last_day(member.get("ends"))
    return any(word in portfolio for word in _PORTFOLIOS) and (left is None or left >= today)
