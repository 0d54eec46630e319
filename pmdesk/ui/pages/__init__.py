"""THE PAGES: each reads its figures through actions, draws them, and asks actions for every change.

To add a page of records:
1. its words in a file like bodies.py here, its section (key, word, icon) in `ui/office.py`;
2. its list: filters, rows and kinds shown in `actions/lists.py`;
3. its record: a function of frozen values in `figures`, its line in `actions/pages.py`;
4. its form: `arrangements.py`. A test in `tests/ui` walks every control for its name and the keyboard.
Any other page is a widget with `arrive(argument)`; it listens to `bus().changed` and re-reads only what
`changes.touches(...)` says.
"""
