"""The registers that all offices share: compiled once, looked up by id."""

from collections.abc import Iterator
from pathlib import Path

from tests.support.content import DECISION, PLAN, ROOT, project
from vanban.model.registers import CoQuan, Registers
from vanban.pipeline.checking import check
from vanban.pipeline.own_frames import NoLooks
from vanban.pipeline.project import Project
from vanban.pipeline.resolving import resolve
from vanban.readers.content import read_content
from vanban.readers.library import open_library


def it_compiles_registers_once_for_what_is_in_their_files(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    first = check(made).content
    assert check(made).content.registers is first.registers
    file = made.content / "dung_chung" / "co_quan.yaml"
    file.write_text(file.read_text("utf-8").replace("Nguyễn Văn A", "Phạm Văn B"), "utf-8")
    second = check(made).content
    assert second.registers is not first.registers
    assert check(made).content.registers is second.registers


def it_tells_the_faults_of_registers_every_time(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    (made.content / "dung_chung" / "them.yaml").write_text("loai_du_lieu: can_cu\ncan_cu:\n  - ma: x\n  - ma: x\n", "utf-8")
    first, second = check(made), check(made)
    assert first.findings == second.findings
    assert {"S202", "S309"} <= {found.code for found in second.findings}


def it_finds_the_places_of_registers_below_those_of_each_reading(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    for content in (check(made).content, check(made).content):
        origin = content.registers.co_quan["ubnd_nghe_an"].origin
        assert content.places.file(origin) == "content/dung_chung/co_quan.yaml"
        assert content.places[origin].line > 1


class _LookedUp(dict[str, CoQuan]):
    """A register that nobody goes through."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("somebody goes through all bodies")

    values = items = keys = __iter__  # type: ignore[assignment]


def it_looks_bodies_up_and_never_goes_through_all_for_a_set() -> None:
    made = Project(ROOT)
    content = read_content(open_library(made.content, made.schemas, [made.content / "nghe_an" / "2025"]))
    known = content.registers
    content.registers = Registers({**known.lists, "co_quan": _LookedUp(known.co_quan)})
    for bo in content.sets:
        assert resolve(content, bo, NoLooks())[2] == []
