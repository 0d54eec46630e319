"""A passphrase on the register: set, changed and removed, with this laptop's backups; what makes a good one.

It takes two steps, so that a window need not wait: `rewrite` in any thread writes and checks the register
anew beside itself, `finish` puts it in place. Stopped between them, nothing has changed.
"""

import unicodedata
from itertools import pairwise

from pmdesk.domain.check import Refused
from pmdesk.domain.fingerprint import word_list
from pmdesk.domain.telling import Progress, Stopped
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register import protecting
from pmdesk.register.cipher import WRONG
from pmdesk.register.faults import WrongPassphrase
from pmdesk.register.protecting import MovedOn, Prepared, is_protected
from pmdesk.register.store import Register

__all__ = [
    "MovedOn",
    "Prepared",
    "bring_backups_along",
    "change_passphrase",
    "check_new",
    "check_now",
    "decrypt",
    "encrypt",
    "finish",
    "is_protected",
    "is_right",
    "must_be_right",
    "rewrite",
    "say_left",
    "suggest",
]

SHORTEST, FEWEST_WORDS, LONGEST = 12, 4, 500
NOT_IT = N_("This is not the passphrase of this register.")
_DIFFERENT = 5  # letters, or it is one key held down
_SUGGESTED = 5  # words


def encrypt(register: Register, passphrase: str) -> int:
    """Put a plain register under a passphrase; how many of its backups could not follow.

    Refused for a poor passphrase, or where there is one already; Unavailable when the disk does not take it.
    """
    if is_protected(register):
        raise Refused(Say(N_("This register has a passphrase already. Change that one.")))
    check_new(passphrase)
    finish(register, rewrite(register, passphrase))
    return bring_backups_along(register)


def change_passphrase(register: Register, passphrase: str) -> int:
    """Put it under another one; how many of its backups could not follow and keep the one they had."""
    _must_be_protected(register)
    check_new(passphrase)
    finish(register, rewrite(register, passphrase))
    return bring_backups_along(register)


def decrypt(register: Register) -> int:
    """Take the passphrase away; how many of its backups could not follow."""
    _must_be_protected(register)
    finish(register, rewrite(register, ""))
    return bring_backups_along(register)


def rewrite(register: Register, passphrase: str, progress: Progress = lambda n, of: True) -> Prepared:
    """The register anew beside itself, '' for plain; Stopped, with nothing changed, if `progress` says so."""
    prepared = protecting.prepare(register, passphrase)
    if not progress(1, 1):
        protecting.throw_away(register, prepared)
        raise Stopped
    return prepared


def finish(register: Register, prepared: Prepared) -> None:
    """Put what was rewritten in its place; Unavailable says what happened when it could not be.

    MovedOn is the kind of it that says that something was saved after `rewrite`: it may be asked again.
    """
    protecting.put_in_place(register, prepared)


def bring_backups_along(register: Register) -> int:
    """Put the backups on this laptop under the register's passphrase; how many stayed as they were."""
    if register.read_only:
        return 0
    return protecting.bring_backups_along(register)


def is_right(register: Register, passphrase: str) -> bool:
    """Whether that is the register's passphrase; it takes some 0.2 seconds, on purpose."""
    return protecting.opens(register, passphrase)


def must_be_right(register: Register, passphrase: str) -> None:
    """WrongPassphrase unless it is the register's: for a window that was locked."""
    if not is_right(register, passphrase):
        raise WrongPassphrase(Say(WRONG, {"name": register.path.name if register.path else ""}))


def check_now(register: Register, passphrase: str) -> None:
    """Refused, beside its field, unless it is the register's: before that is changed or taken away."""
    if not is_right(register, passphrase):
        raise Refused({"now": Say(NOT_IT)})


def suggest() -> str:
    """Five words by chance, to be taken as a passphrase: 55 bits, each guess at which costs 0.2 seconds."""
    import secrets

    return " ".join(secrets.choice(word_list()) for _word in range(_SUGGESTED))


def check_new(passphrase: str, again: str | None = None) -> None:
    """Refused, with every problem by its field, unless it will do; `again` is what was typed twice."""
    problems = {}
    if problem := _problem(passphrase.strip()):
        problems["passphrase"] = Say(problem)
    elif again is not None and _plain(again) != _plain(passphrase):
        problems["again"] = Say(N_("This is not the same passphrase. Type it once more."))
    if problems:
        raise Refused(problems)


def say_left(left: int, words: Words) -> str:
    """A sentence about backups that could not follow; '' when all did."""
    if not left:
        return ""
    return words.plural(
        left,
        "{n} backup could not be rewritten: it opens as it did before.",
        "{n} backups could not be rewritten: they open as they did before.",
    )


def _problem(passphrase: str) -> str:
    if not passphrase:
        return N_("Type a passphrase.")
    if len(passphrase) > LONGEST or any(unicodedata.category(sign) == "Cc" for sign in passphrase):
        return N_("Use one line of letters, figures and signs.")
    words = [word for word in passphrase.split() if len(word) > 1]
    if len(passphrase) < SHORTEST and len(words) < FEWEST_WORDS:
        return N_("Use at least 12 characters, or four words that do not belong together.")
    if len(set(passphrase.casefold())) < _DIFFERENT or _is_a_run(passphrase):
        return N_("This is too easy to guess. Use four words that do not belong together.")
    return ""


def _is_a_run(passphrase: str) -> bool:
    """'123456789012', 'passwordpassword', 'qwertyuiopas': what is tried first."""
    plain = "".join(passphrase.casefold().split())
    half = len(plain) // 2
    doubled = plain[:half] == plain[half:]
    steps = {ord(after) - ord(before) for before, after in pairwise(plain)}
    return doubled or len(steps) == 1 or any(plain.startswith(each) for each in _TRIED_FIRST)


_TRIED_FIRST = ("1234567890", "password", "qwertyuiop", "cyfrinair", "letmein", "abcdefgh")


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFC", typed.strip())


def _must_be_protected(register: Register) -> None:
    if not is_protected(register):
        raise Refused(Say(N_("This register has no passphrase.")))
