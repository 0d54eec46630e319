"""Reads a window's tree through AT-SPI from another process and prints what it hears as JSON.

Run by test_screen_reader.py as `/usr/bin/python3 outside.py NAME`: it knows nothing of pmdesk.
"""

import json
import sys
import time

import pyatspi

DEEPEST, WAIT = 30, 40.0


def application(name):
    """The application called `name`, once it has come to the bus."""
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and one.name == name and len(one):
                return one
        time.sleep(0.3)
    raise SystemExit("no application called " + name)


def heard(node, depth=0):
    """(role, name) of a node and all under it."""
    if node is None or depth > DEEPEST:
        return
    yield node.getRoleName(), node.name
    for child in node:
        yield from heard(child, depth + 1)


def main():
    """Wait until the window's list can be read, then say everything."""
    found = application(sys.argv[1])
    until = time.monotonic() + WAIT
    said = []
    while time.monotonic() < until:
        said = list(heard(found))
        if any(name == sys.argv[2] for _role, name in said):
            break
        time.sleep(0.5)
    json.dump(said, sys.stdout)


main()
