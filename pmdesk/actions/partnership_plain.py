"""A partnership's figures as plain values for other programs: significance, risks, contributions, lines."""

from pmdesk.actions.listing import Plain, plain_records, pounds
from pmdesk.actions.pages import days_to_report, reported_days
from pmdesk.domain.contribution import account, contribution_state
from pmdesk.domain.risk import is_open, level, needs_look, score, worst_first
from pmdesk.domain.significance import by_hand_differs, lacking, rules_from
from pmdesk.domain.words import Words
from pmdesk.figures.line_states import state_of_line
from pmdesk.figures.partnership_significance import significance_of
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def plain_partnership(register: Register, row: Row, today: str, words: Words) -> Plain:
    """What `show --json` adds to a partnership's own fields; days are ISO, money is pounds."""
    own = {"partnership": row["id"]}
    risks = [dict(each) for each in worst_first(register.all("risk", **own))]
    contributions = register.all("contribution", **own)
    return {
        "significance": _significance(register, row, risks, today),
        "risks": _risks(register, risks, today, words),
        "contributions": _contributions(register, contributions, today, words),
        "contributions_money": _money(contributions, today),
        "reports_to": _line(register, row, today) if row.get("parent") else None,
        "sub_groups": _sub_groups(register, row, today),
    }


def _significance(register: Register, row: Row, risks: list[Row], today: str) -> Plain | None:
    """By the council's rule; None for a network, a contract or a grant."""
    rules = rules_from(register.settings())
    found = significance_of(row, risks, rules, today)
    if found is None:
        return None
    return {
        "rule": rules.kind,
        "level": found.level,
        "met": list(found.met),
        "unknown": list(found.unknown),
        "lacking": lacking(row, len(risks), found.level),
        "by_hand": row.get("significance"),
        "differs_from_by_hand": by_hand_differs(row, found.level),
    }


def _risks(register: Register, risks: list[Row], today: str, words: Words) -> list[Plain]:
    return [
        plain
        | {
            "score": score(row),
            "level": level(row),
            "open": is_open(row),
            "needs_look": needs_look(row, today),
        }
        for row, plain in zip(risks, plain_records(register, "risk", risks, today, words), strict=True)
    ]


def _contributions(register: Register, rows: list[Row], today: str, words: Words) -> list[Plain]:
    return [
        plain | {"contribution_state": contribution_state(row, today)}
        for row, plain in zip(rows, plain_records(register, "contribution", rows, today, words), strict=True)
    ]


def _money(rows: list[Row], today: str) -> Plain:
    money = account(rows, today)
    return {
        "undertaken": pounds(money.pounds_undertaken),
        "delivered": pounds(money.pounds_delivered),
    }


def _line(register: Register, row: Row, today: str) -> Plain:
    """Whom it reports to and how that line stands."""
    reported = reported_days(register, [row]).get(str(row["id"]))
    state = state_of_line(row, reported, today, days_to_report(register))
    return {
        "partnership": row["parent_name"],
        "partnership_id": row["parent"],
        "state": state.state,
        "last_report": reported,
        "due_on": state.due_on,
        "days_beyond": state.beyond,
    }


def _sub_groups(register: Register, row: Row, today: str) -> list[Plain]:
    children = register.all("partnership", parent=row["id"])
    reported, allowed = reported_days(register, children), days_to_report(register)
    made = list[Plain]()
    for child in children:
        last = reported.get(str(child["id"]))
        state = state_of_line(child, last, today, allowed).state
        made.append({"id": child["id"], "name": child["name"], "state": state, "last_report": last})
    return made
