"""The regulation of the samples (five chương, thirty điều) edited by a script: every reference follows.

Where a reference leads is read from its printed words alone, by the marks of the printed text, and compared with the id
that was typed. Nothing of the program that composes or addresses has a part in that.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.content import ROOT
from vanban.edits.applying import edited
from vanban.edits.entries import edit_items
from vanban.model.body import DeMuc
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Line, Reference, shown_text
from vanban.model.print_order import in_print_order
from vanban.model.running_text import Item, Paragraph
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.readers.source import Source, read_source

NAMES = ("quyet_dinh_mot_cua", "quy_che_mot_cua", "phu_luc_thoi_han", "phu_luc_theo_doi")
QUY_CHE = "quy_che_mot_cua"
Edit = Callable[[Source], bytes]


class Part(NamedTuple):
    """A part of a text by its printed marks; "" for a step that it is not in."""

    chuong: str = ""
    muc: str = ""
    dieu: str = ""
    khoan: str = ""
    diem: str = ""

    @property
    def name(self) -> "Part":
        """As it is cited: a điều and what stands in it without chương and mục."""
        return self._replace(chuong="", muc="") if self.dieu else self


def printed_parts(van_ban: VanBan) -> Iterator[tuple[Part, DeMuc | Item | Paragraph]]:
    """The lines of a text in the order of print, each in the part that it stands in."""
    here = Part()
    for node in in_print_order(van_ban):
        match node:
            case DeMuc(mark=mark) if mark.startswith("Chương "):
                here = Part(mark.removeprefix("Chương "))
            case DeMuc(mark=mark) if mark.startswith("Mục "):
                here = Part(here.chuong, mark.removeprefix("Mục "))
            case DeMuc(mark=mark) if mark.startswith("Điều "):
                here = Part(here.chuong, here.muc, mark.removeprefix("Điều ").rstrip("."))
            case Item(sign="khoan", mark=mark):
                here = here._replace(khoan=mark.rstrip("."), diem="")
            case Item(sign="diem", mark=mark):
                here = here._replace(diem=mark.rstrip(")"))
        if isinstance(node, DeMuc | Item | Paragraph):
            yield here, node


def cited(words: str, rest: str, here: Part) -> Part:
    """The part that a reference names, read as a person reads it: with the words behind it, from where it stands."""
    found = dict(re.findall(r"(điểm|khoản|Điều|Mục|Chương) (\w+)", words))
    if not found.keys() & {"Điều", "Chương"} and "này" not in found.values():
        more = re.findall(r"(khoản|Điều|Chương) (\w+)", rest)
        found = dict(reversed(more[:2])) | found
    if found.get("khoản") == "này":
        return Part("", "", here.dieu, here.khoan, found.get("điểm", ""))
    dieu = here.dieu if found.get("Điều") == "này" else found.get("Điều", "")
    return Part(found.get("Chương", ""), found.get("Mục", ""), dieu, found.get("khoản", ""), found.get("điểm", ""))


def led(bo: BoVanBan) -> Iterator[tuple[str, str, str]]:
    """Each reference to a part of the regulation: its id, the id at the place that its words name, the words."""
    documents = {van_ban.ma: van_ban for van_ban in bo}
    regulation = documents[QUY_CHE]
    there = {part.name: node.ma for part, node in printed_parts(regulation) if not isinstance(node, Paragraph)}
    for van_ban in documents.values():
        for here, node in printed_parts(van_ban):
            line: Line = node.tieu_de if isinstance(node, DeMuc) else node.inlines
            for index, inline in enumerate(line):
                if isinstance(inline, Reference) and inline.target and inline.target.van_ban == QUY_CHE and inline.ma != QUY_CHE:
                    rest = shown_text(line[index + 1 :])
                    yield inline.ma, there[cited(str(inline.shown), rest, here)], str(inline.shown)


@pytest.fixture
def built(tmp_path: Path) -> Callable[[Edit | None], BoVanBan]:
    """The set of the sample, whose regulation has been edited."""
    def of(edit: Edit | None) -> BoVanBan:
        for part in ("schemas", "templates", "content/dung_chung"):
            shutil.copytree(ROOT / part, tmp_path / part, dirs_exist_ok=True)
        home = tmp_path / "content" / "xa_yen_thanh" / "2025"
        home.mkdir(parents=True)
        for name in NAMES:
            shutil.copy(ROOT / "content" / "xa_yen_thanh" / "2025" / f"{name}.yaml", home)
        if edit:
            path = home / f"{QUY_CHE}.yaml"
            path.write_bytes(edit(read_source(path.name, path.read_bytes())[0]))
        result = check(Project(tmp_path))
        assert result.findings == ()
        return result.sets[0]
    return of


def inserted(path: tuple[str | int, ...], at: int) -> Edit:
    """A new điều in a list of điều."""
    new = {"tieu_de": "Xếp hàng", "ma": "dieu_moi", "noi_dung": "1. Lấy số.\n1. Chờ gọi theo số.\n"}
    return lambda source: edited(source, edit_items(source, path, inserted={at: [new]}))


def moved(path: tuple[str | int, ...], index: int, to: int) -> Edit:
    """An entry of a list that goes above another one."""
    def edit(source: Source) -> bytes:
        return edited(source, edit_items(source, path, [index], {to: [source.value((*path, index))]}))
    return edit


def replaced(old: str, new: str) -> Edit:
    def edit(source: Source) -> bytes:
        assert source.text.count(old) == 1
        return source.text.replace(old, new).encode()
    return edit


def after(*edits: Edit) -> Edit:
    """One edit after another."""
    def edit(source: Source) -> bytes:
        for each in edits:
            source = read_source(source.file, each(source))[0]
        return source.raw
    return edit


FIRST, SECOND_MUC = ("de_muc", 0, "de_muc"), ("de_muc", 1, "de_muc", 1, "de_muc")
EDITS: Mapping[str, Edit | None] = {
    "none": None,
    "a dieu comes first of all": inserted(FIRST, 0),
    "a dieu comes into a muc": inserted(("de_muc", 1, "de_muc", 0, "de_muc"), 2),
    "a dieu comes last": inserted(("de_muc", 4, "de_muc"), 2),
    "a chapter moves up": moved(("de_muc",), 2, 1),
    "a chapter moves down": moved(("de_muc",), 1, 4),
    "the muc of a chapter change places": moved(("de_muc", 1, "de_muc"), 1, 0),
    "a dieu moves inside its muc": moved(SECOND_MUC, 5, 0),
    "a khoan comes": replaced("          1. Lấy sự thuận tiện", "          1. Đúng luật.\n          1. Lấy sự thuận tiện"),
    "a diem comes": replaced("          a) Nhận hồ sơ không ghi", "          a) Đòi quà;\n          a) Nhận hồ sơ không ghi"),
    "all at once": after(
        moved(("de_muc",), 3, 1), inserted(FIRST, 3), moved(("de_muc", 2, "de_muc"), 1, 0),
        replaced("          1. Lấy sự thuận tiện", "          1. Đúng luật.\n          1. Lấy sự thuận tiện"),
    ),
}


@pytest.mark.parametrize("name", EDITS)
def it_leads_every_reference_to_where_it_led(built: Callable[[Edit | None], BoVanBan], name: str) -> None:
    references = list(led(built(EDITS[name])))
    assert len(references) == 27
    assert [(ma, there, words) for ma, there, words in references if ma != there] == []


def it_changes_the_words_of_what_has_moved_and_no_other(built: Callable[[Edit | None], BoVanBan]) -> None:
    words = {ma: words for ma, _, words in led(built(EDITS["a dieu comes into a muc"]))}
    assert words["dieu_khong_duoc_lam"] == "Điều 5 Quy chế này"
    assert words["dieu_tu_choi"] == "Điều 12 Quy chế này"
    assert words["chuong_ho_so"] == "Chương II Quy chế này"


def it_has_five_chapters_and_thirty_dieu_with_two_annexes(built: Callable[[Edit | None], BoVanBan]) -> None:
    bo = built(None)
    marks = [node.mark for part, node in printed_parts(list(bo)[1]) if isinstance(node, DeMuc)]
    assert [mark for mark in marks if mark.startswith("Chương")] == [f"Chương {n}" for n in ("I", "II", "III", "IV", "V")]
    assert [mark for mark in marks if mark.startswith("Điều")] == [f"Điều {n}." for n in range(1, 31)]
    assert [van_ban.mark for van_ban in bo][2:] == ["I", "II"]
