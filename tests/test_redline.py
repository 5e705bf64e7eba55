"""Two Word files → one with tracked changes: accepting all gives the new words, rejecting all the old ones. Beside our own
proof pandoc reads the same file, which knows nothing of how it was made."""

import random
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pypandoc
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.support.content import project
from tests.support.sample import ROOT, build_all
from tests.support.word_edits import ANY, IN_TEXT, Edit, edited, embolden, put_in, reword, take_note, take_out, take_row
from tests.support.word_files import word_file, zipped
from tests.support.wordml import Element, text_of, value, w
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.redline.packages import redline
from vanban.wordml.redline.proof import disproof
from vanban.wordml.redline.revisions import RENUMBERED, Pens, Unmarkable

ME = "Nguyễn Văn A"
NOON = datetime(2025, 11, 20, 12)
Files = Mapping[str, bytes]

PLAN = """\
loai_van_ban: ke_hoach
ma: kh
co_quan: ubnd_nghe_an
ngay_du_kien: 20/11/2025
trich_yeu: Cải cách hành chính năm 2026
noi_nhan: [Bộ Nội vụ, "Chủ tịch, các PCT UBND tỉnh"]
luu: VT, KSTT
nguoi_ky: nguyen_van_a
de_muc:
  - tieu_de: Mục tiêu
    noi_dung: |
      1. Tỷ lệ hồ sơ đúng hạn đạt 95%.

      2. Mọi thủ tục được công khai.[^nguon]

      3. Người dân hài lòng từ 90% trở lên.

      [^nguon]: Theo Quyết định của Bộ Nội vụ.
  - tieu_de: Tổ chức thực hiện
    noi_dung: Các cơ quan thực hiện Kế hoạch này.
"""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Files:
    built = build_all(Project(ROOT), tmp_path_factory.mktemp("samples"))
    return {name: sample.docx.read_bytes() for name, sample in built.items()}


def pens() -> Pens:
    return Pens(ME, NOON)


def body(docx: bytes) -> Element:
    return etree.fromstring(read_parts(docx, OF_DOCUMENTS)["word/document.xml"])[0]


def marked(docx: bytes) -> list[tuple[str, str, str]]:
    """Who has put in or taken out which words, in order; ends of paragraphs are left out."""
    return [(value(mark, "author"), mark.tag.rpartition("}")[2], "".join(each.text or "" for each in mark.iter(w("t"), w("delText"))))
            for mark in body(docx).iter(w("ins"), w("del")) if len(mark)]


def made(folder: Path, **texts: str) -> bytes:
    """The DOCX of a set whose issuing document is `kh`, what it attaches in the same file."""
    done = report(project(folder, **texts), [], ["docx"], folder / "out")
    assert (done.failures, [each for each in done.findings if each.level == "error"]) == ([], [])
    (path,) = [each for each in done.written if each.suffix == ".docx"]
    return path.read_bytes()


def change(old: str, new: str) -> Callable[[str], str]:
    def changed(text: str) -> str:
        assert text.count(old) == 1
        return text.replace(old, new)
    return changed


@pytest.fixture
def both(tmp_path: Path) -> Callable[..., tuple[bytes, bytes, bytes]]:
    """The plan, the plan with some places changed, and the one with the changes."""
    def built(*changes: Callable[[str], str]) -> tuple[bytes, bytes, bytes]:
        text = PLAN
        for each in changes:
            text = each(text)
        old, new = made(tmp_path / "old", kh=PLAN), made(tmp_path / "new", kh=text)
        return old, new, redline(old, new, pens())
    return built


def it_marks_nothing_where_nothing_has_changed(samples: Files) -> None:
    for name, docx in samples.items():
        line = redline(docx, docx, pens())
        assert not [*body(line).iter(w("ins"), w("del"), w("pPrChange"))], name
        assert disproof(line, docx, docx) is None, name


@pytest.mark.parametrize("seeds", [
    pytest.param(range(start, start + 100), id=str(start), marks=pytest.mark.soak if start >= 300 else ())
    for start in range(0, 10_000, 100)
])
def it_stands_for_both_texts_whatever_was_changed(samples: Files, seeds: range) -> None:
    for seed in seeds:
        chance = random.Random(seed)
        name = chance.choice(sorted(samples, key=lambda name: len(samples[name]))[:-3] if seed % 20 else sorted(samples))
        old = samples[name]
        new = edited(old, chance, chance.choices(ANY, k=chance.randint(1, 6)))
        old, new = chance.sample([old, new], 2)
        assert disproof(redline(old, new, pens()), old, new) is None, (seed, name)


@pytest.mark.parametrize("edit", IN_TEXT, ids=lambda edit: edit.__name__)
def it_reads_as_both_texts_in_another_reader_too(samples: Files, edit: Edit, tmp_path: Path) -> None:
    def read(docx: bytes, changes: str) -> str:
        (tmp_path / "x.docx").write_bytes(docx)
        return pypandoc.convert_file(str(tmp_path / "x.docx"), "plain", extra_args=["--wrap=none", f"--track-changes={changes}"])

    for name in ("ban_chi_dao_cchc_nghe_an/2025/chuong_trinh_cong_tac", "nghe_an/2025/quyet_dinh_cchc"):
        old = samples[name]
        new = edited(old, random.Random(name), [edit] * 4)
        line = redline(old, new, pens())
        assert (read(line, "accept"), read(line, "reject")) == (read(new, "accept"), read(old, "accept"))


@pytest.mark.parametrize("edit", ANY, ids=lambda edit: edit.__name__)
def it_gives_word_nothing_to_repair_and_each_mark_an_id_of_its_own(samples: Files, edit: Edit, tmp_path: Path) -> None:
    old = samples["nghe_an/2025/ke_hoach_so_ket"]
    line = redline(old, edited(old, random.Random(4), [edit] * 3), pens())
    (tmp_path / "x.docx").write_bytes(line)
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "x.docx").errors] == []
    ids = [value(mark, "id") for data in read_parts(line, OF_DOCUMENTS).values() if data.startswith(b"<?xml")
           for mark in etree.fromstring(data).iter(w("ins"), w("del"), w("pPrChange"))]
    assert len(ids) == len(set(ids))


def it_marks_the_one_word_that_was_changed(both) -> None:
    _, _, line = both(change("95%", "97%"))
    assert marked(line) == [(ME, "del", "95%"), (ME, "ins", "97%")]


def it_marks_what_was_counted_anew_under_another_name(both) -> None:
    old, new, line = both(change("2. Mọi thủ tục", "2. Việc mới được giao.\n\n      3. Mọi thủ tục"), change("3. Người dân", "4. Người dân"))
    assert marked(line) == [
        (ME, "ins", "2. Việc mới được giao."),
        (RENUMBERED, "del", "2. "), (RENUMBERED, "ins", "3. "), (RENUMBERED, "del", "3. "), (RENUMBERED, "ins", "4. "),
    ]
    assert disproof(line, old, new) is None


def it_marks_the_number_of_an_article_under_that_name_too(tmp_path: Path) -> None:
    decision = ("loai_van_ban: quyet_dinh\nma: kh\nco_quan: ubnd_nghe_an\nngay_du_kien: 20/11/2025\ntrich_yeu: Ban hành Quy chế\n"
                "can_cu: [nq_76_2021]\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\ndieu:\n{}  - noi_dung: Sở Nội vụ thực hiện Quyết định này.\n")
    old, new = (made(tmp_path / name, kh=decision.format(words)) for name, words in
                (("old", ""), ("new", "  - noi_dung: Ban hành Quy chế mới.\n")))
    line = redline(old, new, pens())
    assert disproof(line, old, new) is None
    assert [(who, kind, text.replace("\N{NO-BREAK SPACE}", " ")) for who, kind, text in marked(line)] == [
        (ME, "ins", "Điều 1. Ban hành Quy chế mới."), (RENUMBERED, "del", "Điều 1. "), (RENUMBERED, "ins", "Điều 2. ")]


def it_marks_the_words_of_a_footnote_and_one_that_has_gone(both) -> None:
    old, new, line = both(change("Theo Quyết định", "Theo Công văn"))
    assert marked(line) == []
    assert disproof(line, old, new) is None
    note = etree.fromstring(read_parts(line, OF_DOCUMENTS)["word/footnotes.xml"])
    assert ["".join(each.itertext()) for each in note.iter(w("ins"))] == ["Công văn"]
    old, new, line = both(change("khai.[^nguon]", "khai."), change("      [^nguon]: Theo Quyết định của Bộ Nội vụ.\n", ""))
    assert disproof(line, old, new) is None
    assert [(who, kind) for who, kind, _ in marked(line)] == [(ME, "del")]


def it_marks_number_day_recipients_and_signer(both) -> None:
    old, new, line = both(change("ngay_du_kien: 20/11/2025", "so_van_ban: \"15\"\nngay_ban_hanh: 21/11/2025"),
                          change("Bộ Nội vụ, ", ""), change("nguyen_van_a", "tran_van_b"))
    assert disproof(line, old, new) is None
    words = {text.strip().replace("\N{NO-BREAK SPACE}", " ") for _, _, text in marked(line)}
    assert {"15", "- Bộ Nội vụ;", "Nguyễn Văn A", "Trần Văn B"} <= words


def it_marks_an_annex_that_has_come_or_gone_as_a_whole(tmp_path: Path) -> None:
    annex = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Biểu số liệu\nmo_dau: Nội dung của phụ lục này.\n"
    alone = made(tmp_path / "alone", kh=PLAN)
    having = made(tmp_path / "having", kh=PLAN.replace("de_muc:", "kem_theo: [pl]\nde_muc:").replace("Kế hoạch này", "Kế hoạch này theo [[pl]]"), pl=annex)
    for old, new, kind in ((alone, having, "ins"), (having, alone, "del")):
        line = redline(old, new, pens())
        assert disproof(line, old, new) is None
        assert "Nội dung của phụ lục này" in "".join(text for _, each, text in marked(line) if each == kind)


def it_never_takes_the_last_paragraph_of_a_cell_or_a_text(samples: Files) -> None:
    for name, old in samples.items():
        new = edited(old, random.Random(name), [take_out, put_in, take_row, take_note, embolden, reword] * 3)
        for each in (redline(old, new, pens()), redline(new, old, pens())):
            last = [cell.findall(w("p"))[-1] for row in body(each).iter(w("tr")) if row.find(f"{w('trPr')}/{w('ins')}") is None
                    and row.find(f"{w('trPr')}/{w('del')}") is None for cell in row.findall(w("tc"))]
            last.append(body(each).findall(w("p"))[-1])
            assert not [text_of(p) for p in last if p.find(f"{w('pPr')}/{w('rPr')}/{w('ins')}") is not None
                        or p.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None], name


def with_rows(*rows: str) -> bytes:
    """A file whose text is one table of a column, then a paragraph."""
    cells = "".join(f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{row}</w:t></w:r></w:p></w:tc></w:tr>'
                    for row in rows)
    return word_file(f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>{cells}</w:tbl><w:p/>')


def it_pairs_rows_by_their_words_and_not_by_their_letters() -> None:
    old = with_rows("Ban hành kế hoạch", "Công khai kết quả giải quyết", "Tập huấn cho công chức cấp xã")
    new = with_rows("Ban hành kế hoạch", "Tập huấn cho công chức cấp tỉnh", "Kế toán quý")
    line = redline(old, new, pens())
    assert disproof(line, old, new) is None
    assert marked(line) == [(ME, "del", "Công khai kết quả giải quyết"), (ME, "del", "xã"), (ME, "ins", "tỉnh"), (ME, "ins", "Kế toán quý")]


@pytest.mark.parametrize("strange", ["<w:sdt/>", "<w:customXml><w:p/></w:customXml>"])
def it_refuses_what_it_cannot_mark_and_drops_nothing_of_it(strange: str) -> None:
    docx = word_file(f"<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>{strange}<w:p/>")
    with pytest.raises(Unmarkable):
        redline(docx, docx, pens())


# The proof itself

TEXT, NOTES = "word/document.xml", "word/footnotes.xml"
SPOILT: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "a word that stays is gone": (TEXT, lambda xml: xml.replace("Người dân hài lòng", "Người dân", 1)),
    "another word comes": (TEXT, lambda xml: xml.replace(">97%<", ">98%<")),
    "another word goes": (TEXT, lambda xml: xml.replace(">95%<", ">94%<")),
    "a space may break": (TEXT, lambda xml: xml.replace("\N{NO-BREAK SPACE}", " ", 1)),
    "there is a paragraph more": (TEXT, lambda xml: xml.replace("</w:p><w:p>", "</w:p><w:p/><w:p>", 1)),
    "what comes is not marked": (TEXT, lambda xml: re.sub(r"<w:ins [^>]*>(<w:r>.*?)</w:ins>", r"\1", xml, count=1)),
    "a word of a footnote is gone": (NOTES, lambda xml: xml.replace("của Bộ Nội vụ", "")),
}


def spoilt(docx: bytes, name: str, spoil: Callable[[str], str]) -> bytes:
    """The file with one of its parts spoilt, for sure."""
    parts = read_parts(docx, OF_DOCUMENTS)
    xml = parts[name].decode()
    assert spoil(xml) != xml
    return zipped(parts | {name: spoil(xml).encode()})


@pytest.mark.parametrize("how", SPOILT)
def it_is_disproved_by_whatever_is_not_as_it_must_be(both, how: str) -> None:
    old, new, line = both(change("95%", "97%"))
    assert disproof(line, old, new) is None
    assert disproof(spoilt(line, *SPOILT[how]), old, new) is not None


def it_is_disproved_by_another_picture(samples: Files) -> None:
    old = samples["nghe_an/2025/de_an_trung_tam_hcc"]
    line = redline(old, old, pens())
    parts = read_parts(line, OF_DOCUMENTS)
    (picture,) = (name for name in parts if "/media/" in name)
    assert disproof(line, old, old) is None
    assert disproof(zipped(parts | {picture: parts[picture] + b"x"}), old, old) is not None
