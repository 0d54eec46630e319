"""One notice for the whole window."""

from pmdesk.ui.bus import bus


def test_what_changed_arrives_as_it_was_sent() -> None:
    heard: list[object] = []
    own = type(bus())()  # pages of other tests may still listen to the one there is
    own.changed.connect(heard.append)
    change = {"touched": ["partnership"]}
    own.changed.emit(change)
    assert heard == [change]
    assert bus() is bus()
