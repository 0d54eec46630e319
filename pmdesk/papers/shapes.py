"""The judging shapes as vectors: circle, triangle, square and the rest, each always beside its word."""

from pmdesk.papers.lettering import Colour
from pmdesk.papers.tagged import TaggedPdf


def colour(text: str) -> Colour:
    """'#17734A' as red, green, blue from 0 to 1."""
    return int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255


INK, QUIET, LINE = colour("#1B2330"), colour("#566072"), colour("#8A93A3")
HAIRLINE, GRID = colour("#C9CED6"), colour("#E0E3E8")
MET, CLOSE, MISSED, DONE = colour("#17734A"), colour("#8A5200"), colour("#B3261E"), colour("#1D5FA6")

# What each judgement looks like: its shape and colour (look.md, 'One pairing everywhere').
SHAPES: dict[str, tuple[str, Colour]] = {
    "met": ("circle", MET),
    "close": ("triangle", CLOSE),
    "missed": ("square", MISSED),
    "done": ("tick", DONE),
    "none": ("open", QUIET),
    "unknown": ("question", QUIET),
    "clock": ("clock", QUIET),
    "dash": ("dash", QUIET),
    "first": ("diamond", INK),
    "earlier": ("bar", INK),
}


# The cornered shapes as points about their middle, in halves of their size; those in STROKED are lines.
OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "triangle": ((0, 0.95), (1.05, -0.85), (-1.05, -0.85)),
    "square": ((-0.92, -0.92), (-0.92, 0.92), (0.92, 0.92), (0.92, -0.92)),
    "diamond": ((0, 1.05), (1.05, 0), (0, -1.05), (-1.05, 0), (0, 1.05)),
    "bar": ((0, 0.9), (0, -0.9)),
    "tick": ((-1, 0), (-0.3, -0.75), (1, 0.75)),
    "dash": ((-0.9, 0), (0.9, 0)),
    "clock": ((0, 0.5), (0, 0), (0.4, 0)),
    "question": ((-0.45, 0.55), (0, 0.9), (0.45, 0.5), (0, 0), (0, -0.35), (0, -0.75), (0, -0.9)),
}

STROKED = frozenset(("tick", "diamond", "bar", "dash", "clock", "question"))


def points(kind: str, x: float, y: float, size: float) -> list[tuple[float, float]]:
    """The corners of a cornered shape of `size` points about (x, y)."""
    return [(x + across * size / 2, y + up * size / 2) for across, up in OUTLINES[kind]]


def draw_shape(pdf: TaggedPdf, state: str, x: float, y: float, size: float = 8) -> None:
    """Draw the shape of `state` centred on (x, y); decoration, since its word stands beside it."""
    kind, ink = SHAPES.get(state, SHAPES["none"])
    canvas = pdf.canvas
    canvas.setFillColorRGB(*ink)
    canvas.setStrokeColorRGB(*ink)
    canvas.setLineWidth(1.6 if kind == "tick" else 1)
    if kind in ("circle", "open", "clock"):
        filled = kind == "circle"
        canvas.circle(x, y, size * (0.475 if filled else 0.425), stroke=not filled, fill=filled)
        if kind != "clock":
            return
    path = canvas.beginPath()
    first, *rest = points(kind, x, y, size)
    path.moveTo(*first)
    for corner in rest:
        path.lineTo(*corner)
    canvas.drawPath(path, stroke=kind in STROKED, fill=kind not in STROKED)
