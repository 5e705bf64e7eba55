"""D211: số tổng hợp còn thiếu báo cáo của một số đơn vị.

Vì sao: số cộng của 9 đơn vị mà đọc như của 10 đơn vị là số sai; người ký phải biết thiếu ai và chấp nhận điều đó.
Cách sửa: chờ đủ báo cáo; không chờ được thì ghi chap_nhan_thieu như gợi ý, số ấy in kèm “(9/10 đơn vị)” ở chỗ đầu tiên.

Ví dụ:
    so_lieu_theo: {che_do_bao_cao: cchc_dinh_ky, ky_bao_cao: sau_thang, cho_nam: 2026, don_vi: don_vi_bao_cao_mau}
    mo_dau: Tiếp nhận {{ hs_tiep_nhan }}        mà xã Yên Thành chưa báo cáo 6 tháng
"""

from collections.abc import Iterator
from typing import NamedTuple

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.inline import Figure
from vanban.model.reporting import Ky
from vanban.model.walk import inlines

CODE, LEVEL, NAME, BO_QUA = "D211", "error", "total-incomplete", False
TARGET, SOURCE = "set", ""
# So many units are named; the command `status` names all.
_NAMED = 12


class _Missing(NamedTuple):
    """The units that have not reported for a period."""

    ky: Ky
    units: tuple[str, ...]


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each period of which reports are missing in a document, at the first total that lacks them: an error
    of what is issued."""
    for van_ban in subject.bo:
        first: dict[Ky, Figure] = {}
        missing: dict[Ky, dict[str, None]] = {}
        for figure in inlines(van_ban):
            if isinstance(figure, Figure) and figure.total and figure.total.missing:
                first.setdefault(figure.total.ky, figure)
                missing.setdefault(figure.total.ky, {}).update(dict.fromkeys(figure.total.missing))
        theo = subject.bo.so_lieu_theo(van_ban)
        taken = {Ky(each.ky_thieu or theo.ky.ma, theo.ky.cho_nam) for each in van_ban.chap_nhan_thieu
                 if theo and not each.don_vi_thieu}
        for ky, figure in first.items():
            if ky not in taken:
                yield _fault(subject, figure, _Missing(ky, tuple(missing[ky])), theo.ky if theo else ky)


def _fault(subject: SetSubject, figure: Figure, missing: _Missing, own: Ky) -> Fault:
    assert figure.total is not None
    names = list(map(subject.setting.registers.called, missing.units))
    more = f" và {len(names) - _NAMED} đơn vị nữa" if len(names) > _NAMED else ""
    other = f"ky_thieu: {missing.ky.ma}, " if missing.ky != own else ""
    return Fault(
        figure.origin,
        f"Số liệu kỳ {missing.ky.ma} năm {missing.ky.cho_nam} còn thiếu báo cáo của {len(names)} đơn vị: "
        f"{', '.join(names[:_NAMED])}{more}.",
        "Chờ đủ báo cáo; không chờ được thì thêm dòng: chap_nhan_thieu: "
        f"[{{{other}don_vi_thieu: [{', '.join(missing.units[:_NAMED])}], ly_do: …}}].",
        is_of_issued=True,
    )
