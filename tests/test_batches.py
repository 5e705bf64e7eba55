"""Much content goes through in batches: an office at a time, with the same findings as all at once."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.communes import invented, write_communes
from tests.support.content import DECISION, PLAN, project
from tests.support.copies import copy_project
from tests.test_bad_and_good import BAD
from vanban.findings import in_order
from vanban.model.document import BoVanBan, VanBan
from vanban.pipeline import outputs
from vanban.pipeline.checking import check, check_in_batches, findings_of
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
from vanban.pipeline.tidying import tidy
from vanban.readers.issued_numbers import issued_numbers
from vanban.readers.source import Source

ALONE = DECISION.replace("kem_theo:\n  - kh\n", "").replace("Ban hành kèm theo Quyết định này [[kh]]", "Phê duyệt kế hoạch")


def put(made: Project, office: str, **documents: str) -> None:
    """The documents of one office."""
    folder = made.content / office / "2025"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")


def offices(made: Project) -> list[list[str]]:
    """The folders of the documents of each batch."""
    return [[checked.content.file_of(bo.van_ban).split("/")[1] for bo in checked.sets]
            for checked in check_in_batches(made)]


@pytest.fixture
def alive() -> Iterator[Callable[[type], int]]:
    """How many objects of a kind there are that were not there before the test."""
    gc.collect()
    gc.freeze()

    def count(kind: type) -> int:
        gc.collect()
        return sum(isinstance(each, kind) for each in gc.get_objects())

    yield count
    gc.unfreeze()


@pytest.mark.parametrize("kind", [BoVanBan, VanBan, Source])
def it_lets_each_office_go_before_it_reads_the_next(
    tmp_path: Path, kind: type, alive: Callable[[type], int]
) -> None:
    made = write_communes(tmp_path, invented(30))
    counts = [alive(kind) for checked in check_in_batches(made) if checked.sound]
    assert len(counts) == 30
    assert max(counts[2:]) <= max(counts[:2])


def it_holds_no_set_while_it_writes_those_of_other_offices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alive: Callable[[type], int]
) -> None:
    made = write_communes(tmp_path, invented(60))
    counts = list[int]()
    write: Callable[[Path, bytes], None] = outputs.write_whole

    def counted(target: Path, data: bytes) -> None:
        counts.append(alive(BoVanBan))
        write(target, data)

    monkeypatch.setattr(outputs, "write_whole", counted)
    result = report(made, [], ["docx"], tmp_path / "out")
    assert (result.findings, len(result.written), len(counts)) == ((), 60, 60)
    assert max(counts) <= 6  # of an office: as it was read, as it is resolved, what a writer makes of it
    assert alive(BoVanBan) == 0


def it_compiles_the_registers_once(tmp_path: Path) -> None:
    assert len({id(checked.content.registers) for checked in check_in_batches(write_communes(tmp_path, invented(5)))}) == 1


def it_finds_in_batches_what_it_finds_at_once(tmp_path: Path) -> None:
    made = copy_project(tmp_path)
    for path in (path for path in BAD if path.is_file()):
        put(made, path.stem, **{path.stem: path.read_text("utf-8")})
    together = check(made)
    parts = list(check_in_batches(made))
    assert len(parts) > 30
    assert in_order(found for part in parts for found in part.findings) == together.findings
    assert findings_of(made).findings == together.findings
    ids = Counter(bo.van_ban.ma for part in parts for bo in part.sound)
    assert ids == Counter(bo.van_ban.ma for bo in together.sound)


def it_sees_a_number_that_offices_have_given_twice_and_writes_neither(tmp_path: Path) -> None:
    made = project(tmp_path)
    put(made, "a", qd=ALONE)
    put(made, "b", qd=ALONE.replace("2228", "2229"))
    put(made, "c", qd=ALONE.replace("ma: qd", "ma: qd_c"))
    assert offices(made) == [["a", "c"], ["b"]]
    result = report(made, [], ["docx"], tmp_path / "out")
    assert [(found.file, found.code) for found in result.findings] == [
        ("content/a/2025/qd.yaml", "R111"), ("content/c/2025/qd.yaml", "R111")
    ]
    assert [path.parent.parent.name for path in result.written if path.suffix == ".docx"] == ["b"]


@pytest.mark.parametrize("typed", [
    "so_van_ban: 2228", "so_van_ban: '2228'", "so_van_ban:\n  2228", '"so_van_ban": 2228', "so_van_ban : 2228",
])
def it_sees_a_number_however_it_is_typed(tmp_path: Path, typed: str) -> None:
    made = project(tmp_path)
    put(made, "a", qd=ALONE)
    put(made, "b", qd=ALONE.replace('so_van_ban: "2228"', typed))
    assert [found.code for found in findings_of(made).findings] == ["R111", "R111"]


def it_reads_a_document_that_stands_among_the_registers_once(tmp_path: Path) -> None:
    made = project(tmp_path)
    put(made, "a", qd=ALONE)
    put(made, "b", qd=ALONE.replace("2228", "2229"))
    (made.content / "dung_chung" / "qd.yaml").write_text(ALONE.replace("2228", "2230"), "utf-8")
    assert offices(made) == [["dung_chung", "a"], ["b"]]


def it_checks_the_frames_of_an_office_without_documents(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    (made.content / "khac" / "mau").mkdir(parents=True)
    (made.content / "khac" / "mau" / "co_ten_loai.doc").write_bytes(b"")
    assert [(found.file, found.code) for found in findings_of(made).findings] == [
        ("content/khac/mau/co_ten_loai.doc", "F201")
    ]


def it_tidies_every_file_once(tmp_path: Path) -> None:
    made = project(tmp_path)
    for office in ("a", "b"):
        put(made, office, tb=ALONE.replace("Ban hành Kế hoạch", "Ban hành  Kế hoạch").replace(
            'so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "ngay_du_kien: 15/7/2025\n"))
    register = made.content / "dung_chung" / "chi_tieu.yaml"
    register.write_text(register.read_text("utf-8").replace("ten_goi: Tỷ lệ", "ten_goi: Tỷ  lệ", 1), "utf-8")
    changed = [path.relative_to(made.content).as_posix() for path in tidy(made)]
    assert changed == ["dung_chung/chi_tieu.yaml", "a/2025/tb.yaml", "b/2025/tb.yaml"]
    assert tidy(made) == []


def it_takes_no_square_of_what_stands_in_a_file() -> None:
    many = "".join(f"so_van_ban: {number}\nco_quan: b{number}\n" for number in range(20_000)).encode()
    assert len(issued_numbers(many)) == 10_000
    assert issued_numbers(b"co_quan: a\n" * 9 + b"so_van_ban: 5") == {(b"a", b"5")}
