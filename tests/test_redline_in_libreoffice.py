"""The redlines of a history of real edits, opened in LibreOffice: it shows what was put in and what was taken out."""

import subprocess
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from tests.support.wordml import w
from tests.test_review_history import EDITS, history  # noqa: F401
from vanban.pipeline.diffing import compared
from vanban.pipeline.project import Project
from vanban.pipeline.redlining import write_redlines
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.writers.to_pdf import find_converter, is_ready

pytestmark = pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")


@pytest.fixture(scope="module")
def redlines(history: Project, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, str]]:  # noqa: F811
    """By what a commit did: its redline, and the letters that LibreOffice prints of it."""
    folder = tmp_path_factory.mktemp("redlines")
    made: dict[str, Path] = {}
    for at, words in enumerate(EDITS):
        after = len(EDITS) - 1 - at
        with compared(history, f"HEAD~{after + 1}", f"HEAD~{after}") as both:
            (path,) = write_redlines(history, both, folder / str(at)).written
        made[words] = path.rename(folder / f"{at}.docx")
    subprocess.run([str(find_converter()), f"-env:UserInstallation={(folder / 'ho_so').as_uri()}", "--headless", "--convert-to", "pdf",
                    "--outdir", str(folder), *map(str, made.values())], check=True, capture_output=True)
    return {words: (path, _letters(path.with_suffix(".pdf"))) for words, path in made.items()}


def _letters(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return _bare("".join(page.get_textpage().get_text_range() for page in document))


def _bare(words: str) -> str:
    """Without blanks and hyphens, which lines may end in."""
    return "".join(letter for letter in words if not letter.isspace() and letter not in "-\u00ad\ufffe\x02").upper()


def _tracked(docx: Path, mark: str, text: str) -> list[str]:
    """The words of each change of a kind, in the text and in the notes."""
    parts = read_parts(docx.read_bytes(), OF_DOCUMENTS)
    read = [etree.fromstring(parts[name]) for name in ("word/document.xml", "word/footnotes.xml") if name in parts]
    words = ["".join(each.text or "" for each in change.iter(w(text))) for part in read for change in part.iter(w(mark))]
    return [each for each in words if each.strip()]


@pytest.mark.parametrize("words", EDITS)
def it_shows_every_word_put_in_or_taken_out(words: str, redlines: dict[str, tuple[Path, str]]) -> None:
    docx, shown = redlines[words]
    changes = [*_tracked(docx, "ins", "t"), *_tracked(docx, "del", "delText")]
    assert changes
    assert [each for each in changes if _bare(each) not in shown] == []
