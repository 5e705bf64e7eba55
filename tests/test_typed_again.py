"""What the machine prints by itself and hands type again: every place of the table is found, honest words are not.

A case is a change to one of the sound documents below and the words that are told; a test holds that every row of
lint/typed_again.yaml has one. Where `--fix` takes the words away, what is left stands beside them.
"""

from pathlib import Path

import pytest

from tests.support.content import ROOT, project
from vanban.lint.typed_again import rows
from vanban.pipeline.checking import check
from vanban.pipeline.tidying import tidy

DECISION = """\
loai_van_ban: quyet_dinh
ma: qd
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Ban hành Kế hoạch
can_cu: [nq_76_2021]
theo_de_nghi: Giám đốc Sở Nội vụ
dieu:
  - noi_dung: Ban hành kèm theo Quyết định này [[kh]].
  - noi_dung: Quyết định này có hiệu lực kể từ ngày ký.
noi_nhan: [Bộ Nội vụ]
luu: VT, KSTT
nguoi_ky: nguyen_van_a
kem_theo: [kh]
"""
PLAN = """\
loai_van_ban: ke_hoach
ma: kh
trich_yeu: Cải cách hành chính năm 2025
de_muc:
  - tieu_de: Nhiệm vụ
    noi_dung: Theo phân công.
  - tieu_de: Giải pháp
    noi_dung: |
      Theo [[phu_luc_mot]], [[phu_luc_hai]].
kem_theo: [phu_luc_mot, phu_luc_hai]
"""
ANNEXES = {
    "mot": """\
loai_van_ban: phu_luc
ma: phu_luc_mot
trich_yeu: Danh mục nhiệm vụ
bang_bieu:
  - ma: bang
    cot: [{ma: so_thu_tu, tieu_de: TT}, {ma: viec, tieu_de: Việc}, {ma: noi, tieu_de: Nơi}]
    hang:
      - {viec: Rà soát, noi: Sở A}
      - {viec: Báo cáo, noi: Sở B}
""",
    "hai": "loai_van_ban: phu_luc\nma: phu_luc_hai\ntrich_yeu: Biểu mẫu\nmo_dau: Chữ.\n",
}
LETTER = """\
loai_van_ban: cong_van
ma: cv
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
don_vi_soan_thao: CCHC
trich_yeu: đôn đốc báo cáo
kinh_gui: [Sở A]
mo_dau: |
  Nội dung.
noi_nhan: [Như trên, Sở A]
luu: VT
nguoi_ky: nguyen_van_a
"""
MINUTES = """\
loai_van_ban: bien_ban
ma: bb
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Họp
mo_dau: Chữ.
noi_nhan: [Như dự họp]
luu: VT, Hồ sơ
thu_ky: Trần Văn Thư
chu_toa: Trần Văn Tọa
"""
BASE = {"qd": DECISION, "kh": PLAN, **ANNEXES, "cv": LETTER, "bb": MINUTES}
REGISTER = (ROOT / "content" / "dung_chung" / "co_quan.yaml").read_text("utf-8")

# Row of the table ("" for what is counted), document, words there, words put in their place, what is told, and what
# --fix leaves; None: it leaves all as it is.
TWICE: list[tuple[str, str, str, str, str, str | None]] = [
    ("trich_yeu", "cv", "đôn đốc", "V/v đôn đốc", "F106 V/v", "đôn đốc"),
    ("trich_yeu", "cv", "đôn đốc", '"v/v: đôn đốc báo cáo" #', "F106 v/v:", '"đôn đốc báo cáo" #'),
    ("trich_yeu", "cv", "đôn đốc", "Về việc đôn đốc", "F106 Về việc", None),
    ("kinh_gui", "cv", "kinh_gui: [Sở A]", 'kinh_gui: ["Kính gửi: Sở A"]', "F106 Kính gửi:", 'kinh_gui: ["Sở A"]'),
    ("kinh_gui", "cv", "kinh_gui: [Sở A]", "kinh_gui:\n  - 'Kính gửi Sở A'\n  - Sở B", "F106 Kính gửi", None),
    ("kinh_gui", "cv", "kinh_gui: [Sở A]", 'kinh_gui: ["- Sở A", Sở B]', "F106 -", 'kinh_gui: ["Sở A", Sở B]'),
    ("noi_nhan", "cv", "Như trên, Sở A", 'Như trên, "Nơi nhận: Sở A"', "F106 Nơi nhận:", None),
    ("noi_nhan", "cv", "Như trên, Sở A", 'Như trên, "- Sở A"', "F106 -", 'Như trên, "Sở A"'),
    ("noi_nhan", "cv", "Như trên, Sở A", 'Như trên, "Lưu: VT"', "F106 Lưu:", None),
    ("luu", "cv", "luu: VT", 'luu: "Lưu: VT"', "F106 Lưu:", 'luu: "VT"'),
    ("luu", "cv", "luu: VT", "luu: Lưu VT, CCHC", "F106 Lưu", "luu: VT, CCHC"),
    ("can_cu", "qd", "[nq_76_2021]", "[nq_76_2021, căn cứ Luật Đất đai]", "F106 căn cứ", "[nq_76_2021, Luật Đất đai]"),
    ("can_cu", "qd", "[nq_76_2021]", "[nq_76_2021, 'Căn cứ: Luật Đất đai']", "F106 Căn cứ:", "[nq_76_2021, 'Luật Đất đai']"),
    ("can_cu", "qd", "[nq_76_2021]", "[nq_76_2021, '- Luật Đất đai']", "F106 -", None),
    ("can_cu", "qd", "[nq_76_2021]", "[1. Luật Đất đai]", "F106 1.", None),
    ("can_cu", "qd", "[nq_76_2021]", "[xét Tờ trình của Sở Nội vụ]", "F106 xét", None),
    ("theo_de_nghi", "qd", "theo_de_nghi: Giám", "theo_de_nghi: Đề nghị của Giám", "F106 Đề nghị của", None),
    ("theo_de_nghi", "qd", "theo_de_nghi: Giám", "theo_de_nghi: Theo đề nghị của Giám", "F106 Theo đề nghị của",
     "theo_de_nghi: Giám"),
    ("theo_de_nghi", "qd", "theo_de_nghi: Giám", "theo_de_nghi: Xét đề nghị của Giám", "F106 Xét đề nghị của", None),
    ("ho_ten", "register", "ho_ten: Nguyễn Văn A", "ho_ten: (Đã ký) Nguyễn Văn A", "F106 (Đã ký)", None),
    ("quyen_han", "register", "chuc_vu: Phó Chủ tịch", "chuc_vu: KT. Phó Chủ tịch", "F106 KT.", None),
    ("quyen_han", "register", "tap_the: Ủy ban", "tap_the: TM. Ủy ban", "F106 TM.", "tap_the: Ủy ban"),
    ("quyen_han", "register", "cap_truong: Chủ tịch", "cap_truong: KT. Chủ tịch", "F106 KT.", "cap_truong: Chủ tịch"),
    ("thu_ky", "bb", "thu_ky: Trần", 'thu_ky: "Thư ký: Trần Văn Thư" #', "F106 Thư ký:", 'thu_ky: "Trần Văn Thư" #'),
    ("chu_toa", "bb", "chu_toa: Trần", "chu_toa: (Đã ký) Trần", "F106 (Đã ký)", None),
    ("ten_phu_luc", "hai", "trich_yeu: Biểu", "trich_yeu: Phụ lục II Biểu", "F106 Phụ lục II", "trich_yeu: Biểu"),
    ("ten_phu_luc", "hai", "trich_yeu: Biểu", "trich_yeu: PHỤ LỤC 05 | Biểu", "F106 PHỤ LỤC 05", None),
    ("caption", "hai", "mo_dau: Chữ.", "hinh: [{ma: h, tep: h.png, mo_ta: H, tieu_de: Hình 1. Sơ đồ}]\nmo_dau: Chữ.",
     "F106 Hình 1.", "tieu_de: Sơ đồ"),
    ("note", "hai", "mo_dau: Chữ.", "mo_dau: |\n  Chữ[^a].\n  [^a]: [1] Lời.", "F106 [1]", None),
    ("gach", "cv", "  Nội dung.", "  - – Nội dung.", "F106 –", "  - Nội dung."),
    ("gach", "cv", "  Nội dung.", "  + • Nội dung.", "F106 •", None),
    ("ten_loai", "acts", "ten_loai: Nghị quyết", "ten_loai: Căn cứ Nghị quyết", "F106 Căn cứ", None),
    ("so_ky_hieu", "acts", "so_ky_hieu: 76/NQ-CP", "so_ky_hieu: Số:76/NQ-CP", "F106 Số:", None),
    ("co_quan_ban_hanh", "acts", "co_quan_ban_hanh: Chính phủ", "co_quan_ban_hanh: của Chính phủ", "F106 của", None),
    ("so_ky_hieu", "qd", "theo_de_nghi:", "ky_hieu: Số:QĐ-UBND\ntheo_de_nghi:", "F106 Số:", None),
    ("", "kh", "tieu_de: Nhiệm", "tieu_de: I. Nhiệm", "F106 I.", "tieu_de: Nhiệm"),
    ("", "kh", "tieu_de: Nhiệm", "tieu_de: I/ Nhiệm", "F106 I/", None),
    ("", "kh", "tieu_de: Giải", "tieu_de: III. Giải", "F106 III.", None),
    ("", "kh", "tieu_de: Nhiệm", 'tieu_de: "Phần thứ nhất: Nhiệm vụ" #', "F106 Phần thứ nhất:", None),
    ("", "kh", "tieu_de: Nhiệm", "tieu_de: CHƯƠNG I NHIỆM", "F106 CHƯƠNG I", None),
    ("", "kh", "tieu_de: Nhiệm", "tieu_de: Mục 1. Nhiệm", "F106 Mục 1.", None),
    ("", "kh", "tieu_de: Nhiệm", "tieu_de: 1. Nhiệm", "F106 1.", None),
    ("", "kh", "tieu_de: Nhiệm", "tieu_de: a) Nhiệm", "F106 a)", None),
    ("", "qd", "noi_dung: Ban", 'noi_dung: "Điều 1. Ban hành [[kh]]." #', "F106 Điều 1.", '"Ban hành [[kh]]." #'),
    ("", "qd", "noi_dung: Quyết", "noi_dung: |\n      Điều 2. Quyết", "F106 Điều 2.", "noi_dung: |\n      Quyết"),
    ("", "qd", "- noi_dung: Quyết", "- tieu_de: Điều 2. Hiệu lực\n    noi_dung: Quyết", "F106 Điều 2.",
     "- tieu_de: Hiệu lực\n    noi_dung: Quyết"),
    ("", "cv", "  Nội dung.", "  1. 1. Nội dung.", "F106 1.", "  1. Nội dung."),
    ("", "mot", "viec: Báo", "viec: 2. Báo", "F106 2.", "viec: Báo"),
    ("ca_noi_nhan", "cv", "  Nội dung.", "  Nội dung.\n\n  Nơi nhận:", "F117", None),
    ("ca_luu", "cv", "  Nội dung.", "  Nội dung.\n  - Lưu: VT, CCHC.", "F117", None),
    ("ca_kinh_gui", "cv", "  Nội dung.", "  Kính gửi: Sở A\n\n  Nội dung.", "F117", None),
    ("ca_ve_viec", "cv", "  Nội dung.", "  V/v đôn đốc báo cáo\n\n  Nội dung.", "F117", None),
    ("ca_quoc_hieu", "cv", "  Nội dung.", "  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n  Nội dung.", "F117", None),
    ("ca_quoc_hieu", "cv", "  Nội dung.", "  Độc lập – Tự do – Hạnh phúc\n\n  Nội dung.", "F117", None),
    ("ca_loi_ban_hanh", "qd", "noi_dung: Quyết", "noi_dung: |\n      QUYẾT ĐỊNH:\n\n      Quyết", "F117", None),
    ("ca_so_ky_hieu", "cv", "  Nội dung.", "  Số: 12/UBND-CCHC\n\n  Nội dung.", "F117", None),
    ("ca_du_thao", "cv", "  Nội dung.", "  DỰ THẢO LẦN 2\n\n  Nội dung.", "F117", None),
    ("ca_da_ky", "cv", "  Nội dung.", "  Nội dung.\n\n  (Đã ký)", "F117", None),
    ("ca_so_trang", "cv", "  Nội dung.", "  Nội dung.\n\n  Trang 1/5\n\n  Nội dung.", "F117", None),
    ("ca_phu_luc", "cv", "  Nội dung.", "  Nội dung.\n\n  PHỤ LỤC 01\n\n  Nội dung.", "F117", None),
    ("ca_quyen_han", "cv", "  Nội dung.", "  Nội dung.\n\n  TM. ỦY BAN NHÂN DÂN", "F117", None),
    ("ca_kem_theo", "kh", "noi_dung: Theo phân công.",
     "noi_dung: (Kèm theo Quyết định số 12/QĐ-UBND ngày 01/7/2025 của Ủy ban nhân dân tỉnh)", "F117", None),
    ("", "kh", "trich_yeu: Cải", "trich_yeu: Kế hoạch cải", "F118", None),
    ("", "qd", "trich_yeu: Ban", "trich_yeu: QUYẾT ĐỊNH ban", "F118", None),
    ("", "kh", "năm 2025", "năm 2025.", "F119", "năm 2025"),
    ("", "cv", "trich_yeu: đôn đốc báo cáo", 'trich_yeu: "đôn đốc báo cáo./."', "F119", '"đôn đốc báo cáo"'),
]
# Words that only look so.
HONEST = [
    ("qd", "[nq_76_2021]", "[nq_76_2021, Căn cứ Luật Đất đai, Xét Tờ trình của Sở Nội vụ, 'khoản 1 Điều 5 Luật Đất đai']"),
    ("qd", "[nq_76_2021]", "[nq_76_2021, 12 nghị quyết của Hội đồng nhân dân tỉnh]"),
    ("register", "chuc_vu: Phó Chủ tịch", "chuc_vu: Phó Chủ tịch Thường trực"),
    ("cv", "đôn đốc", "việc đôn đốc"),
    ("cv", "đôn đốc", "góp ý dự thảo, đôn đốc"),
    ("cv", "báo cáo", "báo cáo, v.v."),
    ("cv", "kinh_gui: [Sở A]", "kinh_gui: [Lưu trữ lịch sử tỉnh, Kính gửi Pha]".replace("Kính gửi", "Ông Kính")),
    ("cv", "Như trên, Sở A", "Như trên, Trung tâm Lưu trữ"),
    ("cv", "  Nội dung.", "  Nơi nhận hồ sơ: Trung tâm Phục vụ hành chính công.\n  - Lưu giữ hồ sơ;\n  - -5 độ."),
    ("cv", "  Nội dung.", "  Trang 1 của hồ sơ ghi số: 12/QĐ-UBND.\n  1. Mục 1 của Kế hoạch.\n  1. 2 hồ sơ."),
    ("cv", "  Nội dung.", "  “Điều 1. Phạm vi điều chỉnh”\n  KT. là chữ viết tắt của cụm từ ký thay trong khối chữ ký của văn bản hành chính."),
    ("kh", "tieu_de: Nhiệm", "tieu_de: V. I. Lê-nin với nhiệm"),
    ("kh", "tieu_de: Nhiệm", "tieu_de: C. Mác với nhiệm"),
    ("kh", "tieu_de: Nhiệm", "tieu_de: Phần mềm, nhiệm"),
    ("kh", "tieu_de: Nhiệm", "tieu_de: Điều 3 của Nghị quyết và nhiệm"),
    ("kh", "tieu_de: Nhiệm", "khong_danh_so: true\n    tieu_de: Phần thứ nhất. Nhiệm"),
    ("kh", "tieu_de: Nhiệm", "tieu_de: 30 nhiệm"),
    ("kh", "tieu_de: Nhiệm", "tieu_de: 2025, năm của nhiệm"),
    ("kh", "Cải cách", "Ban hành Kế hoạch cải cách"),
    ("qd", "noi_dung: Quyết", "noi_dung: Điều 1 Quyết định số 12/QĐ-UBND được sửa đổi. Quyết"),
    ("qd", "noi_dung: Quyết", "noi_dung: “Điều 2. Phạm vi” được bãi bỏ. Quyết"),
    ("qd", "noi_dung: Quyết", "noi_dung: Điều 1, Điều 2 Quyết định này. Quyết"),
    ("hai", "trich_yeu: Biểu", "trich_yeu: Phụ lục hợp đồng và biểu".replace("Phụ lục hợp", "Mẫu phụ lục hợp")),
    ("hai", "mo_dau: Chữ.", "mo_dau: |\n  Kính gửi: …\n\n  Nơi nhận:"),
    ("mot", "viec: Báo", "viec: 3. Báo"),
    ("mot", "viec: Báo cáo", 'viec: "2 báo cáo"'),
]
OF_MINE = {"F106", "F117", "F118", "F119"}


def put(folder: Path, document: str, old: str, new: str):
    """The project with one change; where it was made."""
    made = project(folder, **BASE)
    shared = {"register": "co_quan.yaml", "acts": "can_cu.yaml"}
    path = made.content / ("dung_chung" if document in shared else "nghe_an/2025") / shared.get(document, f"{document}.yaml")
    text = path.read_text("utf-8")
    assert old in text
    start = text.index("ma: nq_76_2021") if document == "acts" else 0
    path.write_text(text[:start] + text[start:].replace(old, new, 1), "utf-8")
    return made, path


def found(made):
    return [each for each in check(made).findings if each.code in OF_MINE]


def it_has_a_sound_base(tmp_path):
    assert check(project(tmp_path, **BASE)).findings == ()


@pytest.mark.parametrize(("row", "document", "old", "new", "told", "left"), TWICE, ids=[f"{t[1]}-{t[3]}" for t in TWICE])
def it_tells_where_words_of_the_machine_are_typed_again(row, document, old, new, told, left, tmp_path):
    made, path = put(tmp_path, document, old, new)
    if row == "caption":
        (path.parent / "h.png").write_bytes((ROOT / "tests/bad/hinh/hinh/so_do.png").read_bytes())
    faults = found(made)
    assert [each.code for each in faults] == [told.split()[0]], faults
    if words := told[5:]:
        text = path.read_text("utf-8")
        line = text.split("\n")[faults[0].line - 1]
        assert faults[0].file == path.relative_to(made.root).as_posix()
        assert line[faults[0].column - 1 :].startswith(words)
        assert words in faults[0].message
    assert bool(faults[0].fix) == (left is not None) == ("--fix" in faults[0].hint)
    if left is not None:
        tidy(made)
        assert left in path.read_text("utf-8")
        assert found(made) == []


@pytest.mark.parametrize(("document", "old", "new"), HONEST, ids=[f"{t[0]}-{t[2]}" for t in HONEST])
def it_leaves_honest_words_alone(document, old, new, tmp_path):
    assert found(put(tmp_path, document, old, new)[0]) == []


def it_has_a_case_for_every_row_of_the_table():
    tried = {row for row, *_ in TWICE}
    known = {*rows("thanh_phan"), *rows("dau_dong"), *rows("so_can_cu"), *(f"ca_{name}" for name in rows("ca_dong"))}
    assert known == tried - {""}


def it_finds_nothing_in_the_samples_and_in_what_they_cite():
    from vanban.pipeline.project import Project
    assert [each for each in check(Project(ROOT)).findings if each.code in OF_MINE] == []
