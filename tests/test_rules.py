"""The samples in the manual pages of the rules: *Đạt* passes, *Không đạt* is found where its comment says."""

import re
import shutil
import textwrap
from pathlib import Path

import pytest
import yaml

from vanban.lint.engine import all_rules
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project

ROOT = Path(__file__).parent.parent
# Rules whose fault no one file shows have an example in words; their tests are named in tests/test_pages.py.
RULES = {name: rule for name, rule in all_rules().items() if "\nVí dụ:" not in str(rule.__doc__)}
EXPECTED = re.compile(r"# lỗi: (\w\d{3}) (\S+)")

# A sound set that a sample changes in part: its keys win.
DECISION = """
loai_van_ban: quyet_dinh
ma: qd_mau
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Ban hành Kế hoạch
can_cu: [nq_76_2021]
dieu:
  - noi_dung: Ban hành kèm theo Quyết định này [[kh_mau]].
noi_nhan: [Bộ Nội vụ]
luu: VT, KSTT
nguoi_ky: nguyen_van_a
kem_theo: [kh_mau]
vi_du: true
"""
PLAN = """
loai_van_ban: ke_hoach
ma: kh_mau
trich_yeu: Cải cách hành chính
de_muc:
  - tieu_de: Nhiệm vụ
    noi_dung: Theo phân công.
"""
BY_ORDER = """\
      - {ma: ky_thua_lenh, ho_ten: Lê Văn C, chuc_vu: Chánh Văn phòng, tu_cach_ky: thua_lenh, tu_ngay: 1/1/2020}
"""
LETTER = """
loai_van_ban: cong_van
ma: cv_mau
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
don_vi_soan_thao: CCHC
trich_yeu: đôn đốc báo cáo
kinh_gui: [Bộ Nội vụ]
mo_dau: Nội dung.
noi_nhan: [Như trên]
luu: VT
nguoi_ky: nguyen_van_a
"""
ANNEX = """
loai_van_ban: phu_luc
ma: phu_luc_nhiem_vu
trich_yeu: Danh mục nhiệm vụ
mo_dau: Nội dung.
"""


class Blocks(yaml.SafeDumper):
    """Writes text that ends its line as a block, as the format wants it."""


Blocks.add_representer(str, lambda dumper, text: dumper.represent_scalar(
    "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
))


def samples(rule, heading):
    """The sample under `heading` of a manual page, without its indentation."""
    after = rule.__doc__.split(f"\n{heading}:\n")[1]
    lines = re.split(r"\n(?=\S)", after)[0]
    return textwrap.dedent(lines)


def findings_of(sample: str, tmp_path: Path, code: str):
    """Findings of `code` in the sound set with `sample` in it."""
    shutil.copytree(ROOT / "content" / "dung_chung", tmp_path / "content" / "dung_chung")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    register = tmp_path / "content" / "dung_chung" / "co_quan.yaml"
    register.write_text(register.read_text("utf-8").replace("    nguoi_ky:\n", f"    nguoi_ky:\n{BY_ORDER}", 1), "utf-8")
    folder = tmp_path / "content" / "nghe_an" / "2025"
    folder.mkdir(parents=True)
    changed = yaml.safe_load(sample)
    by_type = {"cong_van": "cv", "phu_luc": "pl"}
    target = "kh" if "de_muc" in changed else by_type.get(changed.get("loai_van_ban"), "qd")
    for name, base in (("qd", DECISION), ("kh", PLAN), ("pl", ANNEX), ("cv", LETTER)):
        own = changed if name == target else {}
        data = yaml.load(base, Loader=yaml.BaseLoader) | own
        (folder / f"{name}.yaml").write_text(yaml.dump(data, Dumper=Blocks, allow_unicode=True), "utf-8")
    checked = check(Project(tmp_path))
    return {(f.code, f.path) for f in checked.findings if f.code == code}, checked


@pytest.mark.parametrize("name", RULES)
def it_accepts_the_sample_that_passes(name, tmp_path):
    found, checked = findings_of(samples(RULES[name], "Đạt"), tmp_path, RULES[name].CODE)
    assert not found
    assert not [f for f in checked.findings if f.code[0] == "S" and f.code != "S309"]


@pytest.mark.parametrize("name", RULES)
def it_finds_the_fault_of_the_sample_that_fails(name, tmp_path):
    sample = samples(RULES[name], "Không đạt")
    expected = set(EXPECTED.findall(sample))
    assert expected
    assert findings_of(sample, tmp_path, RULES[name].CODE)[0] == expected
