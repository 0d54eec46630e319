"""The later dates that a re-date moves, as lines of text."""

from collections.abc import Sequence

from pmdesk.actions.milestones import Slip
from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Words


def print_slips(slips: Sequence[Slip], moved: bool, words: Words) -> None:
    """Each later date and whose it is; nothing when there are none."""
    if not slips:
        return
    print(
        words.plural(len(slips), "{n} later date moved with it:", "{n} later dates moved with it:")
        if moved
        else words.plural(
            len(slips),
            "{n} later date waits for it and was not moved (--push moves it):",
            "{n} later dates wait for it and were not moved (--push moves them):",
        )
    )
    for slip in slips:
        print(f"  {_line(slip, words)}")


def _line(slip: Slip, words: Words) -> str:
    """'Works start (County Council; Highways): 1 September 2026 → 1 October 2026, waits for ‘Planning’'."""
    owners = "; ".join(part for part in (slip.whose, slip.partnership) if part)
    return words(
        "{title}: {before} → {after}, waits for ‘{because}’",
        title=f"{slip.title} ({owners})" if owners else slip.title,
        before=say_date(slip.before, words),
        after=say_date(slip.after, words),
        because=slip.because,
    )
