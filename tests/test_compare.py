"""Two versions of documents → what a reviewer is told: each change once, with its place on paper, and what follows of it."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, ROOT
from tests.support.reviewing import applied, compared, of_plan, told
from vanban.compare.comparing import compare
from vanban.compare.words import difference, figure_changes, pieces, words_of
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project
from vanban.pipeline.sides import reading_of
from vanban.reviews._sentences import sentence

THREE = "1. Rà soát thủ tục hành chính.\n1. Công khai kết quả hằng tháng.\n1. Báo cáo theo quy định chung.\n"


@pytest.fixture(scope="module")
def samples() -> Checked:
    return check(Project(ROOT))


def it_finds_nothing_where_nothing_changed(samples: Checked) -> None:
    comparison = compare(reading_of(samples), reading_of(samples))
    assert [*comparison] == []
    assert len(comparison.documents) == sum(1 for bo in samples.sets for _ in bo)


# Words


def it_takes_a_number_a_date_and_a_symbol_for_one_word() -> None:
    assert [*filter(str.strip, words_of("đạt 98,77%, ngày 15/7/2025 (Nghị quyết 76/NQ-CP)."))] == [
        "đạt", "98,77%", ",", "ngày", "15/7/2025", "(", "Nghị", "quyết", "76/NQ-CP", ")", "."]


def it_puts_both_texts_in_one_row() -> None:
    found = pieces("đạt 95% trở lên, có chất lượng", "đạt 97,5% trở lên và có chất lượng")
    assert "".join(piece.words for piece in found if piece.of != "new") == "đạt 95% trở lên, có chất lượng"
    assert "".join(piece.words for piece in found if piece.of != "old") == "đạt 97,5% trở lên và có chất lượng"
    assert [(piece.of, piece.words) for piece in found if piece.of != "both"] == [
        ("old", "95%"), ("new", "97,5%"), ("old", ","), ("new", " và")]


def it_shows_a_text_that_is_another_one_whole() -> None:
    assert [piece.of for piece in pieces("Rà soát thủ tục.", "Công bố kết quả hằng quý!")] == ["old", "new"]


@pytest.mark.parametrize(("old", "new", "apart"), [
    ("95%", "97%", "+2 điểm phần trăm"), ("98,5%", "97%", "-1,5 điểm phần trăm"), ("1.204", "1.300", "+96"),
    ("95%", "97", ""), ("15/7/2025", "16/7/2025", ""), ("12", "năm", ""), ("-5", "5", "+10"), ("- 5", "- 6", ""),
    ("từ 95% trở lên", "từ 97% trở lên", "+2 điểm phần trăm"), ("trên 87%", "bằng 88%", ""), ("76/NQ-CP", "77/NQ-CP", ""),
    ("10.000.000 đồng", "9.500.000 đồng", "-500.000"), ("từ 5 đến 7", "từ 5 đến 8", ""),
])
def it_subtracts_what_is_printed(old: str, new: str, apart: str) -> None:
    assert difference(old, new) == apart


def it_takes_no_day_and_no_mark_for_a_figure() -> None:
    old = "Căn cứ Điều 3 Nghị quyết số 7 ngày 15 tháng 7 năm 2021, đạt 95% trong 4 năm"
    new = "Căn cứ Điều 4 Nghị quyết số 8 ngày 30 tháng 12 năm 2022, đạt 97% trong 5 năm"
    assert [(each.old, each.new) for each in figure_changes(pieces(old, new))] == [("95%", "97%"), ("4", "5")]


# Text


def it_tells_a_line_that_says_something_else(tmp_path: Path) -> None:
    assert of_plan(tmp_path, THREE, THREE.replace("hằng tháng", "hằng quý")) == [
        "changed text, khoản 2 Mục I: 2. Công khai kết quả hằng tháng. → 2. Công khai kết quả hằng quý."]


def it_tells_a_line_put_in_once_and_the_new_numbers_below_it(tmp_path: Path) -> None:
    assert of_plan(tmp_path, THREE, THREE.replace("1. Công", "1. Tập huấn cho cán bộ.\n1. Công")) == [
        "added text, khoản 2 Mục I: 2. Tập huấn cho cán bộ.",
        "  mark, khoản 3 Mục I: 2. Công khai kết quả hằng tháng. → 3. Công khai kết quả hằng tháng.",
        "  mark, khoản 4 Mục I: 3. Báo cáo theo quy định chung. → 4. Báo cáo theo quy định chung.",
    ]


def it_tells_a_move_as_one_change(tmp_path: Path) -> None:
    first, second, third = THREE.splitlines(keepends=True)
    assert of_plan(tmp_path, THREE, second + third + first) == [
        "moved text, khoản 3 Mục I: 3. Rà soát thủ tục hành chính.",
        "  mark, khoản 1 Mục I: 2. Công khai kết quả hằng tháng. → 1. Công khai kết quả hằng tháng.",
        "  mark, khoản 2 Mục I: 3. Báo cáo theo quy định chung. → 2. Báo cáo theo quy định chung.",
    ]


def it_takes_what_stands_below_a_line_out_with_it(tmp_path: Path) -> None:
    text = "1. Gồm:\na) Việc thứ nhất;\na) Việc thứ hai;\n1. Khác.\n"
    assert of_plan(tmp_path, text, "1. Khác.\n") == [
        "removed text, khoản 1 Mục I: 1. Gồm: / a) Việc thứ nhất; / b) Việc thứ hai;",
        "  mark, khoản 1 Mục I: 2. Khác. → 1. Khác.",
    ]


def it_knows_a_reworded_line_between_new_ones(tmp_path: Path) -> None:
    new = THREE.replace("1. Công khai kết quả hằng tháng.", "1. Tập huấn.\n1. Công khai kết quả hằng quý.\n1. Mua máy.")
    assert [line for line in of_plan(tmp_path, THREE, new) if not line.startswith("  ")] == [
        "added text, khoản 2 Mục I: 2. Tập huấn.",
        "changed text, khoản 3 Mục I: 2. Công khai kết quả hằng tháng. → 3. Công khai kết quả hằng quý.",
        "added text, khoản 4 Mục I: 4. Mua máy.",
    ]


def it_knows_a_line_by_its_id_whatever_it_says(tmp_path: Path) -> None:
    old = "1. Rà soát thủ tục. {#viec}\n1. Công khai kết quả.\n"
    assert of_plan(tmp_path, old, "1. Công khai kết quả.\n1. Một câu hoàn toàn khác. {#viec}\n") == [
        "moved text, khoản 1 Mục I: 1. Công khai kết quả.",
        "  mark, khoản 2 Mục I: 1. Rà soát thủ tục. → 2. Một câu hoàn toàn khác.",
        "changed text, khoản 2 Mục I: 1. Rà soát thủ tục. → 2. Một câu hoàn toàn khác.",
    ]


def it_tells_letters_that_look_otherwise(tmp_path: Path) -> None:
    (change,) = compared(tmp_path, {"qd": DECISION, "kh": PLAN},
                         {"qd": DECISION, "kh": PLAN.replace("Theo phân công", "Theo **phân công**")}).changes
    assert (change.deed, change.subject, change.cause.kind) == ("changed", "text", "format")


def it_leads_the_words_of_a_reference_to_what_moved_its_target(tmp_path: Path) -> None:
    old = THREE + "1. Theo [[moc]]. {#cuoi}\n1. Mốc. {#moc}\n"
    assert of_plan(tmp_path, old, "1. Mới thêm vào.\n" + old)[-3:] == [
        "  mark, khoản 5 Mục I: 4. Theo khoản 5 Mục I. → 5. Theo khoản 6 Mục I.",
        "  reference, khoản 5 Mục I: 4. Theo khoản 5 Mục I. → 5. Theo khoản 6 Mục I.",
        "  mark, khoản 6 Mục I: 5. Mốc. → 6. Mốc.",
    ]


# Zones


def it_tells_number_and_day_as_one_change_and_the_annex_that_cites_them(tmp_path: Path) -> None:
    new = DECISION.replace('"2228"', '"2229"').replace("15/7/2025", "16/7/2025")
    assert told(compared(tmp_path, {"qd": DECISION, "kh": PLAN}, {"qd": new, "kh": PLAN})) == [
        "changed number_date, số, ký hiệu và ngày tháng: 2228/QĐ-UBND / ngày 15 tháng 7 năm 2025 → "
        "2229/QĐ-UBND / ngày 16 tháng 7 năm 2025",
        "  zone, kèm theo: (Kèm theo Quyết định số 2228/QĐ-UBND / ngày 15 tháng 7 năm 2025 của Ủy ban nhân dân tỉnh "
        "Nghệ An) → (Kèm theo Quyết định số 2229/QĐ-UBND / ngày 16 tháng 7 năm 2025 của Ủy ban nhân dân tỉnh Nghệ An)",
    ]


def it_tells_a_basis_put_in_and_the_signs_that_follow(tmp_path: Path) -> None:
    new = DECISION.replace("  - nq_76_2021\n", "  - nq_76_2021\n  - luat_chinh_quyen_dia_phuong_2025\n")
    lines = told(compared(tmp_path, {"qd": DECISION, "kh": PLAN}, {"qd": new, "kh": PLAN}))
    assert lines[0].startswith("added legal_basis, căn cứ, dòng 2: Căn cứ Luật Tổ chức chính quyền địa phương")
    assert lines[1].startswith("  end_mark, căn cứ, dòng 1: Căn cứ Nghị quyết số 76/NQ-CP")
    assert len(lines) == 2


def it_tells_who_signs_in_place_of_whom_as_one_change(tmp_path: Path) -> None:
    new = DECISION.replace("nguyen_van_a", "{XEM LẠI: ai ký}").replace("nguoi_ky: {", "nguoi_ky: \"{").replace("ký}", "ký}\"")
    (change,) = compared(tmp_path, {"qd": DECISION, "kh": PLAN}, {"qd": new, "kh": PLAN}).changes
    assert (change.deed, change.subject) == ("changed", "signer")


# Registers


def it_tells_a_renamed_body_in_every_document_that_names_it(tmp_path: Path) -> None:
    rename = ("co_quan", "ten_goi: Ủy ban nhân dân tỉnh Nghệ An", "ten_goi: Ủy ban nhân dân thành phố Nghệ An")
    plan = PLAN.replace("Theo phân công.", "Theo phân công của [[ubnd_nghe_an]].")
    comparison = compared(tmp_path, {"qd": DECISION, "kh": plan}, {"qd": DECISION, "kh": plan}, [rename])
    assert [(document.name, change.deed, change.subject, change.cause.name) for document in comparison
            for change in document.changes] == [
        ("nghe_an/2025/qd", "changed", "register", "co_quan ubnd_nghe_an"),
        ("nghe_an/2025/kh", "changed", "register", "co_quan ubnd_nghe_an"),
    ]
    cause = comparison.changes[0].cause
    assert (cause.old, cause.new) == ("tên gọi “Ủy ban nhân dân tỉnh Nghệ An”",
                                      "tên gọi “Ủy ban nhân dân thành phố Nghệ An”")
    assert cause.source
    assert cause.source.file == "content/dung_chung/co_quan.yaml"


def it_tells_no_line_that_the_frame_has_no_place_for(tmp_path: Path) -> None:
    plan = PLAN + "co_quan: ubnd_nghe_an\nngay_du_kien: 15/7/2025\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\n"
    rename = ("co_quan", "ten_goi: Ủy ban nhân dân tỉnh Nghệ An", "ten_goi: Ủy ban nhân dân thành phố Nghệ An")
    assert told(compared(tmp_path, {"kh": plan}, {"kh": plan}, [rename])) == []
    assert told(compared(tmp_path / "qd", {"qd": DECISION, "kh": PLAN}, {"qd": DECISION, "kh": PLAN}, [rename]))


def it_tells_a_basis_that_was_repealed_where_it_is_cited(tmp_path: Path) -> None:
    entry = (ROOT / "content/dung_chung/can_cu.yaml").read_text("utf-8")
    at = entry.index("  - ma: nq_76_2021\n")
    line = entry[at:].partition("\n")[0]
    ended = ("can_cu", f"{line}\n", f"{line}\n    den_ngay: 30/6/2025\n")
    (change,) = compared(tmp_path, {"qd": DECISION, "kh": PLAN}, {"qd": DECISION, "kh": PLAN}, [ended]).changes
    assert sentence(change) == ("Sổ căn cứ đổi: hiệu lực không thời hạn → hiệu lực đến ngày 30/6/2025, căn cứ, dòng 1")
    assert change.place == "căn cứ, dòng 1"


# Documents


def it_tells_an_annex_that_is_new(tmp_path: Path) -> None:
    annex = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Danh mục\nmo_dau: Nội dung.\n"
    old = {"qd": DECISION, "kh": PLAN}
    new = {"qd": DECISION.replace("  - kh\n", "  - kh\n  - pl\n"), "kh": PLAN, "pl": annex}
    assert [line.partition(":")[0] for line in told(compared(tmp_path, old, new))] == ["added document, Phụ lục danh mục"]


# Looks


def it_tells_paper_and_widths_that_show_in_no_line(tmp_path: Path) -> None:
    annex = ("loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Danh mục\nkho_giay: doc\nbang_bieu:\n  - {ma: b, cot: "
             "[{ma: a, tieu_de: Việc}, {ma: h, tieu_de: Hạn, do_rong: 30}], hang: [{a: Một, h: Hai}]}\n")
    decision = DECISION.replace("  - kh\n", "  - kh\n  - pl\n")
    new = annex.replace("kho_giay: doc", "kho_giay: ngang").replace("do_rong: 30", "do_rong: 42")
    changes = compared(tmp_path, {"qd": decision, "kh": PLAN, "pl": annex},
                       {"qd": decision, "kh": PLAN, "pl": new}).changes
    assert [sentence(change) for change in changes] == [
        "Đổi cách trình bày, Phụ lục danh mục: khổ giấy dọc → khổ giấy ngang",
        "Đổi cách trình bày, bảng: cột “Hạn” rộng 30 mm, canh theo loại ô → cột “Hạn” rộng 42 mm, canh theo loại ô",
    ]


# All of it


def it_names_every_line_that_is_other(tmp_path: Path) -> None:
    old = {"qd": DECISION, "kh": PLAN.replace("Theo phân công.", "1. Một việc.\n      1. Hai việc.\n      1. Ba việc.")}
    new = {"qd": DECISION.replace("2228", "2230").replace("  - Bộ Nội vụ", "  - Bộ Tài chính\n  - Bộ Nội vụ"),
           "kh": PLAN.replace("Theo phân công.", "1. Ba việc.\n      1. Bốn việc.\n      1. Một việc lớn.")}
    comparison = compared(tmp_path, old, new)
    for document in comparison:
        assert document.new
        assert applied(comparison, document) == [line.text for line in document.new.lines]


TALL = """\
bang_bieu:
  - ma: viec
    tieu_de: Việc phải làm
    cot:
      - {ma: nhom_viec, tieu_de: Nhóm việc, gop_doc: true}
      - {ma: ten, tieu_de: Việc}
    hang:
      - {nhom_viec: Cải cách thể chế, ten: Việc 1}
"""


def it_takes_a_label_that_is_said_again_for_no_cell_of_its_own(tmp_path: Path) -> None:
    def table(words: str) -> str:
        rows = "".join(f"      - {{ten: {words if number == 3 else ''}Việc {number} phải làm xong trong năm}}\n" for number in range(2, 30))
        return PLAN + TALL + rows

    old, new = table(""), table(f"{'Rất nhiều chữ thêm vào để hàng này cao lên. ' * 25}")
    found = told(compared(tmp_path, {"qd": DECISION, "kh": old}, {"qd": DECISION, "kh": new}))
    (change,) = [line for line in found if not line.startswith("  ")]
    assert change.startswith("changed cell, cột “Việc”, hàng thứ 3")
    assert any(line.startswith("  again, cột “Nhóm việc”, hàng thứ 1") for line in found)


def it_knows_a_heading_by_the_table_in_it_whatever_it_is_called_now(tmp_path: Path) -> None:
    table = "".join(f"  {line}\n" for line in TALL.splitlines()[1:])
    old, new = (f"{PLAN}  - tieu_de: {words}\n    bang_bieu:\n{table}" for words in ("Bảng phân công thực hiện", "Các sở, ngành"))
    assert told(compared(tmp_path, {"qd": DECISION, "kh": old}, {"qd": DECISION, "kh": new})) == [
        "changed heading, Mục II: II. Bảng phân công thực hiện → II. Các sở, ngành"]


def it_tells_a_table_whose_line_is_gone_with_that_line(tmp_path: Path) -> None:
    """The table, which now stands at its end, has not been moved by anybody, nor have the lines that it passed."""
    lines = "      1. Rà soát theo bảng sau:\n      @chen bang\n      1. Công khai kết quả.\n      1. Báo cáo.\n"
    table = "    bang_bieu:\n      - {ma: bang, cot: [{ma: a, tieu_de: Việc}], hang: [{a: Rà soát}, {a: Thống kê}]}\n"
    plan = PLAN.replace("      Theo phân công.\n", lines + table)
    without = plan.replace("      1. Rà soát theo bảng sau:\n      @chen bang\n", "")
    for old, new, deed in ((plan, without, "removed"), (without, plan, "added")):
        comparison = compared(tmp_path / deed, {"qd": DECISION, "kh": old}, {"qd": DECISION, "kh": new})
        (document,) = [each for each in comparison if each.changes]
        (change,) = document.changes
        assert (change.deed, change.subject) == (deed, "text")
        (place,) = [each for each in change.consequences if each.effect == "place"]
        assert place.old.texts == place.new.texts == ("Việc", "Rà soát", "Thống kê")
        assert applied(comparison, document) == [line.text for line in document.new.lines] if document.new else ()


def it_knows_of_two_headings_the_one_whose_section_is_still_there(tmp_path: Path) -> None:
    """By their titles alone the first one would be taken for the one that stays."""
    first = "  - tieu_de: Cách làm được chọn\n    noi_dung: |\n      1. Mỗi cơ quan cử một người dự bị, dự họp ngay từ đầu.\n"
    second = ("  - tieu_de: {}\n    noi_dung: |\n      Nhờ người của cơ quan khác làm thay: phải bàn giao lại {}, dễ sót việc.\n")
    old = PLAN + first + second.format("Cách làm không được chọn", "từ đầu")
    new = PLAN + second.format("Cách làm rà soát được chọn", "hồ sơ")
    found = told(compared(tmp_path, {"qd": DECISION, "kh": old}, {"qd": DECISION, "kh": new}))
    assert [line.partition(":")[0] for line in found if not line.startswith("  ")] == [
        "changed heading, Mục II", "removed heading, Mục II", "changed text, đoạn 1 Mục II"]


GROUPED = """\
bang_bieu:
  - ma: viec
    tieu_de: Việc phải làm
    cot:
      - {ma: stt, tieu_de: STT}
      - {ma: ten, tieu_de: Việc}
      - {ma: han, tieu_de: Thời hạn}
    hang:
"""
_FIRST = "      - nhom: Thể chế\n        gom:\n          - {ten: Rà soát văn bản đã ban hành, han: Quý I}\n          - {ten: Bãi bỏ văn bản hết hiệu lực, han: Quý II}\n"
_SECOND = "      - nhom: Thủ tục\n        gom:\n          - {ten: Công khai thủ tục mới, han: Quý III}\n          - {ten: Cắt giảm giấy tờ phải nộp, han: Quý IV}\n"


@pytest.mark.parametrize(("old", "new", "deed"), [
    (_FIRST, _FIRST + _SECOND, "added"), (_SECOND, _FIRST + _SECOND, "added"), (_FIRST + _SECOND, _SECOND, "removed"),
    (_FIRST + _SECOND, _SECOND + _FIRST, "moved"),
])
def it_tells_a_group_of_rows_once(old: str, new: str, deed: str, tmp_path: Path) -> None:
    sides = ({"qd": DECISION, "kh": PLAN + GROUPED + rows} for rows in (old, new))
    found = told(compared(tmp_path, *sides))
    assert [line.partition(",")[0] for line in found if not line.startswith("  ")] == [f"{deed} row"]


def it_tells_a_row_that_goes_to_another_group_alone(tmp_path: Path) -> None:
    row = "          - {ten: Công khai thủ tục mới, han: Quý III}\n"
    sides = ({"qd": DECISION, "kh": PLAN + GROUPED + rows} for rows in (
        _FIRST + _SECOND, _FIRST + row + _SECOND.replace(row, "")))
    found = told(compared(tmp_path, *sides))
    assert [line.partition(",")[0] for line in found if not line.startswith("  ")] == ["moved row"]
