"""Bodies of text in phần, chương, mục, điều (quy chế, quy định, điều lệ): how they are counted and printed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.content import DECISION, checked, resolved
from vanban.model.address import addresses
from vanban.model.document import BoVanBan
from vanban.model.printed_lines import printed_lines
from vanban.model.walk import de_mucs
from vanban.writers.to_docx.body import body

QUY_CHE = """\
loai_van_ban: quy_che
ma: quy_che
trich_yeu: Tiếp nhận hồ sơ
de_muc:
"""
Build = Callable[..., BoVanBan]


def chuong(title: str, *dieu: str, scheme: str = "") -> str:
    """A chương with điều that have these titles."""
    lines = [f"  - tieu_de: {title}", f"    danh_so: {scheme}" if scheme else "", "    de_muc:"]
    for each in dieu:
        lines += [f"      - tieu_de: {each}", "        noi_dung: |", f"          Nội dung của {each}."]
    return "\n".join(filter(None, lines)) + "\n"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Resolves a decision with the quy chế of a body."""
    def of(body: str, head: str = QUY_CHE, qd: str = "") -> BoVanBan:
        decision = qd or DECISION.replace("[[kh]]", "[[quy_che]]").replace("- kh\n", "- quy_che\n")
        return resolved(tmp_path, qd=decision, quy_che=head + body)
    return of


def marks(bo: BoVanBan) -> list[str]:
    return [node.mark for node in de_mucs(list(bo)[1].de_muc)]


def it_counts_dieu_through_the_chapters(build: Build) -> None:
    bo = build(chuong("Một", "A", "B") + chuong("Hai", "C") + chuong("Ba", "D"))
    assert marks(bo) == ["Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3.", "Chương III", "Điều 4."]


def it_counts_dieu_through_the_muc_of_one_chapter_and_muc_anew_in_each(build: Build) -> None:
    muc = ("  - tieu_de: {0}\n    danh_so: Mục 1 / Điều 1.\n    de_muc:\n      - tieu_de: M\n        de_muc:\n          - tieu_de: A\n"
           "          - tieu_de: B\n      - tieu_de: N\n        de_muc:\n          - tieu_de: C\n")
    bo = build(chuong("Một", "X") + muc.format("Hai") + muc.format("Ba") + chuong("Bốn", "Y"))
    assert [mark for mark in marks(bo) if "Điều" in mark] == [f"Điều {n}." for n in range(1, 9)]
    assert [mark for mark in marks(bo) if "Điều" not in mark] == [
        "Chương I", "Chương II", "Mục 1", "Mục 2", "Chương III", "Mục 1", "Mục 2", "Chương IV"]


def it_leaves_the_khoan_below_dieu_what_they_are_where_a_chapter_has_muc(build: Build) -> None:
    khoan = "          - tieu_de: A\n            de_muc:\n              - tieu_de: K\n              - tieu_de: L\n"
    bo = build("  - tieu_de: Một\n    danh_so: Mục 1 / Điều 1.\n    de_muc:\n      - tieu_de: M\n        de_muc:\n" + khoan)
    assert marks(bo) == ["Chương I", "Mục 1", "Điều 1.", "1.", "2."]


def it_does_not_count_a_dieu_without_a_number(build: Build) -> None:
    body = "  - tieu_de: Một\n    de_muc:\n      - {tieu_de: A, khong_danh_so: true}\n      - {tieu_de: B}\n"
    assert marks(build(body)) == ["Chương I", "", "Điều 1."]


def it_calls_a_dieu_by_its_number_alone_wherever_its_chapter_stands(build: Build) -> None:
    _, quy_che = build(chuong("Một", "A") + chuong("Hai", "B"))
    assert [(a.eid, a.words) for node, a in addresses(quy_che) if getattr(node, "tieu_de", ())] == [
        ("chuong_i", "Chương I"), ("dieu_1", "Điều 1"), ("chuong_ii", "Chương II"), ("dieu_2", "Điều 2")]


def it_prints_a_chapter_on_two_centred_lines_and_a_dieu_on_one(build: Build) -> None:
    _, quy_che = build(chuong("Quy định chung", "Phạm vi"))
    printed = [(p.style, p.mark and p.mark[0], p.line and p.line[0].text, p.capitals) for p in body(quy_che, "./.", "./.")]
    assert printed == [
        ("VB_Phan", "Chương I", (), False), ("VB_PhanTieuDe", None, "Quy định chung", True),
        ("VB_DieuTieuDe", "Điều 1. ", "Phạm vi", False), ("VB_NoiDung", None, "Nội dung của Phạm vi./.", False)]


def it_warns_of_a_heading_without_title_and_prints_its_mark_on_a_line_of_its_own(tmp_path: Path) -> None:
    text = QUY_CHE + ("  - noi_dung: |\n      Lời của chương.\n    de_muc:\n      - noi_dung: |\n          Lời của điều.\n"
                      "      - tieu_de: B\n        noi_dung: |\n          Lời.\n")
    decision = DECISION.replace("[[kh]]", "[[quy_che]]").replace("- kh\n", "- quy_che\n")
    result = checked(tmp_path, qd=decision, quy_che=text)
    assert [(f.code, f.line, f.level) for f in result.findings] == [("F121", 5, "warning"), ("F121", 8, "warning")]
    (bo,) = result.sets
    quy_che = list(bo)[1]
    assert [p.style for p in body(quy_che, "./.", "./.")][:3] == ["VB_Phan", "VB_NoiDung", "VB_Dieu"]
    lines = [line.text for line in printed_lines(bo) if line.kind in ("heading", "paragraph")]
    assert lines[1:] == ["Chương I", "Lời của chương.", "Điều 1. Lời của điều.", "Điều 2. B", "Lời."]


def it_wants_no_title_of_the_dieu_of_a_decision(build: Build) -> None:
    assert build(chuong("Một", "A")).van_ban.de_muc[0].mark == "Điều 1."


def it_numbers_the_parts_of_a_de_an_by_roman_numerals_unless_told_otherwise(tmp_path: Path) -> None:
    de_an = "loai_van_ban: de_an\nma: kh\ntrich_yeu: Đề án\n{}de_muc:\n  - tieu_de: A\n    noi_dung: |\n      Lời.\n  - tieu_de: B\n"
    assert marks(resolved(tmp_path, qd=DECISION, kh=de_an.format(""))) == ["Phần I", "Phần II"]
    result = checked(tmp_path, qd=DECISION, kh=de_an.format("danh_so: Phần thứ nhất / I.\n"))
    assert [(f.code, f.line, f.level) for f in result.findings] == [("F122", 4, "info")]
    assert marks(result.sets[0]) == ["Phần thứ nhất", "Phần thứ hai"]


# References


def lines_of(bo: BoVanBan, number: int = 1) -> list[str]:
    """What is read of the body of one document."""
    part = list(bo.parts())[number]
    return [line.text for line in printed_lines(replace(part, kem_theo=())) if line.kind in ("heading", "paragraph", "cell", "note")]


def dieu(lines: str, ma: str = "") -> str:
    """A điều whose text is `lines`."""
    text = "".join(f"          {line}\n" for line in lines.strip().split("\n"))
    return f"      - tieu_de: Điều\n{f'        ma: {ma}' if ma else '        #'}\n        noi_dung: |\n{text}"


def quy_che(*dieu: str, chuong: str = "") -> str:
    return f"  - tieu_de: Chương\n    ma: chuong\n    de_muc:\n{''.join(dieu)}{chuong}"


@pytest.mark.parametrize(("line", "printed"), [
    ("Theo [[k1]].", "Theo khoản 1 Điều này."),
    ("Theo [[a1]].", "Theo điểm a khoản 1 Điều này."),
    ("Theo [[mot]].", "Theo Điều này."),
    ("Theo [[k1]], [[k2]].", "Theo khoản 1, khoản 2 Điều này."),
    ("Theo [[a1]], [[b1]] và [[k2]].", "Theo điểm a khoản 1, điểm b khoản 1 và khoản 2 Điều này."),
    ("Theo [[k1]] và [[hai]].", "Theo khoản 1 Điều này và Điều 2 Quy chế này."),
    ("Theo [[hai]].", "Theo Điều 2 Quy chế này."),
    ("Theo [[h1]].", "Theo khoản 1 Điều 2 Quy chế này."),
    ("Theo [[ha]].", "Theo điểm a khoản 2 Điều 2 Quy chế này."),
    ("Theo [[ha]] và [[hb]].", "Theo điểm a và điểm b khoản 2 Điều 2 Quy chế này."),
    ("Theo [[ha]] và [[h2]].", "Theo điểm a khoản 2 và khoản 2 Điều 2 Quy chế này."),
    ("Theo [[hai]] và [[ba]].", "Theo Điều 2 và Điều 3 Quy chế này."),
    ("Theo [[hai]] và [[chuong_hai]].", "Theo Điều 2 và Chương II Quy chế này."),
    ("Theo [[hai]]; [[ba]].", "Theo Điều 2 Quy chế này; Điều 3 Quy chế này."),
    ("Theo [[chuong_hai]].", "Theo Chương II Quy chế này."),
    ("Theo [[k1]] Điều này.", "Theo khoản 1 Điều này."),
    ("Theo [[k1]] và khoản 2 Điều này.", "Theo khoản 1 và khoản 2 Điều này."),
    ("Theo [[h1]] Điều 2 Quy chế này.", "Theo khoản 1 Điều 2 Quy chế này."),
    ("Theo [[hai]] của Quy chế này.", "Theo Điều 2 của Quy chế này."),
    ("Theo [[hai]] và quy định khác của Quy chế này.", "Theo Điều 2 và quy định khác của Quy chế này."),
    ("Theo [[hai]]. Quy chế này được sửa.", "Theo Điều 2 Quy chế này. Quy chế này được sửa."),
    ("Theo **[[k1]]** và *[[hai]]*.", "Theo khoản 1 Điều này và Điều 2 Quy chế này."),
    ("Theo [[quy_che]].", "Theo Quy chế này."),
])
def it_cites_a_part_as_law_does_from_inside_the_text(build: Build, line: str, printed: str) -> None:
    first = dieu("1. Một: {#k1}\na) A; {#a1}\na) B. {#b1}\n1. Hai. {#k2}\n\n" + line, "mot")
    second = dieu("1. Một {#h1}\n1. Hai: {#h2}\na) A; {#ha}\na) B. {#hb}", "hai")
    bo = build(quy_che(first, second, dieu("Ba.", "ba"), chuong="  - {tieu_de: Hai, ma: chuong_hai}\n"))
    assert printed in lines_of(bo)


def it_names_the_khoan_that_a_reference_stands_in_by_itself(build: Build) -> None:
    bo = build(quy_che(dieu("1. Các việc: {#mot}\na) Một; {#a}\na) Hai theo [[a]];\na) Ba theo [[mot]].\n  Thêm theo [[a]].")))
    assert lines_of(bo)[3:] == ["a) Một;", "b) Hai theo điểm a khoản này;", "c) Ba theo khoản này.", "Thêm theo điểm a khoản này."]


def it_names_the_chapter_of_a_muc_that_is_cited_from_a_dieu(build: Build) -> None:
    muc = "  - tieu_de: Hai\n    danh_so: Mục 1 / Điều 1.\n    de_muc:\n      - {tieu_de: M, ma: muc_m}\n"
    assert "Theo Mục 1 Chương II Quy chế này." in lines_of(build(quy_che(dieu("Theo [[muc_m]].")) + muc))


def it_cites_a_part_with_the_decision_that_issues_the_text(build: Build) -> None:
    decision = DECISION.replace("[[kh]].", "[[quy_che]]; xem [[hai]], [[chuong]].").replace("- kh\n", "- quy_che\n")
    bo = build(quy_che(dieu("Một."), dieu("Hai theo [[dieu_qd]].", "hai")), qd=decision.replace("- noi_dung", "- ma: dieu_qd\n    noi_dung"))
    assert lines_of(bo, 0)[0] == ("Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp nhận hồ sơ; xem Điều 2, Chương I "
                                  "Quy chế ban hành kèm theo Quyết định này.")
    assert "Hai theo Điều 1 Quyết định ban hành Kế hoạch." in lines_of(bo)


def it_names_one_of_two_texts_of_a_type_in_full(tmp_path: Path) -> None:
    decision = DECISION.replace("[[kh]].", "[[quy_che]], [[quy_che_b]]; xem [[hai]].").replace("- kh\n", "- quy_che\n  - quy_che_b\n")
    one, other = QUY_CHE + quy_che(dieu("Hai.", "hai")), QUY_CHE.replace("ma: quy_che", "ma: quy_che_b") + chuong("Một", "A")
    bo = resolved(tmp_path, qd=decision, quy_che=one, quy_che_b=other)
    assert lines_of(bo, 0)[0].endswith("xem Điều 1 Quy chế tiếp nhận hồ sơ.")


def it_says_no_more_than_the_dieu_in_noi_nhan(build: Build) -> None:
    decision = DECISION.replace("[[kh]].", "[[quy_che]] theo [[khoan]].\n      1. Một. {#khoan}").replace("- kh\n", "- quy_che\n")
    decision = decision.replace("  - Bộ Nội vụ", "  - Như [[dieu_qd]]").replace("- noi_dung", "- ma: dieu_qd\n    noi_dung")
    bo = build(quy_che(dieu("Một.")), qd=decision)
    assert [line.text for line in printed_lines(bo) if line.name == "noi_nhan"][0] == "- Như Điều 1;"
    assert lines_of(bo, 0)[0] == "Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp nhận hồ sơ theo khoản 1 Điều này."


def it_names_the_text_in_a_cell_and_in_a_note(build: Build) -> None:
    table = ("        bang_bieu: [{ma: bang, cot: [{ma: a, tieu_de: A}], hang: [{a: 'Theo [[k1]]'}]}]\n")
    bo = build(quy_che(dieu("1. Một[^n]. {#k1}\n[^n]: Xem [[k1]].") + table))
    assert lines_of(bo)[-2:] == ["Theo khoản 1 Điều 1 Quy chế này", "Xem khoản 1 Điều 1 Quy chế này."]
