"""Records that were damaged or forged: the words as issued, or a finding and nothing written, and never a traceback.

Half of the records are damaged: bytes change, or values of the JSON, and the fingerprint of the record stays. The other
half are forged: they are sealed anew behind the change. There the fingerprint cannot help; words that were changed
so are told, for they are not those that today's engine prints.
"""

import contextlib
import json
import random
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.support.content import project
from tests.test_kept_words import DAY, DRAFT, FULL, file_of, keep_as_before_words, record_of, rename_everything
from vanban.errors import FrameError
from vanban.model.frozen import SEAL, seal
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx

SEED, IN_ALL, AT_A_TIME = 20250715, 600, 30
_ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 10**12, 10**400, 0.5, float("nan"), "", "x", "VB_Khong", "\x00", "\ud800", "2025-02-30",
    [], {}, [[]], [None], {"ma": "x"}, {"ma": None}, "Sửa",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with an issued set, of which the registers now say something else."""
    made = issued_in(tmp_path_factory.mktemp("kept"))
    rename_everything(made)
    return made


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The same with the registers of that day."""
    return issued_in(tmp_path_factory.mktemp("kept"))


def issued_in(folder: Path) -> Project:
    made = project(folder, qd=DRAFT, kh=FULL)
    assert not issue(made, file_of(made), "2228", DAY).has_errors
    return made


def mutated_bytes(raw: bytes, chance: random.Random) -> bytes:
    """Some bytes are lost, doubled, changed or swapped; or the end is."""
    start = chance.randrange(len(raw))
    end = min(len(raw), start + chance.choice((1, 1, 2, 10, 1000)))
    piece = raw[start:end]
    return raw[:start] + chance.choice((
        b"", piece * 2, piece[::-1], bytes(chance.randrange(256) for _ in piece), b"<<<<<<< HEAD\n" + piece, b"null",
    )) + raw[end:] if chance.random() < 0.9 else raw[:start]


def mutated_values(data: Any, chance: random.Random) -> Any:
    """One value, somewhere, is another one, is gone, stands twice or under another key."""
    nodes = list(_containers(data))
    node = chance.choice(nodes)
    if isinstance(node, dict):
        key = chance.choice(sorted(node))
        match chance.randrange(4):
            case 0:
                del node[key]
            case 1:
                node[chance.choice(("ma", "tep", "khac", "so_cot"))] = node.pop(key)
            case _:
                node[key] = chance.choice(_ODD)
    else:
        place = chance.randrange(len(node))
        match chance.randrange(4):
            case 0:
                del node[place]
            case 1:
                node.insert(place, node[place])
            case _:
                node[place] = chance.choice(_ODD)
    return data


def _containers(data: Any) -> Iterator[Any]:
    """Every list and mapping that holds something."""
    if isinstance(data, dict | list) and data:
        yield data
        for held in data.values() if isinstance(data, dict) else data:
            yield from _containers(held)


def sealed(data: Any) -> bytes:
    if isinstance(data, dict) and SEAL in data:
        with contextlib.suppress(UnicodeEncodeError):  # letters of no file: who forges has the same trouble
            data[SEAL] = seal(data)
    return json.dumps(data).encode()


def outcome(home: Project, raw: bytes) -> tuple[str, bool]:
    """The words that are printed beside a record ("" for none), and whether anything is told."""
    record_of(home).write_bytes(raw)
    checked = check(home)
    assert not checked.failures
    if not checked.sound:
        assert checked.has_errors
        return "", True
    try:
        return words_of(docx(home, checked, checked.sound[0])), bool(checked.findings)
    except FrameError:  # the frames are not those that the record says: named, and nothing is written
        return "", True


def words_of(package: bytes) -> str:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        parts = [etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    return "".join(text for part in parts for text in part.itertext())


SOME = [pytest.param(0, id="some")]
ALL = [pytest.param(number, marks=pytest.mark.soak) for number in range(1, IN_ALL // AT_A_TIME // 2)]


@pytest.mark.parametrize("part", SOME + ALL)
def it_prints_the_words_as_issued_or_nothing_beside_a_damaged_record(home: Project, part: int) -> None:
    chance, kept = random.Random(SEED + part), record_of(home).read_bytes()
    issued, _ = outcome(home, kept)
    for _ in range(AT_A_TIME):
        raw = mutated_bytes(kept, chance) if chance.random() < 0.5 else _damaged(kept, chance)
        words, told = outcome(home, raw)
        assert words in ("", issued)
        assert told or words
    record_of(home).write_bytes(kept)


def _damaged(kept: bytes, chance: random.Random) -> bytes:
    return json.dumps(mutated_values(json.loads(kept), chance)).encode()


@pytest.mark.parametrize("part", SOME + ALL)
def it_prints_no_other_words_in_silence_beside_a_forged_record(unchanged: Project, part: int) -> None:
    chance, kept = random.Random(SEED - 1 - part), record_of(unchanged).read_bytes()
    issued, told = outcome(unchanged, kept)
    assert not told
    for _ in range(AT_A_TIME):
        words, told = outcome(unchanged, sealed(mutated_values(json.loads(kept), chance)))
        assert words == issued or told
    record_of(unchanged).write_bytes(kept)


@pytest.mark.parametrize("part", SOME + ALL[:3])
def it_prints_nothing_in_silence_beside_a_record_of_before(home: Project, part: int) -> None:
    chance, kept = random.Random(SEED + part), record_of(home).read_bytes()
    keep_as_before_words(home)
    old = {key: value for key, value in json.loads(record_of(home).read_bytes()).items() if key != SEAL}
    for _ in range(AT_A_TIME):
        _, told = outcome(home, _damaged(json.dumps(old).encode(), chance))
        assert told
    record_of(home).write_bytes(kept)
