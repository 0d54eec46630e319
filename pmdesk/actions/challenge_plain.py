"""A challenge's replies as plain values for other programs, beside what `list` has of it."""

from pmdesk.actions.challenges import challenged
from pmdesk.actions.listing import Plain, plain_records
from pmdesk.domain.words import Words
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def plain_challenge(register: Register, row: Row, today: str, words: Words) -> Plain:
    """What `show` adds: every reply in the order they were said."""
    [told] = challenged(register, [row], today)
    replies = [dict(each) for each in told.replies]
    said = plain_records(register, "challenge_reply", replies, today, words)
    return {"replies": said}
