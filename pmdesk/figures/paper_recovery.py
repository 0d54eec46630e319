"""What the recovery sheet of a protected register says, frozen; the passphrase only if that was asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecoveryFigures:
    """`passphrase` is '' where it shall be written by hand; `file` is the register's own name."""

    council: str
    file: str
    passphrase: str
    made_on: str
