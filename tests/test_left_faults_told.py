"""What was passed over without a word, or told in words that lead nowhere: pictures, names of folders, other forms."""

import io
import os
from pathlib import Path

import docx
import pytest

from tests.support.content import DECISION, PLAN, checked, project
from tests.test_outputs import names, run, word_file
from tests.test_pictures import picture
from vanban.errors import WrongUse
from vanban.pipeline.checking import check
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
from vanban.wordml.elements import W
from vanban.wordml.package import read_parts

HINH = "hinh:\n  - {ma: so_do, tep: hinh/so_do.png, mo_ta: Sơ đồ}\n"


def with_picture(folder: Path, data: bytes | None, keys: str = "") -> Project:
    made = project(folder, qd=DECISION, kh=PLAN + HINH.replace("mo_ta", f"{keys}mo_ta"))
    home = made.content / "nghe_an" / "2025" / "hinh"
    home.mkdir()
    if data is not None:
        (home / "so_do.png").write_bytes(data)
    return made


@pytest.mark.parametrize(("width", "height", "keys", "is_told"), [
    (300, 150, "", False), (1, 1, "", True), (2000, 4, "", True), (2, 900, "", True), (300, 2, "do_rong: 100, ", True),
    (300, 150, "do_rong: 2, ", False)])
def it_tells_of_a_picture_of_which_nothing_is_seen(width: int, height: int, keys: str, is_told: bool, tmp_path: Path) -> None:
    found = check(with_picture(tmp_path, picture(width, height), keys)).findings
    assert [each.code for each in found if each.code != "C131"] == (["F124"] if is_told else []), found


def it_says_what_stands_in_the_place_of_a_picture(tmp_path: Path) -> None:
    made = with_picture(tmp_path, None)
    place = made.content / "nghe_an" / "2025" / "hinh" / "so_do.png"
    place.mkdir()
    (found,) = (each for each in check(made).findings if each.code == "C110")
    assert (found.message, "Có phải" in found.hint) == ("“hinh/so_do.png” là thư mục, không phải tệp hình.", False)
    place.rmdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(place)
        (found,) = (each for each in check(made).findings if each.code == "C110")
        assert (found.message, "Có phải" in found.hint) == (
            "“hinh/so_do.png” không phải là tệp thường nên không đọc được.", False)


@pytest.mark.parametrize(("name", "words"), [
    ("nul", "Windows"), ("con", "Windows"), ("aux.x", "Windows"), ("nghe\u202ean", "không nhìn thấy"), ("nghe\u200ban", "không nhìn thấy"),
])
def it_tells_of_a_name_of_a_folder_whether_it_is_asked_for_or_not(name: str, words: str, tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    (home := made.content / name / "2025").mkdir(parents=True)
    (home / "khac.yaml").write_text("x", "utf-8")
    for targets in ([], [made.content / "nghe_an", home.parent], [home]):
        try:
            told = [f"{each.file} {each.message}" for each in check(Project(made.root), targets).findings if each.code == "S107"]
        except WrongUse as error:
            told = [str(error)]
        assert [words in each for each in told] == [True]
        assert told[0].isprintable()


def it_says_that_all_forms_of_before_are_old(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    report(home, [], ["docx"])
    place = home.outputs / "nghe_an" / "2025"
    with Outputs(home.outputs) as outputs:
        outputs.put(place / "qd.pdf", b"%PDF", "content/nghe_an/2025/qd.yaml")
    (home.content / "nghe_an" / "2025" / "kh.yaml").write_text(PLAN.replace("phân công", "kế hoạch"), "utf-8")
    assert report(home, [], ["html"]).warnings[0] == (
        "outputs/nghe_an/2025/qd.docx và qd.pdf là bản cũ, nội dung nay đã khác; tạo lại bằng “--format all”.")


@pytest.mark.parametrize("how", ["strike", "double_strike"])
def it_keeps_a_copy_of_what_a_person_has_struck_through(how: str, tmp_path: Path) -> None:
    run(tmp_path, ("a.docx", word_file("Một", "Hai")))
    (tmp_path / "a.docx").write_bytes(struck := struck_through(word_file("Một", "Hai"), how))
    assert f"{W}{'strike' if how == 'strike' else 'dstrike'}"[len(W):] in read_parts(struck)["word/document.xml"].decode()
    (told,) = run(tmp_path, ("a.docx", word_file("Ba")))
    assert "a.docx đã được sửa sau khi tạo" in told
    assert names(tmp_path) == ["a.docx", "a.sua_tay.docx"]


def struck_through(data: bytes, how: str) -> bytes:
    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        for each in paragraph.runs:
            setattr(each.font, how, True)
    document.save(out := io.BytesIO())
    return out.getvalue()


@pytest.mark.parametrize("nothing", ["~", "null", "Null", "NULL"])
def it_prints_no_nothing_of_yaml(nothing: str, tmp_path: Path) -> None:
    for old in ("Ban hành Kế hoạch\n", "Bộ Nội vụ\n"):
        (found,) = checked(tmp_path, qd=DECISION.replace(old, f"{nothing}\n"), kh=PLAN).findings
        assert (found.code, found.path) == ("S116", "$.trich_yeu" if "Kế" in old else "$.noi_nhan[0]")
        assert not checked(tmp_path, qd=DECISION.replace(old, f'"{nothing}"\n'), kh=PLAN).findings
