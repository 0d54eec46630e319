"""The sweeps reach storage calls as Linux makes them; elsewhere the run says that they are left out."""

import sys

import pytest

LINUX = sys.platform.startswith("linux")
collect_ignore = [] if LINUX else ["test_faults.py"]


def pytest_report_header() -> str:
    return "fault sweeps: run" if LINUX else "fault sweeps: left out, they need Linux"


@pytest.hookimpl(trylast=True)  # after the others have put them in an order of theirs
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sweeps begin first, those of the whole count before the planted ones: a worker that began one when the
    others were at their last tests would keep everybody waiting.
    """
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    if item.get_closest_marker("faults") is None:
        return 2
    return 1 if "planted" in item.name else 0
