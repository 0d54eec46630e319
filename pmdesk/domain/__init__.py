"""WHAT THE OFFICE KNOWS: its records and their rules, pure; no SQL, no Qt, no files."""
