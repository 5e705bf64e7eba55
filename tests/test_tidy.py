"""`check --fix`: the safe tidying changes the characters it is for, and no word of the document."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import build
from tests.support.content import DECISION, PLAN, project
from tests.support.copies import copy_project
from tests.support.setting import plain_setting
from vanban.commands import CLEAN, FINDINGS
from vanban.edits.applying import apply
from vanban.edits.tidy import tidied_by
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Question, Run
from vanban.model.places import Places
from vanban.model.walk import map_inlines
from vanban.pipeline import tidying
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.readers.build_document import build_document
from vanban.readers.source import read_source
from vanban.transforms import numbering

PLAN_WITH = PLAN.replace("      Theo phân công.\n", "{block}")
NBSP = "\N{NO-BREAK SPACE}"


def read(text: str) -> tuple[VanBan, list[object], str]:
    """The counted document of `text`, its faults, and `text` tidied."""
    source, findings = read_source("kh.yaml", text.encode())
    assert not findings
    places = Places()
    van_ban, faults = build_document(source, source.data, places)
    bo, counted = numbering.apply(BoVanBan(van_ban), plain_setting(places))
    return bo.van_ban, [*faults, *counted], apply(source.text, tidied_by(source, bo.van_ban, places))


def tidied(text: str) -> str:
    _, faults, after = read(text)
    assert not faults
    return after


def block(*lines: str) -> str:
    return PLAN_WITH.format(block="".join(f"      {line}\n" if line else "\n" for line in lines))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("1. x", "1. y", "1. z"), ("1. x", "2. y", "3. z")),
        (("a) x", "a) y"), ("a) x", "b) y")),
        (("1. x", "c) y", "c) z", "1. w", "a) v", "a) u"), ("1. x", "a) y", "b) z", "2. w", "a) v", "b) u")),
        (("(3) x", "(3) y"), ("(1) x", "(2) y")),
        (("a) x", "- y", "", "đoạn", "", "a) z", "a) w"), ("a) x", "- y", "", "đoạn", "", "a) z", "b) w")),
        (tuple(["1. x"] * 10), tuple(f"{n}. x" for n in range(1, 11))),
        (("d) x",) * 5, ("a) x", "b) x", "c) x", "d) x", "đ) x")),
        (("1.  Hai  dấu   cách.",), ("1. Hai dấu cách.",)),
        ((f"Quyết định số{NBSP}76, ngày{NBSP} 15.",), ("Quyết định số 76, ngày 15.",)),
        (("Cuối dòng.   ", "Còn nữa.\t"), ("Cuối dòng.", "Còn nữa.")),
        ((unicodedata.normalize("NFD", "Tiếng Việt đủ dấu"),), ("Tiếng Việt đủ dấu",)),
        (("1. x", "  một  đoạn nữa"), ("1. x", "  một đoạn nữa")),
        ((r"\1. chữ thường", "1. x"), (r"\1. chữ thường", "1. x")),
    ],
)
def it_tidies(typed: tuple[str, ...], meant: tuple[str, ...]) -> None:
    assert tidied(block(*typed)) == block(*meant)


def it_counts_on_from_one_text_of_a_heading_to_the_other() -> None:
    text = PLAN.replace("      Theo phân công.\n", "      1. x\n    noi_dung_cuoi: |\n      1. y\n")
    assert tidied(text) == text.replace("1. y", "2. y")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trich_yeu: Hai  dấu cách   # và  chú thích", "trich_yeu: Hai dấu cách   # và  chú thích"),
        (f'trich_yeu: "Nháy{NBSP}kép:  x"', 'trich_yeu: "Nháy kép: x"'),
        (f"trich_yeu: Mục{NBSP}tiêu", "trich_yeu: Mục tiêu"),
        (f"trich_yeu: Mục tiêu:{NBSP}một", f"trich_yeu: Mục tiêu:{NBSP}một"),
        (f"trich_yeu: Mục tiêu{NBSP}#một", f"trich_yeu: Mục tiêu{NBSP}#một"),
        ("trich_yeu: Mục tiêu  ", "trich_yeu: Mục tiêu"),
        ("trich_yeu: x\nghi_chu: |\n  cột 1   cột 2  \n  a  b", "trich_yeu: x\nghi_chu: |\n  cột 1   cột 2  \n  a  b"),
        ('trich_yeu: "hai   \n  dòng"', 'trich_yeu: "hai   \n  dòng"'),
        ("#  lời  dặn\ntrich_yeu: x", "#  lời  dặn\ntrich_yeu: x"),
    ],
)
def it_leaves_comments_layout_and_signs_of_yaml_as_they_are(typed: str, meant: str) -> None:
    line = "trich_yeu: Cải cách hành chính năm 2025"
    assert tidied(PLAN.replace(line, typed)) == PLAN.replace(line, meant)


def it_keeps_windows_line_ends() -> None:
    text = block("1. x ", "1. y").replace("\n", "\r\n")
    assert tidied(text) == block("1. x", "2. y").replace("\n", "\r\n")


_LOOSE = unicodedata.normalize("NFD", "tiếng")
_WORDS = st.sampled_from(["Từ", _LOOSE, "ngày", "15/7/2025", "#1", ":", "**đậm**", "[[a]]", "x"])
_GAPS = st.sampled_from([" ", " ", "  ", NBSP, f" {NBSP}", "   "])
_STARTS = st.sampled_from(["", "1. ", "7.  ", "a) ", "c) ", "(2) ", "- ", f"-{NBSP}", "+ "])
_ENDS = st.sampled_from(["", "", " ", "\t", NBSP])


@st.composite
def _line(draw: st.DrawFn) -> str:
    words = draw(st.lists(_WORDS, min_size=1, max_size=5))
    return draw(_STARTS) + "".join(word + draw(_GAPS) for word in words).strip(f" {NBSP}") + draw(_ENDS)


@given(st.lists(_line() | st.just(""), min_size=1, max_size=10))
def it_changes_no_word_of_the_tree_and_has_nothing_to_do_the_second_time(lines: list[str]) -> None:
    assume(lines[0])
    before, faults, text = read(block(*lines))
    assume(not faults)
    after, faults, again = read(text)
    assert not faults
    assert _with_plain_spaces(after) == _with_plain_spaces(before)
    assert again == text


def _with_plain_spaces(van_ban: VanBan) -> VanBan:
    def of_text(run: Run) -> Run:
        return replace(run, text=re.sub(rf"[ {NBSP}]+", " ", run.text))

    def of_question(question: Question) -> Question:
        return replace(question, ly_do=re.sub(rf"[ {NBSP}]+", " ", question.ly_do))

    return map_inlines(map_inlines(van_ban, of_text, Run), of_question, Question)


def it_tidies_the_samples_without_changing_a_word(tmp_path: Path) -> None:
    samples = copy_project(tmp_path)
    before = check(samples)
    assert tidying.tidy(samples)
    after = check(samples)
    assert after.findings == before.findings
    assert [_zones_and_words(bo) for bo in after.sets] == [_zones_and_words(bo) for bo in before.sets]
    assert tidying.tidy(samples) == []


def _zones_and_words(bo: BoVanBan) -> tuple[object, ...]:
    return bo.zones, *map(_with_plain_spaces, bo)


def it_changes_nothing_in_a_file_with_an_error(tmp_path: Path) -> None:
    messy = PLAN.replace("Nhiệm vụ", "Nhiệm  vụ")
    faulty = DECISION.replace("luu: VT", "la_lam: x\nluu: VT").replace("Bộ Nội", "Bộ  Nội")
    here = project(tmp_path, qd=faulty, kh=messy)
    changed = tidying.tidy(here)
    assert [path.name for path in changed] == ["kh.yaml"]
    assert "Bộ  Nội" in (changed[0].parent / "qd.yaml").read_text("utf-8")


def it_leaves_an_issued_set_as_it_was_issued(tmp_path: Path) -> None:
    issued = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "").replace("Bộ Nội", "Bộ  Nội")
    here = project(tmp_path, qd=issued, kh=PLAN.replace("Nhiệm vụ", "Nhiệm  vụ"))
    file = here.content / "nghe_an" / "2025" / "qd.yaml"
    assert not issue(here, file, "2228", date(2025, 7, 15)).has_errors
    assert tidying.tidy(here) == []


def it_keeps_a_byte_order_mark(tmp_path: Path) -> None:
    here = project(tmp_path, qd=DECISION, kh="\ufeff" + PLAN.replace("Nhiệm vụ", "Nhiệm  vụ"))
    (changed,) = tidying.tidy(here)
    assert changed.read_bytes() == ("\ufeff" + PLAN).encode()


def it_tidies_only_what_the_target_reaches(tmp_path: Path) -> None:
    other = PLAN.replace("ma: kh", "ma: kh2").replace("Nhiệm vụ", "Nhiệm  vụ")
    here = project(tmp_path, qd=DECISION, kh=PLAN.replace("Nhiệm vụ", "Nhiệm  vụ"), kh2=other)
    changed = tidying.tidy(here, [here.content / "nghe_an" / "2025" / "qd.yaml"])
    assert [path.name for path in changed] == ["kh.yaml"]


def it_tells_each_file_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, qd=DECISION, kh=PLAN.replace("Nhiệm vụ", "Nhiệm  vụ"))
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["check", "--fix"]) == CLEAN
    told = capsys.readouterr()
    assert told.err == "Đã sửa content/nghe_an/2025/kh.yaml\n"
    assert told.out == "Không có lỗi.\n"
    assert build.main(["check", "--fix"]) == CLEAN
    assert capsys.readouterr().err == ""


def it_says_which_file_it_left_alone_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", "1. Theo  **phân công."))
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["check", "--fix"]) == FINDINGS
    assert "Chưa sửa gì ở content/nghe_an/2025/kh.yaml: còn lỗi S301 ở dòng 7." in capsys.readouterr().err


def it_mends_what_a_finding_says_how_to_mend_and_tidies_then(tmp_path: Path) -> None:
    here = project(tmp_path, qd=DECISION, kh="\ufeff" + PLAN.replace("Nhiệm vụ", "Nhiệm  vụ của Ðảng a\u030cn"))
    (changed,) = tidying.tidy(here)
    assert changed.read_bytes() == ("\ufeff" + PLAN.replace("Nhiệm vụ", "Nhiệm vụ của Đảng ăn")).encode()
    assert check(here).findings == ()


def it_mends_what_lies_inside_of_what_it_mends(tmp_path: Path) -> None:
    """A list with bullets of Word is one edit, from its first bullet to its last."""
    text = PLAN_WITH.format(block="      \uf0b7 Của Ðảng\u200b;\n      \uf0b7 Của\u200b Ðoàn.\n")
    here = project(tmp_path, qd=DECISION, kh=text)
    (changed,) = tidying.tidy(here)
    assert changed.read_text("utf-8") == PLAN_WITH.format(block="      - Của Đảng;\n      - Của Đoàn.\n")
    assert check(here).findings == ()


def it_leaves_a_letter_that_honest_names_have_and_one_that_was_silenced(tmp_path: Path) -> None:
    here = project(tmp_path, qd=DECISION, kh=PLAN.replace("Nhiệm vụ", "Ông Guðrún"),
                   kh2=f"{PLAN.replace('ma: kh', 'ma: kh2')}bo_qua: {{S110: tên riêng}}\nghi_chu: Ðà\n")
    assert tidying.tidy(here) == []


@pytest.mark.parametrize("rows", [
    ("STT\tĐơn vị\tSố  hồ sơ", "1\tSở Nội vụ\t120"),
    ("Sở Nội vụ      120    98%", "Sở Tư pháp     130    99%"),
    ("| Đơn vị      | Số |", "", "| Sở Nội vụ   | 12 |"),
])
def it_leaves_the_rows_of_a_pasted_table_as_they_are(rows: tuple[str, ...]) -> None:
    """Blanks are the borders of its cells; the lines around are tidied."""
    typed = block("Kết quả  như sau:", "", *rows, "", "Các đơn vị  tiếp tục.")
    assert read(typed)[2] == typed.replace("quả  như", "quả như").replace("vị  tiếp", "vị tiếp")
