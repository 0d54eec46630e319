"""The register: one open file, its changes and its reads; everything above asks it and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from pmdesk.domain.telling import Told, quietly
from pmdesk.domain.uncollected import uncollected
from pmdesk.domain.words import Say
from pmdesk.register import (
    backups,
    checking,
    database,
    lists,
    local,
    merging,
    received,
    undoing,
    unsettled,
    wiping,
)
from pmdesk.register.change import Change, Changes, last_of
from pmdesk.register.cipher import Key
from pmdesk.register.database import Connection, connect
from pmdesk.register.entries import Entry
from pmdesk.register.extract import Wanted, extract
from pmdesk.register.faults import GONE, Damaged, Unavailable, is_gone, ran_out_of_memory, storage
from pmdesk.register.history import HistoryLine, history
from pmdesk.register.home import laptop
from pmdesk.register.journal import entries
from pmdesk.register.keys import DeviceKey, is_signed, is_stale, load_key, load_to_sign, make_key
from pmdesk.register.lock import Holder, Lock, why_read_only
from pmdesk.register.opening import newest_of, renewed
from pmdesk.register.reads import Reads
from pmdesk.register.rivals import Written, heads_of, rival_values, unseen_edits
from pmdesk.register.standing import speaks
from pmdesk.register.stopping import stoppable
from pmdesk.register.unsettled import Unsettled

APP = "pmdesk 0.1.0"
# Before all that is signed and is no save: nobody can pass the one for the other.
TICKET = b"pmdesk ticket\n"


class Register(Reads):
    """An open register; made by `create`, `open_register` or `memory`, ended by `close`."""

    def __init__(
        self, db: Connection, path: Path | None, *, read_only: bool, lock: Lock | None, holder: Holder | None
    ):
        self.db, self.path, self.read_only, self.holder = db, path, read_only, holder
        self._lock, self._starved = lock, False
        self._newest = newest_of(db)
        self.id: str = db.execute("SELECT id FROM register").fetchone()[0]
        self._key: DeviceKey | None = None
        self._here: dict[str, str | None] = {}
        self._looked: tuple[int, list[Unsettled]] | None = None  # as at the newest save, where it is not kept
        # As far as whoever saves now has seen the register (Change.seen); set by `actions.records.in_view`.
        self.seen: int | None = None
        # A window's undo reaches back over its sitting; the command line's over all of one's own saves.
        self.sitting_began = 0

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # Reading, besides what `Reads` has

    def history(self, record: str | None = None, limit: int = 200) -> list[HistoryLine]:
        with storage():
            return history(self.db, record, limit)

    def rivals(self) -> list[tuple[str, str, str]]:
        """(kind, record, field) of every field two people changed unseen by each other."""
        with storage():
            return [
                (kind, record, name)
                for kind, record, name in self.db.execute(
                    "SELECT min(kind), record, field FROM event WHERE head = 1"
                    " GROUP BY record, field HAVING count(*) > 1"
                )
            ]

    def unsettled(self) -> list[Unsettled]:
        """What merges left for a person to settle; looked for once, then kept (register/unsettled.py)."""
        with storage():
            known = unsettled.kept(self.db)
            if known is not None:
                return known
            (last,) = self.db.execute("SELECT max(n) FROM entry").fetchone()
            if self._looked is None or self._looked[0] != last:
                self._looked = last, unsettled.find_all(self.db)
        keeps = self._lock is not None or self.path is None
        if keeps and not self.read_only and not self.db.in_transaction:
            with self.writing():
                unsettled.keep(self.db, self._looked[1])
        return self._looked[1]

    def rival_values(self, record: str, field: str) -> list[Written]:
        """The values of a field that stand beside each other, the earliest first."""
        with storage():
            return rival_values(self.db, record, field)

    def heads_of(self, record: str, field: str) -> list[int]:
        """The events behind those values, to see whether anything came meanwhile."""
        with storage():
            return heads_of(self.db, record, field)

    def unseen_edits(self, record: str) -> list[Written]:
        """What was written of a deleted record unseen by who deleted it."""
        with storage():
            return unseen_edits(self.db, record)

    def is_mine(self, device: bytes) -> bool:
        """Whether a laptop's key is that of this one."""
        mine = self._key or (load_key(self.id) if self.path else None)
        return mine is not None and mine.public == device

    def settings(self) -> lists.Row:
        """The settings record; its id is the register's."""
        return self.get("settings", self.id) or {"id": self.id}

    def me(self) -> str | None:
        """The id of the person who uses this laptop; None in a register that came from another one.

        A copy of the sample and a member's own file say themselves whose they are.
        """
        said_on = self.local("me_on")
        elsewhere = said_on and said_on != laptop() and not (self.local("member") or self.local("today"))
        return None if elsewhere else self.local("me")

    def entries(self) -> Iterator[Entry]:
        """The whole journal, as it travels."""
        return entries(self.db)

    @uncollected()
    def check(self) -> list[Say]:
        """Everything wrong with the file, a sentence each; Unavailable when it could not be checked now."""
        try:
            with storage():
                return checking.check(self.db, self.id)
        except Damaged as fault:
            return [fault.sentence]

    # Writing

    @contextmanager
    def change(self, label: str, via: str = "typed", undoes: str | None = None) -> Iterator[Change]:
        """One save: nothing is written if the block raises; after it, `change.changes` says what was.

        What came via 'final' is never undone.
        """
        with self.writing():
            change = Change(self.db, label, undoes, seen=self.seen)
            yield change
            if change.wanted or change.erases:
                change.write(self._device(), self.id, self.me() or "", APP, via)

    def undo(self) -> Changes | None:
        """Take back one's own newest save; None when there is none."""
        found = self._stacks().undo
        return self._invert(found[-1]) if found else None

    def redo(self) -> Changes | None:
        """Bring back what was undone last; None when there is nothing."""
        found = self._stacks().redo
        return self._invert(found[-1]) if found else None

    def undo_label(self) -> str | None:
        found = self._stacks().undo
        return found[-1].label if found else None

    def redo_label(self) -> str | None:
        found = self._stacks().redo
        return found[-1].label if found else None

    @uncollected()
    def merge(self, incoming: list[Entry], via: str, told: Told = quietly) -> merging.Merged:
        """Take in another register's entries; all or, when one is malformed or `told` stops it, none."""
        with self.writing(), stoppable(self.db, told) as tell:
            merged = merging.merge(self.db, self.id, incoming, via, tell)
        self.wipe()
        return merged

    def sign(self, said: bytes) -> tuple[bytes, bytes]:
        """What goes out of the register and comes back, signed: (this laptop's public key, the signature)."""
        key = self._device()
        return key.public, key.sign(TICKET + said)

    def signed_here(self, said: bytes, device: bytes, sig: bytes) -> bool:
        """Whether this laptop, or one that speaks for the council here, signed those words so."""
        with storage():
            known = self.is_mine(device) or speaks(self.db, self.id, device)
        return known and is_signed(device, sig, TICKET + said)

    def led_to(self, digest: bytes) -> str | None:
        """The annual update to which the file of this SHA-256 led; None when it never came."""
        with storage():
            return received.led_to(self.db, digest)

    def received_files(self, annual_update: str) -> list[received.ReceivedFile]:
        """The files that led to an annual update, as they came, the newest first."""
        with storage():
            return received.files_of(self.db, annual_update)

    def set_me(self, person: str | None) -> None:
        self.set_local("me", person)
        self.set_local("me_on", laptop() if person else None)

    def local(self, name: str) -> str | None:
        """Something kept for this laptop only, outside the journal; till closing where nothing is saved."""
        with storage():
            return self._here.get(name) or local.local(self.db, name)

    def set_local(self, name: str, value: str | None) -> None:
        if self.read_only:
            self._here[name] = value
            return
        with self.writing():
            local.set_local(self.db, name, value)

    def keep_draft(self, page: str, typed: Mapping[str, object]) -> None:
        """Keep what is being typed on a page, so that a crash loses seconds."""
        with self.writing():
            local.keep_draft(self.db, page, typed)

    def draft(self, page: str) -> tuple[dict[str, object], int] | None:
        """What was typed on a page and not saved, and when (UTC milliseconds)."""
        with storage():
            return local.draft(self.db, page)

    def drafts(self) -> list[str]:
        """The pages with a draft, newest first."""
        with storage():
            return local.drafts(self.db)

    def drop_draft(self, page: str) -> None:
        if not self.read_only and self.draft(page):
            with self.writing():
                local.drop_draft(self.db, page)

    # Keeping

    def wipe(self, told: Told = quietly) -> wiping.Wiped:
        """What was erased goes from free pages and backups too; nothing to do costs nothing."""
        if self.path is None or self.read_only:
            return wiping.NOTHING
        return wiping.wipe(self.db, self.path, self.id, told)

    def extract_to(
        self, path: Path, wanted: Wanted, kept_here: Mapping[str, str], key: Key | None = None
    ) -> None:
        """A register with only the records wanted, to be worked on elsewhere and merged back."""
        with storage():
            extract(self.db, self.id, path, wanted, kept_here, key)

    def unknown(self, incoming: Iterable[Entry]) -> list[Entry]:
        """Those saves that this register does not have yet."""
        told = {entry.hash: entry for entry in incoming}
        with storage():
            known = database.among(self.db, "SELECT hash FROM entry WHERE hash IN ({marks})", told)
        there = {digest for (digest,) in known}
        return [entry for digest, entry in told.items() if digest not in there]

    def backup_to(self, path: Path) -> None:
        """A checked copy of the register."""
        with storage():
            backups.backup_to(self.db, path, self.id)

    def daily_backup(self, today: date) -> Path | None:
        with storage():
            return backups.daily(self.db, self.id, today)

    def start_sitting(self) -> None:
        """Undo goes back to here: saves of an earlier day are mended by hand."""
        self.sitting_began = int(self.db.execute("SELECT coalesce(max(n), 0) FROM entry").fetchone()[0])

    def twin(self) -> Register:
        """A second connection to the same file for a worker; the first keeps the lock."""
        if self.path is None:
            return self
        if not self.path.exists():
            raise Unavailable(GONE)  # a stick that was pulled out
        with storage():
            db = connect(self.path, read_only=self.read_only, key=self.db.key)
        twin = Register(db, self.path, read_only=self.read_only, lock=None, holder=self.holder)
        twin.sitting_began = self.sitting_began
        return twin

    def close(self) -> None:
        """Close the file; the empty journal file goes with it and the lock is let go."""
        self.db.close()
        if self._lock and self.path:
            journal = self.path.with_name(self.path.name + "-journal")
            with suppress(OSError):
                if journal.stat().st_size == 0:
                    journal.unlink()
            self._lock.let_go()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: committed at its end, or nothing is written."""
        if self.read_only:
            raise Unavailable(self.why_read_only())
        with storage(self.path):
            if self._starved and self.path:
                self.db, self._starved = renewed(self.db, self.path, self._newest), False
            try:
                self.db.execute("BEGIN IMMEDIATE")
                yield
                newest = newest_of(self.db)
                self.db.execute("COMMIT")
                self._newest = newest
            except BaseException as error:
                self._starved = ran_out_of_memory(error) or is_gone(self.path)
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def why_read_only(self) -> Say:
        """The sentence that says why nothing can be saved."""
        return why_read_only(self.holder)

    def _device(self) -> DeviceKey:
        """This laptop's key; a new one when the register is behind it, which means restored or copied."""
        if self._key is None or is_stale(self._key):
            self._key = load_to_sign(self.id) if self.path else None
        if self._key is None or last_of(self.db, self._key.public)[0] != self._key.seq:
            known = self._key
            self._key = make_key(self.id) if known is None or self._is_behind(known) else known
        return self._key

    def _is_behind(self, key: DeviceKey) -> bool:
        # A register ahead of its key lost the key's last write in a power cut: the same device goes on.
        return last_of(self.db, key.public)[0] < key.seq

    def _stacks(self) -> undoing.Stacks:
        key = self._key or (load_key(self.id) if self.path else None)
        with storage():
            return undoing.stacks(self.db, key.public if key else None, self.sitting_began)

    def _invert(self, save: undoing.Save) -> Changes:
        with self.change(save.label, undoes=save.name) as change:
            undoing.invert(change, save)
        return change.changes
