"""What the transforms make of a set: marks, words of figures and references, zones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.content import DECISION, PLAN, checked, resolved
from tests.support.setting import plain_setting
from vanban.model.address import addresses
from vanban.model.document import BoVanBan
from vanban.model.inline import shown_text
from vanban.model.running_text import Item
from vanban.model.walk import de_mucs
from vanban.transforms import numbering

Build = Callable[..., BoVanBan]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Resolves a decision with a plan, each as given or the plain one."""
    return lambda qd=DECISION, kh=PLAN, **more: resolved(tmp_path, qd=qd, kh=kh, **more)


@pytest.fixture
def findings(tmp_path: Path) -> Callable[..., list[tuple[str, int]]]:
    """Codes and lines of the findings of such a set."""
    def of(qd: str = DECISION, kh: str = PLAN, **more: str) -> list[tuple[str, int]]:
        return [(f.code, f.line) for f in checked(tmp_path, qd=qd, kh=kh, **more).findings]
    return of


def plan(body: str) -> str:
    """The plain plan with another body."""
    return PLAN[: PLAN.index("de_muc:")] + body


def text_of(bo: BoVanBan, document: int = 0) -> str:
    """The running text of the document's first heading or Điều."""
    first = list(bo)[document].de_muc[0].noi_dung.blocks[0]
    return shown_text(first.inlines)


def marks(bo: BoVanBan) -> list[str]:
    """Marks of the headings of the plan, in the order of print."""
    return [node.mark for node in de_mucs(list(bo)[1].de_muc)]


def item_marks(bo: BoVanBan) -> list[str]:
    return [block.mark for block in list(bo)[1].de_muc[0].noi_dung.walk() if isinstance(block, Item)]


# Numbering


def it_numbers_headings_by_the_scheme_of_the_type(build: Build):
    nested = "de_muc:\n  - tieu_de: A\n    de_muc:\n      - tieu_de: B\n        de_muc:\n          - tieu_de: C\n"
    assert marks(build(kh=plan(nested + "  - tieu_de: D\n"))) == ["I.", "1.", "a)", "II."]


def it_numbers_by_the_scheme_that_a_heading_states_for_what_lies_below(build: Build):
    body = ("de_muc:\n  - tieu_de: A\n    de_muc:\n      - tieu_de: B\n        danh_so: 1.1.\n        de_muc:\n"
            "          - tieu_de: C\n          - tieu_de: D\n      - tieu_de: E\n")
    assert marks(build(kh=plan(body))) == ["I.", "1.", "1.1.", "1.2.", "2."]


def it_numbers_parts_in_words(build: Build):
    body = "bo_qua: {F122: lối quen}\ndanh_so: Phần thứ nhất / A. / I.\nde_muc:\n  - tieu_de: X\n    de_muc:\n      - tieu_de: Y\n  - tieu_de: Z\n"
    assert marks(build(kh=plan(body))) == ["Phần thứ nhất", "A.", "Phần thứ hai"]


def it_counts_khoan_through_the_node_and_diem_anew_below_each(build: Build):
    body = ("de_muc:\n  - tieu_de: X\n    noi_dung: |\n      1. a\n      a) b\n      a) c\n      - d\n      1. e\n"
            "      a) f\n\n      Đoạn.\n      1. g\n      a) h\n")
    assert item_marks(build(kh=plan(body))) == ["1.", "a)", "b)", "-", "2.", "a)", "3.", "a)"]


def it_follows_the_vietnamese_alphabet_and_stops_after_y(build: Build, findings):
    points = "".join("      a) x\n" for _ in range(23))
    body = "de_muc:\n  - tieu_de: X\n    noi_dung: |\n" + points
    assert "".join(mark[0] for mark in item_marks(build(kh=plan(body)))) == "abcdđeghiklmnopqrstuvxy"
    assert ("C102", 30) in findings(kh=plan(body + "      a) x\n"))


def it_numbers_again_what_is_numbered_without_a_change(build: Build, tmp_path: Path):
    once = build()
    assert numbering.apply(once, plain_setting())[0] == once


def it_finds_a_heading_deeper_than_the_scheme(findings):
    body = "danh_so: I.\nde_muc:\n  - tieu_de: A\n    de_muc:\n      - tieu_de: B\n"
    assert findings(kh=plan(body)) == [("C103", 8)]


# Addresses and references


def it_addresses_nodes_in_the_words_of_law(build: Build):
    body = ("de_muc:\n  - tieu_de: A\n  - tieu_de: B\n    de_muc:\n      - tieu_de: C\n        noi_dung: |\n"
            "          a) x\n          b) y\n          - z\n")
    known = {address.eid: address.words for _, address in addresses(list(build(kh=plan(body)))[1])}
    assert known["muc_ii__khoan_1__diem_b"] == "điểm b khoản 1 Mục II"
    assert known["muc_ii__khoan_1__diem_b__gach_dau_dong_thu_1"] == "gạch đầu dòng thứ 1 điểm b khoản 1 Mục II"


def it_keeps_the_addresses_of_d_and_dd_apart(build: Build):
    body = "de_muc:\n  - tieu_de: A\n    noi_dung: |\n" + "      a) x\n" * 5
    eids = [address.eid for _, address in addresses(list(build(kh=plan(body)))[1])]
    assert len(set(eids)) == len(eids)


def it_refers_to_an_item_by_its_id_whatever_its_number(build: Build):
    body = ("de_muc:\n  - tieu_de: A\n    noi_dung: |\n      Theo [[x]] và [[kh]].\n  - tieu_de: B\n    noi_dung: |\n"
            "      1. một\n      1. hai\n      a) ba {#x}\n")
    assert text_of(build(kh=plan(body)), 1) == "Theo điểm a khoản 2 Mục II và Kế hoạch này."


def it_names_the_document_of_a_node_that_is_in_another(build: Build):
    body = "kem_theo: [mot, hai]\nde_muc:\n  - tieu_de: A\n    noi_dung: |\n      Xem [[trong_mot]], [[hai]].\n"
    annex = "loai_van_ban: phu_luc\nma: {}\ntrich_yeu: Danh mục\nmo_dau: |\n  1. Việc, xem [[trong_mot]] {{#trong_{}}}\n"
    both = build(kh=plan(body), mot=annex.format("mot", "mot"), hai=annex.format("hai", "hai"))
    assert text_of(both, 1) == "Xem khoản 1 Phụ lục I, Phụ lục II."


def it_names_a_heading_without_number_by_its_title(build: Build):
    body = ("de_muc:\n  - tieu_de: A\n    noi_dung: |\n      Theo [[mo]] và [[muc_b]].\n"
            "  - {tieu_de: Lời kết, ma: mo, khong_danh_so: true}\n  - {tieu_de: B, ma: muc_b}\n")
    assert text_of(build(kh=plan(body)), 1) == "Theo mục “Lời kết” và Mục II."


def it_refuses_a_reference_to_what_has_neither_number_nor_title(findings):
    body = "mo_dau: |\n  Lời đầu. {#dau}\nde_muc:\n  - tieu_de: A\n    noi_dung: |\n      Theo [[dau]].\n"
    assert findings(kh=plan(body)) == [("R101", 9)]


def it_names_an_attached_plan_by_type_and_subject(build: Build):
    assert text_of(build()) == "Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2025."


def it_numbers_annexes_only_when_there_are_several(build: Build, tmp_path: Path):
    annex = "loai_van_ban: phu_luc\nma: {}\ntrich_yeu: Danh mục\nmo_dau: |\n  Nội dung.\n"
    body = "kem_theo: [mot]\nde_muc:\n  - tieu_de: A\n    noi_dung: |\n      Xem [[mot]].\n"
    assert text_of(build(kh=plan(body), mot=annex.format("mot")), 1) == "Xem Phụ lục."
    body = "kem_theo: [mot, hai]\nde_muc:\n  - tieu_de: A\n    noi_dung: |\n      Xem [[mot]], [[hai]].\n"
    both = build(kh=plan(body), mot=annex.format("mot"), hai=annex.format("hai"))
    assert text_of(both, 1) == "Xem Phụ lục I, Phụ lục II."
    assert [part.zones.phu_luc.text for part in both.kem_theo[0].kem_theo] == ["Phụ lục I", "Phụ lục II"]


def it_refuses_one_id_for_two_nodes(findings):
    body = "de_muc:\n  - tieu_de: A\n    noi_dung: |\n      1. x {#m}\n      1. y {#m}\n"
    assert findings(kh=plan(body)) == [("S309", 8)]


# Citations


def cited(build: Build, text: str, **more: Any) -> str:
    return text_of(build(qd=DECISION.replace("Ban hành kèm theo Quyết định này [[kh]].", text), **more))


def it_cites_an_act_in_full_first_and_by_number_later(build: Build):
    assert cited(build, "[[qd_3667_2024]]; [[qd_3667_2024]]") == (
        "Quyết định số 3667/QĐ-UBND ngày 30 tháng 12 năm 2024 của Ủy ban nhân dân tỉnh Nghệ An ban hành Kế hoạch "
        "cải cách hành chính nhà nước tỉnh Nghệ An năm 2025; Quyết định số 3667/QĐ-UBND"
    )


def it_counts_a_can_cu_as_the_first_citation(build: Build):
    assert cited(build, "Theo [[nq_76_2021]].") == "Theo Nghị quyết số 76/NQ-CP."


def it_begins_anew_in_each_document_of_the_set(build: Build):
    bo = build(kh=plan("de_muc:\n  - tieu_de: A\n    noi_dung: |\n      Theo [[nq_76_2021]].\n"))
    assert text_of(bo, 1).startswith("Theo Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ")


def it_cites_a_law_with_its_date_in_can_cu_and_by_name_in_text(build: Build):
    law = DECISION.replace("  - nq_76_2021", "  - luat_chinh_quyen_dia_phuong_2025")
    assert build(qd=law).zones.can_cu.texts == (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.",
    )
    assert cited(build, "[[luat_chinh_quyen_dia_phuong_2025]]") == "Luật Tổ chức chính quyền địa phương"


def it_puts_several_acts_in_one_line_of_can_cu(build: Build):
    two = DECISION.replace("  - nq_76_2021", "  - nq_76_2021; cv_4625_bnv_2025")
    (line,) = build(qd=two).zones.can_cu.texts
    assert line.startswith("Căn cứ Nghị quyết số 76/NQ-CP")
    assert "; Công văn số 4625/BNV-CCHC ngày 02 tháng 7 năm 2025" in line


def it_finds_a_basis_that_has_been_replaced(findings):
    assert findings(qd=DECISION.replace("nq_76_2021", "qd_3667_2024")) == [("R102", 8)]


# Figures


TARGET = "muc_tieu:\n  - chi_tieu: ty_le_dung_han\n    so_sanh: tu_tro_len\n    gia_tri: 95\n"


@pytest.mark.parametrize(("form", "words"), [("", "95%"), (" | so", "95"), (" | day_du", "từ 95% trở lên")])
def it_prints_a_target_in_each_form(build: Build, form: str, words: str):
    body = f"{TARGET}de_muc:\n  - tieu_de: A\n    noi_dung: |\n      Đạt {{{{ muc_tieu.ty_le_dung_han{form} }}}}.\n"
    assert text_of(build(kh=plan(body)), 1) == f"Đạt {words}."


# Zones


def it_composes_the_header_of_a_decision(build: Build):
    zones = build().zones
    assert zones.co_quan_chu_quan.texts == ()
    assert zones.co_quan_ban_hanh.texts == ("ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN")
    assert (zones.so_ky_hieu.text, zones.dia_danh.text) == ("2228/QĐ-UBND", "Nghệ An")
    assert zones.ngay_thang.text == "ngày 15 tháng 7 năm 2025"
    assert zones.tham_quyen.text == "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"


@pytest.mark.parametrize(("typed", "printed"), [("5", "05"), ("0125", "0125"), ("10", "10")])
def it_gives_a_number_below_ten_a_zero_and_keeps_every_other_digit(build: Build, typed: str, printed: str):
    assert build(qd=DECISION.replace('"2228"', f'"{typed}"')).zones.so_ky_hieu.text == f"{printed}/QĐ-UBND"


def it_gives_day_and_first_two_months_a_zero(build: Build):
    old = DECISION.replace("15/7/2025", "5/1/2022")
    assert build(qd=old).zones.ngay_thang.text == "ngày 05 tháng 01 năm 2022"


def it_signs_for_the_collective_in_place_of_its_head(build: Build):
    zones = build().zones
    assert zones.quyen_han.texts == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert zones.ho_ten.text == "Nguyễn Văn A"


def it_calls_what_a_head_decides_his_in_the_line_of_what_is_attached(build: Build):
    bo = build(qd=DECISION.replace("nguoi_ky:", "tham_quyen: cap_truong\nnguoi_ky:"))
    assert bo.zones.tham_quyen.text == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"
    assert bo.zones.quyen_han.texts == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (bo.zones.co_quan_ban_hanh.text, bo.zones.so_ky_hieu.text) == ("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "2228/QĐ-UBND")
    assert bo.kem_theo[0].zones.kem_theo.text.endswith("năm 2025 của Chủ tịch Ủy ban nhân dân tỉnh Nghệ An)")
    assert bo.kem_theo[0].zones.co_quan_ban_hanh.text == "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"


def it_punctuates_noi_nhan_and_names_the_keeper_last(build: Build):
    typed = DECISION.replace("  - Bộ Nội vụ", "  - Như Điều 1;\n  - Bộ Nội vụ.")
    assert build(qd=typed).zones.noi_nhan.texts == ("- Như Điều 1;", "- Bộ Nội vụ;", "- Lưu: VT, KSTT.")


def it_cites_the_decision_on_every_attachment_and_gives_none_a_number(build: Build):
    (part,) = build().kem_theo
    assert part.zones.kem_theo.texts == (
        "(Kèm theo Quyết định số 2228/QĐ-UBND", "ngày 15 tháng 7 năm 2025 của Ủy ban nhân dân tỉnh Nghệ An)"
    )
    assert part.zones.so_ky_hieu.text == part.zones.ngay_thang.text == ""


@pytest.mark.parametrize(("ban", "number", "day"), [
    ("giay", "2228/QĐ-UBND", "ngày 15 tháng 7 năm 2025"),
    ("dien_tu", "…/QĐ-UBND", "ngày … tháng … năm …"),
    ("dien_tu_rieng_tep", "…/QĐ-UBND", "ngày … tháng … năm …"),
])
def it_leaves_number_and_date_out_of_attachments_of_electronic_documents(build: Build, ban: str, number: str, day: str):
    bo = build(qd=f"{DECISION}ban: {ban}\n")
    assert bo.kem_theo[0].zones.kem_theo.texts == (
        f"(Kèm theo Quyết định số {number}", f"{day} của Ủy ban nhân dân tỉnh Nghệ An)"
    )
    assert bo.zones.so_ky_hieu.text == "2228/QĐ-UBND"


def it_leaves_blanks_on_a_draft(build: Build):
    draft = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh', "ngay_du_kien")
    zones = build(qd=draft).zones
    assert zones.so_ky_hieu.text.endswith("/QĐ-UBND")
    assert not zones.so_ky_hieu.text.removesuffix("/QĐ-UBND").strip()
    assert [word for word in zones.ngay_thang.text.split() if word.isdigit()] == ["2025"]


def it_sees_no_difference_between_a_document_and_the_same_with_comments(build: Build):
    commented = "# đầu tệp\n" + PLAN.replace("de_muc:", "\n# ghi chú\nde_muc:   # nữa")
    assert build() == build(kh=commented)


def it_finds_a_signer_out_of_office(findings):
    assert ("R105", 5) not in findings()
    early = DECISION.replace("15/7/2025", "15/7/2020").replace("nq_76_2021", "luat_chinh_quyen_dia_phuong_2025")
    assert ("R105", 15) in findings(qd=early)


