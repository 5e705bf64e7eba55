"""The words of one document of content/ as its pages have them; of an issued one as they were.

What a frame prints around the body (the motto, "Số:", "V/v", "Kính gửi:") is read off the frame, filled with the zones
of the document and a sign in place of its body.
"""

from dataclasses import replace
from pathlib import Path

from vanban.errors import WrongUse
from vanban.model.document import BoVanBan
from vanban.model.inline import Run
from vanban.model.printed import Para, PrintedDocument, PrintedSet
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.offices import frames
from vanban.pipeline.own_frames import office_of
from vanban.pipeline.project import Project, target_of
from vanban.wordml.printed_words import printed_words
from vanban.writers.to_docx.writing import to_docx
from vanban.writers.to_lines import body_lines, in_lines, lines_at_fault

# Stands in the frame for the body.
_SIGN = "\N{OBJECT REPLACEMENT CHARACTER}"
_BODY = Para("VB_NoiDung", (Run(_SIGN),))


def words(project: Project, file: Path) -> tuple[str, Checked]:
    """The lines of the document of that YAML file, composed as far as it can be, and what was found. Of an issued one
    whose files nobody has changed since, the lines that were kept. Raises WrongUse where it is no document, FrameError
    where its frame cannot be filled."""
    target = target_of(project, file)
    checked = check(project, [target])
    name = f"content/{target.relative_to(project.content).as_posix()}"
    for bo in checked.sets:
        for part in bo.parts():
            if checked.content.file_of(part.van_ban) == name:
                return in_lines(_lines(project, checked, bo, part)), checked
    raise WrongUse(f"{file} không phải là tệp văn bản đọc được; lệnh check nêu lỗi của tệp")


def _lines(project: Project, checked: Checked, bo: BoVanBan, part: BoVanBan) -> list[str]:
    """The lines of the document of `bo` that `part` begins with."""
    printed = _printed(checked, bo, part.van_ban.ma)
    body = list(body_lines(printed) if printed else lines_at_fault(part))
    whole = printed or _unfinished(checked, bo, part)
    if whole is None:
        return body
    above, below = _around(project, checked, bo, whole)
    return [*above, *body, *below]


def _printed(checked: Checked, bo: BoVanBan, ma: str) -> PrintedDocument | None:
    """A document as it is printed: as it was kept at the issue of its set, else as it is today; None where it is at
    fault, and nothing that was kept is to be believed."""
    content = checked.content
    frozen = content.frozen.get(content.file_of(bo.van_ban))
    is_kept = frozen is not None and dict(frozen.tep) == content.fingerprints_of(bo)
    if frozen and frozen.loi_van and is_kept:
        return next((each for each in frozen.loi_van.documents if each.ma == ma), None)
    if not any(each.van_ban.origin == bo.van_ban.origin for each in checked.sound):
        return None
    return next(each for each in checked.printed(bo).documents if each.ma == ma)


def _unfinished(checked: Checked, bo: BoVanBan, part: BoVanBan) -> PrintedDocument | None:
    """A document at fault without its body; None where it has no zones yet."""
    van_ban, kind = part.van_ban, checked.setting(bo).kind(part.van_ban)
    if part.zones is None:
        return None
    return PrintedDocument(
        van_ban.ma, van_ban.loai_van_ban, kind.ten_loai, van_ban.trich_yeu, part.zones,
        () if kind.is_copy else (_BODY,), kho_giay=van_ban.kho_giay,
    )


def _around(
    project: Project, checked: Checked, bo: BoVanBan, printed: PrintedDocument
) -> tuple[list[str], list[str]]:
    """What the frame prints above the body, and below it; of a document without a body all is above."""
    setting = checked.setting(bo)
    framed = replace(printed, body=(_BODY,) if printed.body else (), notes=())
    docx = to_docx(PrintedSet((framed,), bo.ngay), setting.doctypes, setting.the_thuc,
                   frames(project, office_of(checked.content, bo)))
    lines = [" ".join(line.split()) for each in printed_words(docx).paragraphs for line in each.words.split("\n")]
    at = lines.index(_SIGN) if _SIGN in lines else len(lines)
    return lines[:at], lines[at + 1 :]
