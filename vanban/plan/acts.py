"""An act that the old text rests on or speaks of → whether it may stay on the day of signing, and what replaces it."""

from dataclasses import dataclass
from datetime import date

from vanban.dates import short_date
from vanban.model.registers import CanCu, Registers
from vanban.model.year_turn import SoPhan
from vanban.years.folding import fold
from vanban.years.mention import Turn
from vanban.years.spotting import spot

# Letters that say how one year's work is done, or ask for one paper.
_LETTERS = ("Công văn", "Tờ trình", "Công điện", "Thông báo")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of an act, why, and the id of what takes its place; "" for none."""

    so_phan: SoPhan
    ly_do: str
    ma: str = ""


def judged(ma: str, day: date, turn: Turn, registers: Registers) -> Verdict | None:
    """The verdict on the act of that id; None for what is no act of the registers."""
    act = registers.can_cu.get(ma)
    if act is None:
        return None
    return (_in_series(act, day, turn, registers) or _repealed(act, day, registers) or _too_young(act, day)
            or _of_one_year(act, turn) or _in_force(act, day))


def _in_series(act: CanCu, day: date, turn: Turn, registers: Registers) -> Verdict | None:
    """Of an act that comes every year that of the new one, as the register says."""
    if not (act.thuoc_chuoi and act.cho_nam):
        return None
    year = act.cho_nam + turn.new - turn.old
    same = (each for each in registers.can_cu.values() if each.thuoc_chuoi == act.thuoc_chuoi and each.cho_nam == year)
    successor = max(same, key=lambda each: each.ngay_ban_hanh, default=None)
    if successor is None or successor.ngay_ban_hanh > day:
        return Verdict("hoi", f"{act.name} là văn bản cho năm {act.cho_nam}; sổ căn cứ chưa có văn bản cho năm {year}")
    return Verdict("tinh_lai", f"{act.name} là văn bản cho năm {act.cho_nam}; thay bằng {successor.name}", successor.ma)


def _in_force(act: CanCu, day: date) -> Verdict:
    if act.hieu_luc.holds(day):
        return Verdict("giu", f"{act.name} còn hiệu lực ngày {short_date(day)}")
    return Verdict("hoi", f"{act.name} chưa có hiệu lực ngày {short_date(day)}")


def _repealed(act: CanCu, day: date, registers: Registers) -> Verdict | None:
    last = act.hieu_luc.den_ngay
    if not (last and last < day):
        return None
    ended, seen = f"{act.name} hết hiệu lực sau ngày {short_date(last)}", {act.ma}
    while act.hieu_luc.den_ngay and act.hieu_luc.den_ngay < day:
        successor = registers.can_cu.get(act.thay_the_boi)
        if successor is None or successor.ma in seen:
            return Verdict("hoi", f"{ended}; sổ căn cứ không ghi văn bản nào thay thế")
        seen.add(successor.ma)
        act = successor
    if young := _too_young(act, day):
        return Verdict("hoi", f"{ended}; {young.ly_do}")
    return Verdict("tinh_lai", f"{ended}; thay bằng {act.name}", act.ma)


def _too_young(act: CanCu, day: date) -> Verdict | None:
    if act.ngay_ban_hanh <= day:
        return None
    return Verdict("hoi", f"{act.name} ban hành ngày {short_date(act.ngay_ban_hanh)}, sau ngày dự kiến ký")


def _of_one_year(act: CanCu, turn: Turn) -> Verdict | None:
    """Of an act that lives for one year: its title names no other, or it is a letter of last year."""
    years = {year for mention, *_ in spot(fold(act.trich_yeu)) if mention.kind in ("nam", "nam_hoc")
             for year in mention.years}
    spans = any(mention.kind in ("giai_doan", "cua_so") for mention, *_ in spot(fold(act.trich_yeu)))
    if years and not spans and max(years) in (turn.old, turn.old - 1):
        return Verdict("hoi", f"{act.name} là văn bản của riêng năm {max(years)}")
    if act.ten_loai in _LETTERS and not years and act.ngay_ban_hanh.year >= turn.old - 1:
        return Verdict("hoi", f"{act.name} là văn bản cho năm {turn.old}; năm {turn.new} có văn bản mới thì thay")
    return None
