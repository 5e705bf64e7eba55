"""The README and the format page show what is really there."""

import re
import textwrap
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
# Pictures of the docs, by the page of the sample that they show, from 0.
PICTURES = {"quyet_dinh_trang_1.png": 0, "ke_hoach_trang_1.png": 2, "phu_luc_trang_1.png": 10}


def it_shows_lines_of_the_sample_as_they_stand():
    shown = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)[1]
    assert shown in (ROOT / "content/nghe_an/2025/quyet_dinh_cchc.yaml").read_text("utf-8")


def it_names_every_direct_dependency():
    direct = re.findall(r"^([A-Za-z][\w-]*)", (ROOT / "requirements.in").read_text("utf-8"), re.MULTILINE)
    missing = [name for name in direct if name.lower() not in README.lower()]
    assert direct
    assert not missing


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
def it_links_only_to_files_that_are_there(page):
    text = (ROOT / page).read_text("utf-8")
    links = re.findall(r'\]\(([^)#]+)\)|src="([^"]+)"', text)
    gone = [link for pair in links for link in pair if link and not ((ROOT / page).parent / link).exists()]
    assert not gone


def it_shows_a_type_as_its_file_has_it():
    recipe = (ROOT / "docs" / "them_loai_quy_tac.md").read_text("utf-8")
    shown = textwrap.dedent(re.search(r"```python\n(.*?)```", recipe, re.DOTALL)[0].split("\n", 1)[1].rstrip("` "))
    assert shown == (ROOT / "vanban" / "doctypes" / "bao_cao.py").read_text("utf-8")


def it_gives_owners_to_what_is_there():
    lines = (ROOT / "docs" / "CODEOWNERS.vi_du").read_text("utf-8").split("\n")
    paths = [line.split()[0] for line in lines if line.startswith("/") and "*" not in line]
    assert paths
    assert not [path for path in paths if not (ROOT / path[1:]).exists()]


@pytest.mark.parametrize("name", PICTURES)
def it_shows_a_page_as_in_the_golden_picture(sample_pdf, request, name):
    """The picture may differ by the smoothing of letters, not by a line of text."""
    pdf = pypdfium2.PdfDocument(sample_pdf)
    page = pdf[PICTURES[name]].render(scale=1.2).to_pil().convert("L")
    pdf.close()
    if request.config.getoption("--golden"):
        page.save(ROOT / "docs" / "images" / name, optimize=True)
    with Image.open(ROOT / "docs" / "images" / name) as shown:
        assert shown.size == page.size
        differing = sum(ImageChops.difference(shown, page).histogram()[128:])
    assert differing < 200, "The page looks different: run make golden and look at the picture"
