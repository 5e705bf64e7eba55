"""Bodies of text in phần, chương, mục, điều (quy chế, quy định, điều lệ): how they are counted and printed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from tests.support.content import DECISION, checked, project, resolved
from vanban.findings import Place
from vanban.model.address import addresses
from vanban.model.counting import count_items
from vanban.model.document import BoVanBan
from vanban.model.identity import addressed_lines
from vanban.model.inline import Run, shown_text
from vanban.model.places import Places
from vanban.model.printed_lines import printed_lines
from vanban.model.running_text import Block, Insert, Item, Paragraph, Text
from vanban.model.walk import de_mucs
from vanban.pipeline.tidying import tidy
from vanban.readers.body_text import parse_text
from vanban.readers.build_document import build_document
from vanban.readers.line_maps import BlockMaps
from vanban.readers.schemas import Schemas
from vanban.readers.source import read_source
from vanban.writers.to_docx.body import body
from vanban.writers.to_yaml import to_yaml
from vanban.writers.to_yaml.running_text import text_lines

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
    ("[[k1]] và [[ha]] áp dụng ngay.", "Khoản 1 Điều này và điểm a khoản 2 Điều 2 Quy chế này áp dụng ngay."),
    ("Xong việc. [[a1]] cũng vậy.", "Xong việc. Điểm a khoản 1 Điều này cũng vậy."),
    ("**[[k1]]** áp dụng.", "Khoản 1 Điều này áp dụng."),
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
    assert lines_of(bo, 0)[0] == ("Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp nhận hồ sơ; xem Điều 2 Quy chế ban "
                                  "hành kèm theo Quyết định này, Chương I Quy chế ban hành kèm theo Quyết định này.")
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


# Amending clauses


FORMATS = Path(__file__).parent / "formats"


def text_of(source: str) -> tuple[Text, list[tuple[str, int, int]]]:
    """The text of a block with its findings: code, line, column."""
    text, findings = parse_text(source, lambda line, column, length: Place("x", line + 1, column + 1), Places())
    return Text(count_items(text.blocks), text.notes), [(f.code, f.line, f.column) for f in findings]


def shape(source: str) -> list[str]:
    """The lines that are printed of a block, those that are quoted behind a bar."""
    text, findings = text_of(source)
    assert findings == []
    return [f"| {shown_text(b.inlines)}" if isinstance(b, Paragraph) and b.quoted
            else f"{getattr(b, 'mark', '')} {shown_text(b.inlines)}".strip() for b in text.walk() if not isinstance(b, Insert)]


@pytest.mark.parametrize(("source", "printed"), [
    ("1. Sửa Điều 5:\n“Điều 5. A\n1. b\n7. c”\n1. Sửa Điều 6", ["1. Sửa Điều 5:", "| “Điều 5. A", "| 1. b", "| 7. c”", "2. Sửa Điều 6"]),
    ("1. Sửa:\na) Thêm:\n“b) x;\nc) y.”.\na) Bớt", ["1. Sửa:", "a) Thêm:", "| “b) x;", "| c) y.”.", "b) Bớt"]),
    ("1. Sửa: “2. x:\na) y;\n- z.”\n1. Bỏ", ["1. Sửa: “2. x:", "| a) y;", "| - z.”", "2. Bỏ"]),
    ("1. Thêm:\n“3. Một câu.”\n1. Bỏ", ["1. Thêm:", "| “3. Một câu.”", "2. Bỏ"]),
    ("1. Thêm:\n\n“3. Một câu:\n\na) x.”\n\n1. Bỏ", ["1. Thêm:", "| “3. Một câu:", "| a) x.”", "2. Bỏ"]),
    ('1. Thêm:\n"Điều 5a. A\n1. x, cỡ 5" x 7"\n2. y"\n1. Bỏ', ["1. Thêm:", '| "Điều 5a. A', '| 1. x, cỡ 5" x 7"', '| 2. y"', "2. Bỏ"]),
    ("Như sau:\n**“Điều 5. A**\n1. x\n  2. y”\n1. z", ["Như sau:", "| “Điều 5. A", "| 1. x", "| 2. y”", "1. z"]),
    ("Thực hiện “5 rõ:\n- rõ người;\n- rõ việc”.\n- Hết", ["Thực hiện “5 rõ:", "| - rõ người;", "| - rõ việc”.", "- Hết"]),
    ("1. “Điều 5. A” và “Điều 6. B\n1. c”\n1. d", ["1. “Điều 5. A” và “Điều 6. B", "| 1. c”", "2. d"]),
    ("1. x “Điều 5. A\n1. c” và “Điều 6. B\n1. d”\n1. e", ["1. x “Điều 5. A", "| 1. c” và “Điều 6. B", "| 1. d”", "2. e"]),
    ("1. x:\n“Điều 5. A\nI. b\n1.1. c\n– d\n  e\n1/ f”\n1. g", ["1. x:", "| “Điều 5. A", "| I. b", "| 1.1. c", "| – d", "| e", "| 1/ f”", "2. g"]),
    ("1. x:\n“Điều 5. A[^n]\n[^n]: Lời.\n1. b”\n1. c", ["1. x:", "| “Điều 5. A", "| 1. b”", "2. c"]),
])
def it_keeps_what_is_typed_between_quotation_marks_and_goes_on_counting_behind(source: str, printed: list[str]) -> None:
    assert shape(source) == printed


@pytest.mark.parametrize(("source", "printed"), [
    ("- Khẩu hiệu “Dân biết,\ndân bàn” được treo.\n- Hết", ["- Khẩu hiệu “Dân biết, dân bàn” được treo.", "- Hết"]),
    ("- Thi đua\n“Dân vận khéo” tại xã.", ["- Thi đua “Dân vận khéo” tại xã."]),
    ("- Theo\n“Điều 5 Quy chế” cũ.", ["- Theo “Điều 5 Quy chế” cũ."]),
    ("1. Màn hình 24\"\n1. Màn hình 27\"", ['1. Màn hình 24"', '2. Màn hình 27"']),
    ("1. Phong trào “Một cửa” và “Một dấu”\n1. Hết”", ["1. Phong trào “Một cửa” và “Một dấu”", "2. Hết”"]),
    ("1. Câu cuối “chưa đóng\ncòn nữa", ["1. Câu cuối “chưa đóng còn nữa"]),
    ("1. Dấu \\“ là chữ\n1. Hết", ["1. Dấu “ là chữ", "2. Hết"]),
])
def it_leaves_quotations_inside_a_sentence_what_they_were(source: str, printed: list[str]) -> None:
    assert shape(source) == printed


@pytest.mark.parametrize(("source", "at"), [
    ("1. x:\n“Điều 5. A\n1. b\n1. y:\n“Điều 6. C\n1. d”", [(2, 1)]),
    ("1. Phong trào “Một cửa\n1. Hết", [(1, 15)]),
    ("1. Phong trào “Một cửa“\n1. Hết", [(1, 15), (1, 23)]),
    ("1. Phong trào “Một cửa\n1. Hết”", [(1, 15)]),
    ('1. x:\n"Điều 5. A\n1. b\n1. y:\n"Điều 6. C\n1. d"', [(2, 1)]),
])
def it_tells_where_a_quotation_is_not_closed_before_what_is_counted(source: str, at: list[tuple[int, int]]) -> None:
    assert text_of(source)[1] == [("S314", line, column) for line, column in at]


@pytest.mark.parametrize("path", sorted(FORMATS.glob("quyet_dinh_sua_doi.yaml")), ids=lambda path: path.stem)
def it_writes_an_amending_clause_back_as_an_officer_would_type_it(path: Path) -> None:
    source, _ = read_source(path.name, path.read_bytes())
    schemas = Schemas(FORMATS.parents[1] / "schemas")
    document, findings = build_document(source, schemas.typed("quyet_dinh", source.data), Places())
    assert findings == []
    text = to_yaml(document, schemas.schema("quyet_dinh"), schemas.follow, "")
    again, findings = build_document(read_source("x", text.encode())[0], yaml.load(text, yaml.BaseLoader), Places())
    assert again == document
    assert "      2. Trả" not in text
    for line in ("“Điều 5. Trách nhiệm của Văn phòng", "1. Tiếp nhận văn bản đến:", "“2a. Văn bản khẩn được chuyển ngay khi đến.”"):
        assert f"\n      {line}\n" in text


@pytest.mark.parametrize("blocks", [
    (Item("khoan", (Run("x"),)), Paragraph((Run("“1. y”"),))),
    (Item("khoan", (Run("x “a"),)), Paragraph((Run("1. y”"),)), Item("khoan", (Run("z"),))),
    (Item("khoan", (Run("x"),), paragraphs=(Paragraph((Run("“1. y"),), quoted=True), Paragraph((Run("2. z"),), quoted=True))),),
    (Paragraph((Run("“**Điều"), Run("b “c", bold=True))), Item("gach", (Run("d"),)), Item("gach", (Run("e”"),))),
])
def it_writes_a_tree_whose_quotations_cannot_be_typed_as_one_that_reads_the_same(blocks: tuple[Block, ...]) -> None:
    typed = "\n".join(text_lines(Text(blocks)))
    again, findings = parse_text(typed, lambda line, column, length: Place("x"), Places())
    assert (again.blocks, findings) == (blocks, [])


def it_leaves_the_marks_of_a_quotation_alone_when_it_tidies(tmp_path: Path) -> None:
    lines = "1. Sửa:\n“Điều 5. A\n1. b\n7. c”\n3. Sửa"
    text = DECISION.replace("Ban hành kèm theo Quyết định này [[kh]].", lines.replace("\n", "\n      ")).replace("kem_theo:\n  - kh\n", "")
    tidy(project(tmp_path, qd=text))
    changed = (tmp_path / "content/nghe_an/2025/qd.yaml").read_text("utf-8")
    assert changed == text.replace("3. Sửa", "2. Sửa")


def it_says_nothing_of_typed_references_and_annexes_in_a_quotation(tmp_path: Path) -> None:
    lines = ("1. Sửa:\n“Điều 5. A\n1. Theo điểm e khoản 1 Điều này và Phụ lục V.\n2. Hết.”\n1. Các việc:\n"
             + "".join(f"{letter}) x;\n" for letter in "abcde")).strip()
    text = DECISION.replace("Ban hành kèm theo Quyết định này [[kh]].", lines.replace("\n", "\n      ")).replace("kem_theo:\n  - kh\n", "")
    assert [f.code for f in checked(tmp_path, qd=text).findings] == []


def it_leads_the_words_of_a_quoted_line_home() -> None:
    source, _ = read_source("t.yaml", "mo_dau: |\n  1. Sửa Điều 5:\n  “Điều 5. A\n  1. Nộp hồ sơ.”\n".encode())
    found = BlockMaps(source, ("mo_dau",)).map(2)
    assert found.words == "1. Nộp hồ sơ.”"
    assert source.text[slice(*(found.span(3, 6) or (0, 0)))] == "Nộp"


def it_has_the_address_of_a_quoted_line_in_the_item_that_quotes(build: Build) -> None:
    bo = build(quy_che(dieu("1. Sửa:\n“Điều 5. A\n1. b”\n1. Bỏ")))
    names = [each.address for each in addressed_lines(bo) if each.van_ban == "quy_che" and each.line.kind == "paragraph"]
    assert len(names) == len(set(names)) == 4
