"""What `show` prints of a partnership beside its own fields, in the words of its page."""

from typing import Any

from pmdesk.domain.significance import ASKED, LEVELS
from pmdesk.domain.words import Words
from pmdesk.figures.line_states import LINE_STATES


def set_by_hand(made: dict[str, Any]) -> dict[str, Any]:
    """The record with the significance that the council set, as its own fields have it."""
    found = made["significance"]
    return {**made, "significance": found["by_hand"] if found else None}


def partnership_lines(made: dict[str, Any], words: Words) -> list[str]:
    """Significance by the rule, its line, its sub-groups, its open risks: one line each, where there are."""
    lines = []
    if found := made["significance"]:
        said = words(
            "{level}: {n} of {m} tests met",
            level=words(LEVELS[found["level"]]),
            n=len(found["met"]),
            m=len(ASKED[found["rule"]]),
        )
        lines.append(f"{words('By the council’s rule')}: {said}")
    if line := made["reports_to"]:
        lines.append(f"{words('Its line')}: {words(LINE_STATES[line['state']][1])}")
    for group in made["sub_groups"]:
        lines.append(
            f"{words('Sub-group')}: {group['name']}, {words(LINE_STATES[group['state']][1]).lower()}"
        )
    live = [each for each in made["risks"] if each["open"]]
    if live:
        high = sum(each["level"] == "high" for each in live)
        lines.append(f"{words('Risk')}: {words('{n} open, {high} high', n=len(live), high=high)}")
    return lines
