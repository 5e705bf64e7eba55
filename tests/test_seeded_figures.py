"""Slips that people make in figures, put into an honest year one at a time by a script: each is told, at its cell.

A slip is put only where something can see it: in a figure that stands under a relation, a second period, a bound of its
indicator or a second mention. Of the cells of these files one in thirty is under nothing: the share of those who are
content in the first quarter, which no other figure speaks of.
"""

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import NamedTuple

import pytest

from tests.support.communes import Commune, invented
from tests.support.reported_year import Cells, period_text, write_period, write_year, year_of
from vanban.findings import Finding
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project

UNITS, AREAS, PERIODS = 4, 2, ("quy_1", "quy_2", "sau_thang")
# So many of each kind, in `make test` a tenth of what `make soak` puts in.
some = pytest.mark.parametrize("slips", [10, pytest.param(100, marks=pytest.mark.soak)])
# The cells of one unit by period.
Year = dict[str, Cells]


class Slip(NamedTuple):
    """What was altered: the period and one or more of its figures."""

    ky: str
    altered: tuple[str, ...]


class Home(NamedTuple):
    project: Project
    units: tuple[Commune, ...]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    units = invented(UNITS)
    return Home(write_year(tmp_path_factory.mktemp("nam"), units, AREAS, PERIODS), tuple(units))


def _pick(random: Random, year: Year) -> tuple[str, str]:
    """A period, and a figure of it that something can see."""
    seen = [(ky, ma) for ky in PERIODS for ma in year[ky] if ky != "quy_1" or not ma.endswith("hai_long")]
    return random.choice(seen)


def off_by_a_few(random: Random, year: Year) -> Slip:
    ky, ma = _pick(random, year)
    year[ky][ma] = _moved(year[ky][ma], random.randint(1, 9) * random.choice((1, -1)))
    return Slip(ky, (ma,))


def digits_swapped(random: Random, year: Year) -> Slip:
    while True:
        ky, ma = _pick(random, year)
        cell = year[ky][ma]
        if len(cell) < 2:
            continue
        at = random.randrange(len(cell) - 1)
        swapped = cell[:at] + cell[at + 1] + cell[at] + cell[at + 2 :]
        if "," not in cell[at : at + 2] and cell[at] != cell[at + 1] and swapped[0] != "0":
            year[ky][ma] = swapped
            return Slip(ky, (ma,))


def columns_swapped(random: Random, year: Year) -> Slip:
    """Two figures that stand beside each other in the form, on two sides of a relation."""
    area = random.choice(sorted(year["quy_1"]))[:2]
    ky, pair = random.choice(PERIODS), random.choice([("moi_nop", "dung_han"), ("phieu_phat", "phieu_thu"), ("dau_ky", "con_lai")])
    one, other = (f"{area}_{name}" for name in pair)
    if year[ky][one] == year[ky][other]:
        return columns_swapped(random, year)
    year[ky][one], year[ky][other] = year[ky][other], year[ky][one]
    return Slip(ky, (one, other))


def stale_period(random: Random, year: Year) -> Slip:
    """What the first quarter had, left in the six months."""
    while True:
        _, ma = _pick(random, year)
        if year["sau_thang"][ma] != year["quy_1"][ma]:
            year["sau_thang"][ma] = year["quy_1"][ma]
            return Slip("sau_thang", (ma,))


def carry_over_lost(random: Random, year: Year) -> Slip:
    ma = f"{random.choice(sorted(year['quy_1']))[:2]}_dau_ky"
    year["quy_2"][ma] = "0"
    return Slip("quy_2", (ma,))


def thousandfold(random: Random, year: Year) -> Slip:
    ky, ma = _pick(random, year)
    year[ky][ma] = _typed(int(year[ky][ma].replace(",", "")) * 1000, year[ky][ma])
    return Slip(ky, (ma,))


def half_year_is_not_its_quarters(random: Random, year: Year) -> Slip:
    """Both sides of the relation raised alike, so that only the quarters gainsay it."""
    area, more = random.choice(sorted(year["quy_1"]))[:2], random.randint(1, 99)
    pair = random.choice([("moi_nop", "dung_han"), ("phieu_phat", "phieu_thu")])
    altered = tuple(f"{area}_{name}" for name in pair)
    for ma in altered:
        year["sau_thang"][ma] = _moved(year["sau_thang"][ma], more)
    return Slip("sau_thang", altered)


def share_above_all(random: Random, year: Year) -> Slip:
    ky, area = random.choice(PERIODS), random.choice(sorted(year["quy_1"]))[:2]
    year[ky][f"{area}_hai_long"] = f"{random.randint(101, 990)},{random.randint(0, 9)}"
    return Slip(ky, (f"{area}_hai_long",))


def comma_for_dot(random: Random, year: Year) -> Slip:
    """“1.204” and “1,204” for 1204, “150.5” for 150,5."""
    while True:
        ky, ma = _pick(random, year)
        cell = year[ky][ma]
        if "," in cell:
            year[ky][ma] = cell.replace(",", ".")
        elif len(cell) >= 4:
            year[ky][ma] = f"{cell[:-3]}{random.choice('.,')}{cell[-3:]}"
        else:
            continue
        return Slip(ky, (ma,))


KINDS: tuple[Callable[[Random, Year], Slip], ...] = (
    off_by_a_few, digits_swapped, columns_swapped, stale_period, carry_over_lost, thousandfold,
    half_year_is_not_its_quarters, share_above_all, comma_for_dot,
)


def it_tells_nothing_of_an_honest_year(home: Home) -> None:
    assert told(home) == []


@some
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def it_tells_of_a_slip_at_its_cell(home: Home, kind: Callable[[Random, Year], Slip], slips: int) -> None:
    random, missed = Random(kind.__name__), []
    for count in range(slips):
        unit = random.choice(home.units)
        year = year_of(unit, AREAS)
        slip = kind(random, year)
        if not names(told_with(home, unit, slip.ky, year[slip.ky]), unit, slip, year[slip.ky]):
            missed.append((count, unit.ma, slip, [year[slip.ky][ma] for ma in slip.altered]))
    assert missed == []


@some
def it_tells_of_a_unit_that_is_there_twice(home: Home, slips: int) -> None:
    random = Random(5)
    for _ in range(slips):
        unit, ky = random.choice(home.units), random.choice(PERIODS)
        folder = home.project.content / random.choice(["van_phong", f"xa_{unit.ma}", "xa_khac"]) / "2026" / "so_lieu"
        folder.mkdir(parents=True, exist_ok=True)
        second = folder / f"{ky}_lan_2.yaml"
        second.write_text(period_text(unit, ky, year_of(unit, AREAS)[ky]), "utf-8")
        found = told(home)
        second.unlink()
        assert [each.code for each in found] == ["D203"]
        assert f"{ky}.yaml" in found[0].message + found[0].file
        assert f"{ky}_lan_2.yaml" in found[0].message + found[0].file


@some
def it_tells_of_a_ratio_that_was_averaged(home: Home, slips: int) -> None:
    random, seeded = Random(6), 0
    while seeded < slips:
        units = [year_of(Commune(f"so_{random.randint(1, 999)}", "Thử", "", ""), 1)["sau_thang"] for _ in range(random.randint(2, 6))]
        on_time, late = ([int(each[f"va_{ma}"]) for each in units] for ma in ("dung_han", "qua_han"))
        right, averaged = _share(sum(on_time), sum(late)), _rounded(sum(map(_share, on_time, late)) / len(units))
        if right == averaged:
            continue
        seeded += 1
        assert list(told_of_table(home, on_time, late, right)) == []
        assert any(line == FIRST_ROW + len(units) for line, _ in told_of_table(home, on_time, late, averaged))


@some
def it_tells_of_a_text_that_says_otherwise_than_the_figures(home: Home, slips: int) -> None:
    random = Random(10)
    for _ in range(slips):
        ky = random.choice(PERIODS)
        ma, name, unit = random.choice([
            ("vb_moi_nop", "Hồ sơ vb mới nộp", "hồ sơ"), ("va_phieu_thu", "Phiếu va thu về", "phiếu"),
            ("va_con_lai", "Hồ sơ va còn lại", "hồ sơ")])
        right = sum(int(year_of(each, AREAS)[ky][ma]) for each in home.units)
        wrong = right + random.randint(1, 9) * random.choice((1, -1))
        assert list(told_of_text(home, ky, f"{name} là {_grouped(right)} {unit}")) == []
        assert list(told_of_text(home, ky, f"{name} là {_grouped(wrong)} {unit}")) == [TEXT_LINE]


TEXT_LINE = 13
TEXT = """\
loai_van_ban: bao_cao
ma: bao_cao
co_quan: ubnd_thu
ngay_du_kien: 20/6/2026
trich_yeu: Kết quả giải quyết hồ sơ năm 2026
so_lieu_theo: {{che_do_bao_cao: cchc_dinh_ky, ky_bao_cao: {ky}, cho_nam: 2026, don_vi: cac_xa_thu}}
vi_du: true
mo_dau: |
  Ủy ban nhân dân tỉnh Thử báo cáo như sau:
de_muc:
  - tieu_de: Kết quả
    noi_dung: |
      {sentence}.
noi_nhan: [ubnd_thu]
luu: VT
nguoi_ky: ct_so_1
"""


def told_of_text(home: Home, ky: str, sentence: str) -> Iterator[int]:
    """The lines of a report with that sentence which are told to say otherwise than the figures."""
    found = told_of_report(home, TEXT.format(ky=ky, sentence=sentence))
    return (line for line, words in found if words.startswith("D238") and "mà số liệu báo cáo là" in words)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


# The line of the first row of the table; that of the total stands below the rows of all units.
FIRST_ROW = 22
TABLE = """\
loai_van_ban: bao_cao
ma: bao_cao
co_quan: ubnd_thu
ngay_du_kien: 20/6/2026
trich_yeu: Kết quả giải quyết hồ sơ 6 tháng đầu năm 2026
vi_du: true
mo_dau: |
  Ủy ban nhân dân tỉnh Thử báo cáo như sau:
de_muc:
  - tieu_de: Kết quả
    bang_bieu:
      - ma: ket_qua
        danh_so: "1"
        tieu_de: Kết quả giải quyết hồ sơ
        cot:
          - {{ma: don_vi_bao_cao, tieu_de: Đơn vị}}
          - {{ma: dung_han, tieu_de: Đúng hạn, kieu_o: so}}
          - {{ma: qua_han, tieu_de: Quá hạn, kieu_o: so}}
          - {{ma: ty_le, tieu_de: Tỷ lệ, kieu_o: so}}
        quan_he: [ty_le = 100 * dung_han / (dung_han + qua_han)]
        hang:
{rows}
noi_nhan: [ubnd_thu]
luu: VT
nguoi_ky: ct_so_1
"""


def told_of_table(home: Home, on_time: list[int], late: list[int], share: Decimal) -> Iterator[tuple[int, str]]:
    """What is told of the figures of a typed table, with the share of its total row as given."""
    rows = [
        f"          - {{don_vi_bao_cao: Xã {place}, dung_han: {a}, qua_han: {b}, ty_le: {_comma(_share(a, b))}}}"
        for place, (a, b) in enumerate(zip(on_time, late, strict=True), 1)
    ]
    rows.append(f"          - {{tong_cong: true, don_vi_bao_cao: Cộng, dung_han: {sum(on_time)}, qua_han: {sum(late)}, ty_le: {_comma(share)}}}")
    found = told_of_report(home, TABLE.format(rows="\n".join(rows)))
    return ((line, words) for line, words in found if words.startswith("D1"))


def told_of_report(home: Home, text: str) -> list[tuple[int, str]]:
    """Lines, and codes with words, of what is told of a report of the province."""
    path = home.project.content / "bao_cao_thu" / "2026" / "bao_cao.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    found = check(home.project, [path]).findings
    path.unlink()
    return [(each.line, f"{each.code} {each.message}") for each in found if each.file.endswith(path.name)]


def _share(part: int, rest: int) -> Decimal:
    return _rounded(Decimal(100 * part) / (part + rest))


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _comma(number: Decimal) -> str:
    return f'"{number}"'.replace(".", ",")


def told_with(home: Home, unit: Commune, ky: str, cells: Cells) -> list[Finding]:
    """What is told while a unit's file is as given; the honest one is put back."""
    write_period(home.project.root, unit, ky, cells)
    try:
        return told(home)
    finally:
        write_period(home.project.root, unit, ky, year_of(unit, AREAS)[ky])


def told(home: Home) -> list[Finding]:
    return list(check(home.project).findings)


def names(found: list[Finding], unit: Commune, slip: Slip, cells: Cells) -> bool:
    """Whether a finding stands at an altered cell, or says its line."""
    lines = period_text(unit, slip.ky, cells).splitlines()
    places = {number for number, line in enumerate(lines, 1) for ma in slip.altered if line.startswith(f"  {ma}:")}
    return any(places & said_lines(each, f"xa_{unit.ma}", slip.ky) for each in found)


def said_lines(found: Finding, folder: str, ky: str) -> set[int]:
    """The lines of the file of a period that a finding of that unit names."""
    if f"/{folder}/" not in found.file:
        return set()
    own = found.file.endswith(f"/{ky}.yaml")
    parts = re.findall(r"(?:(\w+)\.yaml )?dòng ([\d, ]+)", found.hint)
    said = {int(line) for name, lines in parts if (name == ky if name else own) for line in lines.split(",") if line.strip()}
    return said | ({found.line} if own else set())


def _moved(cell: str, by: int) -> str:
    """The figure so much higher, in whole units; never below 0."""
    number = int(cell.replace(",", ""))
    step = by * (10 if "," in cell else 1)
    return _typed(number + step if number + step >= 0 else number - step, cell)


def _typed(number: int, like: str) -> str:
    return f"{number // 10},{number % 10}" if "," in like else str(number)
