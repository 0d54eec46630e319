"""The verbs whose storage calls are spoilt: what each does, says when it is done, and how it is judged."""

import csv
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path

from pmdesk.actions.encrypting import encrypt
from pmdesk.actions.erasing import erase
from pmdesk.actions.exports import export
from pmdesk.actions.imports import bring_in, look
from pmdesk.domain.words import Words
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register import opening, schema, store
from pmdesk.register.change import Change
from pmdesk.register.checking import check
from pmdesk.register.database import Connection, connect
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register, create
from tests.faults import linkage
from tests.faults.protected import ONE, judge_key, judge_plain, open_any, protect, quick_keys
from tests.faults.sweep import here

Say = Callable[[str], None]
SAVES, PEOPLE, BROUGHT = 3, 6, 40
OLD = b"what stood here before"
GONE = "Zebulon Quillip"  # whoever is erased
KNOWN = schema.migrations()
LATER = """
CREATE TABLE later (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO later(id) SELECT id FROM person;
CREATE INDEX later_id ON later(id, n);
"""


def prepare(folder: Path) -> None:
    """A register with a few people, a spreadsheet to bring in, and papers from before."""
    at_home(folder)
    (folder / "home").mkdir(parents=True)
    with create(folder / "a.pmdesk", "Helen Marsh") as register:
        for n in range(PEOPLE):
            save_one(register, f"There before {n}")
    for name in ("out.csv", "out.xlsx", "copy.pmdesk"):
        (folder / name).write_bytes(OLD)
    with (folder / "in.csv").open("w", newline="", encoding="utf-8") as file:
        rows = [(f"Councillor {n} Brought", f"Ward {n}", f"c{n}@aldermoor.example") for n in range(BROUGHT)]
        csv.writer(file).writerows([("Name", "Ward", "Email"), *rows])


def at_home(folder: Path) -> None:
    os.environ["PMDESK_HOME"] = str(folder / "home")
    quick_keys()


def save_one(register: Register, name: str) -> str:
    with register.change("Saved person") as change:
        return change.add("person", {"name": name, "ward": "Holm", "note": "x" * 200})


@contextmanager
def told(say: Say) -> Iterator[None]:
    """A sentence is what a person may meet; anything else is an error nobody caught."""
    try:
        yield
    except (Unavailable, Unreadable) as fault:
        say(f"sentence {fault}")


@contextmanager
def opened(folder: Path) -> Iterator[Register]:
    register = open_any(folder / "a.pmdesk")
    try:
        yield register
    finally:
        register.close()


# What is done. `say` is called only when the verb has come back, as the window says 'Saved'.


def save(folder: Path, say: Say) -> None:
    with told(say), opened(folder) as register:
        for n in range(SAVES):
            with told(say):
                say(f"saved {save_one(register, f'Saved {n}')} Saved {n}")


def bring(folder: Path, say: Say) -> None:
    with told(say), opened(folder) as register:
        result = bring_in(register, look(folder / "in.csv", register, "person"), Words())
        say(f"brought {result.added}")


def write_out(folder: Path, say: Say) -> None:
    with told(say), opened(folder) as register:
        for name in ("out.csv", "out.xlsx"):
            with told(say):
                export(register, "person", folder / name, Words())
                say(f"wrote {name}")


def back_up(folder: Path, say: Say) -> None:
    with told(say), opened(folder) as register:
        register.backup_to(folder / "copy.pmdesk")
        say("copied")


def erase_somebody(folder: Path, say: Say) -> None:
    with told(say), opened(folder) as register:
        save_one(register, GONE)
        register.daily_backup(date(2026, 3, 1))
        for row in register.all("person", name=GONE):
            done = erase(register, str(row["id"]), GONE, {})
            say("erased" if not done.wiped.left else "erased here")


def migrate(folder: Path, say: Say) -> None:
    with_a_later_version()
    with told(say), opened(folder) as register:
        say(f"saved {save_one(register, 'Saved after')} Saved after")


def put_under(folder: Path, say: Say) -> None:
    with told(say), opened(folder) as register:
        protect(register, say, told)


VERBS: dict[str, Callable[[Path, Say], None]] = {
    "save": save,
    "protect": put_under,
    "save protected": save,
    "backup protected": back_up,
    "protect anew": put_under,
    "import": bring,
    "export": write_out,
    "backup": back_up,
    "erase": erase_somebody,
    "migrate": migrate,
}


# How what is said begins when it was done.
DONE = ("saved ", "brought ", "wrote ", "copied", "erased", "under ")
# These make some three thousand calls each: they take their turn once in four rounds.
SELDOM = ("protect", "protect anew", "erase")
# These begin with a register that has a passphrase.
PROTECTED = ("save protected", "backup protected", "protect anew")


def prepare_protected(kept: Path, folder: Path) -> None:
    """The same folder with its register under a passphrase, and nothing plain beside it."""
    shutil.copytree(kept, folder)
    at_home(folder)
    with opened(folder) as register:
        encrypt(register, ONE)


def with_a_later_version() -> None:
    """Let this process know the next version of the tables, as the next pmdesk would."""
    schema.migrations = lru_cache(lambda: (*KNOWN, (KNOWN[-1][0] + 1, LATER)))


@contextmanager
def versions_as_they_are() -> Iterator[None]:
    """What knows a later version meanwhile knows it no more afterwards."""
    known = schema.migrations
    try:
        yield
    finally:
        schema.migrations = known


def warm(folder: Path, verbs: Iterable[str]) -> None:
    """Do each verb once in this process: its children find what it needs imported, and begin at once."""
    for verb in verbs:
        shutil.rmtree(folder / "trial", ignore_errors=True)
        shutil.copytree(folder / ("protected" if verb in PROTECTED else "kept"), folder / "trial")
        at_home(folder / "trial")
        said: list[str] = []
        with versions_as_they_are():
            VERBS[verb](folder / "trial", said.append)
        if problems := judged(folder / "trial", verb, said):
            raise RuntimeError(f"{verb} fails without a fault: {problems}")
    linkage.places()


# How it is judged, afterwards, from a process that met no fault.


def judged(folder: Path, verb: str, said: list[str], *, again: bool = True) -> list[str]:
    """All that `judge` finds, from this process, which goes on as it was."""

    def work() -> Iterator[str]:
        at_home(folder)
        if verb == "migrate":
            with_a_later_version()
        yield from judge(folder, verb, said, again=again)

    with versions_as_they_are():
        return here(work)


def judged_register(folder: Path, said: list[str], *, twice: bool = True) -> list[str]:
    """All that `judge_register` finds, in the same way."""

    def work() -> Iterator[str]:
        at_home(folder)
        yield from judge_register(folder, said, twice=twice)

    return here(work)


def judge(folder: Path, verb: str, said: list[str], *, again: bool = True) -> Iterator[str]:
    """Everything that should not be so, now and when the verb is done once more without a fault."""
    problems = list(judge_register(folder, said, twice=again))
    yield from problems
    if any(problem.startswith("does not open") for problem in problems):
        return
    yield from _judge_papers(folder, said)
    if again:
        yield from _judge_again(folder, verb)


def _judge_again(folder: Path, verb: str) -> Iterator[str]:
    """The verb must go through as if nothing had been, and leave nothing behind."""
    lines: list[str] = []
    VERBS[verb](folder, lines.append)
    yield from (f"again: {line}" for line in lines or ["nothing was said"] if not line.startswith(DONE))
    yield from _judge_folder(folder, verb)
    if "protect" in verb:
        yield from judge_plain(folder)
    if verb == "erase":
        yield from _judge_erased(folder)


def judge_register(folder: Path, said: list[str], *, twice: bool = True) -> Iterator[str]:
    """What is wrong with the register itself: it must open, be sound, hold all that was said to be saved.

    It is checked once it took another save, which mends nothing; `twice`, before that too.
    """
    try:
        register = open_any(folder / "a.pmdesk")
    except Unavailable as fault:
        yield f"does not open: {fault}"
        return
    with register:
        yield from _judge_open(register, said, twice=twice)


def _judge_open(register: Register, said: list[str], *, twice: bool) -> Iterator[str]:
    if register.read_only:
        yield "opens for reading only: a lock was left"
        return
    yield from (f"check: {problem}" for problem in (register.check() if twice else ()))
    yield from judge_key(register, said)
    names = {str(row["id"]): row["name"] for row in register.all("person")}
    for line in said:
        if (found := re.fullmatch(r"saved (\S+) (.+)", line)) and names.get(found[1]) != found[2]:
            yield f"acknowledged save lost: {found[2]}"
    yield from (f"lost: There before {n}" for n in range(PEOPLE) if f"There before {n}" not in names.values())
    brought = sum(str(name).endswith("Brought") for name in names.values())
    if brought not in (0, BROUGHT) or (f"brought {BROUGHT}" in said and not brought):
        yield f"{brought} of {BROUGHT} rows brought in"
    save_one(register, "Saved next")
    yield from (f"check after the next save: {problem}" for problem in register.check())


def _judge_papers(folder: Path, said: list[str]) -> Iterator[str]:
    for name in ("out.csv", "out.xlsx", "copy.pmdesk"):
        data, ready = (folder / name).read_bytes(), f"wrote {name}" in said or name[:4] == "copy"
        if data == OLD:
            if f"wrote {name}" in said or (name == "copy.pmdesk" and "copied" in said):
                yield f"{name} was said to be written and is the old one"
        elif not (ready or _is_whole(folder / name)):
            yield f"{name} is neither the old one nor the new one"
        elif not _is_whole(folder / name):
            yield f"{name} is broken"


def _is_whole(path: Path) -> bool:
    if path.suffix == ".pmdesk":
        try:
            with open_any(path, read_only=True) as copy:
                return copy.check() == [] and len(copy.all("person")) >= PEOPLE
        except Unavailable:
            return False
    from pmdesk.exchange.sheets import read_sheet

    try:
        return len(read_sheet(path, None).rows) == PEOPLE
    except Unreadable:
        return False


def _judge_folder(folder: Path, verb: str) -> Iterator[str]:
    for path in folder.rglob("*"):
        # A sheet half written by a killed process stays beside the finished one: exchange's own matter.
        if path.name.endswith((".part", ".new", ".lock", "-journal")) and verb != "export":
            yield f"left behind: {re.sub(r'[0-9]+', 'N', path.name)}"
    for path in (folder / "home").rglob("before-version-*.pmdesk"):
        # It is of the older version, which only the older pmdesk opens.
        old = connect(path, read_only=True)
        if check(old, old.execute("SELECT id FROM register").fetchone()[0]):
            yield f"the copy before the migration is broken ({verb})"
        old.close()


def _judge_erased(folder: Path) -> Iterator[str]:
    """After a run without a fault not one byte of any of them is left, wherever the earlier run stopped."""
    for path in [folder / "a.pmdesk", *(folder / "home").rglob("*.pmdesk")]:
        if b"Quillip" in path.read_bytes():
            yield f"erased, and still in {path.name}"


def plant(fault: str) -> None:
    """Break pmdesk on purpose in this process, to see that the judge notices."""
    if fault == "acknowledges before the commit":
        _acknowledge_early()
    elif fault == "migration outside a transaction":
        schema.migrate = opening.migrate = _migrate_in_bits
    elif fault == "import in bits":
        _commit_each_part()
    elif fault == "export in place":
        from pmdesk.exchange import tables

        tables._write_aside = lambda path, data, rows: path.write_bytes(data)


def _acknowledge_early() -> None:
    real = store.Register.writing

    @contextmanager
    def writing(self: Register) -> Iterator[None]:
        with told(lambda line: None), real(self):
            yield

    store.Register.writing = writing  # type: ignore[method-assign]


def _migrate_in_bits(db: Connection, upto: int | None = None, then: object = None) -> None:
    for number, sql in schema.migrations():
        if schema.version(db) < number <= (upto or number):
            for statement in schema.statements(sql):
                db.execute(statement)
            db.execute(f"PRAGMA user_version={number}")


def _commit_each_part() -> None:
    real = Change.add

    def add(self: Change, kind: str, values: object, **more: object) -> str:
        record = real(self, kind, values, **more)  # type: ignore[arg-type]
        if len(self.wanted) > BROUGHT // 2:
            register = OPEN[-1]
            self.write(register._device(), register.id, "", "pmdesk", "typed")
            self.wanted.clear()
            self.db.execute("COMMIT")
            self.db.execute("BEGIN IMMEDIATE")
        return record

    Change.add = add  # type: ignore[method-assign]
    begun = store.Register.__init__

    def begin(self: Register, *given: object, **named: object) -> None:
        begun(self, *given, **named)  # type: ignore[arg-type]
        OPEN.append(self)

    store.Register.__init__ = begin  # type: ignore[method-assign]


OPEN: list[Register] = []
