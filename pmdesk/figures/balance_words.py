"""Political balance in words: what each group holds beside what it is due, and one sentence for the whole."""

from collections.abc import Sequence

from pmdesk.domain.political_balance import LEAST_SEATS, PoliticalBalance, Share
from pmdesk.domain.words import Words
from pmdesk.figures.record_page import Cell, Column, Row


def say_difference(share: Share, words: Words) -> str:
    """'1 too many', '2 short', 'as due'."""
    if share.difference > 0:
        return words.plural(share.difference, "{n} too many", "{n} too many")
    if share.difference < 0:
        return words.plural(-share.difference, "{n} short", "{n} short")
    return words("As due")


def say_balance(found: PoliticalBalance, words: Words) -> str:
    """Whether the groups hold what is theirs, who has an equal claim, who is counted apart."""
    if not found.shares:
        return words("No member of the council has a political group in this register.")
    parts = [
        words("No group holds more seats than its size entitles it to.")
        if found.kept
        else words("The seats do not follow the size of the groups.")
    ]
    if found.tied:
        parts.append(words("{groups} have an equal claim to the last seat.", groups=_and(found.tied, words)))
    if found.no_group:
        parts.append(
            words.plural(
                found.no_group,
                "{n} seat is held by a member of no group.",
                "{n} seats are held by members of no group.",
            )
        )
    if found.others:
        parts.append(
            words.plural(
                found.others,
                "{n} seat is held by someone who is no councillor.",
                "{n} seats are held by people who are no councillors.",
            )
        )
    return " ".join(parts)


def say_unbalanced(found: PoliticalBalance, words: Words) -> str:
    """'Conservative 1 too many, Labour 1 short': the groups whose seats differ from what they are due."""
    return ", ".join(
        f"{share.group} {say_difference(share, words)}" for share in found.shares if share.difference
    )


def say_whether_asked(seats: int, words: Words) -> str:
    """Whether the law asks for balance on a body with so many seats of the council's."""
    if seats >= LEAST_SEATS:
        return words("With {n} seats the law asks for political balance.", n=seats)
    return words("The law asks for political balance only from {n} seats on.", n=LEAST_SEATS)


def balance_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Political group"), 34, strong=True),
        Column(words("Members"), 16, align="right"),
        Column(words("Due"), 14, align="right"),
        Column(words("Held"), 14, align="right"),
        Column(words("Difference"), 22),
    )


def balance_rows(shares: Sequence[Share], words: Words) -> tuple[Row, ...]:
    """A row for each group that is due a seat or holds one, the largest group first."""
    return tuple(
        Row(
            (
                Cell(share.group),
                Cell(str(share.members)),
                Cell(str(share.entitled)),
                Cell(str(share.held)),
                Cell(say_difference(share, words), quiet=not share.difference),
            )
        )
        for share in shares
    )


def _and(names: Sequence[str], words: Words) -> str:
    return words("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
