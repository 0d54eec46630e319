"""One report for each partnership: the same bytes as one alone, all of them or none."""

import threading
from pathlib import Path

import pytest

from pmdesk.actions import writing
from pmdesk.actions.paper_run import make_each, say_without
from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.records import save
from pmdesk.actions.registers import Unavailable
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.domain.words import words_in
from tests.actions.paper_story import SECRET, TODAY, Story, council, mark_private

EN = words_in("en")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """Three partnerships with an update, two of them called the same, and one without."""
    made = council(tmp_path)
    for key, name in (("one", "Youth forum"), ("two", "Youth Forum"), ("three", "Zoo trust")):
        made.ids[key] = save(made.register, "partnership", {"name": name, "kind": "thematic"})[0]
    for key in ("one", "two"):
        typed = {"partnership": made.ids[key], "period": "2025-26 Q4", "done": key}
        save(made.register, "progress_update", typed)
    return made


def test_each_has_the_bytes_it_would_have_alone(story: Story, tmp_path: Path) -> None:
    mark_private(story.register)
    run = make_each(story.register, tmp_path / "out", (), "2025-26", EN, TODAY)
    assert sorted(path.name for path in run.paths) == [
        "Progress report, Wendle Valley Town Centre Board, 2025-26 Q4.pdf",
        "Progress report, Youth Forum, 2025-26 Q4 (2).pdf",
        "Progress report, Youth forum, 2025-26 Q4.pdf",
    ]
    assert sorted(run.paths) == sorted((tmp_path / "out").iterdir())
    alone = paper_bytes(story.register, "progress", [story.ids["board"]], None, EN, TODAY)
    assert alone in [path.read_bytes() for path in run.paths]
    assert all(SECRET.encode() not in path.read_bytes() for path in run.paths)
    assert say_without(run, EN) == "1 partnership has no progress update for that time, so it has no file."
    named = make_each(story.register, tmp_path / "out", ["Wendle Valley Town Centre Board"], None, EN, TODAY)
    assert (len(named.paths), say_without(named, EN)) == (1, "")


@pytest.mark.parametrize("at", [0, 1, 3])
def test_stopped_at_any_file_nothing_is_written(at: int, story: Story, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "Progress report, Youth forum, 2025-26 Q4.pdf").write_bytes(b"old")
    told = []

    def progress(done: int, of: int) -> bool:
        told.append((done, of))
        return done < at

    with pytest.raises(Stopped):
        make_each(story.register, out, (), None, EN, TODAY, progress)
    assert told[-1] == (at, 3)
    assert [path.read_bytes() for path in out.iterdir()] == [b"old"]


def test_a_disk_that_fails_half_way_leaves_what_was_there(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def full(_handle: int) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(Unavailable):
        make_each(story.register, tmp_path / "out", (), None, EN, TODAY)
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_done_is_refused(story: Story, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="None of these partnerships"):
        make_each(story.register, tmp_path / "out", (), "2019-20", EN, TODAY)
    with pytest.raises(Unavailable, match="There is no folder"):
        make_each(story.register, tmp_path / "no" / "out", (), None, EN, TODAY)
    with pytest.raises(Unavailable, match="There is no folder"):
        make_each(story.register, tmp_path / "aldermoor.pmdesk", (), None, EN, TODAY)


def test_it_works_on_a_connection_of_its_own_in_a_thread(story: Story, tmp_path: Path) -> None:
    twin, made = story.register.twin(), []
    thread = threading.Thread(
        target=lambda: made.append(make_each(twin, tmp_path / "out", (), None, EN, TODAY))
    )
    thread.start()
    thread.join(60)
    twin.close()
    assert len(made[0].paths) == 3
