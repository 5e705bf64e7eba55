"""What a person has changed in outputs/ is never lost, and no old form stands beside a new DOCX."""

import io
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event

import docx
import pytest
from PIL import Image

from tests.support.content import DECISION, PLAN, project
from vanban.errors import MachineError, WrongUse
from vanban.files import write_whole
from vanban.locks import LOCK
from vanban.pipeline import putting
from vanban.pipeline.forms import Job, Made, pdf
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
from vanban.wordml.printed_words import printed_words

SOURCE = "content/nghe_an/2025/ke_hoach.yaml"


def word_file(*paragraphs: str, colour: str = "", bold: bool = False) -> bytes:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph().add_run(words).bold = bold
    if colour:
        picture = io.BytesIO()
        Image.new("RGB", (4, 4), colour).save(picture, "PNG")
        document.add_picture(picture)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def run(folder: Path, *files: tuple[str, bytes]) -> list[str]:
    """One run that writes the files; what it told."""
    with Outputs(folder) as outputs:
        for name, data in files:
            outputs.put(folder / name, data, SOURCE)
    return outputs.told


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "da_tao.jsonl")


def it_writes_again_what_nobody_has_changed(tmp_path: Path) -> None:
    assert run(tmp_path, ("a.docx", word_file("Một"))) == []
    assert run(tmp_path, ("a.docx", word_file("Hai"))) == []
    assert names(tmp_path) == ["a.docx"]


def it_keeps_a_copy_of_a_word_file_whose_words_were_changed(tmp_path: Path) -> None:
    run(tmp_path, ("a.docx", word_file("Một")))
    changed = word_file("Một", "Thêm một câu")
    (tmp_path / "a.docx").write_bytes(changed)
    (told,) = run(tmp_path, ("a.docx", new := word_file("Hai")))
    assert "a.docx đã được sửa sau khi tạo" in told
    assert (tmp_path / "a.sua_tay.docx").read_bytes() == changed
    assert (tmp_path / "a.docx").read_bytes() == new


def it_writes_a_document_however_long(tmp_path: Path) -> None:
    """A frame may not be as large as that."""
    long = word_file("Một đoạn. " * 400_000)
    assert run(tmp_path, ("a.docx", long)) == []
    assert letters_to_print(long) == 4_000_000
    (tmp_path / "a.docx").write_bytes(word_file("Sửa"))
    assert run(tmp_path, ("a.docx", long))
    assert names(tmp_path) == ["a.docx", "a.sua_tay.docx"]


def letters_to_print(docx_file: bytes) -> int:
    """How many letters and blanks are to be found in its PDF."""
    return sum(len(each.words) for each in printed_words(docx_file).paragraphs)


def it_keeps_each_change_apart(tmp_path: Path) -> None:
    for number in range(3):
        run(tmp_path, ("a.docx", word_file(f"Bản {number}")))
        (tmp_path / "a.docx").write_bytes(word_file(f"Sửa {number}"))
    run(tmp_path, ("a.docx", word_file("Một")))
    assert names(tmp_path) == ["a.docx", "a.sua_tay.docx", "a.sua_tay_2.docx", "a.sua_tay_3.docx"]


def it_keeps_a_copy_where_a_picture_was_changed(tmp_path: Path) -> None:
    run(tmp_path, ("a.docx", word_file("Một", colour="red")))
    (tmp_path / "a.docx").write_bytes(word_file("Một", colour="blue"))
    assert run(tmp_path, ("a.docx", word_file("Hai")))
    assert names(tmp_path) == ["a.docx", "a.sua_tay.docx"]


def it_keeps_no_copy_where_word_has_only_saved_it_otherwise(tmp_path: Path) -> None:
    run(tmp_path, ("a.docx", word_file("Một")))
    (tmp_path / "a.docx").write_bytes(word_file("Một", bold=True))
    assert run(tmp_path, ("a.docx", word_file("Hai"))) == []
    assert names(tmp_path) == ["a.docx"]


@pytest.mark.parametrize(("name", "saved", "is_changed"), [
    ("a.html", b"\xef\xbb\xbf<p>M\xe1\xbb\x99t</p>\r\n", False), ("a.html", b"<p>Hai</p>\n", True), ("a.json", b"{}\r\n", False),
    ("a.json", b'{"so": 1}\n', True), ("a.pdf", b"%PDF\r\n", True),
])
def it_knows_a_text_again_that_an_editor_has_only_saved(name: str, saved: bytes, is_changed: bool, tmp_path: Path) -> None:
    made = {".html": "<p>Một</p>\n".encode(), ".json": b"{}\n", ".pdf": b"%PDF\n"}[Path(name).suffix]
    run(tmp_path, (name, made))
    (tmp_path / name).write_bytes(saved)
    assert bool(run(tmp_path, (name, b"moi"))) == is_changed
    assert names(tmp_path) == sorted([name, *([name.replace(".", ".sua_tay.")] if is_changed else [])])


def it_keeps_a_copy_of_a_pdf_that_was_signed(tmp_path: Path) -> None:
    run(tmp_path, ("a.docx", word_file("Một")), ("a.pdf", b"%PDF a"))
    (tmp_path / "a.pdf").write_bytes(b"%PDF a, signed")
    (told,) = run(tmp_path, ("a.docx", word_file("Hai")), ("a.pdf", b"%PDF b"))
    assert "a.sua_tay.pdf" in told
    assert (tmp_path / "a.sua_tay.pdf").read_bytes() == b"%PDF a, signed"


def it_keeps_a_copy_of_a_file_that_it_did_not_write(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no Word file")
    assert run(tmp_path, ("a.docx", word_file("Một")))
    assert (tmp_path / "a.sua_tay.docx").read_bytes() == b"no Word file"


def it_knows_files_that_were_listed_by_name_alone_for_its_own(tmp_path: Path) -> None:
    write_whole(tmp_path / "da_tao.json", b'["a.docx"]')
    (tmp_path / "a.docx").write_bytes(word_file("Một"))
    assert run(tmp_path, ("a.docx", word_file("Hai"))) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "da_tao.jsonl"]


def it_takes_the_old_forms_away_before_the_new_docx_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, ("a.docx", word_file("Một")), ("a.pdf", b"%PDF"), ("a.html", b"<p>"), ("a.json", b"{}"))
    seen: list[list[str]] = []
    monkeypatch.setattr("vanban.pipeline.outputs.write_whole", lambda path, data: seen.append(names(tmp_path)))
    run(tmp_path, ("a.docx", word_file("Hai")))
    assert seen == [[LOCK, "a.docx"]]


def it_says_which_forms_have_not_come_again(tmp_path: Path) -> None:
    run(tmp_path, ("a.docx", word_file("Một")), ("a.pdf", b"%PDF"), ("a.json", b"{}"))
    (told,) = run(tmp_path, ("a.docx", word_file("Hai")), ("a.json", b"{1}"))
    assert "a.pdf: bản cũ" in told


def it_leaves_the_forms_of_a_docx_that_is_the_same(tmp_path: Path) -> None:
    same = word_file("Một")
    run(tmp_path, ("a.docx", same), ("a.pdf", b"%PDF"))
    assert run(tmp_path, ("a.docx", same)) == []
    assert names(tmp_path) == ["a.docx", "a.pdf"]


def it_knows_a_file_again_that_a_stopped_run_has_written_or_not(tmp_path: Path) -> None:
    run(tmp_path, ("a.docx", word_file("Một")))
    Outputs(tmp_path).put(tmp_path / "a.docx", word_file("Hai"), SOURCE)  # and nothing behind it
    assert run(tmp_path, ("a.docx", word_file("Ba"))) == []
    outputs = Outputs(tmp_path)
    write = pytest.MonkeyPatch()
    write.setattr("vanban.pipeline.outputs.write_whole", lambda path, data: None)
    outputs.put(tmp_path / "a.docx", word_file("Bốn"), SOURCE)  # noted, and stopped before it was written
    write.undo()
    with (tmp_path / "da_tao.jsonl").open("ab") as file:
        file.write(b'{"tep": "b.do')
    assert run(tmp_path, ("a.docx", word_file("Năm"))) == []
    assert names(tmp_path) == ["a.docx"]


def it_cleans_what_it_wrote_and_keeps_what_was_changed(tmp_path: Path) -> None:
    run(tmp_path, ("2025/a.docx", word_file("Một")), ("2025/b.docx", word_file("Hai")), ("c/d.pdf", b"%PDF"))
    (tmp_path / "2025" / "b.docx").write_bytes(word_file("Sửa"))
    (tmp_path / "2025" / "khac.docx").write_bytes(b"x")
    outputs = Outputs(tmp_path)
    assert outputs.clean() == ([tmp_path / "2025" / "a.docx", tmp_path / "c" / "d.pdf"], [])
    assert len(outputs.told) == 1
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        "2025", "2025/b.sua_tay.docx", "2025/khac.docx"
    ]


def it_cleans_an_empty_folder_without_a_word(tmp_path: Path) -> None:
    assert Outputs(tmp_path).clean() == ([], [])


def it_names_what_was_made_from_a_source_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / SOURCE).parent.mkdir(parents=True)
    (tmp_path / SOURCE).touch()
    outputs = tmp_path / "outputs"
    run(outputs, ("a.docx", word_file("Một")))
    assert Outputs(outputs).orphans(tmp_path) == []
    (tmp_path / SOURCE).unlink()
    assert Outputs(outputs).orphans(tmp_path) == [(outputs / "a.docx", SOURCE)]


@pytest.mark.parametrize("name", ["../ngoai.docx", "a/../../ngoai.docx", "lien_ket/ngoai.docx", "{outside}"])
@pytest.mark.parametrize("listed", ["da_tao.jsonl", "da_tao.json"])
def it_believes_no_name_that_leads_out_of_its_folder(name: str, listed: str, tmp_path: Path) -> None:
    inside, outside = tmp_path / "outputs", tmp_path / "ngoai.docx"
    outside.write_bytes(b"x")
    inside.mkdir()
    (inside / "lien_ket").symlink_to(tmp_path, target_is_directory=True)
    named = name.format(outside=outside.as_posix())
    (inside / listed).write_text(f'["{named}"]' if listed.endswith("json") else f'{{"tep": "{named}"}}\n', "utf-8")
    assert Outputs(inside).clean() == ([], [])
    assert outside.exists()


def it_writes_nothing_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "nghe_an").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(MachineError, match="ra ngoài"):
        run(tmp_path / "outputs", ("nghe_an/a.docx", word_file("Một")))
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize("listed", [b"5\n", b"null\n", b'"x"\n', b'{"tep": 5}\n', b'{"khac": "a"}\n', b"{}\n", b"[" * 99999 + b"\n"])
def it_says_how_to_go_on_when_its_list_is_broken(listed: bytes, tmp_path: Path) -> None:
    (tmp_path / "da_tao.jsonl").write_bytes(listed)
    with pytest.raises(MachineError, match="Xóa tệp này rồi chạy lại lệnh"):
        Outputs(tmp_path).clean()


@pytest.mark.parametrize("listed", [b"5", b"null", b"[" * 99999, b"{", b"\xff"])
def it_says_so_of_the_list_of_an_older_version_too(listed: bytes, tmp_path: Path) -> None:
    (tmp_path / "da_tao.json").write_bytes(listed)
    with pytest.raises(MachineError, match="Xóa tệp này rồi chạy lại lệnh"):
        Outputs(tmp_path).clean()


def it_deletes_no_folder_that_bears_a_noted_name(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.docx" / "cua_nguoi_khac.txt", b"x")
    write_whole(tmp_path / "da_tao.json", b'["a.docx"]')
    assert Outputs(tmp_path).clean() == ([], [])
    assert (tmp_path / "a.docx" / "cua_nguoi_khac.txt").exists()


# Whole reports


def home_of(folder: Path) -> Project:
    return project(folder, qd=DECISION, kh=PLAN)


def it_takes_the_old_pdf_away_when_only_the_docx_is_made_anew(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    report(home, [], ["docx"])
    place = home.outputs / "nghe_an" / "2025"
    with Outputs(home.outputs) as outputs:
        outputs.put(place / "qd.pdf", b"%PDF", "content/nghe_an/2025/qd.yaml")
    assert report(home, [], ["docx"]).warnings == []
    assert (place / "qd.pdf").exists()
    (home.content / "nghe_an" / "2025" / "kh.yaml").write_text(PLAN.replace("phân công", "kế hoạch"), "utf-8")
    (told,) = report(home, [], ["docx"]).warnings
    assert told == "Đã xóa outputs/nghe_an/2025/qd.pdf: bản cũ, không còn khớp với nội dung."
    assert names(place) == ["qd.docx", "qd.json"]


def it_leaves_no_old_pdf_where_a_new_one_could_not_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = home_of(tmp_path)
    place = home.outputs / "nghe_an" / "2025"
    made = iter([Made(b"%PDF"), Made(failure="Không xuất được.")])
    monkeypatch.setattr(pdf, "make", lambda jobs: [(jobs[0], next(made))])
    report(home, [], ["docx", "pdf"])
    assert (place / "qd.pdf").read_bytes() == b"%PDF"
    assert report(home, [], ["docx", "pdf"]).failures == ["Không xuất được."]
    assert names(place) == ["qd.docx", "qd.json"]


def it_says_that_a_docx_which_was_not_asked_for_is_old(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    report(home, [], ["docx"])
    (home.content / "nghe_an" / "2025" / "kh.yaml").write_text(PLAN.replace("phân công", "kế hoạch"), "utf-8")
    assert report(home, [], ["html"]).warnings == [
        "outputs/nghe_an/2025/qd.docx là bản cũ, nội dung nay đã khác; tạo lại bằng “--format all”."
    ]


def it_tells_of_outputs_whose_source_is_gone(tmp_path: Path) -> None:
    other = DECISION.replace("ma: qd", "ma: qd_hai").replace("2228", "2229").replace("kem_theo:\n  - kh\n", "")
    home = project(tmp_path, qd=DECISION, kh=PLAN, qd_hai=other.replace(" [[kh]]", " kế hoạch"))
    assert len(report(home, [], ["docx"]).written) == 4
    (home.content / "nghe_an" / "2025" / "qd_hai.yaml").unlink()
    told = report(home, [], ["docx"]).warnings
    assert [each.partition(":")[0] for each in told] == [
        "outputs/nghe_an/2025/qd_hai.docx", "outputs/nghe_an/2025/qd_hai.json"
    ]


@pytest.mark.parametrize(("targets", "told"), [
    (["nghe_an/2025"], 2), (["nghe_an"], 2), (["."], 2), (["ha_tinh", "nghe_an"], 2), (["ha_tinh"], 0),
    (["nghe_an/2025/qd.yaml"], 0),
])
def it_tells_of_outputs_whose_source_was_in_what_is_asked_for(targets: list[str], told: int, tmp_path: Path) -> None:
    other = DECISION.replace("ma: qd", "ma: qd_hai").replace("2228", "2229").replace("kem_theo:\n  - kh\n", "")
    home = project(tmp_path, qd=DECISION, kh=PLAN, qd_hai=other.replace(" [[kh]]", " kế hoạch"))
    (home.content / "ha_tinh/2025").mkdir(parents=True)
    (home.content / "ha_tinh/2025/kh.yaml").write_text(PLAN, "utf-8")
    report(home, [], ["docx"])
    (home.content / "nghe_an/2025/qd_hai.yaml").unlink()
    asked = [home.content / target for target in targets]
    assert sum("không còn" in each for each in report(home, asked, ["docx"]).warnings) == told


OWN = ["content", "docs", "schemas", "templates", "tests", "vanban", ".git", ".venv", ".github"]


@pytest.mark.parametrize("is_link", [False, True], ids=["folder", "link"])
@pytest.mark.parametrize("below", ["", "x", "x/y", "../{own}/x", "./x"])
@pytest.mark.parametrize("own", OWN)
def it_writes_into_no_folder_of_the_program_whether_it_is_a_link_or_not(
    own: str, below: str, is_link: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = home_of(tmp_path / "project")
    if is_link:
        aside = tmp_path / "aside"
        if (home.root / own).exists():
            (home.root / own).rename(aside)
        aside.mkdir(exist_ok=True)
        (home.root / own).symlink_to(aside, target_is_directory=True)
    monkeypatch.chdir(home.root)
    for out in (Path(own, below.format(own=own)), *([tmp_path / "aside" / "x"] if is_link else [])):
        with pytest.raises(WrongUse, match="thư mục của chương trình"):
            report(home, [], ["docx"], out)


@pytest.mark.parametrize("name", ["content", "content/nghe_an", ".git", ".", "..", "/", "templates", "vanban/lint",
                                  "ghi_chu.txt", "ghi_chu.txt/x"])
def it_writes_into_no_folder_of_the_program(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = home_of(tmp_path)
    (tmp_path / "ghi_chu.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(WrongUse, match="không ghi kết quả vào"):
        report(home, [], ["docx"], Path(name))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["outputs", "./outputs/../outputs", "ban_in", "outputs/rieng"])
def it_notes_what_it_writes_into_any_other(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = home_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    report(home, [], ["docx"], Path(name))
    assert len(Outputs(Path(name).resolve()).clean()[0]) == 2


def it_builds_the_others_where_one_folder_leads_out(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    other = home.content / "khac" / "2025"
    other.mkdir(parents=True)
    alone = DECISION.replace("kem_theo:\n  - kh\n", "").replace(" [[kh]]", " kế hoạch").replace("2228", "2229")
    (other / "qd_hai.yaml").write_text(alone.replace("ma: qd", "ma: qd_hai"), "utf-8")
    (tmp_path / "ngoai").mkdir()
    home.outputs.mkdir()
    (home.outputs / "nghe_an").symlink_to(tmp_path / "ngoai", target_is_directory=True)
    result = report(home, [], ["docx"])
    assert [path.name for path in result.written] == ["qd_hai.docx", "qd_hai.json"]
    (failure,) = result.failures
    assert "ra ngoài" in failure
    assert list((tmp_path / "ngoai").iterdir()) == []


def it_goes_on_where_an_old_pdf_is_held_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = home_of(tmp_path)
    monkeypatch.setattr(pdf, "make", lambda jobs: [(jobs[0], Made(failure="Không xuất được."))])

    def held(self: Outputs, path: Path, of: object) -> None:
        raise PermissionError(13, "held", str(path))

    report(home, [], ["docx"])
    monkeypatch.setattr(Outputs, "drop", held)
    first, second = report(home, [], ["docx", "pdf"]).failures
    assert first == "Không xuất được."
    assert second.startswith("Không xóa được bản cũ")
    assert second.endswith("tệp có đang mở không?")


def it_tells_of_each_file_as_soon_as_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = DECISION.replace("ma: qd", "ma: qd_hai").replace("2228", "2229").replace("kem_theo:\n  - kh\n", "")
    home = project(tmp_path, qd=DECISION, kh=PLAN, qd_hai=other.replace(" [[kh]]", " kế hoạch"))
    told: list[str] = []
    seen: list[list[str]] = []

    def make(jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
        for job in jobs:
            seen.append(list(told))
            yield job, Made(b"%PDF " + job.docx.stem.encode())

    def tell(path: Path) -> None:
        assert path.exists()
        told.append(path.name)

    monkeypatch.setattr(pdf, "make", make)
    result = report(home, [], ["docx", "pdf"], tell=tell)
    assert seen == [["qd.docx", "qd_hai.docx"], ["qd.docx", "qd_hai.docx", "qd.pdf"]]
    assert told == [path.name for path in result.written]
    assert told[-2:] == ["qd.json", "qd_hai.json"]


def it_says_what_it_waits_for_while_that_lasts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    heard = Event()

    def say(words: str) -> None:
        said.append(words)
        heard.set()

    def make(jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
        assert heard.wait(10)
        yield jobs[0], Made(b"%PDF")

    monkeypatch.setattr(pdf, "make", make)
    monkeypatch.setattr(putting, "said_while_it_lasts", partial(putting.said_while_it_lasts, patience=0.05))
    assert report(home_of(tmp_path), [], ["docx", "pdf"], say=say).failures == []
    assert said[0].startswith("Đang chờ outputs/nghe_an/2025/qd.pdf: đã 0 giây.")


def it_says_nothing_where_nobody_waits_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(pdf, "make", lambda jobs: [(jobs[0], Made(b"%PDF"))])
    assert report(home_of(tmp_path), [], ["docx", "pdf"], say=said.append).failures == []
    assert said == []
