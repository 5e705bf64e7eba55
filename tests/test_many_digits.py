"""Numbers of 5,000 digits, beyond all size, and words without an end, under every key of documents and registers: where a
number is asked for a finding names them; elsewhere they are printed or told. Never a crash, never a wait.
"""

import copy
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from tests.support.content import ROOT, project
from tests.support.keys import specimen
from tests.test_marks import ANNEX, body_of, keys_of
from vanban.keys import all_keys
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report

Path_ = tuple[str | int, ...]
NINES = "9" * 5000
# What no number of any key is.
NUMBERS = {
    "5,000 digits": NINES, "10^40": "1" + "0" * 40, "below zero": f"-{NINES}", "decimals": f"0,{'3' * 5000}",
    "thousands": "1" + ".000" * 2000, "exponent": "1e999999", "digits of another script": "٣" * 50,
}
# What other keys may come across.
WORDS = {
    "no blank": "x" * 20_000, "digits": NINES, "a percentage": f"{NINES}%", "a day": f"31/12/{NINES}", "a quarter": f"Quý {NINES}/{NINES}",
    "a month": f"Tháng {NINES}/2025", "a term": f"trong {NINES} ngày kể từ ngày ký", "years": f"2025 - {NINES}",
    "marks": f"1. a\n{NINES}. b\n2. c", "letters of Rome": f"I. a\n{'M' * 5000}. b", "a part of a text": f"Theo khoản {NINES} Điều {NINES}",
    "an annex": f"tại Phụ lục {'M' * 5000}", "an act": f"Quyết định số {NINES}/QĐ-UBND ngày {NINES}/9/{NINES}", "money": f"{NINES} tỷ đồng",
    "a figure": f"{{{{ muc_tieu.{NINES} }}}}", "a reference": f"[[{NINES}]]", "a note": f"Chữ[^{NINES}].", "a table": f"@chen {NINES}",
    "a sum": f"x = {'+'.join('x' * 3000)}", "brackets": f"x = {'(' * 3000}y{')' * 3000}", "steps": ".".join("1" * 3000),
    "a question": f"{{XEM LẠI: {NINES}}}",
}
# Longer than any message that somebody reads to its end.
LONGEST = 1000


@dataclass(frozen=True)
class Place:
    """A value of a specimen: its file below content/, where in it, the key that it stands under."""

    file: str
    path: Path_
    key: str

    def __str__(self) -> str:
        return f"{self.file}:{'.'.join(map(str, self.path))}"


DOCUMENTS = {
    f"nghe_an/2025/van_ban_{kind}.yaml": yaml.load(specimen(kind, keys_of(kind) - {"ky_hieu", "kem_theo"}, body_of(kind), day), yaml.BaseLoader)
    for kind, day in (("ke_hoach", "draft"), ("bao_cao", "issued"), ("quyet_dinh", "issued"), ("nghi_quyet", "issued"))
}
REGISTERS = {f"dung_chung/{name}.yaml": yaml.load((ROOT / f"content/dung_chung/{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
             for name in ("chi_tieu", "chi_tieu_bao_cao", "che_do_bao_cao", "co_quan", "can_cu")}
REGISTERS["dung_chung/chi_tieu.yaml"]["chi_tieu"][0]["so_le"] = "0"
REGISTERS["dung_chung/chi_tieu_bao_cao.yaml"]["chi_tieu"].append({
    "ma": "hang_cchc", "ten_goi": "Thứ hạng", "don_vi_tinh": "bậc", "tinh_chat": "thu_hang",
    "thang_do": [{"tong_so": "34", "tu_nam": "2025", "den_nam": "2030"}],
})
REGISTERS["dung_chung/che_do_bao_cao.yaml"]["che_do_bao_cao"][0]["ky_bao_cao"][0]["mo_lai"] = [
    {"ngay_mo": "2/4/2026", "nguoi_mo": "Hồ Văn K", "ly_do": "Nhập nhầm cột"},
]
# What a unit reports is read with everything, as the registers are.
REPORTED = "xa_hung_nguyen/2026/so_lieu/sau_thang.yaml"
REGISTERS[REPORTED] = yaml.load((ROOT / f"content/{REPORTED}").read_text("utf-8"), yaml.BaseLoader)


def leaves(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for count, value in enumerate(data):
            yield from leaves(value, (*path, count))
    else:
        yield path


def places() -> list[Place]:
    """One place for each address of all files: the keys that lead there, lists and their items left out."""
    found: dict[tuple[str, ...], Place] = {}
    for file, data in (DOCUMENTS | REGISTERS).items():
        for path in leaves(data):
            names = tuple(part for part in path if isinstance(part, str))
            found.setdefault((file if file in REGISTERS else "", *names), Place(file, path, names[-1]))
    return list(found.values())


def numeric_keys() -> set[str]:
    """The names of keys that hold a number, or a day, and nothing else, wherever they stand."""
    return {name for name, key in all_keys() if key.kind in ("so", "chu_so", "ngay") or "integer" in key.schema.get("type", ())}


PLACES = places()
NUMERIC = [place for place in PLACES if place.key in numeric_keys()]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = project(tmp_path_factory.mktemp("so"), phu_luc_thu=ANNEX)
    for file, data in (DOCUMENTS | REGISTERS).items():
        (made.content / file).parent.mkdir(parents=True, exist_ok=True)
        (made.content / file).write_text(written(data), "utf-8")
    pictures = made.content / "nghe_an/2025/hinh"
    pictures.mkdir()
    shutil.copy(ROOT / "content/nghe_an/2025/hinh/nam_buoc_mot_cua.png", pictures / "mot.png")
    return made


def written(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**9)


def tried(home: Project, place: Place, value: str) -> list[str]:
    """The errors of the file in which `value` stands at that place; all its findings can be read, and nothing waits."""
    data = copy.deepcopy((DOCUMENTS | REGISTERS)[place.file])
    inside = data
    for part in place.path[:-1]:
        inside = inside[part]
    inside[place.path[-1]] = value
    file = home.content / place.file
    before = file.read_text("utf-8")
    file.write_text(written(data), "utf-8")
    begun = time.process_time()
    result = report(home, [] if place.file in REGISTERS else [file], ["docx"])
    taken = time.process_time() - begun
    file.write_text(before, "utf-8")
    assert not result.failures
    assert max((len(f"{found.message} {found.hint}") for found in result.findings), default=0) < LONGEST
    assert not any("e+" in found.message for found in result.findings)
    assert taken < 5, place
    return [f"{found.code} {found.path}" for found in result.findings if found.file.endswith(place.file) and found.level == "error"]


Cases = list[tuple[Place, str]]


def some(cases: Cases, count: int) -> list[Any]:
    """`count` of the cases, one by one, in `make test`; all of them in `make soak`."""
    few = [pytest.param([case], id=f"{case[0]} {case[1]}") for case in random.Random(9).sample(cases, count)]
    return [*few, pytest.param(cases, id="all", marks=pytest.mark.soak)]


def it_has_every_key_that_holds_a_number() -> None:
    assert {place.key for place in NUMERIC} >= numeric_keys()


@pytest.mark.parametrize("place", NUMERIC, ids=str)
def it_names_five_thousand_digits_where_a_number_is_asked_for(place: Place, home: Project) -> None:
    assert tried(home, place, NINES)


@pytest.mark.parametrize("cases", some([(place, kind) for place in NUMERIC for kind in NUMBERS], 30))
def it_names_what_is_no_number_of_that_key(cases: Cases, home: Project) -> None:
    assert [(place, kind) for place, kind in cases if not tried(home, place, NUMBERS[kind])] == []


@pytest.mark.parametrize("cases", some([(place, kind) for place in PLACES for kind in WORDS], 40))
def it_goes_on_whatever_stands_under_a_key(cases: Cases, home: Project) -> None:
    for place, kind in cases:
        tried(home, place, WORDS[kind])
