"""`bo_qua` silences one code inside the node that states it: from its first sign to its last, and no further."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked, project
from vanban.findings import Place, finding_of
from vanban.lint.engine import known_codes
from vanban.lint.suppressions import Silenced, sift
from vanban.model.document import BoQua
from vanban.model.places import Places
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue

# Two headings; any line may speak of an annex that the set does not have (F112).
FAULT = "theo Phụ lục 9"
HEAD = PLAN[: PLAN.index("de_muc:")]
BODY = """\
de_muc:
  - tieu_de: Một
    bo_qua: {{{codes}}}
    noi_dung: |
      Đầu {first}.

      Giữa.

      Cuối {last}.
  - tieu_de: Hai
    noi_dung: |
      Sau {after}.
"""
FIRST_LINE, LAST_LINE, AFTER_LINE = 8, 12, 15


def told(folder: Path, body: str) -> list[tuple[str, int]]:
    """Code and line of each finding in the plan."""
    return [(found.code, found.line) for found in checked(folder, qd=DECISION, kh=HEAD + body).findings]


def body(codes: str = "F112: in riêng", **faults: str) -> str:
    return BODY.format(codes=codes, **{name: faults.get(name, "nữa") for name in ("first", "last", "after")})


@pytest.mark.parametrize("place", ["first", "last"])
def it_silences_from_the_first_line_of_its_node_to_the_last(place: str, tmp_path: Path) -> None:
    assert told(tmp_path, body(**{place: FAULT})) == []


def it_silences_nothing_behind_its_node(tmp_path: Path) -> None:
    assert told(tmp_path, body(first=FAULT, last=FAULT, after=FAULT)) == [("F112", AFTER_LINE)]


def it_is_told_where_it_silences_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, body(after=FAULT)) == [("X101", 6), ("F112", AFTER_LINE)]


def it_silences_the_rule_that_it_names_and_no_other(tmp_path: Path) -> None:
    assert told(tmp_path, body("F101: nơi nhận riêng", first=FAULT)) == [("X101", 6), ("F112", FIRST_LINE)]


def it_ends_within_a_line_where_its_node_does(tmp_path: Path) -> None:
    node = "{{tieu_de: {}, noi_dung: {}{}}}"
    line = "de_muc: [" + ", ".join((
        node.format("Trước", FAULT, ""), node.format("Một", FAULT, ", bo_qua: {F112: in riêng}"), node.format("Hai", FAULT, ""),
    )) + "]\n"
    found = [each for each in checked(tmp_path, qd=DECISION, kh=HEAD + line).findings if each.code == "F112"]
    assert [line.index(name) < each.column - 1 for name, each in zip(("Trước", "Hai"), found, strict=True)] == [True, True]
    assert found[0].column - 1 < line.index("Một")


def it_silences_what_lies_below_its_node(tmp_path: Path) -> None:
    nested = ("de_muc:\n  - tieu_de: Một\n    bo_qua: {F112: in riêng}\n    de_muc:\n      - tieu_de: Sâu\n"
              f"        noi_dung: Nói {FAULT}.\n")
    assert told(tmp_path, nested) == []


def it_silences_a_whole_document_and_no_other_of_the_set(tmp_path: Path) -> None:
    whole = f"bo_qua: {{F112: in riêng}}\nde_muc:\n  - tieu_de: Một\n    noi_dung: Nói {FAULT}.\n" + "  - tieu_de: Nữa\n" * 20
    assert told(tmp_path, whole) == []
    decision = DECISION.replace("Ban hành kèm", f"Nói {FAULT}. Ban hành kèm")  # in a line that the plan has too
    assert [found.file for found in checked(tmp_path, qd=decision, kh=HEAD + whole).findings] == ["content/nghe_an/2025/qd.yaml"]


def it_keeps_the_findings_of_one_rule_apart_by_node(tmp_path: Path) -> None:
    second = body(first=FAULT, after=FAULT).replace("  - tieu_de: Hai\n", "  - tieu_de: Hai\n    bo_qua: {F112: cũng thế}\n")
    assert told(tmp_path, second) == []


# Whose findings are silenced is said by the table of codes, not by the stage that made them
# Rules of house and habit; what loses or falsifies a word is not among them. A code goes in or out by judgement.
MAY_BE_SILENCED = {
    "C106", "C109", "C115", "C116", "C117", "C118", "C119", "C131", "C132", "C134", "C150", "C151", "C152", "C153", "C154", "C157", "C166", "C170", "D105", "D106", "D107", "D109", "D111", "D112", "D113", "D209", "D238", "D261", "F101", "F102", "F104", "F105", "F106", "F108", "F111", "F112", "F113", "F117", "F118", "F119", "F120", "F121", "F122", "F123", "F124", "F130", "F132", "F133", "F134", "F136", "F140", "F142", "F144", "F146", "F150", "F151", "F159", "F170", "R102", "R113", "R114", "R115", "R116", "R121", "R125", "R126", "R131", "R132", "R133", "R135", "R136", "R140", "S110", "S114", "S312", "S313", "S318", "S319", "S320", "S321", "S322", "S323", "S324",
}


def it_lets_these_be_silenced_and_no_other() -> None:
    assert {code for code, entry in known_codes().items() if entry.bo_qua} == MAY_BE_SILENCED


def it_silences_findings_of_a_transform(tmp_path: Path) -> None:
    ended = DECISION.replace("nq_76_2021", "nd_cu")
    register = "loai_du_lieu: can_cu\ncan_cu:\n  - {ma: nd_cu, ten_loai: Nghị định, so_ky_hieu: 1/2001/NĐ-CP, ngay_ban_hanh: 1/1/2001, trich_yeu: quy định, tu_ngay: 1/1/2001, den_ngay: 1/1/2010}\n"
    here = project(tmp_path, qd=ended, kh=PLAN)
    (here.content / "dung_chung" / "can_cu_thu.yaml").write_text(register, "utf-8")
    assert [found.code for found in check(here).findings] == ["R102"]
    (here.content / "nghe_an" / "2025" / "qd.yaml").write_text(ended + "bo_qua: {R102: còn hiệu lực một phần}\n", "utf-8")
    result = check(here)
    assert result.findings == ()
    assert [(each.finding.code, each.ly_do) for each in result.silenced] == [("R102", "còn hiệu lực một phần")]


def it_silences_findings_about_the_letters_of_a_source(tmp_path: Path) -> None:
    assert told(tmp_path, "bo_qua: {S110: tên người Iceland}\nde_muc:\n  - tieu_de: Ông Guðrún\n") == []


def it_tells_whoever_tries_to_silence_what_loses_or_falsifies(tmp_path: Path) -> None:
    never = [code for code, entry in known_codes().items() if not entry.bo_qua]
    assert {"C101", "C105", "D103", "D104", "F114", "R111", "S101", "X102"} <= set(never)
    text = body(", ".join(f"{code}: bỏ qua" for code in never))
    assert told(tmp_path, text) == [("X102", 6)] * len(never)


@pytest.mark.parametrize("code", [code for code, entry in known_codes().items() if not entry.bo_qua])
def it_silences_no_finding_that_may_not_be(code: str) -> None:
    """Sifted alone, as no YAML shows every one of them: the finding stays, and the try is told."""
    places = Places()
    whole = places.add(Place("kh.yaml", 1, 1, 99, 1))
    stated = places.add(Place("kh.yaml", 2, 1, 2, 9))
    found = finding_of(code, known_codes()[code].level, Place("kh.yaml", 5, 1), "sai", "sửa")
    sifted = sift([found], [BoQua(code, "lý do", whole, stated)], places)
    assert (list(sifted.kept), list(sifted.silenced)) == ([found], [])
    assert [(each.code, each.line) for each in sifted.told] == [("X102", 2)]


@pytest.mark.parametrize("code", [code for code, entry in known_codes().items() if entry.bo_qua])
def it_silences_every_finding_that_may_be(code: str) -> None:
    places = Places()
    whole = places.add(Place("kh.yaml", 1, 1, 99, 1))
    found = finding_of(code, known_codes()[code].level, Place("kh.yaml", 5, 1), "sai", "sửa")
    sifted = sift([found], [BoQua(code, "lý do", whole, whole)], places)
    assert (list(sifted.kept), [each.finding for each in sifted.silenced], list(sifted.told)) == ([], [found], [])


def it_still_gives_the_finding_that_may_not_be_silenced(tmp_path: Path) -> None:
    text = f"bo_qua: {{C101: giữ câu hỏi}}\n{BODY.format(codes='F112: x', first='{XEM LẠI: số}', last=FAULT, after='nữa')}"
    assert told(tmp_path, text) == [("X102", 4), ("C101", 9)]


def it_lists_what_is_silenced_before_it_issues(tmp_path: Path) -> None:
    draft = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "ngay_du_kien: 15/7/2025\n")
    here = project(tmp_path, qd=draft, kh=HEAD + body(first=FAULT))
    file = here.content / "nghe_an" / "2025" / "qd.yaml"
    listed: list[tuple[str, str, str]] = []

    def tell(silenced: Sequence[Silenced]) -> None:
        assert "so_van_ban" not in file.read_text("utf-8")
        listed.extend((each.finding.code, Path(each.finding.file).name, each.ly_do) for each in silenced)

    assert not issue(here, file, "2228", date(2025, 7, 15), tell).has_errors
    assert listed == [("F112", "kh.yaml", "in riêng")]
    assert "so_van_ban" in file.read_text("utf-8")
