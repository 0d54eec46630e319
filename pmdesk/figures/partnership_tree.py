"""Umbrella partnerships with what reports to them, any depth: frozen rows for the outline and for the map."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.partnership import PARTNERSHIP, is_partnership
from pmdesk.domain.words import Words
from pmdesk.figures.line_states import line_pill, said_beyond, said_interval, said_last, state_of_line
from pmdesk.figures.plan_outline import OutlineRow, matching
from pmdesk.figures.record_page import Pill, Record, word


class Branch(NamedTuple):
    """A partnership in the tree: `depth` 0 reports to nobody here, `line` is its reporting line's state.

    `pill` is that state in shape and word, None where it reports to nobody; `beyond` how long it is silent.
    """

    id: str
    title: str
    kind: str
    interval: str
    last: str
    depth: int
    parent: str = ""
    parent_title: str = ""
    line: str = ""  # a key of LINE_STATES
    pill: Pill | None = None
    beyond: str = ""
    has_under: bool = False
    spoken: str = ""


def partnership_tree(
    partnerships: Sequence[Record], reported: Mapping[str, str], today: str, allowed: int, words: Words
) -> tuple[Branch, ...]:
    """Those with sub-groups first, each followed by its own; then those that stand alone; by name.

    Only what counts as a partnership and has not ended; `reported` is the day of each one's last report.
    """
    known = {
        word(each, "id"): each
        for each in partnerships
        if is_partnership(each) and each.get("status") != "ended"
    }
    under: dict[str, list[str]] = {}
    for each, record in known.items():
        parent = word(record, "parent")
        under.setdefault(parent if parent in known and parent != each else "", []).append(each)
    for some in under.values():
        some.sort(key=lambda each: word(known[each], "name").casefold())
    made = list[Branch]()
    tops = sorted(under.get("", ()), key=lambda each: each not in under)
    for each, depth, parent in _in_order([*tops, *known], under):
        record = known[each]
        branch = Branch(
            each,
            word(record, "name"),
            say_value(PARTNERSHIP.field("kind"), record.get("kind"), words),
            said_interval(record, words),
            said_last(record, reported.get(each), words),
            depth,
            has_under=each in under,
        )
        if parent:
            state = state_of_line(record, reported.get(each), today, allowed)
            branch = branch._replace(
                parent=parent,
                parent_title=word(known[parent], "name"),
                line=state.state,
                pill=line_pill(state, words),
                beyond=said_beyond(state, words),
            )
        made.append(branch._replace(spoken=_spoken(branch, words)))
    return tuple(made)


def outline_rows(branches: Sequence[Branch], words: Words, typed: str = "") -> tuple[OutlineRow, ...]:
    """The tree as an outline under two headings; with `typed` only what matches, and whom that reports to."""
    joined = [each for each in branches if each.depth or each.has_under]
    lone = [each for each in branches if not each.depth and not each.has_under]
    rows = list[OutlineRow]()
    for id, head, some in (
        ("joined", words("With sub-groups"), joined),
        ("lone", words("Without sub-groups, reporting to nobody"), lone),
    ):
        if found := matching([_outline_row(each) for each in some], typed):
            rows += [OutlineRow("group", id, head), *found]
    return tuple(rows)


def _outline_row(branch: Branch) -> OutlineRow:
    quiet = ", ".join(part for part in (branch.interval, branch.last) if part)
    kind = "objective" if branch.depth else "plan"
    return OutlineRow(
        kind, branch.id, branch.title, quiet, branch.depth, spoken=branch.spoken, pill=branch.pill
    )


def _in_order(begin: Sequence[str], under: Mapping[str, Sequence[str]]) -> list[tuple[str, int, str]]:
    """(id, depth, parent) of each once: below the tops first, then what only a circle leads to."""
    seen, found = set[str](), list[tuple[str, int, str]]()
    for top in begin:
        stack = [(top, 0, "")]
        while stack:
            here, depth, parent = stack.pop()
            if here in seen:
                continue
            seen.add(here)
            found.append((here, depth, parent))
            stack += [(each, depth + 1, here) for each in reversed(under.get(here, ()))]
    return found


def _spoken(branch: Branch, words: Words) -> str:
    """'Youth Sub-group, Sub-group, reports to Safety: Broken, silent 74 days too long, Every quarter, …'."""
    line = ""
    if branch.pill:
        line = words("reports to {parent}: {state}", parent=branch.parent_title, state=branch.pill[1].lower())
    parts = (branch.title, branch.kind, line, branch.beyond, branch.interval, branch.last)
    return ", ".join(part for part in parts if part)
