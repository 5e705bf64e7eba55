"""60 runs of `report` that are killed at any moment: nothing torn, nothing left, never a new DOCX beside an old PDF.

Each run builds one of two states of the same documents, so that every file that is found can be told: of which state it is,
or torn. LibreOffice makes the PDFs once; then a stand-in puts those in place, slowly and piece by piece. Some runs are
killed with LibreOffice itself.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from vanban.locks import LOCK
from vanban.writers.to_pdf import find_converter, is_ready

ROOT = Path(__file__).parents[2]
SEED, IN_ALL, WITH_REAL = 20251129, 60, 12
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
DOCUMENTS = ("so_noi_vu_nghe_an/2025/giay_moi_hop", "so_noi_vu_nghe_an/2025/cong_van_don_doc", "nghe_an/2025/quyet_dinh_kien_toan")
# What a state says that the other does not: in running text.
STATES = ("", "Cải cách thể chế. ")
_STAND_IN = """\
#!{python}
import hashlib, pathlib, shutil, subprocess, sys, time
store = pathlib.Path({store!r})
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
inputs = [pathlib.Path(each) for each in sys.argv if each.endswith(".docx")]
kept = {{each: store / hashlib.sha256(each.read_bytes()).hexdigest() for each in inputs}}
if not all(each.exists() for each in kept.values()):
    subprocess.run([{real!r}, *sys.argv[1:]], check=True)
    for each, place in kept.items():
        shutil.copyfile(out / f"{{each.stem}}.pdf", place)
else:
    for each, place in kept.items():
        data = place.read_bytes()
        with (out / f"{{each.stem}}.pdf").open("wb") as file:
            for at in range(0, len(data), len(data) // 3 + 1):
                file.write(data[at:at + len(data) // 3 + 1])
                file.flush()
                time.sleep(0.03)
"""

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal"),
    pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine"),
]


@dataclass
class Checkout:
    """A copy of the project with a few documents, and what a whole run makes of each state of them.

    made   by the name of a file in outputs/, its bytes in each state
    whole  how many seconds a run takes
    """

    root: Path
    soffice: Path
    made: list[Mapping[str, bytes]] = field(default_factory=list)
    whole: float = 0.0

    @property
    def outputs(self) -> Path:
        return self.root / "outputs"

    @property
    def temporary(self) -> Path:
        return self.root / "tam"

    def put(self, state: int) -> None:
        """Writes the documents as that state has them."""
        for name in DOCUMENTS:
            text = (ROOT / "content" / f"{name}.yaml").read_text("utf-8")
            path = self.root / "content" / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("mo_dau: |\n  ", f"mo_dau: |\n  {STATES[state]}").replace(
                "noi_dung: |\n      ", f"noi_dung: |\n      {STATES[state]}", 1), "utf-8")

    def start(self, soffice: Path) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "VANBAN_SOFFICE": str(soffice), "TMPDIR": str(self.temporary)}
        return subprocess.Popen([sys.executable, "build.py", "report"], cwd=self.root, env=environment, start_new_session=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def run(self) -> str:
        """A run that is left alone; what it said."""
        said, _ = (process := self.start(self.soffice)).communicate(timeout=300)
        assert process.returncode == 0, said.decode()
        return said.decode()

    def files(self) -> dict[str, bytes]:
        """What stands in outputs/, without the list of it."""
        return {path.relative_to(self.outputs).as_posix(): path.read_bytes() for path in sorted(self.outputs.rglob("*"))
                if path.is_file() and path.name != "da_tao.jsonl"}

    def rooms(self) -> set[str]:
        """What stands in the folder for temporary files."""
        return {path.name for path in self.temporary.iterdir()}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    folder = tmp_path_factory.mktemp("killed")
    for name in ("vanban", "schemas", "templates", "content/dung_chung"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    (folder / ".venv").symlink_to(Path(sys.prefix).resolve())
    (folder / "kho").mkdir()
    (folder / "tam").mkdir()
    soffice = folder / "soffice"
    soffice.write_text(_STAND_IN.format(python=sys.executable, store=str(folder / "kho"), real=str(find_converter())), "utf-8")
    soffice.chmod(0o755)
    made = Checkout(folder, soffice)
    for state in range(len(STATES)):
        made.put(state)
        made.run()
        made.made.append(made.files())
    assert all(len({state[name] for state in made.made}) == 2 for name in made.made[0] if not name.endswith(".json"))
    begun = time.monotonic()
    made.put(0)
    made.run()
    made.whole = time.monotonic() - begun
    return made


def kill(process: subprocess.Popen[bytes], after: float, how: signal.Signals) -> None:
    time.sleep(after)
    process.send_signal(how)
    process.communicate(timeout=60)


def faults(checkout: Checkout, how: signal.Signals, before: Set[str]) -> Iterator[str]:
    """What is wrong with what a run has left that was killed so. A run that is killed outright leaves its lock and the
    file it writes, and one that is told to stop soon after begins leaves what it found (`before`): the next whole run
    takes them away, which settle() asks."""
    files = checkout.files()
    for name, data in files.items():
        if name.endswith(".tmp") or name.rpartition("/")[2] == LOCK:
            if how != signal.SIGKILL and name not in before:
                yield f"left: {name}"
        elif name not in checkout.made[0]:
            yield f"foreign: {name}"
        elif data not in [state[name] for state in checkout.made]:
            yield f"torn: {name}"
    for name in (f"{document}.docx" for document in DOCUMENTS):
        for state in checkout.made:
            for form in (".pdf", ".json"):
                beside = name.replace(".docx", form)
                if files.get(name) == state[name] and beside in files and files[beside] != state[beside]:
                    yield f"of another state than its DOCX: {beside}"
    if how != signal.SIGKILL and (left := checkout.rooms() - before):
        yield f"left in the temporary folder: {left}"


def settle(checkout: Checkout, state: int) -> Iterator[str]:
    """What is wrong after a run that is left alone."""
    said = checkout.run()
    if "sua_tay" in said:
        yield f"taken for a person's: {said}"
    if checkout.files() != checkout.made[state]:
        yield f"not what the state is: {sorted(checkout.files())}"
    if left := checkout.rooms():
        yield f"left in the temporary folder: {left}"
    if ours := _still_running(checkout):
        yield f"still running: {ours}"


def _still_running(checkout: Checkout) -> list[str]:
    """The converters that a run has started and left; only Linux tells of them."""
    said = {path.parent.name: path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if os.access(path, os.R_OK)}
    return [pid for pid, words in said.items() if str(checkout.temporary).encode() in words]


def one_kill(checkout: Checkout, number: int) -> Iterator[str]:
    chance = random.Random(SEED + number)
    state, how = number % 2, chance.choice(SIGNALS)
    is_real = number % (IN_ALL // WITH_REAL) == IN_ALL // WITH_REAL - 1
    soffice = find_converter() if is_real else checkout.soffice
    assert soffice
    checkout.put(state)
    after = chance.uniform(0.05, checkout.whole * (3 if is_real else 1.1))
    before = {*checkout.files(), *checkout.rooms()}
    kill(checkout.start(soffice), after, how)
    found = [*faults(checkout, how, before), *(settle(checkout, state) if chance.random() < 0.3 else ())]
    yield from (f"kill {number} ({how.name} after {after:.2f} s): {each}" for each in found)


@pytest.mark.parametrize("numbers", [
    pytest.param(range(start, start + 6), id=str(start), marks=pytest.mark.soak if start else ())
    for start in range(0, IN_ALL, 6)
])
def it_leaves_nothing_torn_and_nothing_old_when_it_is_killed(checkout: Checkout, numbers: range) -> None:
    found = [each for number in numbers for each in one_kill(checkout, number)]
    checkout.put(0)
    found += settle(checkout, 0)
    assert not found, "\n".join(found)
