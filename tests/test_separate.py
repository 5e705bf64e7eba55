"""A set as files of its own, their names, and the record for the register of outgoing documents."""

import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.support.content import DECISION, PLAN, checked, project
from tests.support.sample import ROOT, Sample
from vanban.doctypes import doctypes
from vanban.model.document import VanBan
from vanban.model.registers import CoQuan
from vanban.pipeline.checking import check
from vanban.pipeline.offices import frames
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
from vanban.writers.file_name import file_name
from vanban.writers.to_docx.writing import to_docx_parts
from vanban.writers.to_metadata import to_metadata
from vanban.writers.to_pdf import is_ready

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def files(sample: Sample) -> list[bytes]:
    frame_of = frames(Project(ROOT), "nghe_an")
    return [docx for _, docx in to_docx_parts(sample.printed, doctypes(), sample.the_thuc, frame_of)]


@pytest.fixture(scope="module")
def issuer() -> CoQuan:
    return check(Project(ROOT)).content.registers.co_quan["ubnd_nghe_an"]


def text_of(docx: bytes) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return "".join(etree.fromstring(archive.read("word/document.xml")).itertext())


def it_gives_each_document_a_file(files: list[bytes]) -> None:
    assert len(files) == 3
    heads = [text_of(docx)[:400] for docx in files]
    assert "QUYẾT ĐỊNH" in heads[0]
    assert "KẾ HOẠCH" in heads[1]
    assert heads[2].startswith("Phụ lục")


def it_says_the_same_as_the_file_of_the_whole_set(files: list[bytes], sample: Sample) -> None:
    assert "".join(map(text_of, files)) == text_of(sample.docx.read_bytes())


def it_has_one_section_in_each_file(files: list[bytes]) -> None:
    for docx in files:
        with zipfile.ZipFile(BytesIO(docx)) as archive:
            assert len(list(etree.fromstring(archive.read("word/document.xml")).iter(f"{W}sectPr"))) == 1


def it_makes_files_that_word_opens(files: list[bytes], tmp_path: Path) -> None:
    for number, docx in enumerate(files):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(docx)
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def it_names_files_as_an_e_office_sorts_them(sample: Sample) -> None:
    assert [file_name(sample.bo.van_ban, "2228/QĐ-UBND", van_ban.ma) for van_ban in sample.bo] == [
        "2228-QD-UBND_2025-07-15_qd-ke-hoach-cchc",
        "2228-QD-UBND_2025-07-15_ke-hoach-cchc",
        "2228-QD-UBND_2025-07-15_phu-luc-nhiem-vu",
    ]


def it_names_a_draft_as_one(sample: Sample) -> None:
    draft = replace(sample.bo.van_ban, so_van_ban="", ngay_ban_hanh=None)
    assert file_name(draft, "/QĐ-UBND", draft.ma) == "du-thao_qd-ke-hoach-cchc"


def it_records_the_fields_of_phu_luc_vi(sample: Sample, issuer: CoQuan) -> None:
    record = json.loads(to_metadata(sample.bo.van_ban, sample.printed.issuing, issuer).as_json(pages=16))
    assert (record["TypeName"], record["CodeNumber"], record["CodeNotation"]) == ("Quyết định", "2228", "QĐ-UBND")
    assert (record["IssuedDate"], record["PageAmount"], record["Priority"]) == ("15/07/2025", 16, 0)
    assert record["SignerInfo"] == {
        "Position": "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", "FullName": "Nguyễn Văn A"
    }
    assert {"OrganName": "Bộ Nội vụ"} in record["To"]
    assert "ví dụ" in record["Description"]


@pytest.mark.parametrize(("key", "priority"), [("do_khan: hoa_toc", 3), ("do_mat: mat", 4)])
def it_counts_urgency_and_secrecy(tmp_path: Path, issuer: CoQuan, key: str, priority: int) -> None:
    found = checked(tmp_path, qd=f"{DECISION}{key}\n", kh=PLAN)
    (bo,) = found.sound
    assert json.loads(to_metadata(bo.van_ban, found.printed(bo).issuing, issuer).as_json(None))["Priority"] == priority


def names(folder: Path) -> list[str]:
    """Of all files but the list of them."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.name != "da_tao.jsonl")


def it_reports_a_set_as_one_file_and_its_record(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    assert not report(home, [], ["docx"], tmp_path / "out").failures
    assert names(tmp_path / "out") == ["qd.docx", "qd.json"]


def it_reports_a_set_as_files_named_for_an_e_office(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    report(home, [], ["docx"], tmp_path / "out", separate=True)
    stem = "2228-QD-UBND_2025-07-15"
    assert names(tmp_path / "out") == [f"{stem}_kh.docx", f"{stem}_qd.docx", f"{stem}_qd.json"]


def it_writes_no_record_of_a_draft(tmp_path: Path) -> None:
    draft = DECISION.replace('so_van_ban: "2228"\n', "")
    report(project(tmp_path, qd=draft, kh=PLAN), [], ["docx"], tmp_path / "out")
    assert names(tmp_path / "out") == ["qd.docx"]


def it_leaves_a_docx_that_was_not_asked_for_as_it_is(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    old = tmp_path / "out" / "nghe_an" / "2025" / "qd.docx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    report(home, [], [], tmp_path / "out")
    assert old.read_bytes() == b"old"


@pytest.mark.skipif(not is_ready(), reason="LibreOffice or its font is not here")
def it_says_so_when_a_sign_is_not_in_the_font(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION.replace("Ban hành kèm", "☐ Ban hành kèm"), kh=PLAN)
    result = report(home, [], ["docx", "pdf"], tmp_path / "out")
    (found,) = result.findings
    assert found.level == "error"
    assert "☐" in found.message
    assert (result.written, result.failures) == ([], [])


@given(st.text(max_size=30))
def it_gives_names_that_every_system_takes(symbol: str) -> None:
    issued = VanBan("quyet_dinh", "qd", "", so_van_ban="12", ngay_ban_hanh=date(2025, 7, 15))
    name = file_name(issued, f"12/{symbol}", "ke_hoach_cchc")
    assert re.fullmatch(r"12-[A-Za-z0-9.-]*_2025-07-15_ke-hoach-cchc", name)


def it_keeps_the_letters_of_a_symbol() -> None:
    issued = VanBan("quyet_dinh", "qd", "", so_van_ban="12", ngay_ban_hanh=date(2025, 7, 15))
    assert file_name(issued, "12/QĐ-UBND", "qd") == "12-QD-UBND_2025-07-15_qd"
