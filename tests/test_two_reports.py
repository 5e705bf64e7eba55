"""Two reports of the same documents at once: never a PDF beside the DOCX of the other run, and neither run takes the
files of the other for those of a person."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, ROOT, project
from tests.test_outputs import names, word_file
from vanban.errors import system_words
from vanban.files import write_whole
from vanban.manifest import fingerprint
from vanban.pipeline.forms import Job, Made, pdf
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report


@pytest.fixture
def home(tmp_path: Path) -> Project:
    return project(tmp_path, qd=DECISION, kh=PLAN)


def place(home: Project) -> Path:
    return home.outputs / "nghe_an" / "2025"


def mark(docx: bytes) -> bytes:
    return b"%PDF " + fingerprint(docx).encode()


def changed(home: Project) -> None:
    (home.content / "nghe_an" / "2025" / "kh.yaml").write_text(PLAN.replace("phân công", "kế hoạch"), "utf-8")


@pytest.mark.parametrize("is_made", [True, False])
def it_puts_no_pdf_beside_the_docx_of_another_run(
    is_made: bool, home: Project, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The other run ends between the making of the PDF and its putting."""
    inside: list[Project] = []

    def make(jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
        for job in jobs:
            data = mark(job.docx.read_bytes())
            if not inside:
                inside.append(other := Project(home.root, looks=home.looks))
                changed(home)
                report(other, [], ["docx", "pdf"])
                yield job, Made(data) if is_made else Made(failure="Không xuất được.")
            else:
                yield job, Made(data)

    monkeypatch.setattr(pdf, "make", make)
    first = report(home, [], ["docx", "pdf"])
    assert first.failures == (["Chưa ghi outputs/nghe_an/2025/qd.pdf: qd.docx vừa được tạo lại hoặc sửa ở nơi khác trong lúc xuất "
                               "tệp này. Chạy lại lệnh."] if is_made else ["Không xuất được."])
    assert (place(home) / "qd.pdf").read_bytes() == mark((place(home) / "qd.docx").read_bytes())
    assert names(place(home)) == ["qd.docx", "qd.json", "qd.pdf"]
    assert [each for each in first.warnings if "sửa" in each] == []


def it_takes_nothing_of_another_run_for_a_persons(home: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any number of them, each with other words, as they come."""
    monkeypatch.setattr(pdf, "make", lambda jobs: [(job, Made(mark(job.docx.read_bytes()))) for job in jobs])
    runs, told = list(range(4)), list[str]()
    ready = threading.Barrier(len(runs))

    def run(number: int) -> None:
        with Outputs(home.outputs) as outputs:
            ready.wait()
            for count in range(6):
                for form, data in (("docx", word_file(f"Bản {number} {count}")), ("json", b"%d %d" % (number, count))):
                    outputs.put(home.outputs / f"a.{form}", data, "a.yaml")
        told.extend(each for each in outputs.told if "giữ" in each)

    threads = [threading.Thread(target=run, args=(number,)) for number in runs]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (told, names(home.outputs)) == ([], ["a.docx", "a.json"])


def it_says_that_it_knows_nothing_where_its_list_is_gone(tmp_path: Path) -> None:
    for words in ("Một", "Hai"):
        with Outputs(tmp_path) as outputs:
            outputs.put(tmp_path / "a.docx", word_file(words), "a.yaml")
        (tmp_path / "da_tao.jsonl").unlink()
    (told,) = outputs.told
    assert told.endswith("/a.docx không còn dấu của lần tạo trước nên máy không biết tệp đã được sửa hay chưa; bản cũ được giữ "
                         "ở a.sua_tay.docx.")


# What cannot be written, in words and by its own name

def it_names_the_file_and_never_a_piece_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.docx").mkdir()
    (tmp_path / "c").write_bytes(b"")

    def fails(*_: object) -> None:
        raise OSError(errno.EFBIG, "File too large")

    for name in ("b.docx", "c/d.docx"):
        with pytest.raises(OSError, match=r"docx|c'") as raised:
            write_whole(tmp_path / name, b"x")
        assert ".tmp" not in str(raised.value)
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="a.docx") as raised:
        write_whole(tmp_path / "a.docx", b"x")
    assert ".tmp" not in str(raised.value)


def it_says_of_a_folder_in_the_place_of_a_file_what_it_is(home: Project) -> None:
    for form in ("docx", "pdf"):
        report(home, [], ["docx"])
        (file := place(home) / f"qd.{form}").unlink(missing_ok=True)
        file.mkdir()
        with Outputs(home.outputs) as outputs, pytest.raises(IsADirectoryError) as raised:
            outputs.put(file, b"x", "a.yaml")
        assert (raised.value.filename, system_words(raised.value)) == (str(file), "đây là thư mục, không phải tệp")
    assert report(home, [], ["docx"]).failures == [f"Không ghi được {place(home)}/qd.docx (đây là thư mục, không phải tệp)."]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limits to files")
def it_says_in_vietnamese_that_a_file_may_not_be_so_large(home: Project) -> None:
    code = ("import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); from pathlib import Path; "
            "from vanban.pipeline.project import Project; from vanban.pipeline.offices import OfficeLooks; "
            "from vanban.pipeline.reporting import report; "
            "print(*report(Project(Path(sys.argv[1]), looks=OfficeLooks()), [], ['docx']).failures)")
    done = subprocess.run([sys.executable, "-c", code, str(home.root)], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.stdout.strip() == f"Không ghi được {place(home)}/qd.docx (tệp lớn hơn mức hệ thống cho phép)."


def it_has_no_english_words_of_the_system_alone() -> None:
    for number in sorted(errno.errorcode):
        words = system_words(OSError(number, os.strerror(number)))
        assert words != os.strerror(number)
