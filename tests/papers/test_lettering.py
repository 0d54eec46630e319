"""Letters and lines: what can be typed can be set, and no line is wider than it may be."""

from hypothesis import given
from hypothesis import strategies as st

from pmdesk.papers.lettering import REGULAR, Style, break_lines, font, printable, width

BODY = Style(REGULAR, 10.5, 15, (0, 0, 0))


def test_welsh_letters_are_in_the_font_and_composed() -> None:
    assert printable("w\u0302y\u0302 Tŷ Glân") == "ŵŷ Tŷ Glân"
    assert all(ord(letter) in font(REGULAR).face.charToGlyph for letter in "ŵŷŴŶâêîôûáéíóúẃẁỳ£’“”–…•✓"[:-1])


def test_line_ends_spaces_and_controls() -> None:
    assert printable("a\r\nb\rc\td\x00\u202ee\u2028f") == "a\nb\nc de f"
    assert printable("\ud800") == ""


def test_a_letter_we_lack_is_seen_to_be_missing() -> None:
    assert printable("中") == "\ufffd"


def test_a_line_that_ends_between_words_keeps_its_space() -> None:
    lines = break_lines("one two three four", BODY, 50)
    assert "".join(lines) == "one two three four"
    assert len(lines) > 1


def test_a_space_that_must_not_break_does_not() -> None:
    assert break_lines("to 27\xa0April", BODY, width("to 27 A", BODY)) == ["to ", "27\xa0Apr", "il"]


@given(st.text(max_size=400), st.floats(20, 500))
def test_lines_fit_and_keep_every_letter(text: str, measure: float) -> None:
    lines = break_lines(text, BODY, measure)
    assert all(width(line.rstrip(" "), BODY) <= measure + 0.01 or len(line) == 1 for line in lines)
    kept = "".join(lines).replace(" ", "")
    assert kept == printable(text).replace(" ", "").replace("\n", "")
