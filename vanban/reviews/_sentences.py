"""The words for a change, as one colleague tells them to another; every form of a review says them so."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from vanban.dates import short_date
from vanban.model.change import Change, Consequence, Deed, DocumentChanges, Effect, Subject
from vanban.model.review import Review, Version
from vanban.reviews._words import has_other_words

NOTHING = "Không có thay đổi"
_DEEDS: Mapping[Deed, str] = {"added": "Thêm", "removed": "Bỏ", "moved": "Chuyển", "changed": "Sửa"}
_DOCUMENTS: Mapping[Deed, str] = {
    "added": "Văn bản mới", "removed": "Không còn văn bản này", "changed": "Sửa văn bản",
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
# What a register states of an entry: "tên gọi “Sở Nội vụ”"; what it calls a body or a person by.
_STATED = re.compile(r"(?:^|; )([^“”;]+) “([^”]*)”")
_CALLED = ("tên gọi", "họ tên", "họ và tên")
_MOST_STATED, _SHORT = 2, 60
# The mark in front of words: "Điều 18. ", "Chương III ", "2.1. ", "a) ", "- ".
_MARK = re.compile(r"(?:(?:Điều|Chương|Phần|Mục|Tiểu mục)\s[\dIVXLC]+\.?|[IVXLC]+\.|(?:\d+\.)+\d*|\w{1,2}\)|[-+])\s+")
_LETTERS = re.compile(r"[^\W\d_]{2}")
# Of what moved so many letters tell which it is.
_FIRST = 60


def sentence(change: Change) -> str:
    """What was done, and where: "Thêm khoản 2 Mục I", "Bỏ hàng 3, bảng (bản cũ)"; without the words."""
    match change.subject, change.deed:
        case "document", "moved":
            return _attached(change)
        case "document", deed:
            return _DOCUMENTS[deed]
        case "picture", "changed" if _is_other_picture(change):
            return f"Thay {change.place} bằng hình khác"
        case "figure", "changed":
            cause = change.cause
            name = f"{cause.name.partition('@')[0]}, {cause.period}" if cause.period else cause.name
            return f"Số liệu {name}: {cause.old} → {cause.new}{_apart(change)}, {change.place}"
        case "register", "changed":
            return f"{_entry(change)}, {change.place}"
        case "copy", _:
            return _copied(change)
        case "layout", _:
            return f"Đổi cách trình bày, {change.place}: {change.cause.old} → {change.cause.new}"
        case "table", "changed" if change.cause.new:
            return f"In lại nhiệm vụ đã sửa ở {change.cause.new}, {change.place}"
        case "numbering", _ if change.cause.new:
            return f"Đổi kiểu đánh số từ {change.place}: “{change.cause.old}” → “{change.cause.new}”"
        case _, "removed":
            return f"Bỏ {change.place} (bản cũ)"
        case _, "moved":
            return _moved(change)
        case _, "changed" if change.cause.kind == "format":
            return _of_looks(change)
        case ("legal_basis" | "recipient" | "signer"), "changed" if _stays(change):
            return f"Sửa {change.place}"
        case "text", "changed" if _is_split(change):
            return _split(change)
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
        case _, "moved" if change.subject != "document" and change.old and change.new:
            return f"Chuyển đến {change.new.place}" if change.old.place != change.new.place else "Chuyển chỗ"
    return sentence(change)


def _copied(change: Change) -> str:
    """What reaches a copy: “Bản sao in theo Quyết định … đã sửa: khoản 2 Điều 1”."""
    old, new = change.cause.old, change.cause.new
    if old != new and not change.cause.source:
        return f"Nay sao từ {new}; trước sao từ {old}"
    return f"Bản sao in theo {new} đã sửa: {change.place}"


def _is_split(change: Change) -> bool:
    """Whether a line has become two, or two have become one."""
    return sorted(len(spot.lines) for spot in (change.old, change.new) if spot) == [1, 2]


def _split(change: Change) -> str:
    old, new = ((spot.place if spot else "").replace(" đến ", " và ") for spot in (change.old, change.new))
    is_two = change.new is not None and len(change.new.lines) == 2
    return f"Tách {old} (bản cũ) thành {new}" if is_two else f"Gộp {old} (bản cũ) thành {new}"


def _stays(change: Change) -> bool:
    """Whether an entry is the one it was: words were put into it, or taken out, and none stands in place of another."""
    return len({piece.of for piece in change.pieces if piece.of != "both" and piece.words.strip()}) == 1


def _is_other_picture(change: Change) -> bool:
    old, new = (spot.texts[:1] if spot else () for spot in (change.old, change.new))
    return any(text == "(hình cũ)" for text in old) and old != new


def _attached(change: Change) -> str:
    """Of a document that was attached elsewhere, or in another order: what to on both sides."""
    old, new = change.cause.old, change.cause.new
    before, after = (spot.place if spot else "" for spot in (change.old, change.new))
    if old == new:
        called = f": {before} thành {after}" if before != after else f": {after}"
        return f"Đổi thứ tự các văn bản kèm theo{f' {new}' if new else ''}{called}"
    if not new:
        return f"Bỏ {before} khỏi {old}; tệp vẫn còn, nay là văn bản riêng"
    if not old:
        return f"Đưa {after} vào kèm theo {new}; trước là văn bản riêng"
    called = f"{before} thành {after}" if before != after else after
    return f"Chuyển {called}: trước kèm theo {old}, nay kèm theo {new}"


def _of_looks(change: Change) -> str:
    cause = change.cause
    if not (cause.old or cause.new):
        return f"Đổi cách trình bày ở {change.place}"
    what = "kiểu chữ" if cause.new.startswith("chữ ") else "cách đánh dấu"
    return f"Đổi {what} ở {change.place}: {cause.old} → {cause.new}"


def _moved(change: Change) -> str:
    """"Chuyển “Phí, lệ phí”: từ Điều 18 Chương II đến Điều 18 Chương III"."""
    before, after = (spot.place if spot else "" for spot in (change.old, change.new))
    words = moved_words(change)
    said = f"Chuyển “{words}”: từ" if words else "Chuyển từ"
    if before == after:
        return f"Chuyển chỗ {f'“{words}”, ' if words else ''}{after}"
    (first, _, table), (_, _, other) = before.partition(", "), after.partition(", ")
    return f"{said} {first if table == other else before} đến {after}"


def moved_words(change: Change) -> str:
    """The first words of what moved, its mark and the number of a row left out."""
    texts = change.new.texts if change.new else ()
    words = next((bare for text in texts if _LETTERS.search(bare := _MARK.sub("", text).strip())), "")
    return words if len(words) <= _FIRST else f"{words[:_FIRST].rpartition(' ')[0]} …"


def _entry(change: Change) -> str:
    """What is stated otherwise in a register: of a body or a person the name, of all others what was said of them."""
    kind, _, ma = change.cause.name.partition(" ")
    of = _LISTS.get(kind, kind)
    before, after = (dict(_STATED.findall(words)) for words in (change.cause.old, change.cause.new))
    known = [label for label in after if label in before and before[label] != after[label]]
    name = next((label for label in _CALLED if label in known), "")
    if name:
        return f"“{before[name]}” nay là “{after[name]}” ({of})"
    if known and sum(len(before[label]) for label in known) > _SHORT and has_other_words(change):
        return f"{of.capitalize()} đổi {', '.join(known)}"  # the words stand below
    if known:
        said = "; ".join(f"{label} “{before[label]}” → “{after[label]}”" for label in known[:_MOST_STATED])
        return f"{of.capitalize()} đổi {said}"
    return f"{of.capitalize()} đổi: {change.cause.old or 'không ghi'} → {change.cause.new or 'không ghi'}"


def _apart(change: Change) -> str:
    apart = change.figures[0].difference if change.figures else ""
    return f" ({apart})" if apart else ""


def following(change: Change) -> str:
    """"3 chỗ đánh số lại, 1 chỗ dẫn chiếu"; "" where nothing follows."""
    counts = Counter(each.effect for each in change.consequences)
    return ", ".join(f"{counts[effect]} {words}" for effect, words in _EFFECTS.items() if counts[effect])


def place_of(each: Consequence) -> str:
    """Where something follows; of the number of a note, which stands in no words, what has become of it."""
    if each.effect != "mark" or each.old.texts != each.new.texts:
        return each.new.place
    if each.old.place != each.new.place:
        return f"{each.old.place} nay là {each.new.place}"
    return f"số chú thích ở {each.new.place}"


def counted(review: Review) -> str:
    """"5 thay đổi trong 2 văn bản"; that there is none only where everything was compared."""
    if review.is_equal:
        return NOTHING
    if not review.comparison.changes:
        return f"Còn {len(review.left_out)} tệp chưa so sánh được nên chưa biết có thay đổi hay không"
    copies = sum(change.subject == "copy" for change in review.comparison.changes)
    edited = [each for each in review.comparison if any(change.subject != "copy" for change in each.changes)]
    said = f"{len(review.comparison.changes) - copies} thay đổi trong {len(edited)} văn bản"
    return f"{said}, kéo theo {copies} bản sao" if copies else said


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
