"""The status of a period as text for a person, and as JSON for a program."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from vanban.dates import short_date
from vanban.facts.submissions import Submission
from vanban.figure_words.periods import named_in
from vanban.lint.reported_figures import broken_words
from vanban.model.reporting import KyBaoCao
from vanban.pipeline.status import Status
from vanban.text import upper_first

# So many are named, of the others how many there are.
_MOST = 5


def told(found: Sequence[Status]) -> str:
    """All of it, one paragraph for each group of reporters."""
    return "\n\n".join("\n".join(_lines(each)) for each in found) or "Kỳ này không có đơn vị nào phải báo cáo."


def as_data(found: Sequence[Status]) -> list[dict[str, Any]]:
    """The same for JSON; days as in ISO 8601, numbers as text, so that none is rounded."""
    return [
        {
            "che_do_bao_cao": each.regime.ma, "ky_bao_cao": each.period.ma, "cho_nam": each.period.cho_nam,
            "tinh_den_ngay": each.today.isoformat(), "da_chot": each.period.is_closed,
            "phai_bao_cao": len(each.submissions), "da_bao_cao": sum(one.is_reported for one in each.submissions),
            "don_vi": [_unit(one) for one in each.submissions],
        }
        for each in found
    ]


def _lines(status: Status) -> Iterator[str]:
    yield heading(status)
    yield summary(status)
    for ma, listed in status.by_group.items():
        yield ""
        yield f"{upper_first(status.registers.called(ma))}: {_counts(listed)}."
        yield from (f"  {status.registers.called(each.don_vi)}: {'; '.join(said(status, each))}" for each in listed)


def heading(status: Status) -> str:
    """Regime, period, its days, whether it is closed."""
    period = status.period
    days = f"{_day(period.tu_ngay)} – {_day(period.den_ngay)}"
    return f"{status.regime.ten_goi}, {named_in(period)} ({days}): {_closing(period)}"


def summary(status: Status) -> str:
    """How many have reported, as of which day."""
    if not status.regime.nguoi_bao_cao:
        return (f"Sổ chưa ghi, hoặc ghi chưa đúng, đơn vị nào báo cáo theo chế độ “{status.regime.ma}” "
                "(nguoi_bao_cao); sửa theo lệnh check rồi làm lại.")
    return f"Tính đến ngày {_day(status.today)}: {_counts(status.submissions)}."


def _counts(listed: Sequence[Submission]) -> str:
    """ "8/10 đơn vị đã báo cáo, 1 nộp muộn, 1 quá hạn chưa nộp"."""
    reported = [each for each in listed if each.is_reported]
    counts = {
        "nộp muộn": sum(bool(each.late) for each in reported),
        "quá hạn chưa nộp": sum(bool(each.late) for each in listed if not each.is_reported),
        "còn thiếu chỉ tiêu": sum(bool(each.lacking or each.unknown) for each in reported),
        "có số chưa đọc được": sum(bool(each.refused) for each in reported),
        "có số không khớp": sum(bool(each.broken) for each in reported),
        "đã điều chỉnh": sum(bool(each.corrected) for each in reported),
    }
    words = (f"{count} {what}" for what, count in counts.items() if count)
    return ", ".join([f"{len(reported)}/{len(listed)} đơn vị đã báo cáo", *words])


def said(status: Status, each: Submission) -> Iterator[str]:
    """What is to be said of a report: first number and day, then all that is lacking or wrong."""
    if each.so_lieu is None or not each.is_reported:
        yield f"chưa báo cáo{_until(each)}" + (f", đã quá hạn {each.late} ngày" if each.late else "")
        return
    sent = f" ngày {_day(each.so_lieu.ngay_bao_cao)}" if each.so_lieu.ngay_bao_cao else ""
    late = f", muộn {each.late} ngày{_until(each)}" if each.late else ""
    yield f"{each.so_lieu.so_bao_cao or 'đã báo cáo'}{sent}{late}"
    names = status.registers.chi_tieu
    if each.lacking:
        yield f"thiếu {_listed(names[ma].ten_goi for ma in each.lacking)}"
    if each.unknown:
        yield f"chưa có {_listed(names[ma].ten_goi for ma in each.unknown)}"
    for one in each.refused:
        yield f"chưa đọc được {names[one.ma].ten_goi} ({one.tep}:{one.reported.line})"
    yield from (broken_words(one, names) for one in each.broken)
    if each.corrected:
        yield f"điều chỉnh {len(each.corrected)} lần, gần nhất ngày {_day(each.corrected[-1])}"


def _listed(names: Iterable[str]) -> str:
    """The first ones by name, how many there are besides."""
    all_ = [f"“{name}”" for name in names]
    more = f" và {len(all_) - _MOST} chỉ tiêu khác" if len(all_) > _MOST else ""
    return ", ".join(all_[:_MOST]) + more


def _until(each: Submission) -> str:
    return f" (hạn {_day(each.deadline)})" if each.deadline else ""


def _closing(period: KyBaoCao) -> str:
    if not period.chot_so:
        return "chưa chốt"
    closed = f"đã chốt ngày {_day(period.chot_so.ngay_chot)}"
    return closed if period.is_closed else f"{closed}, mở lại ngày {_day(period.mo_lai[-1].ngay_mo)}"


def _day(day: date | None) -> str:
    return short_date(day) if day else "…"


def _unit(each: Submission) -> Mapping[str, Any]:
    so_lieu = each.so_lieu if each.is_reported else None
    return {
        "don_vi": each.don_vi, "nhom": each.nhom, "tep": so_lieu.tep if so_lieu else None,
        "so_bao_cao": so_lieu.so_bao_cao if so_lieu else None,
        "ngay_bao_cao": so_lieu.ngay_bao_cao.isoformat() if so_lieu and so_lieu.ngay_bao_cao else None,
        "han_nop": each.deadline.isoformat() if each.deadline else None, "muon_ngay": each.late,
        "thieu": list(each.lacking), "chua_co": list(each.unknown),
        "chua_doc_duoc": [{"chi_tieu": one.ma, "tep": one.tep, "dong": one.reported.line} for one in each.refused],
        "khong_khop": [
            {
                "quan_he": one.relation.ma, "ve_trai": str(one.left), "ve_phai": str(one.right),
                "lech": str(one.difference),
            }
            for one in each.broken
        ],
        "dieu_chinh": [day.isoformat() for day in each.corrected],
    }
