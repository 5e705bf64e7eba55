"""How the steps of a numbering scheme print (model/steps.py): styles, capitals, where the mark stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban.model.body import DeMuc
from vanban.model.inline import Line, Run
from vanban.model.printed import Keep, Para, Part
from vanban.model.running_text import Paragraph
from vanban.model.steps import STEPS

# Where a title may break by sense.
_BREAK = re.compile(r" *\| *")


@dataclass(frozen=True, slots=True)
class _Heading:
    """How a step of a scheme prints.

    titled    style of a heading that has a title
    run_in    style of one whose text runs on behind the mark, and the character style of that mark
    capitals  the title is written in capitals
    """

    titled: str
    run_in: str = "VB_Khoan"
    run_in_mark: str = ""
    capitals: bool = False


_PHAN = _Heading("VB_PhanTieuDe", capitals=True)
_MUC = _Heading("VB_Muc", capitals=True)
_HEADINGS = {
    "Phần thứ nhất": _PHAN, "Phần I": _PHAN, "Chương I": _PHAN, "Mục 1": _PHAN, "Tiểu mục 1": _PHAN,
    "A.": _MUC, "I.": _MUC,
    "1.": _Heading("VB_KhoanTieuDe"),
    "1.1.": _Heading("VB_KhoanTieuDeCon"), "1.1.1.": _Heading("VB_KhoanTieuDeCon"),
    "a)": _Heading("VB_DiemTieuDe", run_in="VB_Diem"),
    "Điều 1.": _Heading("VB_DieuTieuDe", run_in="VB_Dieu", run_in_mark="VB_SoDieu"),
    "không số": _Heading("VB_KhoanTieuDe", run_in="VB_NoiDung"),
}
_TITLED = frozenset(["VB_Phan", *(heading.titled for heading in _HEADINGS.values())])


def titled(node: DeMuc) -> list[Para]:
    """The paragraphs of a heading that has a title: one, or two where its mark stands above the title."""
    heading, is_alone = _HEADINGS[node.step], STEPS[node.step].alone
    title = _title(node.tieu_de, "\n" if is_alone else " ")
    if is_alone and not node.mark:
        return [Para("VB_Phan", title, origin=node.origin)]
    above = [Para("VB_Phan", mark=(node.mark, ""), origin=node.origin)] if is_alone else []
    mark = None if is_alone or not node.mark else (f"{node.mark} ", "")
    # A heading with nothing below has nothing to keep with: see `held`.
    keep: Keep = "tu_do" if node.is_bare else ""
    return [*above, Para(heading.titled, title, mark, heading.capitals, keep, node.origin)]


def held(parts: Sequence[Part]) -> list[Part]:
    """A body in which a heading with nothing below stays with the heading that follows it, so that it ends no page.

    In a list of such the last one alone does: the list would else move from page to page as one.
    """
    behind = (*parts[1:], None)
    return [_held(part, after) for part, after in zip(parts, behind, strict=False)]  # of no parts there is no last one


def _held(part: Part, after: Part | None) -> Part:
    is_bare = isinstance(part, Para) and part.style in _TITLED and part.keep == "tu_do"
    leads = isinstance(after, Para) and after.style in _TITLED and after.keep != "tu_do"
    return replace(part, keep="") if isinstance(part, Para) and is_bare and leads else part


def run_in(node: DeMuc, first: Paragraph | None) -> Para:
    """The mark of a heading without a title and the paragraph that runs on behind it, if one does."""
    if node.mark and STEPS[node.step].alone:
        return Para("VB_Phan", mark=(node.mark, ""), origin=node.origin)
    heading = _HEADINGS[node.step]
    line, origin = (first.inlines, first.origin) if first else ((), node.origin)
    # Before words in bold the mark is bold too: "4. Sở Tài chính: …".
    face = heading.run_in_mark or ("VB_Dam" if line and isinstance(line[0], Run) and line[0].bold else "")
    return Para(heading.run_in, line, (f"{node.mark} ", face) if node.mark else None, origin=origin)


def _title(line: Line, instead: str) -> Line:
    """A title with `instead` of the marks (|) of where it may break by sense."""
    if not any(isinstance(inline, Run) and "|" in inline.text for inline in line):
        return line
    return tuple(
        replace(inline, text=_BREAK.sub(instead, inline.text)) if isinstance(inline, Run) else inline for inline in line
    )
