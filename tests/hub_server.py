"""A real PostgreSQL for tests, from Debian's packages: on a socket in a folder of its own, with no network.

`initdb` refuses to be run by root: then it is run as another user of the system.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "32MB",
    "max_connections": "40",
    "autovacuum": "off",
    "deadlock_timeout": "100ms",
    "logging_collector": "off",
}
MISSING = (
    "PostgreSQL is missing, and the tests of the hub need it. Ask an administrator for "
    "'apt-get install postgresql', then try again."
)


def find_programs() -> Path | None:
    """The folder of initdb and pg_ctl: Debian keeps them beside the path, the newest version last."""
    there = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = there[-1] if there else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


class Server:
    """One server of a test run; `admin` connects as its administrator, `url` is an address for a login."""

    def __init__(self) -> None:
        programs = find_programs()
        if programs is None:
            raise RuntimeError(MISSING)
        self._programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="pmdesk-hub-"))
        self._as = _another_user() if os.getuid() == 0 else None
        if self._as:
            os.chown(self.folder, self._as.pw_uid, self._as.pw_gid)
        self._data, self.port = self.folder / "data", 5432
        self._run(
            *("initdb", "--pgdata", self._data, "--username", "admin", "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync"),
        )
        self._write(
            "pg_hba.conf", "local all admin trust\nlocal all +free trust\nlocal all all scram-sha-256\n"
        )
        settings = {**_SETTINGS, "unix_socket_directories": str(self.folder)}
        self._write(
            "postgresql.auto.conf", "".join(f"{name} = '{said}'\n" for name, said in settings.items())
        )
        self.start()
        with self.admin() as db:
            db.execute("CREATE ROLE free NOLOGIN")  # those whose password no test is about

    def serve_tls(self, certificate: Path, key: Path) -> None:
        """Serve this machine by TCP and TLS, too, under a certificate; in plain text nobody gets in."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        self._write("server.crt", certificate.read_text())
        self._write("server.key", key.read_text())
        os.chmod(self._data / "server.key", 0o600)
        with (self._data / "pg_hba.conf").open("a") as file:
            file.write("hostssl all +free 127.0.0.1/32 trust\n")
        with (self._data / "postgresql.auto.conf").open("a") as file:
            file.write(f"ssl = on\nlisten_addresses = '127.0.0.1'\nport = {self.port}\n")
        self.stop()
        self.start()

    def tls_url(self, login: str, database: str, host: str = "localhost") -> str:
        """An address for a login over TLS."""
        return f"postgresql://{login}@{host}:{self.port}/{database}?hostaddr=127.0.0.1"

    def start(self) -> None:
        self._run("pg_ctl", "--pgdata", self._data, "--wait", "--log", self.folder / "log", "start")

    def kill(self) -> None:
        """End it as a power cut would: every process at once, nothing written any more."""
        first = int((self._data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        for each in (first, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        until = time.monotonic() + 10
        while any(_lives(each) for each in (first, *map(int, children))) and time.monotonic() < until:
            time.sleep(0.02)
        # Where nobody collects the dead, their numbers still count as running.
        for left in (self._data / "postmaster.pid", *self.folder.glob(".s.PGSQL.*")):
            left.unlink(missing_ok=True)

    def stop(self) -> None:
        with suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "--pgdata", self._data, "--wait", "--mode", "immediate", "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def admin(self, database: str = "postgres") -> Any:
        import psycopg

        # What the administrator made outlives a server that is killed: only the laptops’ saves may be lost.
        return psycopg.connect(
            host=str(self.folder), port=self.port, user="admin", dbname=database, autocommit=True,
            options="-c synchronous_commit=on",
        )  # fmt: skip

    def url(self, login: str, database: str, password: str = "") -> str:
        said = f":{password}" if password else ""
        return f"postgresql://{login}{said}@/{database}?host={self.folder}"

    def _write(self, name: str, text: str) -> None:
        path = self._data / name
        path.write_text(text)
        if self._as:
            os.chown(path, self._as.pw_uid, self._as.pw_gid)

    def _run(self, program: str, *words: object) -> None:
        # pg_ctl's child keeps what it inherits open: its words go to a file, or nobody would see their end.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(
                [self._programs / program, *map(str, words)],
                stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=self.folder, check=False,
                user=self._as.pw_uid if self._as else None, group=self._as.pw_gid if self._as else None,
                extra_groups=[] if self._as else None,
            )  # fmt: skip
            said.seek(0)
            text = said.read().decode(errors="replace")
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, program, text)


class Hub:
    """A database of the server in which one register has its place."""

    def __init__(self, server: Server, database: str, register_id: str, logins: Sequence[str]) -> None:
        from pmdesk.register.hub_setup import setup_sql

        self.server, self.database, self.register_id = server, database, register_id
        with server.admin() as db:
            if db.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,)).fetchone() is None:
                db.execute(f"CREATE DATABASE {database}")
        with self.admin() as db:
            db.execute(setup_sql(register_id, logins))
            for each in logins:
                db.execute(f"GRANT free TO {each}")

    def admin(self) -> Any:
        return self.server.admin(self.database)

    def url(self, login: str) -> str:
        return self.server.url(login, self.database)


def _another_user() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise RuntimeError("There is no user that a test's PostgreSQL could be run as.")


def _lives(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
