"""The decisions of a year's turn → the text of chuyen_nam.yaml; one that people have filled in is edited, not written
anew: their answers, comments and order stay."""

import re
from collections.abc import Iterable, Mapping, Sequence

from vanban.dates import short_date
from vanban.edits.applying import apply
from vanban.edits.entries import edit_items, edit_keys
from vanban.edits.rendered import entry
from vanban.edits.values import replace_value
from vanban.findings import Fix
from vanban.model.year_turn import ChuyenNam, QuyetDinhChuyen
from vanban.readers.source import Source
from vanban.readers.spans import Path

_BLANK = re.compile(r'^( *(?:- )?tra_loi:) ""(?=\r?$)', re.MULTILINE)
ASKED, SETTLED = "can_tra_loi", "may_da_quyet"
_OPENING = """\
# yaml-language-server: $schema={schema}
# Do lệnh plan viết. Đọc cho dễ: {name}.md. Ở mỗi chỗ dưới “can_tra_loi” điền “tra_loi”, rồi chạy lại lệnh plan:
#   chuyển   viết như đề xuất          giữ   để nguyên chữ cũ          xóa   bỏ câu, bỏ nhiệm vụ, bỏ căn cứ
# Hoặc viết chữ mới, theo từng chỗ:
#   vế trong câu                    viết lại cả vế, như ở “cau_van”; chỉ ghi ngày, tháng, quý, năm thì thay đúng chỗ ấy,
#                                   chữ quanh nó và chữ đậm để nguyên (vế có hai chỗ phải hỏi thì phải viết cả vế)
#   thời hạn nhiệm vụ (thoi_gian)   một thời hạn: Quý II/2026
#   mục tiêu (muc_tieu)             một con số: 97
#   căn cứ (can_cu)                 mã trong sổ căn cứ, hoặc cả dòng
#   theo đề nghị (theo_de_nghi)     cả cụm; chỉ ghi tờ trình hay mã của nó thì nơi đề nghị để nguyên
# Câu trả lời có dấu hai chấm, dấu #, hoặc mở đầu bằng ngoặc, dấu * thì đặt trong nháy kép:
#   tra_loi: "Nghị quyết: rõ việc"
# Máy quyết chưa đúng thì điền “tra_loi” ở “may_da_quyet”, như trên. Văn bản không lập lại mà cần lập: điền “chuyển”.
loai_du_lieu: chuyen_nam
"""


def new_text(about: ChuyenNam, decisions: Sequence[QuyetDinhChuyen], schema: str, name: str) -> str:
    """A file that was not there."""
    assert about.ngay_du_kien
    lines = [f"nam_cu: {about.nam_cu}", f"nam_moi: {about.nam_moi}", "# Ngày dự kiến ký: sửa lại nếu khác.",
             f"ngay_du_kien: {short_date(about.ngay_du_kien)}"]
    lines += entry("tu_ke_hoach", about.tu_ke_hoach) if about.tu_ke_hoach else []
    for key, own in _parted(decisions):
        lines += ["", f"{key}:", *_blocks(own)] if own else []
    return _OPENING.format(schema=schema, name=name) + _to_fill_in("\n".join(lines) + "\n")


def updated(source: Source, about: ChuyenNam, decisions: Sequence[QuyetDinhChuyen]) -> str:
    """The file of before with today's decisions. Raises EditRefused where it is written in a way that cannot be
    edited."""
    assert about.ngay_du_kien
    fixes: list[Fix] = []
    if source.value(("ngay_du_kien",)) != (day := short_date(about.ngay_du_kien)):
        fixes.append(replace_value(source, ("ngay_du_kien",), day))
    fixes += _superior(source, about)
    for key, own in _parted(decisions):
        fixes += _of_list(source, key, own)
    return _to_fill_in(apply(source.text, fixes, source.file))


def _superior(source: Source, about: ChuyenNam) -> list[Fix]:
    """The plan of a superior, where that was said this time."""
    there = source.data.get("tu_ke_hoach", "")
    if there == about.tu_ke_hoach:
        return []
    if "tu_ke_hoach" in source.data:
        return [replace_value(source, ("tu_ke_hoach",), about.tu_ke_hoach)]
    return edit_keys(source, (), inserted={"ngay_du_kien": {"tu_ke_hoach": about.tu_ke_hoach}})


def _to_fill_in(text: str) -> str:
    """An answer that is not there yet as people are to type it, behind its key and without quotes."""
    return _BLANK.sub(r"\1", text)


def _parted(decisions: Sequence[QuyetDinhChuyen]) -> Iterable[tuple[str, list[QuyetDinhChuyen]]]:
    yield ASKED, [each for each in decisions if each.is_asked]
    yield SETTLED, [each for each in decisions if not each.is_asked]


def _blocks(decisions: Iterable[QuyetDinhChuyen]) -> Iterable[str]:
    for number, each in enumerate(decisions):
        first, *rest = [line for key, value in _entries(each).items() for line in entry(key, value)]
        yield from ([""] if number else [])
        yield f"  - {first}"
        yield from (f"    {line}" if line else "" for line in rest)


def _entries(decision: QuyetDinhChuyen) -> dict[str, str]:
    """What the file says of a decision; blank values are an empty line to be filled in."""
    source = f" ({decision.typed_as})" if decision.typed_as else ""
    said = {"vi_tri": decision.vi_tri, "ban_cu": decision.ban_cu, "cau_van": decision.cau_van,
            "so_phan": decision.so_phan, "ly_do": f"{decision.ly_do}{source}", "de_xuat": decision.de_xuat}
    return {key: value for key, value in said.items() if value} | {"tra_loi": decision.tra_loi}


def _of_list(source: Source, key: str, decisions: Sequence[QuyetDinhChuyen]) -> list[Fix]:
    """What is no decision any more goes, unless somebody has answered it; new ones come behind what stands before them;
    the words of others are brought up to date."""
    listed = source.data.get(key)
    there = [each if isinstance(each, dict) else {} for each in listed] if isinstance(listed, list) else []
    index = {str(each.get("vi_tri")): at for at, each in enumerate(there)}
    known = {each.vi_tri: each for each in decisions}
    removed = {at for at, each in enumerate(there)
               if str(each.get("vi_tri")) not in known and not str(each.get("tra_loi") or "").strip()}
    inserted: dict[int, list[Mapping[str, str]]] = {}
    fixes: list[Fix] = []
    place = 0
    for each in decisions:
        at = index.get(each.vi_tri)
        if at is None:
            inserted.setdefault(place, []).append(_entries(each))
        elif there[at].keys() - {"tra_loi"} == _entries(each).keys() - {"tra_loi"}:
            fixes += _brought_up(source, (key, at), each)
            place = at + 1
        else:
            removed.add(at)
            inserted.setdefault(at + 1, []).append(_entries(each))  # below the comments of that of before
            place = at + 1
    if not there and inserted:
        return edit_keys(source, (), inserted={[*source.data][-1]: {key: inserted[0]}})
    if len(removed) == len(there) and not inserted:
        return edit_keys(source, (), removed=[key], keeps_comments=True) if there else fixes
    if not (removed or inserted):
        return fixes
    return [*fixes, *edit_items(source, (key,), removed, inserted, keeps_comments=True)]


def _brought_up(source: Source, path: Path, decision: QuyetDinhChuyen) -> Iterable[Fix]:
    for name, value in _entries(decision).items():
        if name != "tra_loi" and source.value((*path, name)) != value:
            yield replace_value(source, (*path, name), value)
