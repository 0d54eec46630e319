"""Who has the register: a lock file of our own beside it, with a person's name and laptop in it.

The operating system lets the lock go when its process ends, however it ends, so a kill leaves no lock.
"""

import json
import os
import socket
import sys
from pathlib import Path
from typing import NamedTuple

from pmdesk.domain.words import N_, Say

_FAR = 1 << 30  # the locked byte lies beyond the text, so that others can read who it is


class Holder(NamedTuple):
    """Who has a register open, and on which laptop; or nobody, where its place `keeps_locks` for no one."""

    who: str
    where: str
    keeps_locks: bool = True


class Lock:
    """Held from opening to closing; `taken` says whether we have it."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path, self._handle = path, handle

    def let_go(self) -> None:
        """Give the register free and remove the file."""
        if self._handle < 0:
            return
        # Removed while still held: nobody can take the name's new file for ours.
        if sys.platform != "win32":
            _remove_quietly(self.path)
        os.close(self._handle)
        self._handle = -1
        if sys.platform == "win32":
            _remove_quietly(self.path)


def take(register: Path, who: str) -> Lock | Holder:
    """Take the register for this process, or say who has it. OSError when the folder cannot be written."""
    path = lock_path(register)
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _try(handle):
            os.close(handle)
            return holder(register)
        if _same(handle, path):
            break
        os.close(handle)
    if not _keeps_out(path):
        _remove_quietly(path)
        os.close(handle)
        return Holder("", "", keeps_locks=False)
    if not _try(handle):  # where a lock belongs to the process, looking has let go of ours
        os.close(handle)
        return holder(register)
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps({"who": who, "where": socket.gethostname()}).encode())
    return Lock(path, handle)


def holder(register: Path) -> Holder:
    """Who the lock file names; empty names when it cannot be read."""
    try:
        said = json.loads(lock_path(register).read_text("utf-8")[:1000])
        return Holder(str(said["who"]), str(said["where"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("", "")


def lock_path(register: Path) -> Path:
    return register.with_name(register.name + ".lock")


def _same(handle: int, path: Path) -> bool:
    """Whether the file we locked is still the one of that name (its last holder may have removed it)."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    here = os.fstat(handle)
    return (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev)


def _keeps_out(path: Path) -> bool:
    """Whether a lock that we hold keeps anybody out: on some shared drives everybody is told yes.

    There two people who save at once lose each other's saves (108 of 311, and SQLite's own check said ok).
    """
    if not _second_gets_in(path):
        return True
    # A network drive may keep locks between processes only. Another one says whether it does.
    fork = getattr(os, "fork", None)
    if fork is None:
        return False
    child = fork()
    if child == 0:
        os._exit(int(_second_gets_in(path)))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _second_gets_in(path: Path) -> bool:
    handle = os.open(path, os.O_RDWR)
    try:
        return _try(handle)
    finally:
        os.close(handle)


def _remove_quietly(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # it is someone else's already, or the disk is ill: an unlocked file keeps nobody out


def _try(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def why_read_only(holder: Holder | None) -> Say:
    """Why a register can only be read: who has it, or that its file cannot be written to."""
    if holder and not holder.keeps_locks:
        return Say(
            N_(
                "The place where this register lies keeps no locks: two people who save at once would"
                " lose each other’s saves. You can read it; nothing can be saved. Copy it to this laptop’s"
                " own disk."
            )
        )
    if holder and holder.who:
        return Say(
            N_("{who} has this register open on {where}. You can read it; nothing can be saved."),
            {"who": holder.who, "where": holder.where},
        )
    if holder:
        return Say(N_("This register is open in another window. You can read it; nothing can be saved."))
    return Say(N_("This register can only be read: its file or folder cannot be written to."))
