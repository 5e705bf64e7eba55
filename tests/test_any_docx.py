"""`build.py text` of any DOCX, held to an oracle of its own: every word that stands in the file is shown or counted; a file
that cannot be read is told in our words, and git goes on.
"""

import random
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

import build
from tests.support.all_words import counted, not_shown
from tests.support.examples import examples
from tests.support.sample import ROOT, Sample, build_all
from tests.support.word_files import p, part, word_file, zipped
from vanban.commands import CLEAN, FINDINGS
from vanban.pipeline.project import Project
from vanban.pipeline.showing import text
from vanban.wordml.package import OF_FOREIGN, read_parts
from vanban.wordml.reading.stories import read
from vanban.writers.to_text import to_text

SHARED = ROOT.parent / "shared"
# Words that no officer should meet: what libraries say.
_ENGLISH = ("Error", "error", "File is not", "Traceback", "zip", "XML:", "line ", "pandoc", "None")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sample]:
    return build_all(Project(ROOT), tmp_path_factory.mktemp("samples"))


def it_shows_or_counts_every_word_of_each_sample(samples: dict[str, Sample]) -> None:
    for name, sample in samples.items():
        shown, fault = text(sample.docx)
        assert not fault, name
        assert not not_shown(sample.docx, shown), name
        assert not counted(shown), name


@pytest.mark.parametrize("frame", sorted((ROOT / "templates").glob("*.docx")), ids=lambda path: path.stem)
def it_shows_every_word_of_each_frame(frame: Path) -> None:
    shown, _ = text(frame)
    assert not not_shown(frame, shown)
    assert not counted(shown)


def it_shows_every_word_of_the_files_of_others() -> None:
    files = sorted(SHARED.rglob("*.docx"))
    if not files:
        pytest.skip("../shared has no DOCX here")
    for file in files:
        shown, fault = text(file)
        assert not fault, file
        assert not not_shown(file, shown), file
        assert not counted(shown), file


def it_reads_what_python_docx_writes(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Chương trình", 1)
    document.add_paragraph("mục một", "List Number")
    document.add_paragraph("mục hai", "List Number")
    document.add_paragraph("chấm", "List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "ô một", "ô hai"
    document.sections[0].header.paragraphs[0].text = "ĐẦU TRANG"
    document.sections[0].first_page_footer.paragraphs[0].text = "chân trang đầu"
    document.save(str(tmp_path / "a.docx"))
    shown, _ = text(tmp_path / "a.docx")
    assert shown == ("# Chương trình\n1. mục một\n2. mục hai\n• chấm\n| ô một | ô hai |\n[đầu trang] ĐẦU TRANG\n"
                     "[chân trang, trang đầu] chân trang đầu\n")


def it_is_stable_and_changes_in_one_line_for_one_word(sample: Sample) -> None:
    parts = read_parts(sample.docx.read_bytes())
    changed = parts | {"word/document.xml": parts["word/document.xml"].replace("Rà soát".encode(), "Soát xét".encode(), 1)}
    one, other = (to_text(read(zipped(each))).splitlines() for each in (parts, changed))
    assert one == to_text(read(sample.docx.read_bytes())).splitlines()
    assert len(one) == len(other)
    assert len([a for a, b in zip(one, other, strict=True) if a != b]) == 1


# Files that call themselves .docx → what is said of them.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
WHOLE = word_file(p("một"))
DISGUISED = {
    "empty": (b"", "Tệp rỗng"), "zeros": (bytes(4096), "Tệp rỗng"),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "Word đời cũ (.doc)"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
    "rtf": (b"{\\rtf1\\ansi a}", "RTF"), "pdf": (b"%PDF-1.7\n", "PDF"), "html": (b"\xef\xbb\xbf\n<html><body>a</body></html>", "HTML"),
    "flat xml": (b"<?xml version='1.0'?><pkg:package/>", "XML"), "lfs": (b"version https://git-lfs.github.com/spec/v1\n", "git-lfs"),
    "picture": (b"\x89PNG\r\n", "ảnh"), "text": ("Kính gửi".encode(), "không phải là tệp Word"),
    "odt": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}), "OpenDocument"),
    "xlsx": (zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "Excel"),
    "pptx": (zipped({"ppt/presentation.xml": b"<a/>"}), "PowerPoint"), "pages": (zipped({"Index/Document.iwa": b"a"}), "Pages"),
    "other zip": (zipped({"a.txt": b"a"}), "không phải là tệp Word"), "empty zip": (zipped({}), "không phải là tệp Word"),
    "truncated": (WHOLE[:len(WHOLE) // 2], "bị cụt"), "half a directory": (WHOLE[:-30], "bị cụt"),
    "no document": (zipped({"word/styles.xml": b"<a/>"}), "không có phần văn bản"),
    "no body": (zipped({"word/document.xml": part("w:document", "")}), "không có phần văn bản"),
    "broken document": (zipped({"word/document.xml": b"<w:document"}), "word/document.xml"),
    "entities": (zipped({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "DOCTYPE"),
    "leads out": (zipped({"../a.xml": b"a", "word/document.xml": b"<a/>"}), "trỏ ra ngoài"),
    "bomb": (zipped({"word/document.xml": bytes(OF_FOREIGN.xml + 1)}), "nhiều nhất"),
    "many bombs": (zipped({f"word/{n}.xml": bytes(OF_FOREIGN.xml - 1) for n in range(2)}), "nhiều nhất"),
}


@pytest.mark.parametrize("name", DISGUISED)
def it_says_in_our_words_why_a_file_cannot_be_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    data, said = DISGUISED[name]
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    file = tmp_path / "tep.docx"
    file.write_bytes(data)
    assert build.main(["text", str(file)]) == FINDINGS
    told = capsys.readouterr()
    assert not told.out
    assert said in told.err
    assert not [word for word in _ENGLISH if word in told.err.replace(str(file), "")]
    assert build.main(["text", "--git", str(file)]) == CLEAN
    assert capsys.readouterr().out.startswith("[không đọc được] ")


@pytest.mark.parametrize("suffix", [".docx", ".DOCX", ".docm", ".dotx", ".dotm"])
def it_reads_word_files_with_macros_and_templates(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes(word_file(p("một"), parts={"word/vbaProject.bin": b"\0"}))
    assert text(file) == ("một\n", "")


def it_reads_on_where_parts_are_missing_or_broken_and_tells(tmp_path: Path) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
    whole = read_parts(word_file(p("một") + section, {"header": p("đầu"), "footer": p("chân"), "styles": "", "numbering": ""}))
    for name in ("word/header.xml", "word/styles.xml", "word/numbering.xml"):
        lost = {each: data for each, data in whole.items() if each != name}
        broken = whole | {name: b"<a>&khong;</a>"}
        for each, told in ((lost, f"thiếu phần {name}"), (broken, f"phần {name} bị hỏng")):
            (tmp_path / "a.docx").write_bytes(zipped(each))
            shown, fault = text(tmp_path / "a.docx")
            assert not fault
            assert shown.startswith("một\n")
            assert shown.splitlines()[-1].startswith(f"[không hiện] {told}")


def it_reads_a_package_without_relations_and_with_wrong_types(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({
        "[Content_Types].xml": b"<sai", "word/document.xml": part("w:document", f"<w:body>{p('một')}</w:body>"),
        "word/header1.xml": part("w:hdr", p("không ai dẫn tới"))}))
    assert text(tmp_path / "a.docx")[0] == "một\n[không hiện] 4 chữ trong word/header1.xml.\n"


def it_reads_what_is_nested_as_deep_as_xml_goes(tmp_path: Path) -> None:
    def nested(opens: str, closes: str, times: int) -> str:
        return opens * times + p("đáy") + closes * times

    row = nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80)
    boxes = nested("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", 80)
    for inside in (row, boxes, nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120), nested("<w:ins>", "</w:ins>", 240)):
        (tmp_path / "a.docx").write_bytes(word_file(inside))
        shown, fault = text(tmp_path / "a.docx")
        assert "đáy" in shown
        assert not fault
    (tmp_path / "a.docx").write_bytes(word_file(nested("<w:ins>", "</w:ins>", 5000)))
    assert "word/document.xml" in text(tmp_path / "a.docx")[1]


def it_ends_for_every_mutated_package_with_words_or_a_sentence(sample: Sample, tmp_path: Path) -> None:
    """Bytes changed in the zip, and in the XML of a part: never another exception, never a loss without a word."""
    chance, file = random.Random(2026), tmp_path / "a.docx"
    whole = sample.docx.read_bytes()
    for _ in range(examples(60)):
        file.write_bytes(_with_other_bytes(whole, chance) if chance.random() < 0.5 else _with_another_part(whole, chance))
        shown, fault = text(file)
        assert not [word for word in _ENGLISH if word in fault], fault
        assert fault or not not_shown(file, shown)


def _with_other_bytes(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _with_another_part(whole: bytes, chance: random.Random) -> bytes:
    parts = read_parts(whole)
    name = chance.choice(sorted(parts))
    inside = bytearray(parts[name])
    at, length = chance.randrange(len(inside)), chance.randint(1, 40)
    inside[at:at + length] = chance.choice((b"", b"<w:p>", b"</w:r>", b"<w:p/>", b"\xff", b"&amp;", bytes(inside[:length])))
    return zipped(parts | {name: bytes(inside)})


def it_reads_the_longest_sample_in_half_a_second(samples: dict[str, Sample]) -> None:
    data = samples["ha_tinh/2022/quyet_dinh_de_an"].docx.read_bytes()
    code = ("import sys, time; from vanban.wordml.reading.stories import read; from vanban.writers.to_text import to_text;"
            "data = sys.stdin.buffer.read(); start = time.process_time(); to_text(read(data)); print(time.process_time() - start)")
    taken = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, cwd=ROOT, check=True).stdout
    assert float(taken) < 0.5


def it_shows_a_change_in_git_and_goes_on_past_a_file_that_nobody_can_read(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True, encoding="utf-8").stdout

    drawn = '<w:p><w:r><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></w:r></w:p>'.format
    git("init", "-q")
    git("config", "diff.docx.textconv", f'"{sys.executable}" "{ROOT / "build.py"}" text --git')
    (tmp_path / ".gitattributes").write_text("*.docx binary diff=docx\n", "utf-8")
    (tmp_path / "a.docx").write_bytes(word_file(p("giữ nguyên") + drawn(p("trong khung cũ"))))
    (tmp_path / "b.docx").write_bytes(b"")
    git("add", ".")
    (tmp_path / "a.docx").write_bytes(word_file(p("giữ nguyên") + drawn(p("trong khung mới"))))
    (tmp_path / "b.docx").write_bytes(OLE)
    changed = git("diff").splitlines()
    assert "-[khung] trong khung cũ" in changed
    assert "+[khung] trong khung mới" in changed
    assert any(line.startswith("+[không đọc được] ") for line in changed)


def it_never_inflates_what_it_does_not_read() -> None:
    """A picture of any size costs nothing, and a broken one hinders nobody."""
    data = word_file(p("một"), parts={"word/media/a.png": b"\0" * 1000})
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry))
    broken = out.getvalue().replace(b"\0" * 1000, b"\1" * 1000)
    assert to_text(read(broken)) == "một\n"
