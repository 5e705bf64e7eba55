"""What is said below a table of totals that lack somebody's figures: of how many they are, who is missing and why."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from vanban.figure_words.table import said
from vanban.numerals import format_number
from vanban.text import lower_first

# So many units are named.
_NAMED = 12


def shortfall(ky: str, n: int, m: int, absent: Mapping[str, Sequence[str]], indicators: Sequence[str] = ()) -> str:
    """"Số liệu 6 tháng đầu năm 2026 là của 9/10 đơn vị; chưa có số của xã A (mất điện)."

    absent      the names of the units by the reason why a document is issued without them, "" where there is none
    indicators  the names of those that it holds of; () for all of the table
    """
    counted = said("da_bao_cao", n=_grouped(n), m=_grouped(m))
    parts = {"ky": ky, "dem": counted, "ten": "; ".join(_named(names, why) for why, names in absent.items())}
    if indicators:
        return said("ghi_chu_thieu.rieng", chi_tieu=", ".join(map(lower_first, indicators)), **parts)
    return said("ghi_chu_thieu.chung", **parts)


def _named(names: Sequence[str], why: str) -> str:
    shown = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        shown = said("ghi_chu_thieu.con_nua", ten=shown, n=_grouped(len(names) - _NAMED))
    return said("ghi_chu_thieu.kem_ly_do", ten=shown, ly_do=lower_first(why.rstrip("."))) if why else shown


def _grouped(count: int) -> str:
    return format_number(Decimal(count))
