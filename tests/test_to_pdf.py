"""DOCX → PDF: what the real LibreOffice makes of a small document, and what a faulty one is not allowed to do."""

import os
import stat
import sys
import tempfile
import textwrap
import time
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pypdf
import pytest

from vanban.errors import MachineError
from vanban.writers._pdf_fonts import find_fonts
from vanban.writers.to_pdf import Converter, Job, PdfFacts, is_ready

MOMENT = datetime(2025, 7, 15)
LETTERS = "".join(
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
) + "đ"

needs_libreoffice = pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")
stand_in = pytest.mark.skipif(
    sys.platform == "win32" or (sys.platform == "linux" and not find_fonts(Path("soffice")).files),
    reason="the stand-ins for LibreOffice are scripts with a #! line, and on Linux need Liberation Serif 2 beside them",
)

Install = Callable[[str], Path]


@pytest.fixture
def make_docx(tmp_path: Path) -> Callable[..., Path]:
    """Writes a DOCX of `pages` pages in Times New Roman, upright, bold and italic."""

    def make(name: str = "kế hoạch.docx", pages: int = 1, text: str = LETTERS) -> Path:
        document = docx.Document()
        document.core_properties.title = "Kế hoạch cải cách hành chính"
        document.styles["Normal"].font.name = "Times New Roman"
        for number in range(pages):
            paragraph = document.add_paragraph(f"{text} {text.upper()} ")
            paragraph.add_run(text).bold = True
            paragraph.add_run(text).italic = True
            paragraph.paragraph_format.page_break_before = number > 0
        document.save(str(tmp_path / name))
        return tmp_path / name

    return make


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a Python script in the place of LibreOffice: it has `out` (a folder) and `inputs`; returns its folder."""

    def put(body: str) -> Path:
        home = tmp_path / "soffice"
        home.mkdir()
        script = home / "soffice"
        script.write_text(
            f"#!{sys.executable}\nimport os, sys, time, pathlib, subprocess\nhome = pathlib.Path({str(home)!r})\n"
            "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
            "inputs = [pathlib.Path(a) for a in sys.argv if a.endswith('.docx')]\n" + textwrap.dedent(body),
            "utf-8",
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("VANBAN_SOFFICE", str(script))
        return home

    return put


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whatever a test leaves in the system's folder for temporary files can be seen here."""
    folder = tmp_path / "tam"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def job(source: Path, name: str = "ra.pdf") -> Job:
    return Job(source, source.parent / "outputs" / name, MOMENT)


def blank_pdf(file: Path, pages: int) -> None:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.write(file)


@needs_libreoffice
def it_prints_every_vietnamese_letter_in_one_family(make_docx: Callable[..., Path]) -> None:
    task = job(make_docx(pages=3))
    with Converter() as converter:
        facts = converter.convert(task)
    assert facts == PdfFacts(3, ("LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"))
    reader = pypdf.PdfReader(task.pdf)
    assert set(LETTERS) <= set(reader.pages[2].extract_text())
    assert reader.metadata is not None
    assert reader.metadata.title == "Kế hoạch cải cách hành chính"
    assert reader.metadata.creation_date_raw == "D:20250715000000+07'00'"
    assert reader.pdf_header >= "%PDF-1.4"
    assert "/StructTreeRoot" in reader.root_object


@needs_libreoffice
def it_makes_the_same_bytes_twice(make_docx: Callable[..., Path]) -> None:
    # Each takes a second or more, and the clock of a PDF counts seconds: it would show.
    source = make_docx()
    for name in ("a.pdf", "b.pdf"):
        with Converter() as converter:
            converter.convert(job(source, name))
    first, second = ((source.parent / "outputs" / name).read_bytes() for name in ("a.pdf", "b.pdf"))
    assert first == second


@needs_libreoffice
def it_converts_the_good_files_beside_a_bad_one(
    make_docx: Callable[..., Path], own_temporary_folder: Path
) -> None:
    jobs = [job(make_docx(f"{n}.docx", pages=n), f"{n}.pdf") for n in (1, 2, 3)]
    jobs[1].docx.write_text("không phải DOCX", "utf-8")
    with Converter() as converter:
        first, second, third = converter.convert_many(jobs)
    assert isinstance(first, PdfFacts)
    assert isinstance(third, PdfFacts)
    assert (first.pages, third.pages) == (1, 3)
    assert isinstance(second, MachineError)
    assert "2.docx" in str(second)
    assert sorted(file.name for file in jobs[0].pdf.parent.iterdir()) == ["1.pdf", "3.pdf"]
    assert not list(own_temporary_folder.iterdir())


@needs_libreoffice
@pytest.mark.skipif(sys.platform != "linux", reason="only there the font is ours to choose")
def it_names_a_sign_that_the_font_lacks(make_docx: Callable[..., Path]) -> None:
    text = "Ô trống ☐; có đủ: 1\u00a0–\u00a02 → 3 ≥ 2, e\u2011mail, fi, xuống\u00addòng"
    with Converter() as converter, pytest.raises(MachineError, match="“☐” không có trong phông chữ"):
        converter.convert(task := job(make_docx(text=text)))
    assert not task.pdf.exists()


@stand_in
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "không tạo ra tệp nào"),
        ("[(out / i.with_suffix('.pdf').name).write_bytes(b'%PDF-1.7 half') for i in inputs]", "hỏng"),
        ("[(out / i.with_suffix('.pdf').name).write_bytes(b'') for i in inputs]", "hỏng"),
        ("os.kill(os.getpid(), 11)", "mã -11"),
        ("print('Error: source file could not be loaded')", "could not be loaded"),
    ],
)
def it_names_the_document_when_nothing_good_came_out(
    body: str, words: str, install: Install, make_docx: Callable[..., Path], own_temporary_folder: Path
) -> None:
    install(body)
    task = job(make_docx())
    with Converter() as converter, pytest.raises(MachineError) as caught:
        converter.convert(task)
    assert "kế hoạch.docx" in str(caught.value)
    assert words in str(caught.value)
    assert not task.pdf.parent.exists()
    assert not list(own_temporary_folder.iterdir())


@stand_in
def it_refuses_a_pdf_without_pages(install: Install, make_docx: Callable[..., Path]) -> None:
    home = install("(out / '0000.pdf').write_bytes((home / 'blank.pdf').read_bytes())")
    blank_pdf(home / "blank.pdf", pages=0)
    with Converter() as converter, pytest.raises(MachineError, match="không có trang nào"):
        converter.convert(job(make_docx()))


@stand_in
@pytest.mark.parametrize(
    ("font", "words"),
    [("AAAAAA+DejaVuSans", "phông DejaVuSans"), ("AAAAAA+LiberationSerif", "không nhúng phông LiberationSerif")],
)
def it_refuses_a_font_that_is_foreign_or_not_embedded(
    font: str, words: str, install: Install, make_docx: Callable[..., Path]
) -> None:
    home = install("(out / '0000.pdf').write_bytes((home / 'font.pdf').read_bytes())")
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    name = pypdf.generic.NameObject
    page[name("/Resources")] = pypdf.generic.DictionaryObject({name("/Font"): pypdf.generic.DictionaryObject({
        name("/F1"): pypdf.generic.DictionaryObject({name("/BaseFont"): name(f"/{font}")}),
    })})
    writer.write(home / "font.pdf")
    with Converter() as converter, pytest.raises(MachineError, match=words):
        converter.convert(job(make_docx()))


@stand_in
def it_kills_a_converter_that_hangs_and_all_it_started(
    install: Install, make_docx: Callable[..., Path], own_temporary_folder: Path
) -> None:
    home = install("""
        child = subprocess.Popen(["sleep", "60"])
        with (home / "pids").open("a") as file:
            print(os.getpid(), child.pid, file=file)
        time.sleep(60)
    """)
    began = time.monotonic()
    with Converter(limit=0.5) as converter, pytest.raises(MachineError, match="giây chưa xong"):
        converter.convert(job(make_docx()))
    assert time.monotonic() - began < 10
    pids = [int(word) for word in (home / "pids").read_text().split()]
    assert len(pids) == 4
    deadline = time.monotonic() + 5  # orphans are taken away by init, in its own time
    while any(map(is_running, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, pids))
    assert not list(own_temporary_folder.iterdir())


@stand_in
def it_gives_up_a_converter_that_hangs_over_everything(install: Install, make_docx: Callable[..., Path]) -> None:
    home = install("""
        with (home / "calls").open("a") as file:
            print(len(inputs), file=file)
        time.sleep(60)
    """)
    source = make_docx(pages=0)
    began = time.monotonic()
    with Converter(limit=0.5) as converter:
        results = converter.convert_many([job(source, f"{n}.pdf") for n in range(5)])
    assert time.monotonic() - began < 10
    assert (home / "calls").read_text().split() == ["5", "1"]
    assert all(isinstance(each, MachineError) for each in results)
    assert ["không thử nữa" in str(each) for each in results].count(True) == 4


@stand_in
@pytest.mark.parametrize("bad", [0, 2, 4])
def it_makes_the_others_where_it_hangs_over_one(bad: int, install: Install, make_docx: Callable[..., Path]) -> None:
    home = install("""
        bad = b"treo"
        for file in inputs:
            if file.read_bytes() == bad:
                time.sleep(60)
            (out / file.with_suffix('.pdf').name).write_bytes((home / 'blank.pdf').read_bytes())
    """)
    blank_pdf(home / "blank.pdf", pages=2)
    good = make_docx(pages=0)
    wrong = good.with_name("treo.docx")
    wrong.write_bytes(b"treo")
    jobs = [job(wrong if number == bad else good, f"{number}.pdf") for number in range(5)]
    with Converter(limit=1) as converter:
        results = converter.convert_many(jobs)
    assert [number for number, each in enumerate(results) if isinstance(each, MachineError)] == [bad]
    assert "giây chưa xong" in str(results[bad])


@stand_in
def it_gives_each_pdf_as_soon_as_it_is_made(install: Install, make_docx: Callable[..., Path]) -> None:
    home = install("""
        for file in inputs:
            (out / file.with_suffix('.pdf').name).write_bytes((home / 'blank.pdf').read_bytes())
            time.sleep(0.6)
    """)
    blank_pdf(home / "blank.pdf", pages=2)
    source = make_docx(pages=0)
    with Converter() as converter:
        moments = [time.monotonic() for _ in converter.convert_each([job(source, f"{n}.pdf") for n in range(4)])]
    assert moments[0] < moments[-1] - 0.9


@stand_in
def it_ends_the_converter_when_nobody_asks_for_more(
    install: Install, make_docx: Callable[..., Path], own_temporary_folder: Path
) -> None:
    home = install("""
        (home / "pid").write_text(str(os.getpid()))
        for file in inputs:
            (out / file.with_suffix('.pdf').name).write_bytes((home / 'blank.pdf').read_bytes())
            time.sleep(0.4)
        time.sleep(60)
    """)
    blank_pdf(home / "blank.pdf", pages=2)
    source = make_docx(pages=0)
    with Converter() as converter:
        next(iter(converter.convert_each([job(source, f"{n}.pdf") for n in range(3)])))
    assert not is_running(int((home / "pid").read_text()))
    assert not list(own_temporary_folder.iterdir())


def is_running(pid: int) -> bool:
    """True for a process that still does something; an ended one that nobody has asked after does not."""
    status = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        return status.exists() and status.read_text().rpartition(")")[2].split()[0] not in "ZX"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@stand_in
def it_gives_as_much_time_as_it_sees_files_being_finished(install: Install, make_docx: Callable[..., Path]) -> None:
    home = install("""
        for file in inputs:
            time.sleep(0.4)
            (out / file.with_suffix('.pdf').name).write_bytes((home / 'blank.pdf').read_bytes())
    """)
    blank_pdf(home / "blank.pdf", pages=2)
    source = make_docx(pages=0)
    with Converter(limit=1.2) as converter:
        results = converter.convert_many([job(source, f"{n}.pdf") for n in range(5)])
    assert results == [PdfFacts(2, ())] * 5


@stand_in
def it_tries_once_more_with_a_fresh_profile(install: Install, make_docx: Callable[..., Path]) -> None:
    home = install("""
        from urllib.parse import unquote, urlparse
        profile = pathlib.Path(unquote(urlparse(sys.argv[1].partition('=')[2]).path))
        if not (home / 'crashed').exists():
            (home / 'crashed').touch()
            profile.mkdir()
            os.abort()
        if not profile.exists():
            (out / '0000.pdf').write_bytes((home / 'blank.pdf').read_bytes())
    """)
    blank_pdf(home / "blank.pdf", pages=1)
    task = job(make_docx(pages=0))
    with Converter() as converter:
        assert converter.convert(task).pages == 1
    assert [file.name for file in task.pdf.parent.iterdir()] == ["ra.pdf"]


@stand_in
def it_keeps_the_old_file_when_the_new_one_fails(install: Install, make_docx: Callable[..., Path]) -> None:
    install("")
    task = job(make_docx())
    task.pdf.parent.mkdir()
    task.pdf.write_bytes(b"last year's")
    with Converter() as converter, pytest.raises(MachineError):
        converter.convert(task)
    assert task.pdf.read_bytes() == b"last year's"


@pytest.mark.parametrize("named", ["/khong/co/soffice", "khong-co-soffice"])
def it_does_not_look_elsewhere_when_told_where_libreoffice_is(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_SOFFICE", named)
    assert not is_ready()
    with pytest.raises(MachineError, match="Không tìm thấy LibreOffice"):
        Converter()
