"""PAPER: tagged PDF drawn from frozen figures, with reportlab only; no Qt and no register."""
