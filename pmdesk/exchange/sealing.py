"""Packs sealed by age (age-encryption.org): under a passphrase, or to laptops by their own keys.

age is one small format with one cipher, read by other programs too: what is sealed here can be opened without
pmdesk. The library is Rust's own and sees only bytes; nothing is tried twice, and a passphrase takes a second
or two on purpose.
"""

from collections.abc import Sequence

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.unreadable import Unreadable

_MARK = b"age-encryption.org/"
_HEAD = 64 * 1024  # in it the file says how it was sealed
NOT_FOR_US = Say(N_("This pack is sealed for another laptop. Ask for one made for this laptop."))
WRONG = Say(N_("This passphrase does not open the pack."))
# age asks for a second or two of whoever sealed it; where that would be a minute it gives up.
TOO_SLOW = Say(
    N_(
        "This laptop is too slow, or too busy at the moment, to open the pack by its passphrase. Close other"
        " programs and try again. Nothing was brought in."
    )
)
_DAMAGED = Say(N_("This pack was damaged on its way. Ask for it once more. Nothing was brought in."))


def is_sealed(start: bytes) -> bool:
    """Whether a file that begins so is sealed."""
    return start.startswith(_MARK)


def wants_passphrase(data: bytes) -> bool:
    """Whether it was sealed under a passphrase, and not to laptops."""
    return b"\n-> scrypt " in data[:_HEAD]


def new_identity() -> tuple[str, str]:
    """A laptop's own seal: (the secret that opens, the public text to seal to)."""
    from pyrage import x25519

    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def public_of(identity: str) -> str:
    """The public text of a secret; '' when that is none."""
    from pyrage import IdentityError, x25519

    try:
        return str(x25519.Identity.from_str(identity).to_public())
    except IdentityError:
        return ""


def seal(data: bytes, passphrase: str = "", to: Sequence[str] = ()) -> bytes:
    """The bytes sealed under a passphrase, or to everybody in `to`; Unreadable for what is nobody's key."""
    import pyrage

    if passphrase:
        return bytes(pyrage.passphrase.encrypt(data, passphrase))
    try:
        return bytes(pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(each) for each in to]))
    except pyrage.RecipientError as problem:
        said = N_("The key for sealed packs of that laptop is not right. Make the pack without it.")
        raise Unreadable(Say(said)) from problem


def unseal(data: bytes, passphrase: str = "", identity: str = "") -> bytes:
    """What was sealed; Unreadable with WRONG, NOT_FOR_US, or that it was damaged."""
    import pyrage

    try:
        if wants_passphrase(data):
            return bytes(pyrage.passphrase.decrypt(data, passphrase))
        if not identity:
            raise Unreadable(NOT_FOR_US)
        return bytes(pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity)]))
    except (pyrage.DecryptError, pyrage.IdentityError) as problem:
        raise Unreadable(_why(data, str(problem))) from problem


def _why(data: bytes, said: str) -> Say:
    """The library tells a wrong key from damage only by its words; what it says otherwise is damage."""
    if "No matching keys" in said:
        return NOT_FOR_US
    if "Excessive work" in said:
        return TOO_SLOW
    return WRONG if wants_passphrase(data) and "Decryption failed" in said else _DAMAGED
