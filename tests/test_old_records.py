"""Records that other engines wrote: what they issued is printed in the same words as long as the files are kept.

Each folder of tests/records holds a set as that engine left it after `issue`. A new version of the form adds a folder;
none is ever written anew. What they printed on that day is `WORDS`, or stands beside them in `loi_van.txt`.
"""

import json
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.support.content import DECISION, PLAN, project
from tests.test_kept_words import built, record_of, rename_everything
from vanban.model.frozen import SEAL, seal
from vanban.model.frozen_form import FORMS
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
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
    assert {(found.code, found.level) for found in checked.findings} == (
        {("S192", "info")} if folder in OF_WORDS else {("S113", "info"), ("S197", "warning")})


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


# Records that somebody has changed, and sealed again

SET_ASIDE = ("phien_ban", "loi_van", "so_lieu", "khung_trang", SEAL)
Change = Callable[[dict[str, Any]], object]


def body(data: dict[str, Any]) -> dict[str, Any]:
    (own,) = (each for each in data["so_sach"]["co_quan"] if each["ma"] == "ubnd_nghe_an")
    return own


def forged(tmp_path: Path, *changes: Change) -> Project:
    """An issued set whose record was changed; what holds the seal has a right one."""
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    assert supplement(home, record_of(home).with_name("qd.yaml")).record
    data = json.loads(record_of(home).read_bytes())
    for change in changes:
        change(data)
    if SEAL in data:
        data[SEAL] = seal(data)
    record_of(home).write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return home


def told(home: Project) -> list[tuple[str, str, str]]:
    return [(each.code, each.level, each.message) for each in report(home, [], ["docx"]).findings]


def it_finds_nothing_in_a_record_that_was_only_sealed_again(tmp_path: Path) -> None:
    assert told(forged(tmp_path)) == []


def it_tells_where_a_record_without_words_leads_to_others_than_the_registers(tmp_path: Path) -> None:
    home = forged(tmp_path, lambda data: [data.pop(key) for key in SET_ASIDE],
                  lambda data: body(data)["nguoi_ky"][0].update(ho_ten="Trần Văn B"))
    (old, other) = told(home)
    assert (old[:2], other) == (("S113", "info"), (
        "S197", "warning", "Tệp lưu khi ban hành không có lời văn; in theo các mục lưu ở đó thì khác các sổ hôm nay: Quyết định Ban hành "
        "Kế hoạch, họ tên: đã ban hành “Trần Văn B”, nay “Nguyễn Văn A”."))


@pytest.mark.parametrize("change", [
    lambda data: data["so_sach"].update(co_quan=[]), lambda data: data["so_sach"].pop("co_quan"),
    lambda data: body(data).update(nguoi_ky=[]), lambda data: body(data)["nguoi_ky"][0].update(ho_ten="Trần Văn B"),
    lambda data: body(data).update(ten_goi="Ủy ban nhân dân tỉnh Hà Tĩnh"), lambda data: body(data).update(dia_danh="Hà Tĩnh"),
    lambda data: data["so_sach"]["can_cu"][0].update(trich_yeu="ban hành việc khác"),
    lambda data: body(data).update(ky_hieu="UBHT"),
])
def it_prints_nothing_by_a_record_whose_entries_are_not_those_of_its_words(change: Change, tmp_path: Path) -> None:
    home = forged(tmp_path, change)
    assert [each[:2] for each in told(home)] == [("S109", "error")]
    assert not list(home.outputs.rglob("*.json"))
    assert not list(home.outputs.rglob("*.docx"))
