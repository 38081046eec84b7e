"""Things worked out once for an owner, and forgotten with it.

A layout needs sorted columns of a case, which are the same from frame to frame. They are kept
here by the identity of the solved case, weakly, so that closing a case frees them. A kept thing
must not hold its owner, or neither would ever go.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Generic, TypeVar
from weakref import ref

Owner = TypeVar("Owner")
Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(Generic[Owner, Key, Value]):
    """Calls `work_out(owner, key)` once, and then gives what it gave, for the latest few keys of
    each living keeper; that is the owner itself unless something else is named."""

    def __init__(
        self,
        work_out: Callable[[Owner, Key], Value],
        most: int = 2,
        keeper: Callable[[Owner], object] | None = None,
    ) -> None:
        """`most` is how many keys are kept for one keeper; `keeper` finds that of an owner."""
        self._work_out = work_out
        self._most = most
        self._keeper = keeper
        self._found: dict[int, tuple[ref[object], dict[Key, Value]]] = {}
        self._lock = RLock()

    def __len__(self) -> int:
        """How many keepers something is kept for."""
        return len(self._found)

    def of(self, owner: Owner, key: Key) -> Value:
        """The thing for this owner and key."""
        keeper = owner if self._keeper is None else self._keeper(owner)
        with self._lock:
            values = self._values(keeper)
            if key in values:
                return values[key]
        # Outside the lock: two threads may both work out the same, and neither waits.
        value = self._work_out(owner, key)
        with self._lock:
            while len(values) >= self._most:
                values.pop(next(iter(values)))
            values[key] = value
        return value

    def _values(self, keeper: object) -> dict[Key, Value]:
        place = id(keeper)
        entry = self._found.get(place)
        if entry is not None and entry[0]() is keeper:
            return entry[1]
        values: dict[Key, Value] = {}
        self._found[place] = (ref(keeper, lambda gone: self._forget(place, gone)), values)
        return values

    def _forget(self, place: int, gone: ref[object]) -> None:
        with self._lock:
            entry = self._found.get(place)
            if entry is not None and entry[0] is gone:
                del self._found[place]
