"""What can stop the register from serving that no field can mend: disk, rights, damage, another version."""

from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from pmdesk.domain.words import N_, Say


class Unavailable(Exception):
    """The register or a file cannot be used now: `sentence` says what happened and what to do."""

    def __init__(self, sentence: Say | str) -> None:
        self.sentence = sentence if isinstance(sentence, Say) else Say(sentence)
        super().__init__(str(self.sentence))


class Damaged(Unavailable):
    """The file's contents are not what was written."""


def is_damage(fault: Exception) -> bool:
    """Whether the register is damaged: no passing trouble, and there is a way on."""
    return isinstance(fault, Damaged) and fault.sentence == Say(DAMAGED)


class NeedsPassphrase(Unavailable):
    """The file is protected, and nothing was given to open it with."""


class WrongPassphrase(Unavailable):
    """What was given does not open the file."""


DAMAGED = N_(
    "The register file is damaged. Nothing was changed. Restore its newest backup, or save what can still be"
    " read of it."
)
NOT_OURS = N_("This file is not a pmdesk register. Nothing was changed.")
FULL = N_("The disk is full. What you typed is still here: make some room, then save again.")
NO_RIGHT = N_("This place cannot be written to. Choose another folder, or ask for the right to write here.")
BUSY = N_("Another program is using the register. Nothing was changed: try again in a moment.")
GONE = N_(
    "The register’s file was moved, removed or replaced while it was open. Nothing was saved: put it back, "
    "or close the register and open it again."
)
MEMORY = N_("There is not enough memory. Nothing was changed: close other programs, then try again.")
STORAGE = N_("The disk did not answer as it should. Nothing was changed: try again, and check the disk.")


@contextmanager
def storage(path: Path | None = None) -> Iterator[None]:
    """Turn the storage library's errors into sentences a person can act on.

    Where `path`, the register's own, is not there any more, that is what is said: its stick was pulled out.
    """
    try:
        yield
    except sqlite.Error as error:
        understood = _understood(error)
        if is_gone(path) and str(understood.sentence) not in (MEMORY, FULL):
            understood = Unavailable(GONE)
        raise understood from error
    except (UnicodeDecodeError, JSONDecodeError, OverflowError) as error:
        # Text or numbers in the file that nobody could have written there.
        raise Damaged(DAMAGED) from error
    except OSError as error:
        raise Unavailable(sentence_of(error)) from error
    except MemoryError as error:
        raise Unavailable(MEMORY) from error


def is_gone(path: Path | None) -> bool:
    """Whether a file is not where it was; False where there never was one."""
    try:
        return path is not None and not path.exists()
    except OSError:
        return True


def ran_out_of_memory(error: BaseException) -> bool:
    """Whether Python or SQLite had none left, also where that was made a sentence meanwhile."""
    met = error.__cause__ if isinstance(error, Unavailable) else error
    return isinstance(met, MemoryError) or (isinstance(met, sqlite.Error) and "memory" in str(met).lower())


def sentence_of(error: OSError) -> Say:
    """What an operating system's error means to a person."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Say(FULL)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Say(NO_RIGHT)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Say(N_("There is no such file or folder."))
    if error.errno == errno.EISDIR:
        return Say(N_("This is a folder, not a file."))
    return Say(STORAGE)


def _understood(error: sqlite.Error) -> Unavailable:
    text = str(error).lower()
    if "memory" in text:
        return Unavailable(MEMORY)
    if "full" in text:
        return Unavailable(FULL)
    if "readonly" in text:
        # We never write through a connection opened for reading: SQLite saw that its file has moved.
        return Unavailable(GONE)
    if "read-only" in text or "unable to open" in text or "permission" in text:
        return Unavailable(NO_RIGHT)
    if "locked" in text or "busy" in text or "in progress" in text:
        return Unavailable(BUSY)
    if "disk i/o" in text:
        return Unavailable(STORAGE)
    if "not a database" in text:
        return Damaged(NOT_OURS)
    return Damaged(DAMAGED)
