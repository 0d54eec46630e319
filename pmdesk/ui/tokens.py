"""The colours of the window by name, in four schemes: plain data, so that a test can measure every pair."""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "background": "#FFFFFF", "panel": "#F5F6F8", "text": "#1B2330", "quiet": "#566072",
    "accent": "#1D5FA6", "accent_hover": "#174C86", "on_accent": "#FFFFFF",
    "line": "#8A93A3", "hairline": "#E0E3E8", "grid": "#ECEEF1", "hover": "#ECEEF1", "faint": "#A9B0BC",
    "met": "#17734A", "met_tint": "#E3F4EA", "close": "#8A5200", "close_tint": "#FFF1D6",
    "missed": "#B3261E", "missed_tint": "#FCE8E6", "complete": "#1D5FA6", "complete_tint": "#E4EEFA",
    "none": "#566072", "none_tint": "#ECEEF1", "selection": "#E4EEFA",
    "series_blue": "#0072B2", "series_vermillion": "#D55E00", "series_green": "#009E73",
    "series_purple": "#CC79A7", "series_ink": "#1B2330",
}  # fmt: skip

DARK: Mapping[str, str] = {
    "background": "#14181F", "panel": "#1C222B", "text": "#E8EBF0", "quiet": "#A7B0BE",
    "accent": "#7DB4F0", "accent_hover": "#A3CBF6", "on_accent": "#14181F",
    "line": "#6C7686", "hairline": "#2B323D", "grid": "#232A34", "hover": "#2A313C", "faint": "#525B69",
    "met": "#6FD3A0", "met_tint": "#17352A", "close": "#F0B95A", "close_tint": "#3A2C12",
    "missed": "#FF9D94", "missed_tint": "#43211F", "complete": "#7DB4F0", "complete_tint": "#1B2F47",
    "none": "#A7B0BE", "none_tint": "#2A313C", "selection": "#1B2F47",
    "series_blue": "#56A8E0", "series_vermillion": "#F08A4B", "series_green": "#3CC79B",
    "series_purple": "#E3A3C8", "series_ink": "#E8EBF0",
}  # fmt: skip

# High contrast keeps the meanings but takes every word to 7:1 and draws each edge in the text's own colour.
CONTRAST: Mapping[str, str] = {
    **LIGHT,
    "panel": "#FFFFFF", "text": "#000000", "quiet": "#2B323D", "accent": "#003E7E",
    "accent_hover": "#002B59", "line": "#000000", "hairline": "#566072", "grid": "#8A93A3",
    "met": "#004D2C", "close": "#5C3600", "missed": "#8A0F08", "complete": "#003E7E", "none": "#2B323D",
    "faint": "#566072", "series_ink": "#000000",
}  # fmt: skip

CONTRAST_DARK: Mapping[str, str] = {
    **DARK,
    "background": "#000000", "panel": "#000000", "text": "#FFFFFF", "quiet": "#DDE2EA",
    "accent": "#A9D0FF", "accent_hover": "#CFE4FF", "on_accent": "#000000", "line": "#FFFFFF",
    "hairline": "#A7B0BE", "grid": "#566072", "met": "#9BF0C5", "close": "#FFD78A", "missed": "#FFC4BE",
    "complete": "#A9D0FF", "none": "#DDE2EA", "faint": "#A7B0BE", "series_ink": "#FFFFFF",
}  # fmt: skip

SCHEMES: Mapping[str, Mapping[str, str]] = {
    "light": LIGHT, "dark": DARK, "contrast": CONTRAST, "contrast_dark": CONTRAST_DARK,
}  # fmt: skip

# Every text token with every ground it is ever written on; each pair must measure 4.5:1 or better.
GROUNDS = ("background", "panel", "selection")
PAIRS: tuple[tuple[str, str], ...] = (
    *((word, ground) for word in ("text", "quiet", "accent", "met", "close", "missed") for ground in GROUNDS),
    *((state, f"{state}_tint") for state in ("met", "close", "missed", "complete", "none")),
    ("text", "hover"), ("quiet", "hover"), ("accent", "hover"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"),
)  # fmt: skip


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two '#RRGGBB' colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
