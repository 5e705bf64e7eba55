"""The decisions of a year's turn → chuyen_nam.md, for reading: first what is to be answered, then what was decided."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from vanban.dates import short_date
from vanban.model.year_turn import ChuyenNam, QuyetDinhChuyen
from vanban.plan.item import DROP

_FATES = {"chuyen": "Chuyển sang năm mới", "tinh_lai": "Ghi lại theo nguồn khác", "giu": "Giữ nguyên"}
_SHOWN = 160


def to_md(about: ChuyenNam, sets: Sequence[QuyetDinhChuyen], decisions: Sequence[QuyetDinhChuyen], name: str) -> str:
    """The page. `sets` are the decisions on whole documents, `decisions` those of their places; `name` that of the file
    in which they are answered, without suffix."""
    return "\n".join([*_opening(about, sets, decisions, name), *_documents(sets), *_asked(decisions, name),
                      *_settled(decisions)]).rstrip() + "\n"


def _opening(
    about: ChuyenNam, sets: Sequence[QuyetDinhChuyen], decisions: Sequence[QuyetDinhChuyen], name: str
) -> Iterator[str]:
    left = [each for each in (*sets, *decisions) if each.is_open]
    done = [each for each in decisions if not each.is_asked]
    yield f"# Chuyển kế hoạch năm {about.nam_cu} sang năm {about.nam_moi}"
    yield ""
    day = short_date(about.ngay_du_kien) if about.ngay_du_kien else "…"
    yield f"Ngày dự kiến ký: {day}. Đã xem {len(decisions)} chỗ: còn **{len(left)} chỗ cần trả lời**, " \
          f"{len(decisions) - len(done) - sum(each.is_open for each in decisions)} chỗ đã trả lời, máy tự quyết " \
          f"{len(done)} chỗ."
    yield ""
    yield f"Trả lời trong `{name}.yaml`, mục `tra_loi` của từng chỗ, rồi chạy lại lệnh. Trang này do máy viết để " \
          "đọc, sửa ở đây không có tác dụng."
    yield ""


def _documents(sets: Sequence[QuyetDinhChuyen]) -> Iterator[str]:
    yield "## Văn bản"
    yield ""
    yield "| Văn bản năm cũ | Sang năm mới | Vì sao |"
    yield "|---|---|---|"
    words = {"chuyen": "lập lại", "giu": "không lập lại", "hoi": "**cần trả lời**"}
    for each in sets:
        told = {"chuyển": "lập lại", "": words[each.so_phan]}.get(each.tra_loi, f"trả lời: {each.tra_loi}")
        yield f"| {_cell(each.cau_van)} (`{each.ban_cu.partition(':')[0]}`) | {told} | {_cell(each.ly_do)} |"
    yield ""


def _asked(decisions: Sequence[QuyetDinhChuyen], name: str) -> Iterator[str]:
    asked = [each for each in decisions if each.is_asked]
    if not asked:
        return
    yield "## Cần trả lời"
    yield ""
    number = 0
    for file, own in _by_file(asked):
        yield f"### {file}"
        yield ""
        for each in own:
            number += 1
            yield f"{number}. {_where(each)}{_quoted(each.cau_van)}"
            yield f"   - Vì sao hỏi: {each.ly_do}."
            if each.de_xuat:
                yield f"   - Đề xuất: {_quoted(each.de_xuat)}"
            answer = _quoted(each.tra_loi) if each.tra_loi else "……………………"
            yield f"   - Trả lời: {answer} (`{each.vi_tri}`)"
        yield ""


def _settled(decisions: Sequence[QuyetDinhChuyen]) -> Iterator[str]:
    yield "## Máy đã quyết, xem lại khi cần"
    yield ""
    for fate, title in _FATES.items():
        own = [each for each in decisions if each.so_phan == fate]
        if not own:
            continue
        yield f"### {title} ({len(own)} chỗ)"
        yield ""
        yield "| Chỗ | Chữ cũ | Chữ mới | Vì sao |"
        yield "|---|---|---|---|"
        for each in own:
            new = each.tra_loi or each.de_xuat
            new = "(bỏ)" if new == DROP else new
            yield f"| `{each.ban_cu}` | {_cell(each.cau_van)} | {_cell(new)} | {_cell(each.ly_do)} |"
        yield ""


def _by_file(decisions: Iterable[QuyetDinhChuyen]) -> Iterator[tuple[str, list[QuyetDinhChuyen]]]:
    for file, own in groupby(decisions, key=lambda each: each.ban_cu.partition(":")[0]):
        yield file, list(own)


def _where(decision: QuyetDinhChuyen) -> str:
    line = decision.ban_cu.partition(":")[2]
    above = " › ".join(decision.above)
    return f"*{above}*, dòng {line}: " if above else f"Dòng {line}: "


def _quoted(words: str) -> str:
    return f"“{_short(words)}”"


def _cell(words: str) -> str:
    return _short(words).replace("|", "\\|")


def _short(words: str) -> str:
    """Words with their beginning and end, where the years mostly stand, if they are long."""
    if len(words) <= 2 * _SHOWN:
        return words
    return f"{words[:_SHOWN].rsplit(' ', 1)[0]} … {words[-_SHOWN:].split(' ', 1)[-1]}"
