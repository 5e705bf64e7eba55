"""What a person does to a Word file is seen by its words and pictures, wherever they stand; opening and saving it is not."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sample import ROOT, Sample, build_all
from tests.support.word_files import p, part, word_file, zipped
from vanban.pipeline.project import Project
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.words_fingerprint import words_fingerprint
from vanban.writers.to_pdf import find_converter, is_ready

needs_libreoffice = pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")

R = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format
PICTURE = '<w:r><w:drawing><wp:docPr id="1" name="Hình"/><pic:pic><a:blip r:embed="{}"/></pic:pic></w:drawing></w:r>'.format
BOX = "<w:r><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></w:r>".format
PAGE = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r><w:r><w:fldChar '
        'w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>').format
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BODY = [
    p("Thân văn bản"), p("có đánh số", NUMBERED), p(R("Chú thích") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    p(R("Nhận xét") + '<w:r><w:commentReference w:id="0"/></w:r>'), p(BOX(p("trong khung"))),
    f"<w:tbl><w:tr><w:tc>{p('ô một')}</w:tc><w:tc>{p('ô hai')}</w:tc></w:tr></w:tbl>",
    p(PICTURE("image") + R(" ảnh ") + PICTURE("image2")), p(f"<w:ins>{R('thêm vào')}</w:ins>"),
    p("<w:del><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>"), p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"),
    p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), p(PAGE("REF so", "05")), SECTION,
]
OTHERS = {
    "footnotes": f'<w:footnote w:id="2">{p("lời chú")}</w:footnote>',
    "comments": f'<w:comment w:id="0" w:author="Nguyễn A">{p("xem lại")}</w:comment>',
    "header": p(R("đầu trang ") + PAGE("PAGE", "2")), "footer": p("chân trang"),
    "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                 '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
}
PICTURES = {"image:word/media/a.png": b"1", "image2:word/media/b.png": b"2"}


def written() -> bytes:
    return word_file("".join(BODY), OTHERS, parts=PICTURES)


def changed(before: str, after: str) -> bytes:
    """The file with one place of its XML changed, the first."""
    parts = read_parts(written())
    found = [name for name, data in parts.items() if before.encode() in data]
    assert found, before
    return zipped(parts | {found[0]: parts[found[0]].replace(before.encode(), after.encode(), 1)})


DELETED = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>".format
# What a person does → what it changes in the file.
EDITS = {
    "a word of the body": ("Thân văn bản", "Thân bài"),
    "a blank in a word": ("Thân văn", "Thân v ăn"),
    "a blank less": ("Thân văn", "Thânvăn"),
    "a capital": ("Thân văn", "thân văn"),
    "a paragraph more": (BODY[0], BODY[0] + p("Thêm.")),
    "a paragraph less": (BODY[0], ""),
    "another order": (BODY[0] + BODY[1], BODY[1] + BODY[0]),
    "numbering that begins elsewhere": ('<w:start w:val="1"/>', '<w:start w:val="4"/>'),
    "a list that is none any more": (NUMBERED, ""),
    "a note": ("lời chú", "lời chú khác"),
    "a note less": ('<w:r><w:footnoteReference w:id="2"/></w:r>', ""),
    "a comment": ("xem lại", "đã xem"),
    "a comment by another": ("Nguyễn A", "Trần B"),
    "a comment less": (OTHERS["comments"], ""),
    "a comment more": (OTHERS["comments"], OTHERS["comments"] + f'<w:comment w:id="1" w:author="A">{p("nêu")}</w:comment>'),
    "a header": ("đầu trang", "ĐẦU TRANG"),
    "a footer": ("chân trang", "cuối trang"),
    "a page number that was typed": (PAGE("PAGE", "2"), R("2")),
    "a page number less": (PAGE("PAGE", "2"), ""),
    "a text box": ("trong khung", "ngoài khung"),
    "a text box less": (BOX(p("trong khung")), ""),
    "a cell": ("ô hai", "ô ba"),
    "words that were struck out": (R("Chú thích"), DELETED("Chú thích")),
    "words that were put in": (R("Chú thích"), f"<w:ins>{R('Chú thích')}</w:ins>"),
    "words that were moved": (R("Chú thích"), f"<w:moveTo>{R('Chú thích')}</w:moveTo>"),
    "a change that was taken": (f"<w:ins>{R('thêm vào')}</w:ins>", R("thêm vào")),
    "a change that was not taken": (f"<w:ins>{R('thêm vào')}</w:ins>", ""),
    "a deletion that was taken": (DELETED("bỏ đi"), ""),
    "a deletion that was not taken": (DELETED("bỏ đi"), R("bỏ đi")),
    "a row that was struck out": ("<w:tr><w:tc>", "<w:tr><w:trPr><w:del/></w:trPr><w:tc>"),
    "the end of a paragraph that was struck out": (NUMBERED, NUMBERED + "<w:rPr><w:del/></w:rPr>"),
    "a picture": ('r:embed="image2"', 'r:embed="image"'),
    "a picture less": (PICTURE("image2"), ""),
    "a picture that was struck out": (PICTURE("image2"), f"<w:del>{PICTURE('image2')}</w:del>"),
    "pictures that changed places": (PICTURE("image") + R(" ảnh ") + PICTURE("image2"),
                                     PICTURE("image2") + R(" ảnh ") + PICTURE("image")),
    "a formula": ("x+1", "x+2"),
    "a box that was ticked": ("F0FE", "F0FD"),
    "words that a field shows": (">05<", ">06<"),
    "words that were hidden": (R("Chú thích"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Chú thích</w:t></w:r>"),
    "an object": (R("Chú thích"), R("Chú thích") + '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
    "a shape with words": (R("Chú thích"), R("Chú thích") + "<w:r><w:drawing><a:p><a:r><a:t>Mật</a:t></a:r></a:p></w:drawing></w:r>"),
}
# What only looks otherwise, or what a program writes when it saves.
LOOKS = {
    "bold letters": (R("Chú thích"), '<w:r><w:rPr><w:b/></w:rPr><w:t>Chú thích</w:t></w:r>'),
    "words cut into runs": (R("Chú thích"), R("Chú ") + '<w:proofErr w:type="spellStart"/>' + R("thích")),
    "a blank more": ("Thân văn", "Thân  văn"),
    "a paragraph without words": (BODY[0], BODY[0] + "<w:p/>"),
    "a paragraph cut in two between words": (p("Thân văn bản"), p("Thân văn ") + p("bản")),
    "another page number": (PAGE("PAGE", "2"), PAGE("PAGE  \\* MERGEFORMAT", "17")),
    "a page number not yet worked out": (PAGE("PAGE", "2"), '<w:fldSimple w:instr="PAGE"/>'),
    "the number of a change": ("<w:ins>", '<w:ins w:id="7" w:author="A" w:date="2025-07-15T00:00:00Z">'),
    "a box that older programs read too": (
        BOX(p("trong khung")),
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{p("trong khung")}</w:txbxContent></wps:txbx></w:drawing>'
        f'</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p("trong khung")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>',
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def it_sees_what_a_person_has_changed(edit: str) -> None:
    assert words_fingerprint(changed(*EDITS[edit])) != words_fingerprint(written())


@pytest.mark.parametrize("look", LOOKS)
def it_takes_other_looks_for_no_change(look: str) -> None:
    assert words_fingerprint(changed(*LOOKS[look])) == words_fingerprint(written())


def it_sees_another_picture_under_the_same_name() -> None:
    assert words_fingerprint(zipped(read_parts(written()) | {"word/media/b.png": b"3"})) != words_fingerprint(written())


def it_takes_a_header_that_is_written_once_more_for_no_change() -> None:
    again = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header2"/></w:sectPr></w:pPr></w:p>'
    docx = word_file(again + "".join(BODY), OTHERS | {"header2": p(R("đầu trang ") + PAGE("PAGE", "9"))}, parts=PICTURES)
    assert words_fingerprint(docx) == words_fingerprint(written())


# Opened and saved by LibreOffice, really


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Sample]:
    return [*build_all(Project(ROOT), tmp_path_factory.mktemp("samples")).values()]


def saved_again(folder: Path, files: list[Path]) -> Iterator[tuple[Path, bytes]]:
    """Each file with what LibreOffice makes of it."""
    soffice = find_converter()
    assert soffice
    subprocess.run([soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
                    "--infilter=MS Word 2007 XML", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder / "out", *files],
                   check=True, capture_output=True, timeout=300)
    for file in files:
        yield file, (folder / "out" / file.name).read_bytes()


@pytest.mark.soak
@needs_libreoffice
def it_takes_every_sample_that_libreoffice_has_saved_for_unchanged(samples: list[Sample], tmp_path: Path) -> None:
    files = [sample.docx for sample in samples]
    assert len(files) > 20
    assert [file.name for file, saved in saved_again(tmp_path, files) if not is_same(file, saved)] == []


def is_same(file: Path, saved: bytes) -> bool:
    return words_fingerprint(saved) == words_fingerprint(file.read_bytes())


def reviewed(docx: bytes) -> bytes:
    """A document of ours as it comes back from somebody: with a comment, a tracked change, a text box."""
    parts = read_parts(docx, OF_DOCUMENTS)
    body = parts["word/document.xml"].decode()
    names = " ".join(re.findall(r'xmlns:\w+="[^"]*"', part("x", "").decode()))
    inside = (
        f'<w:p {names}><w:commentRangeStart w:id="0"/>{R("Xin ý kiến")}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
        f'<w:ins w:id="1" w:author="A" w:date="2025-07-15T00:00:00Z">{R(" thêm vào")}</w:ins>'
        '<w:del w:id="2" w:author="A" w:date="2025-07-15T00:00:00Z"><w:r><w:delText xml:space="preserve"> bỏ đi</w:delText></w:r></w:del>'
        '<w:r><w:pict><v:shape style="position:absolute;width:100pt;height:50pt"><v:textbox><w:txbxContent>'
        f'{p("trong khung")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>')
    at = body.index("<w:sectPr", body.rindex("</w:p>"))
    types, relations = parts["[Content_Types].xml"].decode(), parts["word/_rels/document.xml.rels"].decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    return zipped(parts | {
        "word/document.xml": (body[:at] + inside + body[at:]).encode(),
        "word/comments.xml": part("w:comments", f'<w:comment w:id="0" w:author="Nguyễn A" w:initials="A">{p("nêu rõ")}</w:comment>'),
        "[Content_Types].xml": types.replace("</Types>", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>').encode(),
        "word/_rels/document.xml.rels": relations.replace(
            "</Relationships>", f'<Relationship Id="nx" Type="{related}" Target="comments.xml"/></Relationships>').encode(),
    })


@needs_libreoffice
def it_takes_files_that_libreoffice_has_saved_for_unchanged(sample: Sample, tmp_path: Path) -> None:
    """One as it was written, one that came back from a reader."""
    own, read = tmp_path / "nhu_viet.docx", tmp_path / "xem_lai.docx"
    own.write_bytes(sample.docx.read_bytes())
    read.write_bytes(reviewed(sample.docx.read_bytes()))
    assert not is_same(read, sample.docx.read_bytes())
    assert [file.name for file, saved in saved_again(tmp_path, [own, read]) if not is_same(file, saved)] == []
