"""An issued document: the words that were kept at its issue → what would be printed of it today, as a review."""

from dataclasses import dataclass
from pathlib import Path

from vanban.compare.comparing import compare_documents
from vanban.compare.outline import unprinted_of
from vanban.compare.sheet import Document
from vanban.compare.telling import Telling
from vanban.doctypes import doctypes
from vanban.errors import WrongUse
from vanban.model.document import BoVanBan
from vanban.model.printed import PrintedDocument, PrintedSet
from vanban.model.registers import Registers
from vanban.model.review import Review, Version
from vanban.pipeline.asked_document import asked_document
from vanban.pipeline.checking import Checked
from vanban.pipeline.issued_sides import issued_of
from vanban.pipeline.keeping import checked_document
from vanban.pipeline.kept_words import printed_of, today_beside_kept
from vanban.pipeline.project import Project
from vanban.pipeline.resolving import transformed
from vanban.readers.content import Content
from vanban.reviews import as_read
from vanban.text import lower_first, unbroken

# Kept words say nothing of the registers that they came from.
_NONE = Registers()
_GONE = "Các sổ hôm nay không còn {}; bản in hôm nay lấy các mục ấy như đã lưu khi ban hành."


@dataclass(frozen=True, slots=True)
class KeptReview:
    """The review with what it was made from: the set as it was read, its words as they were kept and as of today."""

    review: Review
    checked: Checked
    bo: BoVanBan
    kept: PrintedSet
    today: PrintedSet


def kept_review(project: Project, file: Path) -> KeptReview:
    """What would be printed today of the issued document in `file`, by today's file and registers, against what was
    kept at its issue.

    Raises WrongUse for a file that is no issued document, of which no words were kept, or that cannot be printed today.
    """
    checked, bo, name = checked_document(project, project.content / asked_document(project, file))
    frozen = checked.content.frozen.get(name)
    if not bo.van_ban.is_issued:
        raise WrongUse(f"{name} còn là dự thảo, chưa có lời văn lưu khi ban hành; so với lần dự thảo trước thì gõ "
                       f"diff --du-thao {name}")
    if frozen is None or frozen.loi_van is None:
        raise WrongUse(f"{name} đã ghi số, ngày nhưng chưa lưu lời văn khi ban hành nên chưa so được; lưu bằng lệnh "
                       f"issue {name} --bo-sung")
    looked, _ = checked.content.with_pictures(bo)
    resolved = next(each for each in checked.sets if checked.content.file_of(each.van_ban) == name)
    by_kept = printed_of(resolved, checked.setting(resolved), [])
    today = today_beside_kept(checked.content, looked, project.looks, transformed, by_kept)
    if today.printed is None:
        raise WrongUse(f"{file} hôm nay không in được nên chưa so sánh được; lệnh check nêu lỗi của tệp")
    places = checked.content.places
    before, after = (_documents(words, checked.content, bo) for words in (frozen.loi_van, today.printed))
    comparison = as_read(compare_documents(before, after, Telling(places, places)))
    kept = Version("issued", "lời văn đã lưu khi ban hành", made_on=bo.van_ban.ngay_ban_hanh)
    notes = (_GONE.format(", ".join(today.gone)),) if today.gone else ()
    review = Review(kept, Version("working_tree", "bản in hôm nay"), comparison, notes=notes, head=checked.findings,
                    issued=issued_of(None, checked))
    return KeptReview(review, checked, resolved, frozen.loi_van, today.printed)


def _documents(words: PrintedSet, content: Content, bo: BoVanBan) -> list[Document]:
    files = {van_ban.ma: content.file_of(van_ban) for van_ban in bo}
    first = content.file_of(bo.van_ban)

    def named(printed: PrintedDocument) -> str:
        return f"{files.get(printed.ma, first).partition('/')[2].rpartition('/')[0]}/{printed.ma}"

    issuing = named(words.issuing)
    return [
        Document(named(each), files.get(each.ma, first), _title(each), issuing, "", at, each, _NONE, {}, content.places,
                 unprinted_of(doctypes()[each.loai_van_ban]))
        for at, each in enumerate(words.documents)
    ]


def _title(printed: PrintedDocument) -> str:
    mark = printed.zones.phu_luc.text[len(printed.ten_loai):]
    words = mark or f" {lower_first(unbroken(printed.trich_yeu))}"
    return f"{printed.ten_loai}{words}".rstrip()
