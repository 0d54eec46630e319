"""THE PAGES: each reads its figures through actions, draws them, and asks actions for every change.

To add a page of records: its words in a file like bodies.py, its figures in `figures`, its section in app.py.
"""
