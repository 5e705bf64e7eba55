"""200 generated documents, set by the real LibreOffice: the comparison of words tells of nothing that is there, and of
everything that is not.

Beside it stands an oracle that knows nothing of paragraphs: another reader of PDF counts the letters.
"""

import random
import unicodedata
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from lxml import etree

from tests.support.content import project
from tests.support.generated import documents
from tests.support.wordml import text_of, w
from tests.test_pdf_words import Compare, Pages, dropped, pieces_of
from vanban.pipeline.reporting import report
from vanban.wordml.printed_words import printed_words
from vanban.writers._pdf_text import pages_of
from vanban.writers.to_pdf import is_ready

IN_ALL, AT_A_TIME, REMOVED = 200, 8, 12

pytestmark = pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")


def letters(text: str) -> Counter[str]:
    return Counter(each for each in unicodedata.normalize("NFC", text).casefold() if each.isalnum())


def letters_of_docx(path: Path) -> Counter[str]:
    with ZipFile(path) as package:
        names = {"word/document.xml", "word/footnotes.xml"} & set(package.namelist())
        return letters("".join(text_of(paragraph) for name in names
                               for paragraph in etree.fromstring(package.read(name)).iter(w("p"))))


def letters_of_pdf(path: Path) -> Counter[str]:
    return letters("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))


def cut(pages: Pages, number: int, piece: int, chance: random.Random) -> Pages:
    """The pages without some letters of one piece."""
    words = pages[number][piece]
    start = chance.randrange(len(words))
    rest = words[:start] + words[start + chance.randint(1, 6):]
    return [[*page[:piece], rest, *page[piece + 1:]] if at == number else page for at, page in enumerate(pages)]


@pytest.mark.parametrize("seeds", [
    pytest.param(range(start, start + AT_A_TIME), id=str(start), marks=pytest.mark.soak if start else ())
    for start in range(0, IN_ALL, AT_A_TIME)
])
def it_finds_each_word_of_a_page_and_misses_each_that_is_gone(
    seeds: range, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {name: text for seed in seeds for name, text in documents(random.Random(seed), f"van_ban_{seed}").items()}
    done = report(project(tmp_path, **texts), [], ["docx", "pdf"], tmp_path / "out")
    told = [each for each in done.findings if each.code != "F165"]  # titles of random words break anywhere
    assert (told, done.failures, done.warnings) == ([], [], [])
    files = {path.stem: path for path in done.written if path.suffix == ".docx"}
    assert len(files) == AT_A_TIME
    compare = Compare(monkeypatch)
    for name, path in files.items():
        pdf = path.with_suffix(".pdf")
        assert letters_of_docx(path) - letters_of_pdf(pdf) == Counter(), name
        printed = printed_words(path.read_bytes())
        pages = pages_of(pdf.read_bytes(), printed.top, printed.bottom)
        chance = random.Random(name)
        places = list(pieces_of(printed, pages))
        for number, piece in chance.sample(places, min(REMOVED, len(places))):
            said = f"{name}, page {number + 1}: {pages[number][piece]}"
            assert any(sure for _, sure in compare(printed, dropped(pages, number, piece))), said
            assert compare(printed, cut(pages, number, piece, chance)), said
