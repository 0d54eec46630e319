"""How a register and its hub stand, as frozen values: for the page, the bar over every page, the command."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmdesk.domain.words import N_, Say, Words

# How it stands in a word: none is set, it went well, the hub is away, a person must do something.
NONE, SYNCED, NEVER, AWAY, TROUBLE = "none", "synced", "never", "away", "trouble"

# Whether the others trust this laptop, as far as it can know: they do; its saves wait for it; it was stopped.
TRUSTED, WAITS, WAS_STOPPED = "", "waits", "stopped"
OWN_TRUST = {
    WAITS: N_(
        "No other laptop has said yet that it trusts this one. Until one does, nobody else sees what is saved"
        " here. Ring whoever looks after the register, and read out its six words."
    ),
    WAS_STOPPED: N_(
        "This laptop was stopped on another: nobody else sees what is saved here since. If that was not"
        " meant, ring whoever looks after the register, and read out its six words."
    ),
}


@dataclass(frozen=True, slots=True)
class Stranger:
    """A laptop whose saves wait in the hub until somebody says whose it is."""

    key: bytes
    fingerprint: str
    saves: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sync came to: when it ended (ISO, the laptop's clock), what went and came, why it failed.

    `to_settle` counts what it left to settle; `away` says that waiting may help; `stopped` that a person did;
    `trust` is whether the others trust this laptop: TRUSTED, WAITS or WAS_STOPPED.
    """

    at: str
    pushed: int = 0
    pulled: int = 0
    to_settle: int = 0
    strangers: tuple[Stranger, ...] = ()
    problem: Say | None = None
    away: bool = False
    stopped: bool = False
    trust: str = TRUSTED


@dataclass(frozen=True, slots=True)
class HubState:
    """`address` has no password in it, and is '' where no hub is set; `well_at`: when all was synced last."""

    address: str
    password_kept: bool
    waiting: int
    last: Outcome | None
    well_at: str

    @property
    def standing(self) -> str:
        """One of NONE, SYNCED, NEVER, AWAY, TROUBLE."""
        if not self.address:
            return NONE
        if self.last is None:
            return NEVER
        if self.last.problem is None:
            return SYNCED
        return AWAY if self.last.away else TROUBLE

    @property
    def trust(self) -> str:
        """Whether the others trust this laptop, as the last sync found it."""
        return self.last.trust if self.address and self.last else TRUSTED

    def in_short(self, words: Words) -> str:
        """For the bar over every page: 'Synced 09:41', 'Hub away: 3 saves waiting'."""
        if self.standing == AWAY:
            return (
                words("Hub away: {saves}", saves=self.saves_waiting(words))
                if self.waiting
                else words("Hub away")
            )
        if self.standing == TROUBLE:
            return words("Hub: not synced")
        if self.standing == SYNCED and self.last and (n := len(self.last.strangers)):
            return words.plural(n, "Hub: {n} laptop to trust", "Hub: {n} laptops to trust")
        if self.standing == SYNCED and self.trust:
            return words("Hub: not trusted yet" if self.trust == WAITS else "Hub: laptop stopped")
        if self.standing == SYNCED and not self.waiting:
            return words("Synced {time}", time=clock(self.well_at))
        if self.standing in (SYNCED, NEVER):
            return (
                words("Hub: {saves}", saves=self.saves_waiting(words)) if self.waiting else words("Hub set")
            )
        return ""

    def saves_waiting(self, words: Words) -> str:
        return words.plural(self.waiting, "{n} save waiting", "{n} saves waiting")


def clock(at: str) -> str:
    """'2026-11-26T09:41:07' as '09:41'."""
    return at[11:16]


def told(outcome: Outcome, words: Words, *, strangers: bool = True) -> Iterator[str]:
    """What a sync did, a sentence each; whom to trust, this laptop too, only where nothing else shows it."""
    if outcome.pushed:
        yield words.plural(outcome.pushed, "{n} save went to the hub.", "{n} saves went to the hub.")
    if outcome.pulled:
        yield words.plural(outcome.pulled, "{n} save came from the hub.", "{n} saves came from the hub.")
    if outcome.to_settle:
        yield words.plural(outcome.to_settle, "{n} thing is to be settled.", "{n} things are to be settled.")
    for each in outcome.strangers if strangers else ():
        yield words.plural(
            each.saves,
            "{n} save of a laptop nobody has trusted waits in the hub: {laptop}.",
            "{n} saves of a laptop nobody has trusted wait in the hub: {laptop}.",
            laptop=each.fingerprint,
        )
    if outcome.trust and strangers:
        yield words(OWN_TRUST[outcome.trust])
    if outcome.stopped:
        yield words("Stopped. What went through stays; the next sync goes on from there.")
    elif outcome.problem is None and not (outcome.pushed or outcome.pulled or outcome.strangers):
        yield words(NOTHING_NEW)


NOTHING_NEW = N_("Nothing new: this laptop and the hub have the same saves.")
