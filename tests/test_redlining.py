"""The command writes a Word file with tracked changes for every set in which something changed, and says where it cannot."""

from pathlib import Path

import pytest
from lxml import etree

from tests.support.content import DECISION, PLAN, project
from tests.support.wordml import value, w
from tests.test_bad_and_good import BAD
from tests.test_diff import run
from tests.test_review_history import committed, git
from vanban.pipeline import redlining
from vanban.pipeline.diffing import compared
from vanban.pipeline.project import Project
from vanban.pipeline.redlining import write_redlines
from vanban.pipeline.word_files import WordFiles
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.redline.proof import Difference
from vanban.wordml.redline.revisions import RENUMBERED

THREE = "      1. Rà soát thủ tục.\n      1. Công khai kết quả.\n"
OLD = PLAN.replace("      Theo phân công.\n", THREE)
NEW = OLD.replace("      1. Công", "      1. Tập huấn cán bộ.\n      1. Công")
PLACE = "content/nghe_an/2025/kh.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Project:
    made = project(tmp_path / "kho", qd=DECISION, kh=OLD)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    return made


def edit(made: Project, text: str, by: str = "") -> None:
    (made.root / PLACE).write_text(text, "utf-8")
    if by:
        git(made.root, "-c", f"user.name={by}", "commit", "-qam", "edit")


def redlined(made: Project, *sides: str) -> WordFiles:
    with compared(made, *sides) as both:
        return write_redlines(made, both)


def marks(path: Path) -> list[tuple[str, str, str]]:
    """Who has put in or taken out which words."""
    body = etree.fromstring(read_parts(path.read_bytes(), OF_DOCUMENTS)["word/document.xml"])[0]
    found = [(value(mark, "author"), etree.QName(mark).localname,
              "".join(each.text or "" for each in mark.iter(w("t"), w("delText")))) for mark in body.iter(w("ins"), w("del"))]
    return [each for each in found if each[2].strip()]


def it_writes_one_file_a_set_under_the_name_of_who_made_the_commit(repository: Project) -> None:
    edit(repository, NEW, "Trần Thị B")
    done = redlined(repository, "HEAD~1", "HEAD")
    assert (done.failures, done.notes) == ([], [])
    (path,) = done.written
    assert path == repository.outputs / "nghe_an/2025/qd.thay_doi.docx"
    found = marks(path)
    assert ("Trần Thị B", "ins", "2. Tập huấn cán bộ.") in found
    assert {author for author, _, _ in found} == {"Trần Thị B", RENUMBERED}
    assert [(kind, words.strip()) for author, kind, words in found if author == RENUMBERED] == [("del", "2."), ("ins", "3.")]


def it_counts_the_people_where_several_made_the_commits(repository: Project) -> None:
    edit(repository, OLD.replace("kết quả", "kết quả hằng quý"), "Trần Thị B")
    edit(repository, NEW, "Lê Văn C")
    (path,) = redlined(repository, "HEAD~2").written
    assert {author for author, _, _ in marks(path)} == {"2 người", RENUMBERED}


def it_writes_nothing_where_nothing_changed(repository: Project) -> None:
    assert redlined(repository) == WordFiles("bản đánh dấu thay đổi")
    assert not repository.outputs.exists()


def it_says_of_a_new_set_that_there_is_nothing_to_mark(repository: Project) -> None:
    alone = DECISION.replace("ma: qd", "ma: qd_moi").replace("2228", "2229").replace("kem_theo:\n  - kh\n", "").replace("[[kh]]", "Quy chế")
    (repository.root / "content/nghe_an/2025/qd_moi.yaml").write_text(alone, "utf-8")
    done = redlined(repository)
    assert (done.written, done.failures) == ([], [])
    assert done.notes == ["Quyết định ban hành Kế hoạch: văn bản mới, không có bản cũ để đánh dấu thay đổi."]


@pytest.mark.parametrize("broken", [
    "trich_yeu: Cải cách: hành chính", "trich_yeu: [Cải cách", "\ttrich_yeu: Cải cách", "- trich_yeu",
])
def it_says_that_a_set_cannot_be_printed_whose_annex_cannot_be_read(repository: Project, broken: str) -> None:
    """What is wrong stands in one document, what waits for it in another one."""
    lines = NEW.replace("Theo", "Cứ theo").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("trich_yeu"))
    edit(repository, "\n".join([*lines[:at], broken, *lines[at + 1:]]))
    path = repository.root / "content/nghe_an/2025/qd.yaml"
    path.write_text(path.read_text("utf-8").replace("Ban hành kèm theo", "Ban hành và kèm theo"), "utf-8")
    done = redlined(repository)
    assert done.written == []
    assert done.failures == []
    assert done.at_fault in ([], [
        "content/nghe_an/2025/qd.yaml: bản mới còn lỗi nên chưa in được, vì thế không có bản đánh dấu thay đổi."])


def it_writes_nothing_of_a_reference_to_what_could_not_be_read(repository: Project) -> None:
    edit(repository, NEW.replace("Rà soát thủ tục.", "Rà soát thủ tục theo [[khong_doc_duoc]] và {{ muc_tieu.khong_co }}."))
    assert redlined(repository).at_fault == [
        "content/nghe_an/2025/qd.yaml: bản mới còn lỗi nên chưa in được, vì thế không có bản đánh dấu thay đổi."]


def it_names_a_set_that_could_not_be_printed_and_writes_the_others(repository: Project) -> None:
    other = repository.root / "content/nghe_an/2026/qd.yaml"
    other.parent.mkdir()
    other.write_text(DECISION.replace("kem_theo:\n  - kh\n", "").replace("[[kh]]", "Quy chế").replace("ubnd_nghe_an", "khong_co"), "utf-8")
    committed(repository.root, "fault")
    other.write_text(other.read_text("utf-8").replace("Quy chế", "Quy định"), "utf-8")
    edit(repository, NEW)
    done = redlined(repository)
    assert [path.name for path in done.written] == ["qd.thay_doi.docx"]
    assert done.failures == []
    assert done.at_fault == [
        "content/nghe_an/2026/qd.yaml: bản cũ còn lỗi nên chưa in được, vì thế không có bản đánh dấu thay đổi."]


def it_calls_no_fault_of_ours_what_errors_of_a_file_keep_from_being_printed(tmp_path: Path) -> None:
    """Every bad example without registers of its own, each in a folder, against itself under another title."""
    sides = [project(tmp_path / name) for name in ("cu", "moi")]
    for number, example in enumerate(BAD):
        if (example / "dung_chung").exists():
            continue
        for made, title in zip(sides, ("trich_yeu: ", "trich_yeu: Sửa "), strict=True):
            home = made.content / f"thu_{number}/2025"
            home.mkdir(parents=True)
            for file in [example] if example.is_file() else example.rglob("*.yaml"):
                text = file.read_bytes().replace(b"trich_yeu: ", title.encode())
                (home / file.name).write_bytes(text)
    with compared(sides[1], *(str(made.root) for made in sides)) as both:
        done = write_redlines(sides[1], both)
    assert done.failures == []
    assert any("bản mới còn lỗi" in words or "bản cũ còn lỗi" in words for words in done.at_fault)
    assert len(done.written) > 40


def it_tells_the_error_of_a_kind_that_is_never_attached(
    repository: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    notice = PLAN.replace("ke_hoach", "thong_bao").replace("ma: kh", "ma: tb")
    (repository.root / "content/nghe_an/2025/tb.yaml").write_text(notice, "utf-8")
    path = repository.root / "content/nghe_an/2025/qd.yaml"
    path.write_text(DECISION.replace("  - kh\n", "  - kh\n  - tb\n"), "utf-8")
    assert run(repository.root, monkeypatch, "--format", "docx") == 1
    told = capsys.readouterr().err
    assert "R112" in told
    assert "bản mới còn lỗi nên chưa in được" in told
    assert not repository.outputs.exists()


def it_writes_no_file_that_does_not_stand_for_both_texts(repository: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = Difference("từ chối, dòng 7", "1. Rà soát thủ tục.", "1. Rà soát.")
    monkeypatch.setattr(redlining, "disproof", lambda *_: apart)
    edit(repository, NEW)
    done = redlined(repository)
    assert done.written == []
    assert done.failures == [
        "content/nghe_an/2025/qd.yaml: bản đánh dấu thay đổi không qua phép thử nên không ghi (từ chối, dòng 7: phải là "
        "“1. Rà soát thủ tục.”, lại ra “1. Rà soát.”)."]


# What the machine composes, and what is replaced whole


def it_puts_words_that_follow_by_themselves_under_the_second_author(tmp_path: Path) -> None:
    """Word then hides references, names of a register and what an annex says of the decision, too."""
    listed = OLD.replace("      1. Rà soát thủ tục.\n", "      1. Rà soát thủ tục theo [[cong_khai]].\n").replace(
        "Công khai kết quả.", "Công khai kết quả. {#cong_khai}")
    decision = DECISION.replace("so_van_ban: \"2228\"", "so_van_ban: \"2230\"")
    made = project(tmp_path / "kho", qd=DECISION, kh=listed)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    (made.root / "content/nghe_an/2025/qd.yaml").write_text(decision, "utf-8")
    edit(made, listed.replace("      1. Công", "      1. Tập huấn cán bộ.\n      1. Công"))
    done = redlined(made)
    assert done.failures == []
    (path,) = done.written
    by_machine = [words.strip() for author, _, words in marks(path) if author == RENUMBERED]
    assert [each for each in by_machine if each in ("2", "3")] == ["2", "3"]  # khoản 2 → khoản 3
    assert [each for each in by_machine if "2230" in each] == ["2230"]  # Kèm theo Quyết định số …
    people = [words.strip() for author, _, words in marks(path) if author != RENUMBERED]
    assert "2. Tập huấn cán bộ." in people
    assert any("2230" in each for each in people)  # the number itself was typed


def it_replaces_a_name_and_an_act_whole(tmp_path: Path) -> None:
    made = project(tmp_path / "kho", qd=DECISION, kh=OLD)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    other = DECISION.replace("nguyen_van_a", "tran_van_b").replace("nq_76_2021", "qd_5158_2021")
    (made.root / "content/nghe_an/2025/qd.yaml").write_text(other, "utf-8")
    (path,) = redlined(made).written
    found = [(kind, words.replace("\N{NO-BREAK SPACE}", " ")) for _, kind, words in marks(path)]
    assert ("del", "Nguyễn Văn A") in found
    assert ("ins", "Trần Văn B") in found
    acts = [(kind, words) for kind, words in found if "Căn cứ" in words]
    assert [kind for kind, _ in acts] == ["del", "ins"]
    assert "76/NQ-CP" in acts[0][1]
    assert "5158/QĐ-UBND" in acts[1][1]


def it_puts_nothing_that_somebody_did_under_the_second_author(tmp_path: Path) -> None:
    """A khoản that has another number and a reference that has followed, and that somebody has changed besides."""
    listed = OLD.replace("      1. Rà soát thủ tục.\n", "      1. Rà soát thủ tục theo [[cong_khai]].\n").replace(
        "Công khai kết quả.", "Công khai kết quả. Tổng hợp từng quý. {#cong_khai}")
    made = project(tmp_path / "kho", qd=DECISION, kh=listed)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    edit(made, listed.replace("      1. Công khai kết quả. Tổng", "      1. Tập huấn cán bộ.\n      1. Tổng")
         .replace("thủ tục theo", "mọi thủ tục theo"))
    (path,) = redlined(made).written
    by_machine = "".join(words for author, _, words in marks(path) if author == RENUMBERED)
    assert "Công khai" not in by_machine
    assert "mọi" not in by_machine
