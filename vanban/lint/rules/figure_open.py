"""D212: chỗ gọi số liệu chưa có số để in.

Vì sao: đơn vị ghi “chưa có”, số không đọc được, hoặc phép tính không có kết quả; văn bản ban hành không in chỗ trống.
Cách sửa: sửa dòng số liệu được nêu; hoặc ghi đơn vị ấy vào chap_nhan_thieu để bỏ ra khỏi số tổng hợp.

Ví dụ:
    mo_dau: Tiếp nhận {{ hs_tiep_nhan }}        mà tệp của xã Yên Thành ghi “hs_truc_tuyen: 1.204”
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.inline import Figure
from vanban.model.walk import inlines

CODE, LEVEL, NAME, BO_QUA = "D212", "error", "figure-open", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each figure that stands for something that is not there: an error of what is issued. That a report is
    missing is told once for all places (D211)."""
    for van_ban in subject.bo:
        for figure in inlines(van_ban):
            if isinstance(figure, Figure) and figure.is_open and not _is_told(figure):
                yield Fault(
                    figure.origin, f"Số liệu “{figure.name}” chưa có để in: {figure.shown}.", _way_out(figure),
                    is_of_issued=True,
                )


def _is_told(figure: Figure) -> bool:
    """Whether nothing is wrong with it but that somebody has not reported."""
    return figure.total is not None and bool(figure.total.missing) and not figure.total.refused


def _way_out(figure: Figure) -> str:
    """Where to mend what was refused; of anything else that it is waited for."""
    refused = figure.total.refused if figure.total else ()
    if not refused:
        return "Chờ số liệu, hoặc viết câu khác; ở bảng thì ghi “de_trong: true” cho cột để ô trống."
    lines = ", ".join(f"{each.tep}:{each.reported.line}" for each in refused[:5])
    units = ", ".join(dict.fromkeys(each.don_vi for each in refused[:5]))
    return (f"Sửa {lines}; hoặc bỏ đơn vị ấy ra khỏi số tổng hợp: "
            f"chap_nhan_thieu: [{{don_vi_thieu: [{units}], ly_do: …}}].")
