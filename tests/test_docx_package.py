"""The package of the built DOCX: sound, named as an example, the same bytes everywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdf
from openxml_audit import OpenXmlValidator

from tests.support.content import DECISION, project
from tests.support.sample import ROOT, SOURCE, Sample, build_sample
from tests.support.wordml import read_parts
from vanban.pipeline.checking import check
from vanban.pipeline.reporting import docx as docx_of


def it_leaves_no_template_language_behind(package: dict[str, bytes]) -> None:
    assert not [name for name, data in package.items() for tag in (b"{{", b"}}", b"{%", b"%}") if tag in data]


def it_says_that_a_sample_is_an_example(sample: Sample) -> None:
    properties = docx.Document(str(sample.docx)).core_properties
    assert sample.bo.van_ban.vi_du
    assert "ví dụ" in properties.category
    assert sample.bo.zones
    assert sample.bo.zones.so_ky_hieu.text in properties.title
    assert properties.created.date() == properties.modified.date() == sample.bo.ngay


def it_says_so_in_the_pdf_too(sample_pdf: Path) -> None:
    metadata = pypdf.PdfReader(sample_pdf).metadata
    assert metadata is not None
    assert "ví dụ" in (metadata.subject or "")


def it_gives_word_nothing_to_repair(sample: Sample) -> None:
    result = OpenXmlValidator().validate(sample.docx)
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


def it_opens_in_python_docx(sample: Sample) -> None:
    document = docx.Document(str(sample.docx))
    assert len(document.sections) == len(sample.parts)
    assert len(document.tables) == 4


def it_writes_one_date_and_one_order_into_the_zip(sample: Sample) -> None:
    with zipfile.ZipFile(sample.docx) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert sorted(names) == sorted(read_parts(sample.frame))


def it_makes_the_same_bytes_again(sample: Sample, tmp_path: Path) -> None:
    assert build_sample(tmp_path).docx.read_bytes() == sample.docx.read_bytes()


def it_makes_the_same_bytes_on_another_day_in_another_place(sample: Sample, tmp_path: Path) -> None:
    """Zone, hash seed, locale and folder are another process's own."""
    code = (
        "import sys; from pathlib import Path; from vanban.pipeline.project import Project\n"
        "from vanban.pipeline.reporting import report\n"
        "root, source, out = map(Path, sys.argv[1:])\n"
        "result = report(Project(root), [source], ['docx'], out)\n"
        "assert not result.failures, result.failures\n"
    )
    other = {"TZ": "America/St_Johns", "PYTHONHASHSEED": "1789", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code, str(ROOT), str(SOURCE), str(tmp_path)], cwd=tmp_path,
                   env=os.environ | other, check=True, timeout=60)
    (made,) = tmp_path.rglob("*.docx")
    assert made.read_bytes() == sample.docx.read_bytes()


def it_makes_the_same_pdf_again(sample: Sample, sample_pdf: Path, tmp_path: Path) -> None:
    assert sample.to_pdf(tmp_path / "again.pdf").read_bytes() == sample_pdf.read_bytes()


def it_builds_a_decision_without_attachments(tmp_path: Path) -> None:
    alone = DECISION[: DECISION.index("kem_theo:")].replace(" [[kh]]", "")
    home = project(tmp_path, qd=alone)
    checked = check(home)
    (bo,) = checked.sound
    path = tmp_path / "qd.docx"
    path.write_bytes(docx_of(home, checked, bo))
    assert len(docx.Document(str(path)).sections) == 1
    assert OpenXmlValidator().validate(path).is_valid
