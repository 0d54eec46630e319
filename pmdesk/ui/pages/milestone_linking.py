"""Links and unlinks milestones for the page: each at once, each with its Undo."""

from collections.abc import Callable

from pmdesk.actions.finding import title_of
from pmdesk.actions.records import delete, save
from pmdesk.actions.waiting import WaitLine
from pmdesk.figures.timeline import TimelineRow
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_done
from pmdesk.ui.pages.milestone_in_hand import MilestoneInHand
from pmdesk.ui.pages.milestone_waits import WaitList
from pmdesk.ui.words import _


class Linking:
    """`row` gives the milestone in hand, `visit` shows another one."""

    def __init__(
        self,
        context: Context,
        in_hand: MilestoneInHand,
        row: Callable[[], TimelineRow | None],
        visit: Callable[[str], object],
    ) -> None:
        self._context, self._row = context, row
        in_hand.waits_for.added.connect(lambda other: self._add(in_hand.waits_for, self._here(), other))
        in_hand.wait_for_it.added.connect(lambda other: self._add(in_hand.wait_for_it, other, self._here()))
        for part in (in_hand.waits_for, in_hand.wait_for_it):
            part.taken_off.connect(self._take_off)
            part.opened.connect(visit)

    def _here(self) -> str:
        row = self._row()
        return row.id if row else ""

    def _add(self, part: WaitList, milestone: str, waits_for: str) -> None:
        typed = {"milestone": milestone, "waits_for": waits_for}
        done = do(
            self._context,
            lambda: save(self._context.register, "waits_for", typed),
            lambda problems: part.show_problem(" ".join(problems.values())),
        )
        if done is None:
            return
        part.stop()
        names = {
            name: title_of(self._context.register, "milestone", id)
            for name, id in (("name", milestone), ("other", waits_for))
        }
        say_done(self._context, _("{name} now waits for {other}.", **names), done)

    def _take_off(self, line: WaitLine) -> None:
        done = do(self._context, lambda: delete(self._context.register, "waits_for", line.link))
        if done is not None:
            say_done(self._context, _("Took off {name}.", name=line.title), done)
