"""`bo_qua` silences one rule inside the node that states it: from its first sign to its last, and no further."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked

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
