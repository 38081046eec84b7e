"""What is made, or why it is not."""

from __future__ import annotations

from timeline_app.cli.making import Made, NotMadeError


def test_a_fault_may_leave_files() -> None:
    assert NotMadeError("No room.").written == ()
    fault = NotMadeError("The disk is full.", ("a-1.png",))
    assert (str(fault), fault.written) == ("The disk is full.", ("a-1.png",))


def test_contents_are_made_when_they_are_asked_for() -> None:
    asked: list[int] = []

    def contents(number: int) -> bytes:
        asked.append(number)
        return bytes([number])

    made = Made(2, 2, map(contents, (1, 2)))
    assert asked == []
    assert next(made.contents) == b"\1"
    assert asked == [1]
