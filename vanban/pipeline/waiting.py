"""Words for whoever waits: what takes long is named while it lasts, for nobody knows else whether anything goes on."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

Say = Callable[[str], None]
# Seconds until it is said first; each further time it is said after twice as many.
_PATIENCE = 15.0
_WAY_ON = "Lâu quá thì máy tự dừng, nêu tên tệp rồi làm tiếp; muốn dừng ngay thì gõ Ctrl+C."


def unsaid(_: str) -> None:
    """Says nothing."""


@contextmanager
def said_while_it_lasts(words: str, say: Say, patience: float = _PATIENCE) -> Iterator[None]:
    """Says `words`, what is waited for, and how long, while the block lasts longer than `patience`."""
    is_done, begun = Event(), time.monotonic()

    def watch() -> None:
        pause = patience
        while not is_done.wait(pause):
            say(f"{words}: đã {time.monotonic() - begun:.0f} giây. {_WAY_ON}")
            pause *= 2

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        is_done.set()
        watcher.join()
