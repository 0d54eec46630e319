"""The sweeps reach storage calls as Linux makes them; elsewhere the run says that they are left out."""

import sys

LINUX = sys.platform.startswith("linux")
collect_ignore = [] if LINUX else ["test_faults.py"]


def pytest_report_header() -> str:
    return "fault sweeps: run" if LINUX else "fault sweeps: left out, they need Linux"
