"""The figures of a health check's paper, made of the small check of the figures' tests."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_health import HealthFigures, health_figures
from tests.figures.health_made import CHECK, closed


def health_example(words: Words) -> HealthFigures:
    earlier = [closed(), closed("2025-03-31")]
    return health_figures(CHECK, closed(), earlier, "Aldermoor District Council", words, "2026-04-27")
