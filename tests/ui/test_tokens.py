"""Every word reads on every ground it stands on, in all four schemes."""

from collections.abc import Mapping

import pytest

from pmdesk.ui.tokens import CONTRAST, CONTRAST_DARK, LIGHT, PAIRS, SCHEMES, contrast


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_every_word_reads_on_its_ground(name: str, pair: tuple[str, str]) -> None:
    scheme = SCHEMES[name]
    assert contrast(scheme[pair[0]], scheme[pair[1]]) >= 4.5


@pytest.mark.parametrize("scheme", [CONTRAST, CONTRAST_DARK])
def test_high_contrast_reads_at_seven(scheme: Mapping[str, str]) -> None:
    assert min(contrast(scheme[word], scheme["background"]) for word in ("text", "quiet", "accent")) >= 7


@pytest.mark.parametrize("name", SCHEMES)
def test_the_edge_of_a_control_is_seen(name: str) -> None:
    scheme = SCHEMES[name]
    assert contrast(scheme["line"], scheme["background"]) >= 3


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_scheme_has_every_token() -> None:
    assert {frozenset(scheme) for scheme in SCHEMES.values()} == {frozenset(LIGHT)}
