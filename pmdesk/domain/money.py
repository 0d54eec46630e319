"""Money is whole pence: read as people type it, said with pounds and commas."""

import re

from pmdesk.domain.dates import NotRead
from pmdesk.domain.words import N_, Say

_MONEY = re.compile(r"(-?)£?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?\s*([kKmM]?)")


def read_money(text: str) -> int:
    """Whole pence; NotRead with a sentence when it is no amount.

    >>> read_money("£118,400"), read_money("5605.5"), read_money("12k")
    (11840000, 560550, 1200000)
    """
    found = _MONEY.fullmatch(text.strip())
    if not found:
        raise NotRead(
            Say(N_("‘{typed}’ is no amount. Type it as 1,250 or 1250.50."), {"typed": text.strip()[:40]})
        )
    pence = int(found[2].replace(",", "")) * 100 + int((found[3] or "").ljust(2, "0"))
    pence *= {"": 1, "k": 1_000, "m": 1_000_000}[found[4].lower()]
    return -pence if found[1] else pence


def say_money(pence: object) -> str:
    """'£118,400', or with pence where there are any; text that is no amount is said as it was typed.

    >>> say_money(11840000), say_money(560550), say_money("about £500")
    ('£118,400', '£5,605.50', 'about £500')
    """
    if not isinstance(pence, int) or isinstance(pence, bool):
        return str(pence or "")
    pounds, rest = divmod(abs(pence), 100)
    sign = "−" if pence < 0 else ""
    return f"{sign}£{pounds:,}" + (f".{rest:02d}" if rest else "")
