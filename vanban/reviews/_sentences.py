"""The words for a change, as one colleague tells them to another; every form of a review says them so."""

from collections import Counter
from collections.abc import Iterator, Mapping

from vanban.dates import short_date
from vanban.model.change import Change, Deed, DocumentChanges, Effect, Subject
from vanban.model.review import Review, Version

NOTHING = "Không có thay đổi"
_DEEDS: Mapping[Deed, str] = {"added": "Thêm", "removed": "Bỏ", "moved": "Chuyển", "changed": "Sửa"}
_DOCUMENTS: Mapping[Deed, str] = {
    "added": "Văn bản mới", "removed": "Không còn văn bản này", "changed": "Sửa văn bản",
    "moved": "Đổi thứ tự, hoặc nay kèm theo văn bản khác",
}
_CHANGED: Mapping[Subject, str] = {
    "heading": "Sửa tiêu đề {}", "legal_basis": "Thay {}", "recipient": "Thay {}", "signer": "Thay người ký",
    "numbering": "Đánh số lại từ {}",
}
# What follows, counted: "3 chỗ đánh số lại".
_EFFECTS: Mapping[Effect, str] = {
    "mark": "chỗ đánh số lại", "reference": "chỗ dẫn chiếu", "figure": "chỗ in lại số liệu này", "total": "ô cộng lại",
    "register": "chỗ in theo sổ", "zone": "chỗ in theo văn bản ban hành", "end_mark": "dấu cuối dòng",
    "again": "nhãn in lại giữa bảng", "place": "bảng hay hình đổi chỗ",
}
_LISTS: Mapping[str, str] = {
    "co_quan": "sổ cơ quan", "can_cu": "sổ căn cứ", "chi_tieu": "sổ chỉ tiêu", "nhom_noi_nhan": "sổ nhóm nơi nhận",
    "ngay_nghi": "sổ ngày nghỉ",
}


def sentence(change: Change) -> str:
    """What was done, and where: "Thêm khoản 2 Mục I", "Bỏ hàng 3, bảng (bản cũ)"; without the words."""
    match change.subject, change.deed:
        case "document", deed:
            return _DOCUMENTS[deed]
        case "figure", "changed":
            cause = change.cause
            name = f"{cause.name.partition('@')[0]}, {cause.period}" if cause.period else cause.name
            return f"Số liệu {name}: {cause.old} → {cause.new}{_apart(change)}, {change.place}"
        case "register", "changed":
            kind, _, ma = change.cause.name.partition(" ")
            said = f"{change.cause.old or 'không ghi'} → {change.cause.new or 'không ghi'}"
            return f"{_LISTS.get(kind, kind).capitalize()}, mục {ma}: {said}"
        case "layout", _:
            return f"Đổi cách trình bày, {change.place}: {change.cause.old} → {change.cause.new}"
        case _, "removed":
            return f"Bỏ {change.place} (bản cũ)"
        case _, "moved":
            return _moved(change)
        case _, "changed" if change.cause.kind == "format":
            return f"Đổi kiểu chữ hoặc kiểu đánh dấu ở {change.place}"
        case ("legal_basis" | "recipient" | "signer"), "changed" if _stays(change):
            return f"Sửa {change.place}"
        case subject, "changed":
            return _CHANGED.get(subject, "Sửa {}").format(change.place)
    return f"{_DEEDS[change.deed]} {change.place}"


def on_paper(change: Change) -> str:
    """The same for those who know the paper and no file: without ids, and without what a register says."""
    match change.subject, change.deed:
        case "figure", "changed":
            return f"Sửa số liệu{_apart(change)}, {change.place}"
        case "register", "changed":
            kind = change.cause.name.partition(" ")[0]
            return f"Sửa theo {_LISTS.get(kind, 'sổ')}, {change.place}"
    return sentence(change)


def _stays(change: Change) -> bool:
    """Whether an entry is the one it was: words were put into it, or taken out, and none stands in place of another."""
    return len({piece.of for piece in change.pieces if piece.of != "both" and piece.words.strip()}) == 1


def _moved(change: Change) -> str:
    before, after = (spot.place if spot else "" for spot in (change.old, change.new))
    return f"Chuyển {before} thành {after}" if before != after else f"Chuyển chỗ {after}"


def _apart(change: Change) -> str:
    apart = change.figures[0].difference if change.figures else ""
    return f" ({apart})" if apart else ""


def following(change: Change) -> str:
    """"3 chỗ đánh số lại, 1 chỗ dẫn chiếu"; "" where nothing follows."""
    counts = Counter(each.effect for each in change.consequences)
    return ", ".join(f"{counts[effect]} {words}" for effect, words in _EFFECTS.items() if counts[effect])


def counted(review: Review) -> str:
    """"5 thay đổi trong 2 văn bản"."""
    return f"{len(review.comparison.changes)} thay đổi trong {len([*review.comparison])} văn bản"


def version(side: Version) -> str:
    """"HEAD (3f2a1c9, 12/6/2026, Nguyễn Văn A)"."""
    if not side.commit:
        return f"thư mục {side.name}" if side.kind == "folder" else side.name
    day = short_date(side.made_on) if side.made_on else ""
    name = f"bản {side.name[:7]} (" if side.name == side.commit else f"{side.name} ({side.commit[:7]}, "
    return name + ", ".join(filter(None, (day, *side.authors))) + ")"


def files(document: DocumentChanges) -> str:
    """The file of a document; of one that was renamed both names."""
    old, new = (side.file if side else "" for side in (document.old, document.new))
    return f"{old} → {new}" if old and new and old.partition("/")[2] != new.partition("/")[2] else new or old


def renamed(review: Review) -> Iterator[str]:
    """A sentence for each document whose file was only renamed; of two folders it only lies in the other one."""
    are_folders = review.old.kind == review.new.kind == "folder"
    for document in review.comparison.documents:
        if not document.changes and " → " in (both := files(document)):
            yield f"{'Lời văn giữ nguyên' if are_folders else 'Đổi tên tệp, lời văn giữ nguyên'}: {both}."
