"""Plans and measures for the tests of papers: both sides, an exception, an internal measure."""

from pathlib import Path

from pmdesk.actions.records import save
from pmdesk.actions.registers import Register
from tests.actions.paper_story import Story, council
from tests.made_once import made_once

HIDDEN = "Narwhals counted"  # the title of the internal measure; no paper may say it
VALUES = ["42.1", "42.9", "43.6", "44.2", "44.8", "45.1", "45.0", "45.2", "45.1", "44.4", "45.9", "46.9"]
QUARTERS = [f"{year}-{year % 100 + 1} Q{part}" for year in (2023, 2024, 2025) for part in range(1, 5)]
ABUSE = {"2025-26 Q2": "29.0", "2025-26 Q3": "30.4", "2025-26 Q4": "31.2"}


def council_with_figures(folder: Path) -> Story:
    """Aldermoor with a corporate plan, a community strategy and a partnership's plan that serves both."""
    register, ids = made_once(_with_figures, folder)
    return Story(register, dict(ids))


def _with_figures(folder: Path) -> tuple[Register, dict[str, str]]:
    story = council(folder)
    plans(story)
    measures(story)
    return story


def keep(story: Story, key: str, record_kind: str, /, **typed: object) -> str:
    story.ids[key] = save(story.register, record_kind, typed)[0]
    return story.ids[key]


def plans(story: Story) -> None:
    ids = story.ids
    keep(story, "corporate", "plan", name="Corporate Plan", kind="corporate_plan", starts="2024-04")
    keep(story, "strategy", "plan", name="Community Strategy", kind="community_strategy")
    keep(story, "climate", "plan", name="Climate Plan", kind="partnership_plan", partnership=ids["board"])
    keep(story, "empty", "plan", name="Empty Plan", kind="service_plan")
    keep(story, "greener", "objective", name="A greener district", code="3", plan=ids["corporate"])
    keep(story, "run", "objective", name="A well-run council", code="5", plan=ids["corporate"])
    keep(story, "lightly", "objective", name="Living lightly", code="C", plan=ids["strategy"], kind="theme")
    keep(story, "waste", "objective", name="Less waste", code="W1", plan=ids["climate"])
    for key, served in (("up", "greener"), ("over", "lightly")):
        keep(story, key, "alignment", objective=ids["waste"], serves=ids[served])


def measures(story: Story) -> None:
    ids = story.ids
    keep(
        story, "en02", "measure", code="EN02", title="Household waste recycled", unit="%", decimals="1",
        polarity="higher", aggregation="ratio", frequency="quarter", kind="outcome", objective=ids["waste"],
        partnership=ids["board"], baseline="41.8", baseline_on="2023-03", tolerance="5",
        definition="R&D <50%", change_interval="0.3", source="WasteDataFlow", data_supplier="Depot",
        owner=ids["officer"],
    )  # fmt: skip
    for period, value in zip(QUARTERS, VALUES, strict=True):
        more = {"commentary": "Loads rejected.", "cause": "another_partner"} if value == "44.4" else {}
        keep(story, f"en02 {period}", "reading", measure=ids["en02"], period=period, value=value, **more)
    keep(story, "goal", "target", measure=ids["en02"], period="2026-27 Q4", value="50", floor="43")
    keep(
        story, "cs02", "measure", code="CS02", title="Repeat reports", unit="%", decimals="1",
        polarity="lower", aggregation="ratio", frequency="quarter", kind="output", objective=ids["greener"],
    )  # fmt: skip
    for period, value in ABUSE.items():
        keep(story, f"cs02 {period}", "reading", measure=ids["cs02"], period=period, value=value)
    keep(story, "limit", "target", measure=ids["cs02"], period="2025-26", value="26")
    keep(
        story, "hidden", "measure", code="IN01", title=HIDDEN, unit="", polarity="lower",
        aggregation="snapshot", frequency="year", objective=ids["run"], visibility="internal", kind="outcome",
    )  # fmt: skip
    keep(story, "counted", "reading", measure=ids["hidden"], period="2025-26", value="7")
    keep(story, "vp01", "measure", code="VP01", title="Money spent", unit="£", polarity="higher")
    keep(story, "spent", "reading", measure=ids["vp01"], period="2025-26", value="1250", state="provisional")
