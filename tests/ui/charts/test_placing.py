"""Words on a chart find a free place, and hide least where there is none."""

from PySide6.QtCore import QPointF, QRectF

from pmdesk.ui.charts.placing import Room, along, beside, further_off, lead_to, round_about

AREA = QRectF(0, 0, 400, 200)


def test_under_a_mark_where_nothing_is() -> None:
    at = QPointF(200, 100)
    box = Room(AREA).best(round_about(at, 40, 16, 8))
    assert box == QRectF(180, 108, 40, 16)
    assert Room(AREA).best(beside(at, 40, 16, 8)).right() < 200


def test_over_a_mark_where_a_line_runs_under_it() -> None:
    room = Room(AREA)
    room.take_line([QPointF(0, 115), QPointF(400, 115)])
    assert room.best(round_about(QPointF(200, 100), 40, 16, 8)).bottom() <= 100


def test_never_over_the_edge_while_there_is_room_inside() -> None:
    for at in (QPointF(2, 2), QPointF(398, 198), QPointF(398, 2)):
        box = Room(AREA).best(round_about(at, 60, 16, 8))
        assert AREA.adjusted(-3, -3, 3, 3).contains(box), at


def test_words_already_there_are_known() -> None:
    room, box = Room(AREA), QRectF(100, 100, 50, 16)
    assert not room.crowded(box)
    room.take_words(box)
    assert room.crowded(box.translated(10, 4))
    assert not room.crowded(box.translated(80, 0))
    assert room.best([box, box.translated(80, 0)]) == box.translated(80, 0)


def test_a_crowded_chart_still_gives_a_place() -> None:
    room = Room(AREA)
    room.take(AREA)
    choices = round_about(QPointF(200, 100), 40, 16, 8)
    assert room.best(choices) in choices


def test_words_along_a_line_begin_at_its_middle() -> None:
    line = [QPointF(x * 40.0, 180 - x * 10.0) for x in range(10)]
    boxes = along(line, 60, 16)
    assert abs(boxes[0].right() - line[5].x()) < 6
    assert len(along([QPointF(x, 0) for x in range(500)], 60, 16)) < 60


def test_long_words_stand_away_with_a_line_where_there_is_no_room_beside_their_mark() -> None:
    at, room = QPointF(200, 100), Room(AREA)
    for x in range(0, 400, 12):
        room.take_mark(QPointF(x, 100), 10)
    near, away = beside(at, 160, 16, 9), further_off(at, 160, 16, 9)
    box = room.best([*near[-2:], *away])
    assert box in away
    line = lead_to(at, box, 9)
    assert line is not None
    assert line.p1().y() > 105
    assert lead_to(at, round_about(at, 40, 16, 9)[0], 9) is None


def test_whether_words_would_hide_a_mark_and_how_they_are_kept_inside() -> None:
    room = Room(AREA)
    room.take_mark(QPointF(100, 100), 12)
    room.take_line([QPointF(0, 50), QPointF(400, 50)])
    assert room.hides(QRectF(80, 92, 60, 16))
    assert not room.hides(QRectF(80, 42, 60, 16)), "a line may be written over, a mark may not"
    assert room.inside(QRectF(-20, 10, 60, 16)) == QRectF(0, 10, 60, 16)
    assert room.inside(QRectF(380, 10, 60, 16)) == QRectF(340, 10, 60, 16)
