"""Work that says how far it is and can be stopped."""

import pytest

from pmdesk.domain.telling import Stopped, first_half, quietly, second_half, telling


def test_work_goes_on_until_the_person_stops_it() -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        seen.append((done, of))
        return done < 3

    told = telling(progress)
    first_half(told)(1, 2)
    quietly(1, 2)
    with pytest.raises(Stopped):
        second_half(told)(1, 2)
    assert seen == [(1, 4), (3, 4)]
