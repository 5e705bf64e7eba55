"""A typed “Điều 2.”, “Chương II” inside a text whose điều and chương the machine counts, and a provision that is quoted
without quotation marks, are told: neither is printed beside the counted ones without a word."""

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.support.content import DECISION, PLAN, checked
from vanban.findings import Place
from vanban.model.places import Places
from vanban.model.running_text import Paragraph, Text
from vanban.readers.body_text import parse_text
from vanban.writers.to_yaml.running_text import text_lines

RULES = """\
loai_van_ban: quy_che
ma: kh
trich_yeu: Làm việc
de_muc:
  - tieu_de: Quy định chung
    de_muc:
      - tieu_de: Phạm vi
        noi_dung: |
          Theo phân công.
"""


def told(folder: Path, text: str, document: str = DECISION) -> list[tuple[str, int]]:
    """Codes of what is found in the grammar of a text, and the line of its block (from 1) that each stands at."""
    above, block = document.split("noi_dung: |\n")
    first, below = block.split("\n", 1)
    indent = first[: len(first) - len(first.lstrip())]
    lines = [f"{indent}{line}".rstrip() for line in f"{text}\n\n{first.strip()}".split("\n")]
    written = "\n".join([f"{above}noi_dung: |", *lines, below])
    parts = {"qd": written, "kh": PLAN} if document is DECISION else {"qd": DECISION, "kh": written}
    file = "qd.yaml" if document is DECISION else "kh.yaml"
    return [(each.code, each.line - above.count("\n") - 1) for each in checked(folder, **parts).findings
            if each.file.endswith(file) and each.code[:2] == "S3"]


@pytest.mark.parametrize(("text", "line"), [
    ("Một.\n\nĐiều 2. Hai.", 3), ("Một.\nĐiều 2. Hai.", 2), ("Điều 2: Hai.", 1), ("Điều 2 Trách nhiệm thi hành", 1),
    ("Điều 2\nHai.", 1), ("1. Một.\nĐiều 2. Hai.", 2), ("1. Một.\n  Điều 2. Hai.", 2), ("Một.\n\nCHƯƠNG II\n\nHAI", 3),
    ("Một.\n\nMục 1\n\nHai", 3), ("Mục 2 QUY ĐỊNH CHUNG", 1), ("Chương II. Hai", 1), ("Phần thứ hai\nBA", 1), ("Tiểu mục 3", 1),
    ("Điều 2a. Hai.", 1), ("Điều\N{NO-BREAK SPACE}2. Hai.", 1), ("Điều  2. Hai.", 1), ("Điều 2/ Hai.", 1), ("Điều thứ hai. Hai.", 1),
    (normalize("NFD", "Điều 2. Hai."), 1), ("ĐIỀU 2. HAI", 1), ("Điều 2.Hai.", 1), ("1. Một:\n**Điều 2.** Hai.", 2),
])
def it_tells_of_a_typed_heading_of_a_decision(text: str, line: int, tmp_path: Path) -> None:
    assert told(tmp_path, text) == [("S304", line)]


@pytest.mark.parametrize("text", ["Chương II", "Mục 1", "Điều 2. Hai.", "Phần I\nMỘT"])
def it_tells_of_a_typed_heading_of_attached_rules(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text, RULES) == [("S304", 1)]


@pytest.mark.parametrize("text", [
    "Điều 2 Quy chế này áp dụng từ hôm nay.", "Điều 2, Điều 3 của Quy chế bị bãi bỏ.", "Điều 5 của Luật quy định rõ.",
    "Theo quy định tại khoản 3\nĐiều 5. Việc khác làm sau.", "\\Điều 2. Hai.", "Chương trình 2 gồm ba phần.", "Mục 1: Mua sắm máy tính.",
    "“Điều 2. Hai.”", "- Điều 2. Hai.", "Phần 2: Trắc nghiệm.", "Mục tiêu năm 2025.", "Thực hiện các điều khoản của\nĐiều 5.",
    "Một:\n\n“Điều 2. Hai\n\nMục 1\n\nBa.”",
])
def it_says_nothing_of_sentences_that_name_a_provision(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize("text", ["Chương I. Quy định chung gồm 3 điều.\nChương II. Tổ chức.", "Điều 1. Khen thưởng ông A.", "Mục 1. Hai."])
def it_says_nothing_where_the_machine_counts_no_such_headings(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text, PLAN) == []


# Provisions of another text

@pytest.mark.parametrize(("text", "code", "line"), [
    ("1. Sửa Điều 5:\nĐiều 7. Y\n1. Việc một.\n2. Việc ba.", "S304", 2), ("1. Sửa:\n”Điều 7. Y\n1. Một.\n2. Hai.”", "S314", 2),
    ("1. Sửa:\n„Điều 7. Y\n1. Một.\n2. Hai.“", "S314", 2), ("1. Sửa:\n‘Điều 7. Y\n1. Một.’", "S314", 2), ("1. Sửa:\n''2. Một.''", "S314", 2),
    ("1. Sửa:\n<<Điều 7. Y\n1. Một.>>", "S314", 2), ("1. Sửa:\n«Điều 7. Y\n1. Một.", "S314", 2), ("1. Sửa:\n“Điều 7. Y\nMột.", "S314", 2),
    ("1. Sửa đổi khoản 3 như sau:\n3. Việc ba.", "S314", 2), ("a) Bổ sung điểm c như sau:\nc) Việc ba;", "S314", 2),
])
@pytest.mark.parametrize("document", [DECISION, PLAN], ids=["quyet_dinh", "ke_hoach"])
def it_tells_of_a_provision_that_nothing_quotes(text: str, code: str, line: int, document: str, tmp_path: Path) -> None:
    assert (code, line) in told(tmp_path, text, document)


def it_reads_angled_marks_as_quotation_marks(tmp_path: Path) -> None:
    text = "1. Sửa Điều 5:\n«Điều 7. Y\n1. Việc một.\n3. Việc ba.»\n1. Bãi bỏ Điều 8."
    assert told(tmp_path, text) == []
    read, _ = parse_text(text, lambda line, column, length: Place("x", line + 1), Places())
    quoted = [each for each in read.walk() if isinstance(each, Paragraph) and each.quoted]
    assert len(quoted) == 3
    assert text_lines(read)[1:4] == ("«Điều 7. Y", "1. Việc một.", "3. Việc ba.»")


@pytest.mark.parametrize("line", ["Điều 2. Hai.", "Chương II", "”Điều 2. Hai.", "PHẦN II. MỘT"])
def it_writes_such_a_line_so_that_it_is_read_as_words(line: str) -> None:
    text, findings = parse_text(f"\\{line}", lambda line, column, length: Place("x"), Places())
    assert findings == []
    assert text_lines(text) == (f"\\{line}",)
    assert isinstance(text, Text)


def it_says_how_many_lines_more_there_are(tmp_path: Path) -> None:
    text = "Một.\nĐiều 2. Hai.\nĐiều 3. Ba.\nĐiều 4. Bốn.\n"
    decision = DECISION.replace("Ban hành kèm theo Quyết định này [[kh]].\n", text.replace("\n", "\n      "))
    (found,) = [each for each in checked(tmp_path, qd=decision, kh=PLAN).findings if each.code == "S304"]
    assert found.message.startswith("“Điều 2.” ở đầu dòng này và 2 dòng nữa phía dưới là số thứ tự gõ tay")
