"""Four plans of a small council and the measures that show their objectives, in a real register."""

from typing import NamedTuple

from pmdesk.actions.records import save
from pmdesk.register.store import Register

TODAY = "2026-04-27"
READINGS = (("2025-26 Q2", "44.4"), ("2025-26 Q3", "45.9"), ("2025-26 Q4", "46.9"))


class Story(NamedTuple):
    register: Register
    ids: dict[str, str]

    def keep(self, called: str, kind: str, /, **typed: object) -> str:
        self.ids[called] = save(self.register, kind, typed)[0]
        return self.ids[called]


def plans(register: Register) -> Story:
    """Aldermoor: a corporate plan, a community strategy, a partnership's plan and a service plan."""
    story = Story(register, {})
    ids, keep = story.ids, story.keep
    keep("waste", "partnership", name="Wendle Waste Partnership", kind="thematic", status="current")
    keep("grant", "partnership", name="Arts grant", kind="grant", status="current")
    keep("corporate", "plan", name="Aldermoor Plan", kind="corporate_plan", starts="2024", ends="2028")
    keep("strategy", "plan", name="Wendleshire Together", kind="community_strategy")
    keep("partnership plan", "plan", name="Waste plan", kind="partnership_plan", partnership=ids["waste"])
    keep("service plan", "plan", name="Street services", kind="service_plan", service="Streets")
    priority = {"plan": ids["corporate"], "kind": "priority"}
    keep("homes", "objective", name="Homes people can afford", code="2", **priority)
    keep("greener", "objective", name="A greener district", code="3", **priority)
    keep(
        "less waste", "objective", name="Less waste", code="3.1", plan=ids["corporate"], parent=ids["greener"]
    )
    keep("clean", "objective", name="Clean and green", plan=ids["strategy"], kind="theme")
    keep("safer", "objective", name="Safer streets", plan=ids["strategy"], kind="theme")
    keep("recycle", "objective", name="Recycle more", code="W1", plan=ids["partnership plan"])
    keep("loads", "objective", name="Fewer loads rejected", code="W2", plan=ids["partnership plan"])
    keep("streets", "objective", name="Clean streets", code="S1", plan=ids["service plan"])
    keep("recycle to waste", "alignment", objective=ids["recycle"], serves=ids["less waste"])
    keep("recycle to clean", "alignment", objective=ids["recycle"], serves=ids["clean"])
    keep("streets to greener", "alignment", objective=ids["streets"], serves=ids["greener"])
    measures(story)
    return story


def measures(story: Story) -> None:
    ids, keep = story.ids, story.keep
    keep(
        "EN02", "measure", code="EN02", title="Household waste recycled", kind="outcome", unit="%",
        decimals="1", polarity="higher", aggregation="snapshot", frequency="quarter", baseline="41.8",
        baseline_on="2023-03", tolerance="5", change_interval="0.3", partnership=ids["waste"],
        objective=ids["recycle"],
    )  # fmt: skip
    keep("target", "target", measure=ids["EN02"], period="2026-27 Q4", value="50")
    for period, value in READINGS:
        keep(period, "reading", measure=ids["EN02"], period=period, value=value)
    keep("EN05", "measure", code="EN05", title="Streets swept", kind="output", objective=ids["streets"])
    keep("HS04", "measure", code="HS04", title="Households in temporary accommodation", kind="outcome")
