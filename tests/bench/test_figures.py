"""What figures of many units cost: all communes of the country, and the report of one province.

Each is done in a process of its own, cold: nothing has been read before. Goals are said, not asserted.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.communes import TABLE, communes, invented
from tests.support.reported_year import CUMULATIVE, area_name, write_year

ROOT = Path(__file__).parents[2]
AREAS, UNITS, MENTIONS = 10, 130, 300
REPORT = """\
loai_van_ban: bao_cao
ma: bao_cao
vi_du: true
co_quan: ubnd_xa_so_1
ngay_du_kien: 20/6/2026
trich_yeu: Kết quả giải quyết hồ sơ 6 tháng đầu năm 2026
so_lieu_theo: {{che_do_bao_cao: cchc_dinh_ky, ky_bao_cao: sau_thang, cho_nam: 2026, don_vi: cac_xa_thu}}
mo_dau: |
  Ủy ban nhân dân xã Số 1 báo cáo như sau:
de_muc:
  - tieu_de: Kết quả
    noi_dung: |
{lines}
noi_nhan: ["[[ubnd_thu]]"]
luu: VT
nguoi_ky: ct_so_1
"""


@pytest.mark.skipif(not TABLE.exists(), reason="the table of communes is not on this machine (VANBAN_COMMUNES)")
def it_reads_checks_and_adds_up_the_whole_country(tmp_path: Path) -> None:
    listed = communes()
    write_year(tmp_path, listed, AREAS, CUMULATIVE)
    told, seconds, used, megabytes = measured("all", tmp_path)
    print(f"\n\n{len(listed)} communes × {AREAS * 10} indicators × {len(CUMULATIVE)} periods, read, checked, added up: "
          f"{seconds} s, {used} s of the processor, {megabytes} MB (goal ≤ 15 s on two cores, ≤ 500 MB)")
    assert told == 0


def it_checks_the_report_of_a_province(tmp_path: Path) -> None:
    write_year(tmp_path, invented(UNITS), AREAS, ("quy_1", "sau_thang"))
    names = [f"{area_name(count % AREAS)}_{ma}" for count in range(AREAS) for ma in ("tiep_nhan", "dung_han", "ty_le")]
    calls = [f"{{{{ {names[count % len(names)]}{'@quy_1' if count % 2 else ''} }}}}" for count in range(MENTIONS)]
    lines = [f"      1. Kết quả: {', '.join(calls[count:count + 3])}." for count in range(0, MENTIONS, 3)]
    home = tmp_path / "content" / "xa_so_1" / "2026"
    (home / "bao_cao.yaml").write_text(REPORT.format(lines="\n".join(lines)), "utf-8")
    _, seconds, used, megabytes = measured("report", tmp_path)
    print(f"\n\nReport of {UNITS} units, two periods, {MENTIONS} figures, checked: {seconds} s, {used} s of the processor, "
          f"{megabytes} MB (goal ≤ 1 s)")


def measured(work: str, folder: Path) -> tuple[float, ...]:
    """What was told, wall seconds, seconds of the processor, megabytes at most."""
    done = subprocess.run([sys.executable, "-m", "tests.bench.figures_at_work", work, folder], cwd=ROOT,
                          capture_output=True, text=True, check=True)
    return tuple(map(float, done.stdout.split()))
