"""FIELD=VALUE as it is typed."""

import click
import pytest

from pmdesk.cli.naming import pairs


def test_pairs_keep_everything_after_the_first_equals_sign() -> None:
    assert pairs(["note=a = b", " From =2024-05", "seats="]) == {
        "note": "a = b",
        "From": "2024-05",
        "seats": "",
    }


@pytest.mark.parametrize("typed", ["seats", "=3", " =3"])
def test_what_is_no_pair_is_wrong_usage(typed: str) -> None:
    with pytest.raises(click.UsageError):
        pairs([typed])


def test_letters_the_terminal_could_not_hold_are_not_lost() -> None:
    as_ascii = "name=Tŷ Glân".encode().decode("ascii", "surrogateescape")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsencode", lambda word: word.encode("ascii", "surrogateescape"))
        assert pairs([as_ascii]) == {"name": "Tŷ Glân"}
        with pytest.raises(click.UsageError):
            pairs([b"name=Caf\xe9".decode("ascii", "surrogateescape")])
