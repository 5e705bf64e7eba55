"""Every word that a document may hold stands in its DOCX or is named by a finding, for every type, alone and attached.

Each type gets documents that have every key of its schema, a mark in every printed word (tests/support/keys.py).
"""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from lxml import etree

from tests.support.content import ROOT, project, put_sample_figures
from tests.support.keys import (
    ASIDE,
    PARTY,
    REPLACED_BY,
    STATE,
    STEERS,
    STEERS_OF,
    Body,
    Day,
    addresses_of,
    leaves_of,
    specimen,
    words_of,
)
from tests.support.wordml import text_of, w
from vanban.doctypes import doctypes
from vanban.model.printed_lines import printed_lines
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.reporting import docx
from vanban.readers.schemas import Schemas
from vanban.readers.source import read_source

SCHEMAS = Schemas(ROOT / "schemas")
# Copies print the words of another document; what they are asked for is in `test_copies`.
TYPES = {kind: each for kind, each in doctypes().items() if not each.is_copy}
# Beside what it attaches: the tasks that a report speaks of.
ANNEX = "loai_van_ban: phu_luc\nma: phu_luc_thu\ntrich_yeu: mốcphụlục\nmo_dau: Chữ.\nbang_bieu: [{ma: bang_viec, bo_cuc: nhiem_vu}]\n" + (
    "nhiem_vu:\n  - nhom: Việc\n    gom:\n" + "".join(
        f"      - {{ma: viec_{each}, noi_dung: Việc, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Năm 2025}}\n" for each in ("mot", "hai", "ba")))
CASES: list[tuple[str, Day]] = [
    *((kind, day) for kind, each in TYPES.items() if each.frame for day in ("draft", "issued")),
    *((kind, "attached") for kind, each in TYPES.items() if each.attached),
]


def body_of(kind: str) -> Body:
    return STATE if "nha_nuoc" in TYPES[kind].viet_tat else PARTY


def keys_of(kind: str) -> frozenset[str]:
    return frozenset(SCHEMAS.schema(kind)["properties"])


def ways_of(kind: str) -> list[frozenset[str]]:
    """The keys of a type that may stand in one document: a resolution has điều, or headings with what goes with these."""
    keys, ways = keys_of(kind), (frozenset({"dieu"}), frozenset({"de_muc", "mo_dau", "danh_so"}))
    return [keys - way for way in ways] if {"dieu", "de_muc"} <= keys else [keys]


def parent_of(kind: str) -> str:
    """A document that attaches one of that type."""
    body = body_of(kind)
    issuer = "quyet_dinh" if body is STATE else "ke_hoach"
    return (
        f"loai_van_ban: {issuer}\nma: cha\nco_quan: {body.co_quan}\ntrich_yeu: Thử\nngay_du_kien: 15/9/2025\n"
        f"can_cu: [{body.can_cu}]\n" + ("dieu: [{noi_dung: '[[con]].'}]" if body is STATE else "de_muc: [{tieu_de: Thử, noi_dung: '[[con]].'}]")
        + f"\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: {body.nguoi_ky}\nkem_theo: [con]\n"
    )


def built(folder: Path, kind: str, text: str, day: Day) -> tuple[str, Checked]:
    """The words of the DOCX, notes too, and what was found."""
    documents = {"van_ban_con": text, "phu_luc_thu": ANNEX} | ({"cha": parent_of(kind)} if day == "attached" else {})
    if "kem_theo:" not in text:
        del documents["phu_luc_thu"]
    made = project(folder, **documents)
    put_sample_figures(made)
    (folder / "content" / "nghe_an" / "2025" / "hinh").mkdir()
    shutil.copy(ROOT / "content/nghe_an/2025/hinh/nam_buoc_mot_cua.png", folder / "content/nghe_an/2025/hinh/mot.png")
    party = folder / "content" / "dung_chung" / "co_quan_tinh_uy_nghe_an.yaml"
    party.write_text(party.read_text("utf-8").replace(
        "    ky_hieu: TU\n", "    ky_hieu: TU\n    dia_chi: [Số 1 đường Ví Dụ]\n", 1), "utf-8")
    checked = check(made)
    (bo,) = checked.sets
    with ZipFile(BytesIO(docx(made, checked, bo))) as package:
        parts = [package.read(part) for part in package.namelist() if part.endswith((".xml",)) and "word/" in part]
    paragraphs = (text_of(p) for part in parts for p in etree.fromstring(part).iter(w("p")))
    return "\n".join(paragraphs), checked


def lost(text: str, kind: str, printed: str, checked: Checked) -> Iterator[str]:
    """The addresses whose words are neither printed nor told."""
    shown = words_of(body_of(kind))
    told = [f for f in checked.findings if f.file.endswith("/van_ban_con.yaml") and f.code != "X101"]
    unprinted = ASIDE | STEERS | STEERS_OF.get(kind, frozenset())
    source, _ = read_source("con.yaml", text.encode())
    for leaf in leaves_of(source, SCHEMAS.schema(kind), SCHEMAS):
        if leaf.address in unprinted or REPLACED_BY.get(leaf.address) in source.data:
            continue
        for word in re.findall(r"mốc\d+x", leaf.value) or [shown.get(leaf.address, leaf.value)]:
            is_told = any(f.line == leaf.line or f"“{key}”" in f.message for f in told for key in leaf.keys)
            if word.casefold() not in printed.casefold() and not is_told:
                yield f"{leaf.address}: {word}"


@pytest.mark.parametrize(("kind", "day"), CASES, ids=["-".join(case) for case in CASES])
def it_prints_or_tells_of_every_word(kind: str, day: Day, tmp_path: Path) -> None:
    for number, keys in enumerate(ways_of(kind)):
        text = specimen(kind, keys, body_of(kind), day)
        printed, checked = built(tmp_path / str(number), kind, text, day)
        # A copy of nothing that is here prints its own part alone, and says so (R126).
        unread = [f"{f.line} {f.code} {f.message}" for f in checked.findings if f.code[0] in "SRD" and f.code != "R126"]
        assert unread == []
        assert list(lost(text, kind, printed, checked)) == []
        assert marks_in(printed) == marks_in("\n".join(line.text for line in printed_lines(checked.sets[0])))


def marks_in(text: str) -> set[str]:
    return set(re.findall(r"mốc\d+x", text.casefold()))


@pytest.mark.parametrize("kind", TYPES)
def it_has_every_key_in_the_specimens(kind: str) -> None:
    schema: Any = SCHEMAS.schema(kind)
    there: set[str] = set()
    days: tuple[Day, ...] = ("draft", "issued")
    for day in days:
        there |= keys_in(yaml.load(specimen(kind, keys_of(kind), body_of(kind), day), yaml.BaseLoader), schema)
    assert set(addresses_of(schema, SCHEMAS)) == there


def keys_in(data: Any, schema: Any, top: bool = True) -> set[str]:
    """The addresses that stand in a document."""
    schema = SCHEMAS.follow(schema)
    found: set[str] = set()
    if isinstance(data, list):
        for value in data:
            found |= keys_in(value, schema.get("items", {}), False)
    elif isinstance(data, dict):
        for key in data.keys() & schema["properties"].keys():
            found.add(key if top else f"{schema['title']}.{key}")
            if key != "bo_qua":
                found |= keys_in(data[key], schema["properties"][key], False)
    return found
