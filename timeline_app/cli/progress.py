"""How far a long command has come, on one line that goes away again. Only a terminal sees it."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Self

from timeline_app.cli.terminal import is_terminal
from timeline_app.cli.wrapping import cells, lines_of

NARROWEST = 20


class Progress:
    """The line "3 of 9 · case.json" on standard error; a context that takes it away at its end.

    It is shown for two steps or more. What is told meanwhile begins with `clear`.
    """

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._shown = 0  # cells of the line that stands there

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def show(self, step: int, name: str) -> None:
        """Say that a step has begun, counted from 1."""
        if self._steps < 2 or not is_terminal(sys.stderr):
            return
        self.clear()
        room = max(shutil.get_terminal_size().columns - 1, NARROWEST)
        line = lines_of(f"{step:,} of {self._steps:,} · {name}", room)[0]
        self._write(line)
        self._shown = cells(line)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write(f"\r{' ' * self._shown}\r")
            self._shown = 0

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
