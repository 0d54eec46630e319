"""The verbs as commands: each parses what was typed, calls an action and prints; it decides nothing.

To add a verb: a command in a file of this folder, its name in VERBS (`verbs.py`), its test.
"""
