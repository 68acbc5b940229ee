"""A limit of time for work that may never end by itself, such as a text made to be slow."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kg.errors import InputError

AGAIN = 1.0  # seconds until the alarm rings again, where the first was swallowed


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise InputError in the block once it takes longer than `seconds`; what C code is at is finished first.

    Holds in a process's main thread, where alarms ring, on systems that have them; elsewhere the block runs unwatched.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise InputError(f"it takes longer than {seconds:g} s: split it or raise the limit (--limit article_seconds=…)")

    started, handler = time.monotonic(), signal.signal(signal.SIGALRM, ring)
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:  # somebody else's alarm, which rings when it would have
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - started), 0.001), interval)
