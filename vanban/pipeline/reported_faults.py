"""What units have reported, held against the registers: periods that there are not, figures nobody has asked for."""

from collections.abc import Iterator

from vanban.findings import Finding, finding
from vanban.model.reporting import CheDoBaoCao, KyBaoCao
from vanban.model.so_lieu import SoLieu
from vanban.readers.figure_files import FigureFiles


def faults_of_report(figures: FigureFiles, so_lieu: SoLieu, regime: CheDoBaoCao) -> Iterator[Finding]:
    """The faults of a file, one of `figures`, of a unit that is in the registers."""
    if (period := regime.period(so_lieu.ky)) is not None:
        yield from _not_asked(figures, so_lieu, regime, period)
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
