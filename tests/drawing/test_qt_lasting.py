"""What stays from picture to picture."""

from __future__ import annotations

from timeline_app.drawing.qt_lasting import OFTEN, Lasting


def test_what_is_in_enough_pictures_is_told_from_then_on() -> None:
    lasting: Lasting[str] = Lasting()
    told = [lasting.often("kind", ["stays", f"picture {number}"]) for number in range(OFTEN + 1)]
    assert told[: OFTEN - 1] == [[]] * (OFTEN - 1)
    assert told[OFTEN - 1 :] == [["stays"], ["stays"]]


def test_what_is_missing_once_begins_anew() -> None:
    lasting: Lasting[int] = Lasting()
    for _ in range(OFTEN - 1):
        assert lasting.often("kind", [1]) == []
    assert lasting.often("kind", [2]) == []
    assert lasting.often("kind", [1]) == []


def test_kinds_do_not_mix_and_all_is_forgotten() -> None:
    lasting: Lasting[int] = Lasting()
    for _ in range(OFTEN):
        lasting.often("one", [1])
    assert lasting.often("other", [1]) == []
    lasting.clear()
    assert lasting.often("one", [1]) == []
