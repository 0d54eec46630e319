"""One notice for the whole window."""

from pmdesk.ui.bus import bus


def test_what_changed_arrives_as_it_was_sent() -> None:
    heard: list[object] = []
    bus().changed.connect(heard.append)
    change = {"touched": ["partnership"]}
    bus().changed.emit(change)
    bus().changed.disconnect(heard.append)
    assert heard == [change]
    assert bus() is bus()
