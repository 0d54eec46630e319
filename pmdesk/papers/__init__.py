"""PAPER: tagged PDF drawn from frozen figures, with reportlab only; no Qt and no register."""

from reportlab import rl_config

# Streams as bytes, not as ASCII-85, and no comments: a quarter less of each file.
rl_config.useA85 = 0
rl_config.pdfComments = 0
# Each property of each shape of a chart would be checked when it is set; the checks are most of the work.
rl_config.shapeChecking = 0
