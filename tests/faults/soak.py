"""A person who does anything at all in the real window, for a second or for ten minutes, and never tires.

Every page is visited; they type, save, undo, search, change the size of the text, bring in sheets, print
papers and take in packs. No error may be left uncaught, no act may hang, handles stay as many as they
were, and in ten minutes the memory does not grow by more than a twentieth, once every page has been seen.
"""

import csv
import gc
import math
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit

from pmdesk.actions.laptops import my_key, trust_laptop
from pmdesk.actions.packs import make_pack
from pmdesk.actions.paper_table import PAPERS
from pmdesk.actions.records import save
from pmdesk.actions.registers import open_register, open_sample
from pmdesk.domain.words import Words
from pmdesk.figures.record_page import Edit
from tests.faults.hands import CTRL, Hands, bring_in, merge, open_files
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, clock, main
from tests.faults.verbs import at_home

HANGS, STILL = 2.0, 10.0  # seconds of work, and of standing still on a busy machine
# From here on memory is compared: every page was seen more than once, and every form that is often opened.
SETTLED, ACTS = 120.0, 300
MOST = 1.05
SHEETS = 12
LISTS = {
    "bodies": "outside_body",
    "members": "person",
    "partners": "organisation",
    "partnerships": "partnership",
}
WORDS = ("canal", "trust", "Aldermoor", "review", "12", "3/5/2026", "<b>", "spring", "'; --")


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """`many` acts, or as many as the time allows; a few take twenty seconds at most."""
    short = many <= 1_000
    folder = quick_place(folder)
    many = 12 if planted else many
    packs = 5 if short or planted else 40
    _prepare(folder, packs)
    # Ten minutes are those that a person sits there; a few acts may take twenty seconds of work.
    now = clock if short else time.monotonic
    until = now() + min(until - clock(), 20.0 if short else math.inf)
    person = Person(folder, random.Random(20260427), packs, planted)
    tried, lost, noted = 0, list[str](), Counter[str]()
    settled: tuple[float, int] | None = None
    began = time.monotonic()
    if not planted:
        person.see(14 if short else 1_000, lambda: now() < until)
    if not short and not planted:
        person.try_sizes()
    while tried < many and now() < until and not (planted and lost):
        name, problems = person.act()
        noted[name] += 1
        tried += 1
        lost += problems
        if settled is None and (
            tried >= many // 3 if short or planted else time.monotonic() - began > SETTLED and tried >= ACTS
        ):
            settled = person.rested()
    lost += person.saw_wrong()
    if settled:
        memory, handles = person.rested()
        noted |= {"MiB once settled": round(settled[0]), "MiB at the end": round(memory), "handles": handles}
        if not short and memory > settled[0] * MOST:
            lost.append(f"memory grew from {settled[0]:.0f} to {memory:.0f} MiB")
        if handles > settled[1] + 3:  # a file that a thread has open just then
            lost.append(f"handles grew from {settled[1]} to {handles}")
    lost += [f"check: {problem}" for problem in person.end()]
    shutil.rmtree(folder)
    return Tally(tried, lost, dict(noted))


def _prepare(folder: Path, packs: int) -> None:
    """The sample, and on another laptop that it trusts packs and sheets for it."""
    for name in ("", "other"):
        (folder / name / "home").mkdir(parents=True)
    at_home(folder)
    open_sample(folder / "Sample.pmdesk").close()
    shutil.copy(folder / "Sample.pmdesk", folder / "other" / "Sample.pmdesk")
    at_home(folder / "other")
    with open_register(folder / "other" / "Sample.pmdesk") as register:
        key = my_key(register)
        bodies = [str(row["id"]) for row in register.all("outside_body")]
        for n in range(packs):
            save(register, "outside_body", {"note": f"Rang them, {n}"}, bodies[n % len(bodies)])
            make_pack(register, folder / f"{n}.pmpack", Words())
    at_home(folder)
    with open_register(folder / "Sample.pmdesk") as register:
        trust_laptop(register, key, "The other laptop")
    for n in range(SHEETS):
        with (folder / f"{n}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([("Name", "Ward"), *((f"Brought {n} {m}", "Holm") for m in range(5))])


class Person:
    """Somebody at the window; `act` does one thing at random and says which, and what went wrong."""

    def __init__(self, folder: Path, chance: random.Random, packs: int, planted: str) -> None:
        _no_dialogs(folder)
        self.folder, self.chance, self.planted = folder, chance, planted
        self.hands = Hands(folder / "Sample.pmdesk")
        self.packs, self.sheets, self.leaked = list(range(packs)), 0, list[Any]()
        self.acts: dict[Callable[[], None], int] = {
            self.visit: 10,
            self.look_at: 8,
            self.search: 5,
            self.new: 4,
            self.edit: 6,
            self.take_back: 4,
            self.text_size: 1,
            self.keys: 6,
            self.print: 2,
            self.bring: 1,
            self.merge: 1,
        }

    def see(self, some: int, in_time: Callable[[], bool]) -> None:
        """Visit so many pages, or all."""
        sections = self._sections()
        for key in self.chance.sample(sections, min(some, len(sections))):
            if in_time():
                self.hands.office.visit(key)
                self.hands.rest()

    def try_sizes(self) -> None:
        """The first other size of the text costs some thirty MiB once, with all pages built."""
        for step in (1, 1, 0):
            self.hands.program.text_size(step)
            self.hands.rest()

    def act(self) -> tuple[str, list[str]]:
        (deed,) = self.chance.choices(list(self.acts), list(self.acts.values()))
        name, began, worked = deed.__name__, time.monotonic(), time.thread_time()
        try:
            deed()
            self.hands.rest()
        except Exception as error:
            import traceback

            where = traceback.extract_tb(error.__traceback__)[-1]
            self.hands.faults.append(
                f"{type(error).__name__}: {error} at {Path(where.filename).name}:{where.lineno}"
            )
        took, worked = time.monotonic() - began, time.thread_time() - worked
        problems = [f"{name} on {self.hands.window.current()}: {fault}" for fault in self.hands.faults]
        self.hands.faults.clear()
        if name not in WAITS and (worked > HANGS or took > STILL + HANGS):
            problems.append(
                f"{name} on {self.hands.window.current()}: a hang of {took:.1f} s, {worked:.1f} at work"
            )
        if self.planted == "a handle kept":
            self.leaked.append(open(self.folder / "Sample.pmdesk", "rb"))  # noqa: SIM115
        elif self.planted == "an error in a slot":
            from PySide6.QtCore import QTimer

            QTimer.singleShot(0, lambda: [][1])
        return name, problems

    def rested(self) -> tuple[float, int]:
        """MiB in memory and handles, once all that waits is done and collected."""
        self.hands.office.visit("desk")
        for _ in range(3):
            self.hands.rest()
            gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20), open_files()

    def saw_wrong(self) -> list[str]:
        return list(self.hands.faults)

    def end(self) -> list[str]:
        problems = [str(problem) for problem in self.hands.office.register.check()]
        self.hands.end()
        return problems

    def _sections(self) -> list[str]:
        return list(self.hands.window._sections)

    def _record(self) -> tuple[str, str, str]:
        key, kind = self.chance.choice(list(LISTS.items()))
        rows = self.hands.office.register.all(kind)
        return key, kind, str(self.chance.choice(rows)["id"])

    # What they do

    def visit(self) -> None:
        self.hands.office.visit(self.chance.choice(self._sections()))

    def look_at(self) -> None:
        key, _kind, record = self._record()
        self.hands.office.visit(key, record)

    def search(self) -> None:
        line = self.hands.window.topbar.search
        self.hands.type(line, self.chance.choice(WORDS)[: self.chance.randrange(2, 6)])
        self.hands.until(lambda: bool(line.results()), 0.2)
        if self.chance.random() < 0.5:
            self.hands.key(Qt.Key.Key_Down)
            self.hands.key(Qt.Key.Key_Return)
        else:
            self.hands.key(Qt.Key.Key_Escape)

    def new(self) -> None:
        page = self.hands.office.visit(self.chance.choice(list(LISTS)))
        page.new()
        self._fill(page, "name")

    def edit(self) -> None:
        key, kind, record = self._record()
        page = self.hands.office.visit(key, record)
        page.edit(Edit(kind, record))
        self._fill(page)

    def _fill(self, page: Any, first: str = "") -> None:
        """Some fields typed in, whatever they are for, and saved or left."""
        if (form := page.form()) is None:
            return
        names = self.chance.sample(list(form.fields), min(2, len(form.fields)))
        for name in ([first] if first else []) + names:
            editor = form.fields[name].editor
            if isinstance(editor, QLineEdit | QPlainTextEdit) and editor.isEnabled():
                self.hands.type(editor, f"{self.chance.choice(WORDS)} {self.chance.randrange(1_000)}")
        self.hands.key(
            *self.chance.choice(((Qt.Key.Key_S, CTRL), (Qt.Key.Key_S, CTRL), (Qt.Key.Key_Escape,)))
        )

    def take_back(self) -> None:
        self.hands.key(self.chance.choice((Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y)), CTRL)

    def text_size(self) -> None:
        self.hands.program.text_size(self.chance.choice((1, -1, 0)))

    def keys(self) -> None:
        """Keys pressed without thinking."""
        some = (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Escape,
                Qt.Key.Key_F6, Qt.Key.Key_PageDown, Qt.Key.Key_Home)  # fmt: skip
        for _ in range(self.chance.randrange(2, 12)):
            self.hands.key(self.chance.choice(some))

    def print(self) -> None:
        page = self.hands.office.visit("papers", self.chance.choice(list(PAPERS)))
        page.open_after.setChecked(False)
        self.hands.until(lambda: page.made() is not None, 3.0)
        if page.made() is not None:
            page.save_to(self.folder / "paper.pdf")

    def bring(self) -> None:
        self.sheets = (self.sheets + 1) % SHEETS
        bring_in(self.hands, self.folder / f"{self.sheets}.csv")

    def merge(self) -> None:
        if self.packs:
            merge(self.hands, self.folder / f"{self.packs.pop(0)}.pmpack")


WAITS = ("print", "bring", "merge")  # for work that is done beside the window


def _no_dialogs(folder: Path) -> None:
    """The system's own dialogs, which nobody here can press, and other programs."""
    nothing = lambda *_given, **_named: ("", "")  # noqa: E731
    QFileDialog.getOpenFileName = QFileDialog.getSaveFileName = nothing  # type: ignore[assignment]
    QFileDialog.getOpenFileNames = lambda *_given, **_named: ([], "")  # type: ignore[assignment]
    QFileDialog.getExistingDirectory = lambda *_given, **_named: ""  # type: ignore[assignment]
    QDesktopServices.openUrl = lambda _url: True  # type: ignore[assignment]
    QApplication.setQuitOnLastWindowClosed(False)


if __name__ == "__main__":
    main(sweep)
