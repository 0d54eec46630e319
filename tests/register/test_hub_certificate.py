"""A hub that serves TLS: its right certificate is taken, another's is not, and nothing goes in plain text."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from pmdesk.actions import hub as verbs
from pmdesk.actions.hub_line import CHECKED, checked_address, line_of
from pmdesk.register.hub_faults import NO_TLS, NOT_TRUSTED, HubFault
from pmdesk.register.hub_link import connect
from tests.hub_laptops import Laptop
from tests.hub_server import Hub, Server

SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
Signed = tuple[x509.Certificate, ec.EllipticCurvePrivateKey]


def certified(name: str, by: Signed | None = None) -> Signed:
    """A certificate for a host by that name, or of an authority of its own."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer, signs = (by[0].subject, by[1]) if by else (called, key)
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    )
    return made.sign(signs, hashes.SHA256()), key


def written(folder: Path, name: str, made: Signed) -> tuple[Path, Path]:
    certificate, key = folder / f"{name}.crt", folder / f"{name}.key"
    certificate.write_bytes(made[0].public_bytes(Encoding.PEM))
    key.write_bytes(made[1].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return certificate, key


@pytest.fixture(scope="module")
def authority() -> Signed:
    return certified("authority.aldermoor.example")


@pytest.fixture(scope="module")
def served(authority: Signed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this machine alone that serves TLS as 'localhost'."""
    folder = tmp_path_factory.mktemp("tls")
    server = Server()
    try:
        server.serve_tls(*written(folder, "server", certified("localhost", authority)))
        yield server
    finally:
        server.remove()


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "first")


@pytest.fixture
def tls(served: Server, laptop: Laptop) -> Hub:
    with laptop.open() as register:
        return Hub(served, "tls", register.id, ("helen",))


def reached(hub: Hub, url: str) -> str:
    """How the line is kept, as the server says; HubFault where there is none."""
    link = connect(url, None, hub.register_id)
    try:
        row = link.db.execute("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone()
        return str(row[1]) if row and row[0] else "plain"
    finally:
        link.close()


def refused(hub: Hub, url: str) -> str:
    with pytest.raises(HubFault) as met:
        reached(hub, url)
    assert not met.value.away, f"waiting does not help: {met.value.__cause__}"
    return str(met.value)


def test_the_right_certificate_is_taken_and_a_sync_goes_by_it(
    tls: Hub, laptop: Laptop, authority: Signed, tmp_path: Path
) -> None:
    ca, _key = written(tmp_path, "ca", authority)
    url = checked_address(tls.server.tls_url("helen", tls.database), str(ca))
    assert line_of(url) == (CHECKED, str(ca)) and reached(tls, url).startswith("TLSv1.")
    with laptop.open() as register:
        with register.change("Saved record") as change:
            change.add("partnership", {"name": "Moor"})
        verbs.set_hub(register, url)
        outcome = verbs.sync(register).outcome
    assert (outcome.problem, outcome.pushed) == (None, 1)


def test_without_a_check_the_line_is_encrypted_all_the_same(tls: Hub) -> None:
    assert reached(tls, tls.server.tls_url("helen", tls.database)).startswith("TLSv1.")


@pytest.mark.parametrize("name", ["authority.aldermoor.example", "elsewhere.example"])
def test_another_authoritys_certificate_is_refused(tls: Hub, tmp_path: Path, name: str) -> None:
    """Also where it calls itself as the right one does."""
    other, _key = written(tmp_path, "other", certified(name))
    url = tls.server.tls_url("helen", tls.database)
    assert refused(tls, checked_address(url, str(other))) == NOT_TRUSTED


def test_what_this_laptop_knows_by_itself_does_not_know_the_hub(tls: Hub) -> None:
    url = tls.server.tls_url("helen", tls.database)
    assert refused(tls, checked_address(url, "")) == NOT_TRUSTED


def test_a_right_certificate_of_another_host_is_refused(tls: Hub, authority: Signed, tmp_path: Path) -> None:
    ca, _key = written(tmp_path, "ca", authority)
    url = tls.server.tls_url("helen", tls.database, host="127.0.0.1")
    assert refused(tls, checked_address(url, str(ca))) == NOT_TRUSTED


def test_a_file_that_is_no_certificate_is_refused(tls: Hub, tmp_path: Path) -> None:
    (tmp_path / "not.crt").write_text("nothing of the kind")
    url = tls.server.tls_url("helen", tls.database)
    assert refused(tls, checked_address(url, str(tmp_path / "not.crt"))) == NOT_TRUSTED


def test_a_hub_without_tls_hears_nothing(tls: Hub, authority: Signed, tmp_path: Path) -> None:
    """Who says that there is none may be an impostor: not even the login is told."""
    heard = list[bytes]()
    ca, _key = written(tmp_path, "ca", authority)

    def answer(listening: socket.socket) -> None:
        while True:
            try:
                line, _where = listening.accept()
            except OSError:
                return
            with line:
                line.settimeout(5)
                heard.append(line.recv(4096))
                line.sendall(b"N")
                while more := line.recv(4096):
                    heard.append(more)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=answer, args=(listening,), daemon=True).start()
        url = f"postgresql://helen:geheim@localhost:{listening.getsockname()[1]}/tls?hostaddr=127.0.0.1"
        assert refused(tls, url) == NO_TLS
        assert refused(tls, checked_address(url, str(ca))) == NO_TLS
    assert heard and set(heard) == {SSL_REQUEST}
