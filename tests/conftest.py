"""What every test stands on: a home of its own, no window on anybody's screen, and no network."""

import gc
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Every save waits for the disk, and tests save a hundred thousand times: where there is room they work in
# memory. What a disk does to a save is for the sweeps to find out, which record every write and sync.
MEMORY, ENOUGH = Path("/dev/shm"), 2 << 30
if not os.environ.get("TMPDIR") and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH:
    os.environ["TMPDIR"] = str(MEMORY)
    tempfile.tempdir = None

# Some machines keep no compiled Python. Here it is kept: 800 files of tests are read by each worker, and the
# program itself is started a hundred times over.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Reading the tests makes a million things and drops none of them; for the tests see `collected_here`.
gc.disable()

# Before anything imports Qt. QT_QPA_PLATFORM=xcb runs the same tests in the Xvfb that pytest-xvfb starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shared machine pauses at any time, so no test fails for being slow; everything else stays hypothesis' own.
settings.register_profile("pmdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pmdesk")


BACKWARDS = os.environ.get("PYTEST_XDIST_WORKER", "gw0")[-1] in "13579"


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[Any]:
    """Every other worker reads the files from the last to the first, so that each compiles half of them."""
    report = yield
    if BACKWARDS and isinstance(collector, pytest.Directory):
        report.result.reverse()
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)  # before pytest-randomly shuffles them, by the same seed in all
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """In whichever order they were read, all workers have the tests in one order."""
    items.sort(key=lambda item: str(item.path))
    yield


@pytest.fixture(autouse=True)
def collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the window: garbage with widgets in it is collected in this thread only, after each such test."""
    gc.disable()
    yield
    if "qapp" in request.fixturenames:
        from PySide6.QtCore import QCoreApplication, QEvent

        # Widgets that were closed wait for an event loop: until it comes, every new style dresses them too.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        gc.freeze()  # what lives on is not gone through again after each test, which took half their time


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where pmdesk keeps keys, drafts and backups: a fresh one for each test."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("PMDESK_HOME", str(folder))
    monkeypatch.delenv("PMDESK_PASSPHRASE", raising=False)
    return folder


@pytest.fixture(autouse=True)
def tables_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty register's tables are made by the migrations once, then copied: 50 milliseconds a test."""
    from pmdesk.register import schema, store

    def migrate(db: Any) -> None:
        if getattr(db, "key", None) is None:
            _tables().backup(db)
        else:
            schema.migrate(db)

    monkeypatch.setattr(store, "migrate", migrate)


@lru_cache
def _tables() -> Any:
    from pmdesk.register.database import in_memory
    from pmdesk.register.schema import migrate

    made = in_memory()
    migrate(made)
    return made


@pytest.fixture(autouse=True)
def light_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases are not waited for (tests/light_keys.py); the tests of the waiting itself do without."""
    import hashlib

    import pyrage

    from pmdesk.register import cipher
    from tests.light_keys import Salts, sealed_lightly, worked_out

    monkeypatch.setattr(hashlib, "pbkdf2_hmac", worked_out)
    monkeypatch.setattr(cipher, "_new_salt", Salts())
    monkeypatch.setattr(pyrage.passphrase, "encrypt", sealed_lightly)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything works with the network unplugged; a test that reaches for it fails."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX:
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample register, built once; tests work on copies."""
    from pmdesk.actions.registers import open_sample

    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PMDESK_HOME", str(folder))
        open_sample(folder / "Sample.pmdesk").close()
    return folder / "Sample.pmdesk"


@pytest.fixture
def run(qapp: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The whole program, and hands on it (tests/running.py); nothing of Qt is imported without it."""
    from tests.running import running

    with running(qapp, qtbot, tmp_path / "documents", monkeypatch) as program:
        yield program


@pytest.fixture(scope="session")
def hub_server() -> Iterator[Any]:
    """A real PostgreSQL, started when the first test asks for it (tests/hub_server.py)."""
    from tests.hub_server import Server

    server = Server()
    yield server
    server.remove()


@pytest.fixture
def hub(hub_server: Any, tmp_path: Path) -> Any:
    """A place in the server for a register that is on the first of `laptops` alone."""
    from tests.hub_laptops import Laptop
    from tests.hub_server import Hub

    first = Laptop(tmp_path / "first")
    with first.open() as register:
        register_id = register.id
    made = Hub(hub_server, "hubs", register_id, ("helen", "amir"))
    made.first = first
    return made


@pytest.fixture
def laptops(hub: Any, tmp_path: Path) -> Any:
    """`laptops(3)`: that many laptops with a copy each of the hub's register."""
    from tests.hub_laptops import Laptop

    def made(many: int) -> list[Laptop]:
        others = [Laptop(tmp_path / f"laptop{n}", hub.first.file) for n in range(1, many)]
        return [hub.first, *others]

    return made
