"""A page in headless Chromium, driven over a pipe by the browser's own protocol; nothing of the network takes part.

Chromium is looked for as Debian and Chrome's installers call it; where the machine is ours to install on, it is
installed. Who needs it elsewhere skips, with the reason in `NoBrowser`.
"""

import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from types import TracebackType
from typing import Any, Self

from vanban import bootstrap

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No first start, no calls home; a container has no sandbox for a browser, and little shared memory.
_OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--remote-debugging-pipe")
# The browser reads what it is asked from descriptor 3 and answers on 4.
_AT_3_AND_4 = "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
_PATIENCE = 300.0  # seconds that one browser may live; a silent one must not hold up the tests


class NoBrowser(Exception):
    """There is no Chromium here; says what would bring it."""


def installed() -> str:
    """The program. Raises NoBrowser."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        fault = bootstrap.ensure_browser()
        found = shutil.which(_NAMES[0])
        if found is None:
            raise NoBrowser(fault or "chưa có Chromium")
    return found


class Browser:
    """One browser with one page. What the script of the page has thrown is in `errors`."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._rooms = ExitStack()
        self._asked, self._session, self._left = 0, "", b""
        self._loaded: set[str] = set()
        self.errors: list[str] = []

    def __enter__(self) -> Self:
        with self._rooms:
            self._start()
            target = self._ask("Target.createTarget", url="about:blank")["targetId"]
            self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ("Page", "Runtime", "Log"):
                self._ask(f"{domain}.enable")
            self._ask("Page.setLifecycleEventsEnabled", enabled=True)
            self._rooms = self._rooms.pop_all()
        return self

    def _start(self) -> None:
        home = self._rooms.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))
        (theirs, self._to), (self._from, answers) = os.pipe(), os.pipe()
        command = [sys.executable, "-c", _AT_3_AND_4, str(theirs), str(answers), self._program, *_OPTIONS,
                   f"--user-data-dir={home}"]
        process = subprocess.Popen(command, pass_fds=(theirs, answers), stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        watch = Timer(_PATIENCE, process.kill)
        watch.start()
        for end in (theirs, answers):
            os.close(end)
        # The last one in is the first one out: what the browser reads is closed, then it ends.
        for leave in (partial(os.close, self._from), watch.cancel, process.wait, partial(os.close, self._to)):
            self._rooms.callback(leave)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rooms.close()

    def open(self, page: Path, width: int = 1280, height: int = 900, dark: bool = False) -> None:
        """Shows a file in a window of `width` by `height` pixels; returns when it is drawn."""
        self.errors.clear()
        self.look(width, height, dark)
        loading = self._ask("Page.navigate", url=page.as_uri())["loaderId"]
        while loading not in self._loaded:
            self._read()

    def look(self, width: int, height: int = 900, dark: bool = False, media: str = "") -> None:
        """The size of the window, and how the system of the reader looks; media: "print" for paper."""
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._ask("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def ask(self, expression: str) -> Any:
        """What an expression of JavaScript says in the page."""
        said = self._ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in said:
            raise AssertionError(said["exceptionDetails"]["exception"].get("description", said))
        return said["result"].get("value")

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            self._ask("Input.dispatchKeyEvent", type=kind, key=key, text=key if kind == "keyDown" else "")
        self.settle()

    def click(self, selector: str) -> None:
        """Clicks with the pointer in the middle of the first element that a selector finds."""
        x, y = self.ask(f"""(() => {{ const found = document.querySelector({json.dumps(selector)});
            found.scrollIntoView({{block: "center"}}); const box = found.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]; }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.settle()

    def settle(self) -> None:
        """Returns when the page has drawn what was just done to it."""
        self.ask("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")

    def picture(self, whole: bool = False) -> bytes:
        """What is seen, or the whole page, as PNG."""
        return b64decode(self._ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"])

    def printed(self) -> bytes:
        """The page as it comes out of the printer, as PDF."""
        return b64decode(self._ask("Page.printToPDF", printBackground=True, paperWidth=8.27, paperHeight=11.69)["data"])

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._asked += 1
        message = {"id": self._asked, "method": method, "params": parameters}
        message |= {"sessionId": self._session} if self._session else {}
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._asked:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return dict(answer["result"])

    def _read(self) -> dict[str, Any]:
        """The next message; what the page tells by itself is kept."""
        while b"\0" not in self._left:
            data = os.read(self._from, 1 << 20)
            if not data:
                raise AssertionError("the browser has ended")
            self._left += data
        first, self._left = self._left.split(b"\0", 1)
        message: dict[str, Any] = json.loads(first)
        match message.get("method"):
            case "Page.lifecycleEvent" if message["params"]["name"] == "load":
                self._loaded.add(message["params"]["loaderId"])
            case "Runtime.exceptionThrown":
                self.errors.append(message["params"]["exceptionDetails"]["exception"].get("description", str(message)))
            case "Log.entryAdded" if message["params"]["entry"]["level"] == "error":
                self.errors.append(message["params"]["entry"]["text"])
        return message
