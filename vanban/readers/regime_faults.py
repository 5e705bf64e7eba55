"""The register of indicators beside several reporting regimes → indicators that do not say which of them they are
reported in, and so are asked of the units of all."""

from collections.abc import Iterator

from vanban.findings import Finding, finding
from vanban.model.indicators import ChiTieu
from vanban.model.places import Places
from vanban.model.registers import Registers

# So many are named.
_NAMED = 3


def regime_faults(registers: Registers, places: Places) -> Iterator[Finding]:
    """One finding for each file that has such indicators, at the first of them."""
    regimes = registers.che_do_bao_cao
    if len(regimes) < 2:
        return
    by_file: dict[str, list[ChiTieu]] = {}
    for indicator in registers.chi_tieu.values():
        if indicator.is_asked and not indicator.che_do_bao_cao:
            by_file.setdefault(places.file(indicator.origin), []).append(indicator)
    for listed in by_file.values():
        names = ", ".join(f"“{each.ma}”" for each in listed[:_NAMED])
        more = f" và {len(listed) - _NAMED} chỉ tiêu nữa" if len(listed) > _NAMED else ""
        yield finding(
            "D230", places[listed[0].origin],
            f"Chỉ tiêu {names}{more} chưa ghi che_do_bao_cao: đơn vị của cả {len(regimes)} chế độ báo cáo đều bị đòi.",
            f"Thêm vào từng chỉ tiêu “che_do_bao_cao: [{next(iter(regimes))}]”, ghi đúng những chế độ có chỉ tiêu ấy.",
        )
