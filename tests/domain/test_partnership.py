from pmdesk.domain.partnership import is_partnership, is_running


def test_contracts_grants_and_networks_are_not_partnerships() -> None:
    kinds = ["umbrella", "sub_group", None, "network", "contract", "grant"]
    assert [is_partnership({"kind": kind}) for kind in kinds] == [True, True, True, False, False, False]


def test_what_has_ended_or_is_only_proposed_does_not_run() -> None:
    assert [
        is_running({"status": status}) for status in (None, "current", "under_review", "proposed", "ended")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]
