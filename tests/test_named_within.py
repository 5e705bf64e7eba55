"""What a document names as its own: a part by which it names its recipients, its type, a table, a picture. Told where it
is not there, silent where another act's may be meant."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, ROOT, project
from vanban.doctypes import doctypes
from vanban.findings import Finding
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project

ORDER = DECISION.replace("noi_nhan:", """\
  - noi_dung: |
      Các cơ quan sau thi hành:
      1. Sở Nội vụ;
      1. Sở Tài chính.
noi_nhan:""")
REPORT = """\
loai_van_ban: bao_cao
ma: bc
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Kết quả cải cách hành chính
de_muc:
  - tieu_de: Kết quả
    noi_dung: |
      {line}
    bang_bieu:
      - tieu_de: {title}
        cot:
          - {{ma: ten, tieu_de: Tên}}
        hang:
          - {{ten: Một}}
noi_nhan: [Bộ Nội vụ]
luu: VT, KSTT
nguoi_ky: nguyen_van_a
"""
LETTER = """\
loai_van_ban: cong_van
ma: cv
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
don_vi_soan_thao: CCHC
trich_yeu: đôn đốc báo cáo
kinh_gui: [Bộ Nội vụ]
mo_dau: |
  {line}
noi_nhan: [{recipients}]
luu: VT
nguoi_ky: nguyen_van_a
"""


def found(folder: Path, code: str, **documents: str) -> list[Finding]:
    return [each for each in check(project(folder, **documents)).findings if each.code == code]


@pytest.mark.parametrize(("line", "lacking"), [
    ("Như Điều 5", "Điều 5"), ("Như Điều 3", "Điều 3"), ("Như khoản 3 Điều 2", "khoản 3"), ("Như các Điều 2, 4", "Điều 4"),
    ("Như Điều 2, Điều 7", "Điều 7"), ("Như Điều 2", ""), ("Như khoản 2 Điều 2", ""), ("Như Điều 1, Điều 2", ""),
    ("Sở Nội vụ (theo Điều 9 Nghị định số 30/2020/NĐ-CP)", ""), ("Như Điều …", ""),
])
def it_tells_of_recipients_who_are_named_by_a_part_that_is_not_there(line: str, lacking: str, tmp_path: Path) -> None:
    told = found(tmp_path, "R121", qd=ORDER.replace("- Bộ Nội vụ", f"- {line}"), kh=PLAN)
    assert [each.message.rpartition(" không có ")[2] for each in told] == ([f"{lacking}."] if lacking else [])
    assert all((each.file, each.line) == ("content/nghe_an/2025/qd.yaml", 17) for each in told)


def it_leaves_recipients_of_a_copy_to_what_it_copies() -> None:
    home = Project(ROOT)
    file = home.content / "nghe_an" / "2025" / "sao_y_kien_toan.yaml"
    text = file.read_text("utf-8").replace("noi_nhan:", "noi_nhan:\n  - Như Điều 3", 1)
    assert "Như Điều 3" in text
    assert not [each for each in check(home, [file], {file: text.encode()}).findings if each.code == "R121"]


def it_tells_of_an_article_that_names_the_recipients_of_a_letter(tmp_path: Path) -> None:
    letter = LETTER.format(line="Nội dung.", recipients="Như trên, Như Điều 3")
    (told,) = found(tmp_path, "R121", cv=letter)
    assert told.message == "Nơi nhận ghi “Như Điều 3” mà Công văn không có Điều 3."


@pytest.mark.parametrize(("line", "name"), [
    ("Sở Nội vụ chịu trách nhiệm thi hành Nghị quyết này.", "Nghị quyết"), ("Ban hành kèm theo Nghị định này.", "Nghị định"),
    ("Theo Điều 7 Quy chế này.", "Quy chế"), ("Thực hiện nghiêm Chỉ thị này.", "Chỉ thị"), ("Theo Mục 2 của Đề án này.", "Đề án"),
    ("Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.", ""), ("Theo Mục I Kế hoạch này.", ""), ("Ghi “Nghị quyết này” ở cuối.", ""),
    ("Thực hiện Đề án Chuyển đổi số; theo Mục 2 Đề án này.", ""), ("Quy chế này còn vướng.", ""), ("Theo Luật này.", ""),
    ("Thực hiện Nghị quyết số 9/NQ-HĐND; các sở chịu trách nhiệm thi hành Nghị quyết này.", ""),
])
def it_tells_of_a_type_that_is_not_its_own(line: str, name: str, tmp_path: Path) -> None:
    told = found(tmp_path, "R132", qd=DECISION, kh=PLAN.replace("Theo phân công.", line))
    assert [each.message for each in told] == (
        [f"Bài ghi “{name} này” mà bộ văn bản không có {name} nào."] if name else [])


def it_tells_of_the_closing_words_of_another_type_though_a_basis_has_its_name(tmp_path: Path) -> None:
    order = ORDER.replace("1. Sở Tài chính.", "1. Sở Tài chính chịu trách nhiệm thi hành Nghị quyết này.")
    assert len(found(tmp_path, "R132", qd=order, kh=PLAN)) == 1


@pytest.mark.parametrize("ma", sorted({ma for ma, kind in doctypes().items() if kind.frame}))
def it_lets_every_type_name_itself(ma: str, tmp_path: Path) -> None:
    name = doctypes()[ma].ten_loai
    plan = PLAN.replace("ke_hoach", "quyet_dinh" if ma == "quyet_dinh" else ma)
    told = found(tmp_path, "R132", qd=DECISION, kh=plan.replace("Theo phân công.", f"Thi hành {name} này."))
    assert told == []


@pytest.mark.parametrize(("line", "told"), [
    ("Xem Biểu 02 và Hình 3, bảng 5 dưới đây.", ["Biểu 02", "Hình 3", "bảng 5"]), ("Kết quả nêu tại Bảng 2.", ["Bảng 2"]),
    ("Chi tiết theo biểu 04 kèm theo.", ["biểu 04"]), ("Kết quả tại Biểu số 03.", ["Biểu số 03"]), ("Quy trình như Sơ đồ 1.", ["Sơ đồ 1"]),
    ("Tăng nhanh (Biểu đồ 2).", ["Biểu đồ 2"]), ("Xem hình 3, bảng 4.", ["hình 3", "bảng 4"]), ("Xem Bảng 1A.", ["Bảng 1A"]),
    ("Kết quả tại Bảng 1.", []), ("Kết quả tại bảng 1 dưới đây.", []), ("Theo Biểu 02 Thông tư số 01/2024/TT-BNV.", []),
    ("Thực hiện Nghị định số 30/2020/NĐ-CP, báo cáo theo Bảng 7.", []), ("Theo Biểu 02/TH.", []), ("Ghi “Bảng 7” ở đầu.", []),
    ("Có 15 đại biểu 3 tỉnh dự.", []), ("Mô hình 3 cấp, bảng 5 cột.", []), ("Tình hình 9 tháng như trong bảng 9 cột.", []),
    ("Phát biểu 3 lần.", []), ("Hình 3 chiều.", []),
])
def it_tells_of_tables_and_pictures_of_numbers_that_are_not_there(line: str, told: list[str], tmp_path: Path) -> None:
    report = REPORT.format(line=line, title="Kết quả giải quyết")
    named = [each.message.split("“")[1].split("”")[0] for each in found(tmp_path, "R131", bc=report)]
    assert sorted(named) == sorted(told)


def it_points_at_the_words(tmp_path: Path) -> None:
    report = REPORT.format(line="Theo Điều 7 Quy chế này, xem Hình 3.", title="Kết quả")
    places = [(each.code, each.line, report.splitlines()[each.line - 1][each.column - 1 : each.end_column - 1])
              for each in check(project(tmp_path, bc=report)).findings if each.code in ("R131", "R132")]
    assert sorted(places) == [("R131", 9, "Hình 3"), ("R132", 9, "Quy chế này")]


@pytest.mark.parametrize("title", ["Biểu 02. Kết quả", "Biểu số 2: Kết quả", "Biểu số 02"])
def it_knows_a_number_that_is_typed_in_a_caption(title: str, tmp_path: Path) -> None:
    assert found(tmp_path, "R131", bc=REPORT.format(line="Xem Biểu 02.", title=f'"{title}"')) == []
    assert len(found(tmp_path, "R131", bc=REPORT.format(line="Xem Biểu 03.", title=f'"{title}"'))) == 1


def it_leaves_forms_alone_that_are_sent_apart(tmp_path: Path) -> None:
    letter = LETTER.format(line="Số liệu điền theo Biểu 02.", recipients="Như trên")
    assert found(tmp_path, "R131", cv=letter) == []
    report = REPORT.format(line="Xem Biểu 02.", title="Kết quả") + "ban_hanh_rieng: [{ma: bieu, ten_goi: Biểu 02}]\n"
    assert found(tmp_path, "R131", bc=report) == []
