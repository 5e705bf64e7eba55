"""A content folder written by a test: the registers of the project, and the documents that the test gives."""

import re
import shutil
from pathlib import Path

from vanban.model.document import BoVanBan
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.offices import OfficeLooks
from vanban.pipeline.project import Project

ROOT = Path(__file__).parents[2]

DECISION = """\
loai_van_ban: quyet_dinh
ma: qd
co_quan: ubnd_nghe_an
so_van_ban: "2228"
ngay_ban_hanh: 15/7/2025
trich_yeu: Ban hành Kế hoạch
can_cu:
  - nq_76_2021
dieu:
  - noi_dung: |
      Ban hành kèm theo Quyết định này [[kh]].
noi_nhan:
  - Bộ Nội vụ
luu: VT, KSTT
nguoi_ky: nguyen_van_a
kem_theo:
  - kh
vi_du: true
"""
PLAN = """\
loai_van_ban: ke_hoach
ma: kh
trich_yeu: Cải cách hành chính năm 2025
de_muc:
  - tieu_de: Nhiệm vụ
    noi_dung: |
      Theo phân công.
"""


def project(folder: Path, **documents: str) -> Project:
    """A project in `folder` with the documents of `content/nghe_an/2025`, by their file names. Its periods are open: the
    figures that the sample was closed with are not there."""
    for part in ("schemas", "templates", "content/dung_chung"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True, ignore=shutil.ignore_patterns("chot"))
    regimes = folder / "content/dung_chung/che_do_bao_cao.yaml"
    regimes.write_text(re.sub(r"(?m)^ +chot_so: .*\n", "", regimes.read_text("utf-8")), "utf-8")
    home = folder / "content" / "nghe_an" / "2025"
    home.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (home / f"{name}.yaml").write_text(text, "utf-8")
    return Project(folder, looks=OfficeLooks())


def checked(folder: Path, **documents: str) -> Checked:
    return check(project(folder, **documents))


def resolved(folder: Path, **documents: str) -> BoVanBan:
    """The one set of `documents`, which must be faultless."""
    result = checked(folder, **documents)
    assert not result.findings
    (bo,) = result.sets
    return bo


def put_sample_figures(home: Project) -> None:
    """What the units of the sample have reported, in `home` too; on no day, so that a document of any day has them."""
    for file in (ROOT / "content").glob("*/*/so_lieu/*.yaml"):
        copy = home.content / file.relative_to(ROOT / "content")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(re.sub(r"(?m)^ngay_bao_cao: .*\n", "", file.read_text("utf-8")), "utf-8")
