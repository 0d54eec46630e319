"""What PostgreSQL says, as sentences: by its code where there is one, by its words where there is none."""

import psycopg
import pytest

from pmdesk.register import hub_faults
from pmdesk.register.hub_faults import HubFault, speaking, understood, why_refused


@pytest.mark.parametrize(
    ("error", "sentence", "away"),
    [
        (psycopg.errors.DiskFull("x"), hub_faults.FULL, False),
        (psycopg.errors.InsufficientPrivilege("x"), hub_faults.WRONG_COUNCIL, False),
        (psycopg.errors.UndefinedTable("x"), hub_faults.NO_PLACE, False),
        (psycopg.errors.ReadOnlySqlTransaction("x"), hub_faults.READ_ONLY, True),
        (psycopg.errors.TooManyConnections("x"), hub_faults.CROWDED, True),
        (psycopg.errors.DeadlockDetected("x"), hub_faults.BUSY, True),
        (psycopg.errors.LockNotAvailable("x"), hub_faults.BUSY, True),
        (psycopg.errors.CheckViolation("x"), hub_faults.REFUSED, False),
        (psycopg.errors.AdminShutdown("x"), hub_faults.CUT, True),
        (psycopg.errors.QueryCanceled("x"), hub_faults.CUT, True),
        (psycopg.OperationalError("the connection is lost"), hub_faults.CUT, True),
        (psycopg.errors.SyntaxError("x"), "code 42601", False),
        (psycopg.ProgrammingError("x"), "code ProgrammingError", False),
    ],
)
def test_an_open_line(error: psycopg.Error, sentence: str, away: bool) -> None:
    with pytest.raises(HubFault) as met, speaking():
        raise error
    assert sentence in str(met.value) and met.value.away is away
    assert str(understood(error)) == str(met.value)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ('FATAL:  password authentication failed for user "helen"', hub_faults.LOGIN),
        ("fe_sendauth: no password supplied", hub_faults.NO_PASSWORD),
        ('FATAL:  no pg_hba.conf entry for host "1.2.3.4"', hub_faults.LOGIN),
        ('FATAL:  role "helen" is not permitted to log in', hub_faults.LOGIN),
        ('FATAL:  role "helen" does not exist', hub_faults.LOGIN),
        ('authentication method requirement "!password" failed: server requested password', hub_faults.LOGIN),
        ('FATAL:  database "pm" does not exist', hub_faults.NO_DATABASE),
        ('FATAL:  permission denied for database "pm"', hub_faults.WRONG_COUNCIL),
        ("server does not support SSL, but SSL was required", hub_faults.NO_TLS),
        ('server certificate for "a" does not match host name "b"', hub_faults.NOT_TRUSTED),
        ('root certificate file "root.crt" does not exist', hub_faults.NOT_TRUSTED),
        ("FATAL:  sorry, too many clients already", hub_faults.CROWDED),
        ("FATAL:  the database system is starting up", hub_faults.AWAY),
        ("FATAL:  the database system is shutting down", hub_faults.AWAY),
        ("connection to server at 10.0.0.1, port 5432 failed: Connection refused", hub_faults.AWAY),
        ("timeout expired", hub_faults.AWAY),
    ],
)
def test_a_line_that_did_not_come_about(said: str, sentence: str) -> None:
    fault = why_refused(psycopg.OperationalError(said))
    assert str(fault) == sentence
    assert fault.away is (sentence in (hub_faults.AWAY, hub_faults.CROWDED))
    assert str(why_refused(psycopg.errors.InvalidPassword("x"))) == hub_faults.LOGIN
