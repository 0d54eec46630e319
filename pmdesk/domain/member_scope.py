"""What of a register a member writes: their own updates and report-backs."""

THEIRS = ("annual_update", "report_back")
# What becomes of an update once it is submitted is for the council to say.
THEIR_STATUSES = ("draft", "submitted")
THE_COUNCILS = ("returned_because", "accepted_on", "published_on", "action_done_on")


def is_for_the_council(kind: str, field: str, value: object, *, known: bool = True) -> bool:
    """Whether only the council says this of a record; `known` is false where the value is not at hand.

    >>> is_for_the_council("annual_update", "status", "published")
    True
    >>> is_for_the_council("annual_update", "status", "submitted")
    False
    """
    if kind not in THEIRS or field in THE_COUNCILS:
        return True
    return field == "status" and known and value not in THEIR_STATUSES
