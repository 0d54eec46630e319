from pmdesk.domain.plan import OBJECTIVE, PLAN, is_above


def test_the_kinds_are_the_fields_words() -> None:
    assert [code for code, _ in PLAN.field("kind").choices] == [
        "corporate_plan", "community_strategy", "service_plan", "partnership_plan",
    ]  # fmt: skip
    assert [code for code, _ in OBJECTIVE.field("kind").choices] == [
        "priority",
        "theme",
        "objective",
        "outcome",
    ]


def test_the_corporate_plan_and_the_community_strategy_are_what_others_serve() -> None:
    assert is_above({"kind": "corporate_plan"}) and is_above({"kind": "community_strategy"})
    assert not is_above({"kind": "service_plan"}) and not is_above({})
