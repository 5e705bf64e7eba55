"""An open question is seen wherever it is printed: counted by check, coloured in a draft, refused by issue."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.support.content import DECISION, ROOT, project
from tests.support.wordml import w
from vanban.findings import Finding
from vanban.keys import document_types
from vanban.pipeline.checking import check
from vanban.pipeline.reporting import docx
from vanban.readers.schemas import Schemas

SCHEMAS = Schemas(ROOT / "schemas")
# § and a number: one place for each kind of string that is printed.
DRAFT = """\
loai_van_ban: cong_van
ma: cv
co_quan: so_noi_vu_nghe_an
ngay_du_kien: 15/9/2025
don_vi_soan_thao: "§10"
trich_yeu: "Đôn đốc báo cáo§0"
can_cu: ["§11"]
kinh_gui: ["Văn phòng Ủy ban nhân dân tỉnh§1"]
mo_dau: |
  Làm việc với [[hoi_thu]]§2.
de_muc:
  - tieu_de: "Việc§3"
    noi_dung: Như sau.
    bang_bieu:
      - ma: b
        cot: [{ma: ten, tieu_de: "Tên§4"}, {ma: so, tieu_de: Số, kieu_o: so}]
        hang: [{ten: "Sở Nội vụ§5", so: "§6"}]
noi_nhan: [Như trên, "Bộ Nội vụ§7"]
luu: "VT, CCHC§8"
nguoi_ky: "§12"
"""
REGISTER = """\
loai_du_lieu: co_quan
co_quan:
  - {ma: hoi_thu, ten_goi: "Hội thử nghiệm§9"}
"""
# What stands in places that hold a figure or a code alone, where no question does.
OTHERWISE = {6: "12", 10: "CCHC", 11: "nq_76_2021", 12: "pham_van_d"}
PLACES = range(13)
TYPED = ("{XEM LẠI: đúng chưa}", "[XEM LẠI: đúng chưa]")


def asking(text: str, place: int, question: str) -> str:
    """`text` with the question at one place; figures and codes stand in the places of theirs that do not ask."""
    def said(mark: re.Match[str]) -> str:
        at = int(mark[1])
        return ("" if at in OTHERWISE else " ") + question if at == place else OTHERWISE.get(at, "")

    return re.sub(r"§(\d+)", said, text.replace('"§6"', '"§6"' if place == 6 else "12"))


def words_of(made_of: Path, place: int, question: str, more: str = "") -> tuple[list[Finding], list[tuple[str, bool]]]:
    """What is found, and the runs that ask, each with whether it is coloured."""
    made = project(made_of, cong_van=asking(DRAFT, place, question) + more)
    (made_of / "content/dung_chung/co_quan_thu.yaml").write_text(asking(REGISTER, place, question), "utf-8")
    checked = check(made)
    (bo,) = checked.sets
    with ZipFile(BytesIO(docx(made, checked, bo))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    runs = [(run, "".join(run.itertext(w("t")))) for run in root.iter(w("r"))]
    styles = {id(run): [style.get(w("val")) for style in run.iter(w("rStyle"))] for run, _ in runs}
    return list(checked.findings), [(text, styles[id(run)] == ["VB_XemLai"]) for run, text in runs if "XEM" in text]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("question", TYPED)
def it_counts_and_colours_it_in_a_draft(place: int, question: str, tmp_path: Path) -> None:
    findings, runs = words_of(tmp_path, place, question)
    assert [(f.code, f.level) for f in findings] == [("C117", "info")]
    assert "còn 1 chỗ" in findings[0].message
    assert runs == [("[XEM LẠI: đúng chưa]", True)]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("question", TYPED)
def it_refuses_it_in_what_is_issued(place: int, question: str, tmp_path: Path) -> None:
    findings, _ = words_of(tmp_path, place, question, 'so_van_ban: "12"\nngay_ban_hanh: 15/9/2025\nvi_du: true\n')
    assert {(f.code, f.level) for f in findings} == {("C101", "error")}


@pytest.mark.parametrize(("kind", "key"), [
    (name, key) for name, kind in document_types().items() for key in kind.needs
    if kind.keys[key].prints == "printed" and not kind.keys[key].part and key not in ("co_quan", "sao_tu")
])
def it_may_stand_wherever_a_type_needs_words(kind: str, key: str) -> None:
    """Else a draft could not be begun; who issues is always known, if need be as a body whose name is asked, and so is what is copied."""
    schema = SCHEMAS.follow(SCHEMAS.schema(kind)["properties"][key])
    schema = SCHEMAS.follow(schema["items"]) if "items" in schema else schema
    assert re.search(schema.get("pattern", ""), "{XEM LẠI: chưa rõ}")


@pytest.mark.parametrize("question", [
    "{XEM LẠI: kết quả thực hiện nhiệm vụ cải cách hành chính của các cơ quan chuyên môn thuộc tỉnh trong năm nào}",
    "{XEM LẠI: kết quả nào | trong năm nào}", "{XEM | LẠI: kết quả nào}",
])
def it_colours_one_that_is_broken_over_lines(question: str, tmp_path: Path) -> None:
    made = project(tmp_path, bc=f"loai_van_ban: bao_cao\nma: bc\nco_quan: ubnd_nghe_an\nngay_du_kien: 15/9/2025\n"
                   f'trich_yeu: "{question}"\nmo_dau: Như sau.\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\n')
    checked = check(made)
    (bo,) = checked.sound
    with ZipFile(BytesIO(docx(made, checked, bo))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    (coloured,) = [run for run in root.iter(w("r")) if [s.get(w("val")) for s in run.iter(w("rStyle"))] == ["VB_XemLai"]]
    said = " ".join(text.text.strip() for text in coloured.iter(w("t")))
    assert said == " ".join(question.replace("|", " ").split()).replace("{", "[").replace("}", "]")
    assert "{" not in "".join(root.itertext(w("t")))


def it_names_the_register_that_asks(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION.replace("co_quan: ubnd_nghe_an", "co_quan: ubnd_thu").replace("Ban hành kèm theo Quyết định này [[kh]]", "Thử")
                   .replace("kem_theo:\n  - kh\n", ""))
    register = made.content / "dung_chung" / "co_quan_thu.yaml"
    register.write_text(
        "loai_du_lieu: co_quan\nco_quan:\n  - {ma: ubnd_thu, ten_goi: Ủy ban nhân dân xã Thử, ky_hieu: UBND, cap_truong: Chủ tịch, "
        "tap_the: Ủy ban nhân dân, dia_danh: '{XEM LẠI: Thử?}', nguoi_ky: [{ma: nguyen_van_a, ho_ten: Nguyễn Văn A, "
        "chuc_vu: Chủ tịch, tu_cach_ky: cap_truong, tu_ngay: 1/7/2021}]}\n", "utf-8")
    (found,) = check(made).findings
    assert (found.code, found.file, found.line) == ("C101", "content/dung_chung/co_quan_thu.yaml", 3)


def it_names_the_first_and_counts_the_rest(tmp_path: Path) -> None:
    text = re.sub(r"§(\d+)", r" {XEM LẠI: câu \1}", DRAFT).replace('" {', '"{')
    (tmp_path / "content/dung_chung").mkdir(parents=True)
    (tmp_path / "content/dung_chung/co_quan_thu.yaml").write_text(asking(REGISTER, -1, ""), "utf-8")
    found = check(project(tmp_path, cong_van=text)).findings
    assert [f.message.split(":")[0] for f in found] == ["Dự thảo còn 12 chỗ cần xem lại"]
