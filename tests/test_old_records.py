"""Records that other engines wrote: what they issued is printed in the same words as long as the files are kept.

Each folder of tests/records holds a set as that engine left it after `issue`. A new version of the form adds a folder;
none is ever written anew. What they printed on that day is `WORDS`, or stands beside them in `loi_van.txt`.
"""

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tests.support.content import project
from tests.test_kept_words import built, record_of, rename_everything
from vanban.model.frozen_form import FORMS
from vanban.pipeline.project import Project
from vanban.pipeline.supplementing import supplement
from vanban.plain_data import to_data
from vanban.readers.from_frozen import read_frozen
from vanban.wordml.elements import W

RECORDS = sorted((Path(__file__).parent / "records").iterdir())
OF_WORDS = [folder for folder in RECORDS if folder.name in map(str, FORMS)]
NAMES = {"ids": lambda folder: folder.name}
WORDS = """\
ỦY BAN NHÂN DÂNTỈNH NGHỆ AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 2228/QĐ-UBND
Nghệ An, ngày 15 tháng 7 năm 2025
QUYẾT ĐỊNH
Ban hành Kế hoạch
ỦY BAN NHÂN DÂN TỈNH NGHỆ AN
Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2025./.
Nơi nhận:
- Bộ Nội vụ;
- Lưu: VT, KSTT.
TM. ỦY BAN NHÂN DÂNKT. CHỦ TỊCHPHÓ CHỦ TỊCH
Nguyễn Văn A
ỦY BAN NHÂN DÂNTỈNH NGHỆ AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
KẾ HOẠCH
Cải cách hành chính năm 2025
(Kèm theo Quyết định số 2228/QĐ-UBNDngày 15 tháng 7 năm 2025 của Ủy ban nhân dân tỉnh Nghệ An)
I. NHIỆM VỤ
Theo Quyết định số 3667/QĐ-UBND ngày 30 tháng 12 năm 2024 của Ủy ban nhân dân tỉnh Nghệ An ban hành Kế hoạch cải cách hành chính nhà nước tỉnh Nghệ An năm 2025, đạt 95%, do Sở Nội vụ tỉnh Nghệ An làm:
1. Một & hai < ba;
a) Bốn.
Kết quả
Nội dung
Số hồ sơ
Một
12
Hai
30
Cộng
42
./.
Theo Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030.
"""


def words_of(folder: Path) -> list[str]:
    """What a set printed when it was issued."""
    own = folder / "loi_van.txt"
    return (own.read_text("utf-8") if own.exists() else WORDS).splitlines()


def restored(folder: Path, tmp_path: Path) -> Project:
    """A project with the set of a folder, and the registers of today."""
    home = project(tmp_path)
    shutil.copytree(folder, home.content / "nghe_an" / "2025", dirs_exist_ok=True)
    return home


def lines_of(package: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        parts = [etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    texts = ("".join(text.text or "" for text in each.iter(f"{W}t")) for part in parts for each in part.iter(f"{W}p"))
    return [" ".join(text.split()) for text in texts if text.strip()]


@pytest.mark.parametrize("folder", RECORDS, **NAMES)
def it_prints_what_another_engine_has_issued(folder: Path, tmp_path: Path) -> None:
    home = restored(folder, tmp_path)
    rename_everything(home)
    package, checked = built(home)
    assert lines_of(package) == words_of(folder)
    assert {(found.code, found.level) for found in checked.findings} == {
        ("S192" if folder in OF_WORDS else "S113", "info"),
    }


@pytest.mark.parametrize("folder", [each for each in RECORDS if each not in OF_WORDS], **NAMES)
def it_adds_the_words_to_what_another_engine_has_kept(folder: Path, tmp_path: Path) -> None:
    home = restored(folder, tmp_path)
    assert supplement(home, record_of(home).with_name("qd.yaml")).record == record_of(home)
    rename_everything(home)
    assert lines_of(built(home)[0]) == words_of(folder)


@pytest.mark.parametrize("folder", OF_WORDS, **NAMES)
def it_reads_all_that_stands_in_a_record_of_another_engine(folder: Path) -> None:
    raw = (folder / "qd.ban_hanh.json").read_bytes()
    data, (frozen, faults) = json.loads(raw), read_frozen("qd.ban_hanh.json", raw)
    assert not faults
    assert frozen is not None
    form = FORMS[data["phien_ban"]]
    assert to_data(frozen.loi_van, form) == data["loi_van"]
    assert to_data(frozen.so_lieu, form) == data["so_lieu"]


def it_has_a_record_of_every_version_of_the_form() -> None:
    assert len(OF_WORDS) == len(FORMS)
