"""Which of the sets that are compared have been issued, and whether what was signed still stands.

Whoever reads a review must see that a change is one of a document that has gone out: its words are kept, and an edit
of its file is no way to change them.
"""

from vanban.dates import short_date
from vanban.model.document import BoVanBan
from vanban.pipeline.checking import Checked
from vanban.pipeline.sides import reading_of

# The rule that tells of files that were edited after the issue.
_EDITED = "C105"


def issued_of(old: Checked | None, new: Checked | None) -> dict[str, str]:
    """By the name of the issuing document a sentence for each set that is issued on one of the sides."""
    before, after = (_sets(each) if each else {} for each in (old, new))
    said = {name: _on_one_side(before[name], "ở bản cũ; bản mới không còn") for name in before if name not in after}
    for name, bo in after.items():
        was = before.get(name)
        if new and bo.van_ban.is_issued:
            said[name] = _now(new, bo, bool(was and not was.van_ban.is_issued))
        elif was and was.van_ban.is_issued:
            said[name] = _on_one_side(was, "ở bản cũ; bản mới lại là dự thảo")
    return {name: words for name, words in said.items() if words}


def _sets(checked: Checked) -> dict[str, BoVanBan]:
    reading = reading_of(checked)
    return {reading.name(bo.van_ban): bo for bo in checked.sets}


def _on_one_side(bo: BoVanBan, where: str) -> str:
    return f"Đã ban hành{_number_and_day(bo)} {where}." if bo.van_ban.is_issued else ""


def _now(checked: Checked, bo: BoVanBan, is_new: bool) -> str:
    if is_new:
        return f"Ban hành{_number_and_day(bo)} trong lần thay đổi này."
    return f"Văn bản đã ban hành{_number_and_day(bo)}: {_state(checked, bo)}."


def _state(checked: Checked, bo: BoVanBan) -> str:
    files = {checked.content.file_of(van_ban) for van_ban in bo}
    if any(found.code == _EDITED and found.file in files for found in checked.findings):
        return "tệp đã bị sửa sau khi ký nên không in được nữa (C105)"
    if checked.content.file_of(bo.van_ban) in checked.content.frozen:
        return "lời đã ký được giữ nguyên, in ra vẫn như lúc ký"
    return "không có tệp giữ lời đã ký, không biết có còn như lúc ký không"


def _number_and_day(bo: BoVanBan) -> str:
    number = f" số {bo.van_ban.so_van_ban}" if bo.van_ban.so_van_ban else ""
    return number + (f" ngày {short_date(bo.van_ban.ngay_ban_hanh)}" if bo.van_ban.ngay_ban_hanh else "")
