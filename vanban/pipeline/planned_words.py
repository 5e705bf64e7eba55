"""What came of carrying a plan over → the lines that are printed."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from vanban.pipeline.planned_files import PAGE, YAML
from vanban.pipeline.planning import Planned
from vanban.plan.merging import Region
from vanban.plan.to_md import WHY_OTHER_COUNT

_FATES = {"chuyen": "chuyển", "giu": "giữ", "tinh_lai": "ghi lại", "hoi": "hỏi", "de_nghi_xoa": "đề nghị bỏ"}
_SHOWN = 110


def told(planned: Planned, dry_run: bool, shown: Callable[[Path], object]) -> Iterator[str]:
    """`shown` says how a path is named."""
    yield from _sets(planned)
    counted = Counter[str](each.so_phan for each in planned.decisions)
    fates = ", ".join(f"{words} {counted[fate]}" for fate, words in _FATES.items() if counted[fate])
    yield f"Đã xem {len(planned.decisions)} chỗ: {fates}." if fates else "Chưa có văn bản nào được lập lại."
    for path in planned.written:
        yield f"{'Sẽ viết' if dry_run else 'Đã viết'} {shown(path)}"
    if not planned.written:
        yield "Không có gì thay đổi."
    for name, regions in planned.held.items():
        yield from _held(name, regions)
    yield from planned.told
    yield from _next(planned, dry_run, shown)


def _sets(planned: Planned) -> Iterator[str]:
    for fate, words in (("chuyen", "Lập lại"), ("hoi", "Cần trả lời có lập lại không"), ("giu", "Không lập lại")):
        for each in planned.sets:
            if each.so_phan == fate:
                answer = f" (đã trả lời: {each.tra_loi})" if each.tra_loi else ""
                yield f"{words}: {each.ban_cu.partition(':')[0]}. {each.ly_do}.{answer}"


def _held(name: str, regions: tuple[Region, ...]) -> Iterator[str]:
    yield f"{name} đã có người sửa; máy chưa viết {len(regions)} chỗ sau:"
    for each in regions:
        why = "người sửa cũng đã sửa đúng chỗ này, máy để nguyên" if each.is_conflict else "--ap-dung thì máy viết"
        yield f"  dòng {each.line} ({why}):"
        yield from (f"    - {_short(line)}" for line in each.there)
        yield from (f"    + {_short(line)}" for line in each.new)


def _short(line: str) -> str:
    words = line.strip()
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _next(planned: Planned, dry_run: bool, shown: Callable[[Path], object]) -> Iterator[str]:
    if dry_run:
        return
    if planned.open:
        yield f"Còn {planned.open} chỗ cần trả lời: đọc {shown(planned.folder / PAGE)}, điền “tra_loi” trong " \
              f"{shown(planned.folder / YAML)} rồi chạy lại lệnh này."
        if planned.questions != planned.open:
            yield f"Trong dự thảo là {planned.questions} chỗ {{XEM LẠI}} (lệnh check, report đếm số này): " \
                  f"{WHY_OTHER_COUNT}."
    else:
        yield "Không còn chỗ nào cần trả lời."
    yield f"Xem bản dự thảo: python3 build.py report {shown(planned.folder)}"
