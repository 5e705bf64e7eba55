"""What findings say: the sign that was forgotten, the place of the letter, the way out; and one fault is one finding."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import ROOT, checked, project
from vanban.errors import WrongUse
from vanban.findings import Finding
from vanban.keys import document_types
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reading_out import words as read_out

PLAN = """\
loai_van_ban: ke_hoach
ma: kh
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Cải cách hành chính
muc_tieu: [{chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 95}]
de_muc:
  - tieu_de: Nhiệm vụ
    noi_dung: |
      Theo phân công.
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: nguyen_van_a
"""
DECISION = """\
loai_van_ban: quyet_dinh
ma: qd
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Về việc thành lập Tổ công tác
can_cu: [nq_76_2021]
dieu:
  - noi_dung: Thành lập Tổ công tác.
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: nguyen_van_a
"""
ANNEX = "loai_van_ban: phu_luc\nma: pl_x\ntrich_yeu: Danh mục\nmo_dau: Chữ.\n"
TABLE = """\
bang_bieu:
  - ma: b
    cot: [{ma: ten, tieu_de: Tên}, {ma: so, tieu_de: Số, kieu_o: so}, {ma: hai, tieu_de: Hai, kieu_o: so}]
    hang:
"""


def told(folder: Path, **documents: str) -> list[Finding]:
    return list(checked(folder, **documents).findings)


def with_line(line: str) -> str:
    return PLAN.replace("Theo phân công.", line)


def with_rows(*rows: str) -> str:
    return PLAN.replace("noi_nhan:", TABLE + "".join(f"      - {row}\n" for row in rows) + "noi_nhan:", 1)


# A line, the code, the column of the fault in the line (from 1), what the message and the way out hold.
SIGNS = [
    ("Theo [[nq_76_2021] của Chính phủ.", "S301", 6, "“[[nq_76_2021]” thiếu một dấu ]", "Viết [[nq_76_2021]]."),
    ("Theo [nq_76_2021]] của Chính phủ.", "S301", 6, "“[nq_76_2021]]” thiếu một dấu [", "Viết [[nq_76_2021]]."),
    ("Theo [[nq_76_2021 của Chính phủ, Bộ Nội vụ.", "S301", 6, "“[[nq_76_2021” thiếu dấu ]]", "[[nq_76_2021]]"),
    ("Theo [[nq_76_2021} và [[nq_76_2021]].", "S301", 6, "“[[nq_76_2021}” đóng không đúng", "[[nq_76_2021]]"),
    ("Theo [[nq_76_2021 | so_ngay] và [1].", "S301", 6, "“[[nq_76_2021 | so_ngay]” thiếu", "[[nq_76_2021 | so_ngay]]"),
    ("Theo [nq_76_2021] của Chính phủ.", "S302", 6, "“[nq_76_2021]” trông như dẫn chiếu", "[[nq_76_2021]]"),
    ("Đạt {{ muc_tieu.ty_le_dung_han } trở lên.", "S301", 5, "dung_han }” thiếu một dấu }", "{{ muc_tieu.ty_le_dung_han }}"),
    ("Đạt { muc_tieu.ty_le_dung_han }} trở lên.", "S301", 5, "thiếu một dấu {", "{{ muc_tieu.ty_le_dung_han }}"),
    ("Đạt {muc_tieu.ty_le_dung_han} trở lên.", "S302", 5, "“{muc_tieu.ty_le_dung_han}”", "{{ muc_tieu.ty_le_dung_han }}"),
    ("Đạt {{ muc_tieu.ty_le_dung_han và {{ muc_tieu.ty_le_dung_han }}.", "S301", 5, "thiếu dấu }}", "Viết {{ muc"),
    ("Đạt {{ 95 }} phần trăm.", "S302", 5, "“95” không phải là mã", "viết thẳng: 95"),
    ("Đạt {95%} trở lên.", "S302", 5, "“{95%}”", "viết thẳng: 95%"),
    ("Theo kế hoạch[^a và chữ.", "S302", 14, "“[^a” thiếu dấu ]", "Viết [^a]."),
    ("1. Rà soát. {#ra_soat", "S302", 13, "“{#ra_soat” thiếu dấu }", "Viết {#ra_soat}."),
    ("Theo [[Phụ lục nhiệm vụ của Kế hoạch cải cách hành chính tỉnh Nghệ An năm 2025]].", "S302", 6, "…” không", "[["),
]


@pytest.mark.parametrize(("line", "code", "column", "said", "way_out"), SIGNS, ids=[each[0] for each in SIGNS])
def it_names_the_sign_that_was_forgotten_and_nothing_else(
    line: str, code: str, column: int, said: str, way_out: str, tmp_path: Path
) -> None:
    [found] = told(tmp_path, kh=with_line(line))
    assert (found.code, found.line, found.column) == (code, 10, 6 + column)
    assert said in found.message
    assert way_out in found.hint
    assert len(found.message) < 100


@pytest.mark.parametrize("line", ["Xem [1] và {…}.", "Theo \\[nq_76_2021\\].", "Tập {a, b}; [a; b].", "\\{95%}"])
def it_leaves_brackets_of_the_text_alone(line: str, tmp_path: Path) -> None:
    assert told(tmp_path, kh=with_line(line)) == []


NAMED = PLAN.replace("Theo phân công.", "Theo [[pl_x]].") + "kem_theo: [pl_x]\n"
# One slip, and the code of the one finding that it makes.
ONE_FAULT = {
    "the_name_of_a_file": ({"kh": NAMED.replace("kem_theo: [pl_x]", "kem_theo: [pl_x.yaml]"), "pl_x": ANNEX}, "S205"),
    "an_unclosed_reference": ({"kh": NAMED.replace("[[pl_x]]", "[[pl_x]"), "pl_x": ANNEX}, "S301"),
    "a_folded_text": ({"kh": NAMED.replace("noi_dung: |", "noi_dung: >"), "pl_x": ANNEX}, "S305"),
    "a_mistyped_column": ({"kh": with_rows("{ten: A, soo: 1, hai: 2}", "{ten: B, so: 1, hai: 2}")}, "S311"),
    "a_mistyped_column_and_a_total": (
        {"kh": with_rows("{ten: A, soo: 1, hai: 2}", "{ten: B, so: 1, hai: 2}", "{tong_cong: true, ten: Cộng}")}, "S311"),
    "a_number_in_braces": ({"kh": with_rows("{ten: A, so: {12}, hai: 2}")}, "S203"),
    "a_number_in_typed_braces": ({"kh": with_rows("{ten: A, so: '{12}', hai: 2}")}, "S302"),
    "an_unclosed_figure_in_a_cell": (
        {"kh": with_rows("{ten: A, so: '{{ muc_tieu.ty_le_dung_han }', hai: 2}")}, "S301"),
    "a_key_of_another_type": ({"qd": DECISION + "kinh_gui: [Bộ Nội vụ]\n"}, "S201"),
    "a_broken_question": ({"kh": with_line("Đạt {XEM LẠI: bao nhiêu.")}, "S302"),
    "lưu_with_its_word": ({"kh": PLAN.replace("luu: VT", 'luu: "Lưu: VT"')}, "F106"),
}


@pytest.mark.parametrize(("documents", "code"), ONE_FAULT.values(), ids=ONE_FAULT)
def it_tells_one_slip_once(documents: dict[str, str], code: str, tmp_path: Path) -> None:
    assert [found.code for found in told(tmp_path, **documents)] == [code]


TYPES = document_types()
# Each key of a document with each type that has none of that name.
FOREIGN = [(kind, key) for kind, file in TYPES.items() for other in TYPES.values() for key in other.keys
           if key not in file.keys]


@pytest.mark.parametrize("kind", TYPES)
def it_says_of_a_key_of_another_type_what_to_do_instead(kind: str, tmp_path: Path) -> None:
    keys = sorted({key for each, key in FOREIGN if each == kind})
    (tmp_path / "kinds").mkdir()
    found = told(tmp_path, van_ban=f"loai_van_ban: {kind}\nma: vb\n" + "".join(f"{key}: x\n" for key in keys))
    of_keys = {each.path.removeprefix("$."): each for each in found if each.code == "S201"}
    assert sorted(of_keys) == keys
    assert [key for key, each in of_keys.items() if "Các mục có thể dùng" in each.hint or "Có phải" in each.hint] == []


def it_says_what_to_do_with_a_table_of_a_decision(tmp_path: Path) -> None:
    [found] = told(tmp_path, qd=DECISION + TABLE + "      - {ten: A, so: 1, hai: 2}\n")
    assert "phụ lục" in found.hint
    assert "kem_theo" in found.hint


# What stands in a cell of figures while nobody knows the figure.
QUESTIONS = ("{XEM LẠI: chưa có số}", "12 {XEM LẠI: Sở A xác nhận}", "[XEM LẠI: chưa có]")


@pytest.mark.parametrize("question", QUESTIONS)
def it_goes_on_with_a_draft_whose_figures_are_asked_for(question: str, tmp_path: Path) -> None:
    text = with_rows(f"{{ten: A, so: '{question}', hai: 2}}", "{ten: B, so: 1, hai: 2}", "{tong_cong: true, ten: Cộng}")
    made = project(tmp_path, kh=text)
    found = check(made)
    assert {each.code for each in found.findings} == {"C117", "D105"}
    assert [each.level for each in found.findings] == ["info", "info"]
    shown, _ = read_out(made, made.content / "nghe_an/2025/kh.yaml")
    assert "chưa tính được" in shown
    assert question.replace("{", "[").replace("}", "]") in shown
    issued = text.replace("ngay_du_kien: 15/7/2025", 'so_van_ban: "12"\nngay_ban_hanh: 15/7/2025\nvi_du: true')
    assert "C101" in {each.code for each in told(tmp_path, kh=issued)}


def it_cannot_work_out_a_total_by_a_relation_either(tmp_path: Path) -> None:
    text = with_rows("{ten: A, so: '{XEM LẠI: số}', hai: 2}", "{ten: B, so: 1, hai: 2}", "{tong_cong: true, ten: Cộng}")
    text = text.replace("    hang:", "    quan_he: [hai = 100 * so / so]\n    hang:").replace(
        "tieu_de: Hai, kieu_o: so", "tieu_de: Tỷ lệ, kieu_o: so")
    assert {each.code for each in told(tmp_path, kh=text.replace("hai: 2", "hai: 100"))} == {"C117", "D105"}


def it_names_the_first_ten_open_questions_with_their_lines(tmp_path: Path) -> None:
    lines = "\n      ".join(f"Câu {number} {{XEM LẠI: điều {number}}}." for number in range(1, 13))
    [found] = told(tmp_path, kh=with_line(lines))
    assert (found.code, found.line, found.column) == ("C117", 10, 13)
    assert "dòng 10: điều 1; dòng 11: điều 2" in found.message
    assert found.message.endswith("dòng 19: điều 10; và 2 chỗ nữa.")


# What is typed, the words that are pointed at; the code.
POINTED = {
    "no_glyph": ("trich_yeu: Cải cách hành chính", "trich_yeu: Cải cách ✓ hành chính", "✓", "F116"),
    "no_glyph_in_a_title": ("tieu_de: Nhiệm vụ", "tieu_de: Nhiệm vụ ①", "①", "F116"),
    "other_script": ("Theo phân công.", "Theo phân công của ѕở.", "ѕở", "S114"),
    "sign_in_plain_text": ("luu: VT", "luu: VT, **KSTT**", "**", "C116"),
    "question": ("trich_yeu: Cải cách", 'trich_yeu: "Cải {XEM LẠI: gì} cách" #', "{XEM LẠI: gì", "C117"),
}


@pytest.mark.parametrize(("old", "new", "words", "code"), POINTED.values(), ids=POINTED)
def it_points_at_the_letters(old: str, new: str, words: str, code: str, tmp_path: Path) -> None:
    text = PLAN.replace(old, new)
    [found] = told(tmp_path, kh=text)
    row = text.split("\n")[found.line - 1]
    assert (found.code, row[found.column - 1 : found.end_column - 1]) == (code, words)


@pytest.mark.parametrize("more", ["", 'so_van_ban: "12"\nngay_ban_hanh: 15/7/2025\nvi_du: true\n'])
def it_points_at_the_entry_of_a_register_that_asks(more: str, tmp_path: Path) -> None:
    made = project(tmp_path, kh=PLAN + more)
    register = made.content / "dung_chung" / "co_quan.yaml"
    text = register.read_text("utf-8").replace("chuc_vu: Phó Chủ tịch", 'chuc_vu: "{XEM LẠI: chức vụ}"', 1)
    register.write_text(text, "utf-8")
    [found] = check(made).findings
    row = text.split("\n").index('        chuc_vu: "{XEM LẠI: chức vụ}"') + 1
    assert (found.code, found.file, found.line) == ("C101" if more else "C117", "content/dung_chung/co_quan.yaml", row)


def it_stops_what_is_issued_with_an_open_question_of_a_register_and_no_draft(tmp_path: Path) -> None:
    issued = 'so_van_ban: "12"\nngay_ban_hanh: 15/7/2025\nvi_du: true\n'
    made = project(tmp_path, kh=PLAN, hai=PLAN.replace("ma: kh", "ma: hai") + issued)
    register = made.content / "dung_chung" / "co_quan.yaml"
    text = register.read_text("utf-8").replace("chuc_vu: Phó Chủ tịch", 'chuc_vu: "{XEM LẠI: chức vụ}"', 1)
    register.write_text(text, "utf-8")
    found = check(made)
    assert {each.code for each in found.findings} == {"C101", "C117"}
    assert [bo.van_ban.ma for bo in found.sound] == ["kh"]


# A signer who is not the issuing body's, and what is said of him.
SIGNERS = {"nguyen_van_aa": "Có phải “nguyen_van_a”?", "hoang_van_e": "chép sang", "khong_ai": "Người ký được: nguyen_van_a (Phó Chủ tịch)"}


@pytest.mark.parametrize(("ma", "said"), SIGNERS.items(), ids=SIGNERS)
def it_says_in_which_file_signers_stand(ma: str, said: str, tmp_path: Path) -> None:
    made = project(tmp_path, kh=PLAN.replace("nguyen_van_a", ma))
    other = "loai_du_lieu: co_quan\nco_quan:\n  - ma: so_thu\n    ten_goi: Sở Thử\n    nguoi_ky:\n      - {ma: hoang_van_e, " \
            "ho_ten: Hoàng E, chuc_vu: Giám đốc, tu_cach_ky: cap_truong, tu_ngay: 1/1/2020}\n"
    (made.content / "dung_chung" / "them.yaml").write_text(other, "utf-8")
    [found] = check(made).findings
    assert found.code == "R104"
    assert said in found.hint
    assert "content/dung_chung/co_quan.yaml:8" in found.hint


NOT_TO_ISSUE = {
    "a_register": ("dung_chung/co_quan.yaml", "sổ dùng chung"),
    "a_folder": ("nghe_an/2025", "thư mục"),
    "an_annex": ("nghe_an/2025/pl_x.yaml", "kèm theo content/nghe_an/2025/kh.yaml"),
    "alone": ("nghe_an/2025/le.yaml", "chỉ để kèm theo"),
    "no_yaml": ("nghe_an/2025/hong.yaml", "dòng 1: Dấu nháy"),
    "no_mapping": ("nghe_an/2025/chu.yaml", "tên_mục: giá trị"),
    "empty": ("nghe_an/2025/rong.yaml", "không có nội dung"),
    "no_type": ("nghe_an/2025/khac.yaml", "chưa nói là loại văn bản nào"),
    "no_body": ("nghe_an/2025/qd.yaml", "Thiếu mục bắt buộc “co_quan”"),
}


@pytest.mark.parametrize(("file", "said"), NOT_TO_ISSUE.values(), ids=NOT_TO_ISSUE)
def it_says_why_a_file_cannot_be_issued(file: str, said: str, tmp_path: Path) -> None:
    made = project(
        tmp_path, kh=NAMED, pl_x=ANNEX, le=ANNEX.replace("pl_x", "le"), hong='ma: "x\nma: x\n', chu="Kính thưa\n", rong="",
        khac="ma: x\n", qd=DECISION.replace("co_quan: ubnd_nghe_an\n", ""),
    )
    with pytest.raises(WrongUse, match=re.escape(said)):
        issue(made, made.content / file, "12", date(2025, 7, 15))


def it_tells_nothing_of_the_samples_by_these_ways() -> None:
    found = {each.code for each in check(Project(ROOT)).findings if each.level != "info"}
    assert found <= {"C109"}
