"""What a window asks of the program as a whole."""

from pathlib import Path
from typing import Any


class Asks:
    """What a page or the menu may ask of the program as a whole; app.py gives one that does them."""

    preferences: Any = None

    def language_changed(self) -> None:
        """Build the window again in the language now chosen."""

    def text_size(self, step: int) -> None:
        """Larger (+1), smaller (-1), or back to 100% (0)."""

    def open(self, path: Path, said: str = "") -> object:
        """Open a register in the window, and say `said` there."""

    def open_another(self) -> None:
        """Ask for another register and open it."""

    def first_run(self) -> None:
        """Show the choice of beginnings."""

    def backup(self) -> None:
        """Ask where and make a copy."""

    def rescue(self) -> None:
        """Ask where, and save there what can be read of the register that is open."""

    def lock(self) -> None:
        """Hide the window until the register's passphrase is typed."""

    def protection_changed(self) -> None:
        """The register has a passphrase from now on, or none any more."""

    def tell_fault(self, sentence: str) -> None:
        """Say from any thread that something behind the window did not work."""
