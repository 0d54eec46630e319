"""The columns of the paper of erasures."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_erasure import erasure_columns


def test_counts_stand_at_the_right() -> None:
    assert [(each.heading, each.right) for each in erasure_columns(Words())] == [
        ("Kind", False),
        ("Which answers", False),
        ("Values", True),
    ]
