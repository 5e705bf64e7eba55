"""What units have reported, held against the registers: periods that there are not, figures nobody has asked for, days
of reports that no report of the period can have."""

from collections.abc import Iterator
from datetime import timedelta

from vanban.dates import short_date
from vanban.figure_words.periods import named_in
from vanban.findings import Finding, finding
from vanban.model.reporting import CheDoBaoCao, KyBaoCao
from vanban.model.so_lieu import SoLieu
from vanban.readers.figure_files import FigureFiles

# So long before the end of a period figures may be official, as where an office closes its books before; later than a
# year after it nobody reports.
_EARLY, _LATE = timedelta(days=10), timedelta(days=366)


def faults_of_report(figures: FigureFiles, so_lieu: SoLieu, regime: CheDoBaoCao) -> Iterator[Finding]:
    """The faults of a file, one of `figures`, of a unit that is in the registers; none of those that rest on registers
    where one of these could not be read, which is told there."""
    if figures.lacks_register:
        return
    if (period := regime.period(so_lieu.ky)) is not None:
        yield from _not_asked(figures, so_lieu, regime, period)
        yield from _signed_out_of_time(figures, so_lieu, period)
        return
    yield finding(
        "D202", figures.place(so_lieu, ("ky_bao_cao",)),
        f"Chế độ báo cáo “{so_lieu.che_do_bao_cao}” không có kỳ {so_lieu.ky.ma} năm {so_lieu.ky.cho_nam}.",
        f"Sổ có các kỳ: {regime.last_periods}; sửa ky_bao_cao, cho_nam, hoặc thêm kỳ vào sổ.",
    )


def _not_asked(figures: FigureFiles, so_lieu: SoLieu, regime: CheDoBaoCao, period: KyBaoCao) -> Iterator[Finding]:
    """Figures that go into no total, since the unit does not report them; one for the file where it reports none."""
    directory, reporters = figures.directory, figures.directory.reporters
    said = dict.fromkeys([*so_lieu.gia_tri, *(ma for each in so_lieu.dieu_chinh for ma in each.gia_tri)])
    indicators = [directory.chi_tieu[ma] for ma in said if ma in directory.chi_tieu]
    strange = [each for each in indicators if not reporters.is_due(regime, period, each, so_lieu.co_quan)]
    if strange and len(strange) == len(indicators):
        yield finding(
            "D206", figures.place(so_lieu, ("co_quan",)),
            f"“{so_lieu.co_quan}” không phải là đơn vị báo cáo của chế độ “{regime.ma}” tại ngày cuối kỳ.",
            "Sửa co_quan; hoặc thêm đơn vị vào nguoi_bao_cao của chế độ, vào nhóm đơn vị trong sổ.",
        )
        return
    for each in strange:
        yield finding(
            "D206", figures.place(so_lieu, ("gia_tri", each.ma)),
            f"“{each.ten_goi}” không phải là chỉ tiêu đơn vị này báo cáo, nên không vào số tổng hợp nào.",
            "Bỏ dòng này, hoặc sửa nguoi_bao_cao của chỉ tiêu trong sổ.",
        )


def _signed_out_of_time(figures: FigureFiles, so_lieu: SoLieu, period: KyBaoCao) -> Iterator[Finding]:
    """A day before the period, long before its end where no figure is an estimate, or more than a year after."""
    day, last, first = so_lieu.ngay_bao_cao, period.den_ngay, period.tu_ngay
    if day is None or last is None:
        return
    is_estimate = any(each.state in ("uoc", "so_bo") for each in so_lieu.gia_tri.values())
    if first and day < first:
        why = f"trước khi kỳ bắt đầu (ngày {short_date(first)})"
    elif day < last - _EARLY and not (is_estimate and first):
        why = f"trước khi kỳ kết thúc (ngày {short_date(last)})"
    elif day > last + _LATE:
        why = f"hơn một năm sau khi kỳ kết thúc (ngày {short_date(last)})"
    else:
        return
    yield finding(
        "D247", figures.place(so_lieu, ("ngay_bao_cao",)),
        f"Báo cáo kỳ {named_in(period)} ghi ký ngày {short_date(day)}, {why}.",
        "Kiểm tra năm, tháng của ngay_bao_cao; số chưa chính thức thì ghi “ước” trước con số.",
    )
