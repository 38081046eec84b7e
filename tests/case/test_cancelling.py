from __future__ import annotations

import pytest

from timeline_app.case.cancelling import Cancelled, never, stop_if


def test_work_goes_on_until_it_is_cancelled() -> None:
    stop_if(never)
    with pytest.raises(Cancelled):
        stop_if(lambda: True)


def test_a_cancellation_is_not_an_error_that_somebody_may_handle() -> None:
    assert not issubclass(Cancelled, OSError | ValueError | RuntimeError)
