"""The YAML language server that VS Code runs, driven over stdio: open a text, ask what it says of it.

The server is the npm package that `tests/editor/package-lock.json` pins; it is installed beside that file, once.
"""

import json
import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from threading import Timer
from typing import Any, Self

EDITOR = Path(__file__).parents[1] / "editor"
_PATIENCE = 120.0  # seconds that one server may live; a silent one must not hold up the tests
_PROGRAM = Path("node_modules", "yaml-language-server", "bin", "yaml-language-server")


class NoServer(Exception):
    """This machine cannot run the server; the text says what is missing."""


def installed() -> Path:
    """The program of the server. Raises NoServer where node, npm or the package cannot be had."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        raise NoServer("no node and npm on this machine")
    if not (EDITOR / _PROGRAM).exists():
        _install(npm)
    return EDITOR / _PROGRAM


def _install(npm: str) -> None:
    """Puts the package in place whole, for two workers may come at once."""
    with tempfile.TemporaryDirectory(dir=EDITOR, prefix=".npm_") as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(EDITOR / name, folder)
        done = subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, encoding="utf-8",
                              timeout=180)
        if done.returncode:
            raise NoServer(f"npm could not install yaml-language-server: {done.stderr.strip().splitlines()[-1:]}")
        try:
            Path(folder, "node_modules").rename(EDITOR / "node_modules")
        except OSError:
            if not (EDITOR / _PROGRAM).exists():
                raise


class LanguageServer:
    """One process, with the settings of a workspace. Lines and characters count from 0, as the protocol has them."""

    def __init__(self, program: Path, workspace: Path, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._ids = count(1)
        self._texts: dict[str, str] = {}
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._watch = Timer(_PATIENCE, self._process.kill)
        self._watch.start()
        self._ask("initialize", {
            "processId": os.getpid(), "rootUri": workspace.as_uri(),
            "workspaceFolders": [{"uri": workspace.as_uri(), "name": "vanban"}],
            "capabilities": {
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {"hover": {"contentFormat": ["markdown"]},
                                 "completion": {"completionItem": {"snippetSupport": True}}},
            },
        })
        self._tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._watch.cancel()
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._process.communicate(timeout=10)

    def open(self, file: Path, text: str) -> str:
        """Shows `text` as `file`, in place of what it showed before; the address of the file."""
        uri, version = file.as_uri(), next(self._ids)
        if uri not in self._texts:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        elif self._texts[uri] != text:
            self._wait(uri)  # what it says of the old text must not be taken for the new one's
            del self._diagnostics[uri]
            document = {"uri": uri, "version": version}
            self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        self._texts[uri] = text
        return uri

    def diagnostics(self, file: Path, text: str) -> list[dict[str, Any]]:
        """What the server marks in `text`, opened as `file`."""
        return self._wait(self.open(file, text))

    def hover(self, file: Path, text: str, line: int, character: int) -> str:
        """What is shown beside the pointer."""
        shown = self._ask("textDocument/hover", self._at(self.open(file, text), line, character))
        return str(shown["contents"]["value"]) if shown else ""

    def completions(self, file: Path, text: str, line: int, character: int) -> dict[str, str]:
        """What is offered at the cursor: label → explanation."""
        offered = self._ask("textDocument/completion", self._at(self.open(file, text), line, character))
        return {item["label"]: _plain(item.get("documentation", "")) for item in offered["items"]}

    def _wait(self, uri: str) -> list[dict[str, Any]]:
        while uri not in self._diagnostics:
            self._take(self._read())
        return self._diagnostics[uri]

    def _at(self, uri: str, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}

    def _ask(self, method: str, params: Any) -> Any:
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                return message.get("result")
            self._take(message)

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Keeps what the server sends by itself; answers what it asks."""
        method, params = message.get("method"), message.get("params")
        if method == "textDocument/publishDiagnostics":
            self._diagnostics[params["uri"]] = params["diagnostics"]
        elif "id" in message and method:
            answer = None
            if method == "workspace/configuration":
                answer = [self._settings.get(item.get("section"), {}) for item in params["items"]]
            self._send({"id": message["id"], "result": answer})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        if not length:
            raise NoServer("the language server has ended")
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _plain(documentation: Any) -> str:
    return str(documentation["value"] if isinstance(documentation, dict) else documentation)
