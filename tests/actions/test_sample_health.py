"""The sample's health checks: two closed, one open, each by the same verbs as anywhere else."""

from pathlib import Path

from pmdesk.actions.health_checks import closed_checks, health_of
from pmdesk.register.store import open_register


def test_two_are_closed_and_one_is_open(sample_file: Path) -> None:
    with open_register(sample_file, read_only=True) as register:
        found = {str(each["title"]): health_of(register, each) for each in register.all("health_check")}
        assert sorted(each.state for each in found.values()) == ["closed", "closed", "open"]
        [open_one] = [each for each in found.values() if each.state == "open"]
        assert (len(open_one.answered), len(open_one.invited)) == (2, 6)
        [safety] = register.find("partnership", "Community Safety Partnership")
        newest, earlier = closed_checks(register, str(safety["id"]))
        assert newest[1].results is not None
        assert (newest[1].results.n, len(newest[1].said)) == (7, 4)
        assert earlier[1].results is not None
        assert earlier[1].results.n == 6
