"""The shapes of a chart as ink on a page: the six kinds that charts here are made of.

Byte for byte what reportlab's own renderer gives, in a third of the time: that one keeps a stack of states,
since its drawings may stand inside others; a chart here is one flat list.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from reportlab.graphics.shapes import Circle, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.rl_accel import fp_str

from pmdesk.papers.lettering import begin, encoded, font


def draw(made: Any, canvas: Any, x: float, foot: float) -> None:
    """Put a drawing on the page with its lower left corner at (x, foot)."""
    code = canvas._code
    code += ["q", f"1 0 0 1 {fp_str(x, foot)} cm", *_BEGUN, "q", "1 0 0 1 0 0 cm"]
    for shape in made.contents:
        code.append("q")
        for name, value in shape.__dict__.items():
            say = _SAID.get(name)
            if say and (value is not None or say is _dashes):
                code.append(say(value))
        _INK[type(shape)](shape, canvas)
        code.append("Q")
    code += ["Q", "Q"]


# What holds where a shape says nothing: black, lines of one point that end and join square, not dashed.
_BEGUN = ("0 0 0 RG", "1 w", "0 J", "0 j", "[] 0 d", "0 0 0 rg")


@lru_cache
def _colour(of: Any) -> str:
    return str(fp_str(of.red, of.green, of.blue))


def _dashes(of: Any) -> str:
    return f"[{fp_str(of)}] 0 d" if of else "[] 0 d"


def _line(shape: Any, canvas: Any) -> None:
    canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)


def _circle(shape: Any, canvas: Any) -> None:
    canvas.circle(shape.cx, shape.cy, shape.r, *_stroke_and_fill(shape))


def _rect(shape: Any, canvas: Any) -> None:
    canvas.rect(shape.x, shape.y, shape.width, shape.height, *_stroke_and_fill(shape))


def _bent(shape: Any, canvas: Any) -> None:
    canvas._code += [_path(shape.points), "S"]


def _polygon(shape: Any, canvas: Any) -> None:
    canvas._code.append(f"{_path(shape.points)} h")
    canvas._strokeAndFill(*_stroke_and_fill(shape))


def _path(points: list[float]) -> str:
    first, *rest = zip(points[::2], points[1::2], strict=True)
    return " ".join(["n", f"{fp_str(*first)} m", *[f"{fp_str(*spot)} l" for spot in rest]])


def _stroke_and_fill(shape: Any) -> tuple[int, int]:
    return int(shape.strokeColor is not None), int(shape.fillColor is not None)


def _string(shape: Any, canvas: Any) -> None:
    used, document, x = font(shape.fontName), canvas._doc, shape.x
    if document not in used.state:
        begin(shape.fontName, document)
    if shape.textAnchor != "start":
        wide = used.stringWidth(shape.text, shape.fontSize)
        x -= wide if shape.textAnchor == "end" else wide * 0.5
    set_in = f"{fp_str(shape.fontSize)} Tf {fp_str(shape.fontSize * 1.2)} TL"
    said, current = [f"BT 1 0 0 1 {fp_str(x, shape.y)} Tm"], -1
    for subset, letters in encoded(shape.text, shape.fontName, document):
        if subset != current:
            said.append(f"{used.getSubsetInternalName(subset, document)} {set_in}")
            current = subset
        said.append(f"({letters}) Tj")
    canvas._code.append(" ".join([*said, "T* ET"]))


_INK: Mapping[type, Callable[[Any, Any], None]] = {
    Line: _line,
    PolyLine: _bent,
    Polygon: _polygon,
    Circle: _circle,
    Rect: _rect,
    String: _string,
}
# A shape's properties as the page is told of them, in the order in which the shape has them.
_SAID: Mapping[str, Callable[[Any], str]] = {
    "strokeColor": lambda of: f"{_colour(of)} RG",
    "strokeWidth": lambda of: f"{fp_str(of)} w",
    "strokeLineCap": lambda of: f"{of:d} J",
    "strokeLineJoin": lambda of: f"{of:d} j",
    "strokeDashArray": _dashes,
    "fillColor": lambda of: f"{_colour(of)} rg",
}
