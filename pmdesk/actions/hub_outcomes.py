"""What the last sync came to, kept for this laptop: for the page, the bar over every page, another sitting.

It is written only when it says something new: a quiet hub asked every few minutes writes nothing.
"""

from dataclasses import replace

from pmdesk.domain.words import Say
from pmdesk.figures.hub import Outcome, Stranger
from pmdesk.register import hub_home
from pmdesk.register.faults import storage
from pmdesk.register.store import Register

# The newest of this process, by register: later than what was written when nothing new came.
_newest: dict[str, tuple[Outcome, str]] = {}


def forget_outcome(register: Register) -> None:
    """What went to another hub says nothing of this one."""
    _newest.pop(register.id, None)
    with storage():
        hub_home.keep(register.id, last=None)


def keep_outcome(register: Register, outcome: Outcome) -> None:
    """Note how a sync ended; of one that was stopped only this sitting knows."""
    well = outcome.at if outcome.problem is None and not outcome.stopped else well_at(register)
    before = last_outcome(register)
    _newest[register.id] = outcome, well
    if outcome.stopped:
        return
    if before is None or outcome.pushed or outcome.pulled or _differs(before, outcome):
        with storage():
            hub_home.keep(register.id, last=_plain(outcome, well))


def last_outcome(register: Register) -> Outcome | None:
    """How the last sync ended, in this sitting or an earlier one."""
    if register.id in _newest:
        return _newest[register.id][0]
    kept = _kept(register)
    return kept[0] if kept else None


def well_at(register: Register) -> str:
    """When everything was last synced; '' when it never was."""
    kept = _newest.get(register.id) or _kept(register)
    return kept[1] if kept else ""


def _differs(before: Outcome, now: Outcome) -> bool:
    return replace(before, at=now.at, pushed=0, pulled=0, to_settle=0) != replace(now, to_settle=0)


def _plain(outcome: Outcome, well: str) -> dict[str, object]:
    problem = outcome.problem
    return {
        "at": outcome.at,
        "pushed": outcome.pushed,
        "pulled": outcome.pulled,
        "to_settle": outcome.to_settle,
        "strangers": [[each.key.hex(), each.fingerprint, each.saves] for each in outcome.strangers],
        "problem": [problem.text, {name: str(said) for name, said in problem.values.items()}]
        if problem
        else None,
        "away": outcome.away,
        "stopped": outcome.stopped,
        "trust": outcome.trust,
        "well": well,
    }


def _kept(register: Register) -> tuple[Outcome, str] | None:
    try:
        said = hub_home.kept(register.id).get("last")
        if said is None:
            return None
        said = dict(said)
        strangers = tuple(
            Stranger(bytes.fromhex(key), words, int(n)) for key, words, n in said.pop("strangers")
        )
        problem, well = said.pop("problem"), str(said.pop("well"))
        return Outcome(**said, strangers=strangers, problem=Say(*problem) if problem else None), well
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
