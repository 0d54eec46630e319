"""Small figures of the year in pictures, for the tests of what draws them."""

from pmdesk.domain.words import words_in
from pmdesk.figures.share_rows import FULL, LIGHT, STRIPED, Share, ShareRow, ShareRows, part_of
from pmdesk.figures.year_pictures import ReturnsYear

WORDS = words_in("en")
STEPS = ReturnsYear(
    "2 of 4 annual updates are in, 1 of them by 17 April",
    "2 of 4 annual updates are in. They were due on 17 April 2026.",
    "2026-04-01", "2026-04-27", "2026-04-17", 4,
    (("2026-04-01", 0), ("2026-04-10", 1), ("2026-04-20", 2), ("2026-04-27", 2)),
    (("2026-04-01", 0), ("2026-04-02", 1), ("2026-04-27", 1)),
)  # fmt: skip
GROUPS = ShareRows(
    "groups", "Most is still to come from Labour: 5 of 10 in", "Political group",
    (part_of("Green", 3, 4, "in", "not in", WORDS), part_of("Labour", 5, 10, "in", "not in", WORDS, "2 late"),
     part_of("Others", 0, 2, "in", "not in", WORDS)),
)  # fmt: skip
WORTH = ShareRows(
    "worthwhile", "For the council, 2 of 4 say it was worthwhile", "Worthwhile",
    (ShareRow("For the council", (Share("yes", 2, FULL), Share("partly", 1, STRIPED), Share("no", 1, LIGHT)),
              "yes 2, partly 1, no 1"),), legend=True,
)  # fmt: skip
