"""THE VERBS A PERSON CAN DO: the window and the command line both call these; no Qt, no reportlab here.

To add a verb:
1. a function in a file here, named as a person would say it; it takes the register, checks everything typed
   (`domain.check`), writes in one `register.change(...)` and returns its `Changes`, or raises Refused;
2. its test in `tests/actions`, on a real register;
3. its command in `cli` with its help, and its line in `cli/verbs.py`;
4. its button in `ui`, called through `ui/doing.py`, which shows what was refused and offers Undo.
"""
