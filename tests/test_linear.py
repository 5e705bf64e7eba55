"""Reading takes time in proportion to the size of a file, whatever the file is full of.

Each kind of heap is read at two sizes; a way that looks at everything before for each thing would take sixteen times
as long for four times as much.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.content import ROOT, project
from tests.support.timing import least_seconds, timed
from vanban.edits.tidy import tidied_by
from vanban.findings import Fix
from vanban.lint.engine import lint
from vanban.lint.subjects import DocumentSubject, SourceSubject
from vanban.model.places import Places
from vanban.pipeline.checking import check, findings_of
from vanban.readers.build_document import build_document
from vanban.readers.check_schema import check_schema
from vanban.readers.schemas import Schemas
from vanban.readers.source import read_source
from vanban.reporters import to_text

SCHEMAS = Schemas(ROOT / "schemas")
HEAD = "loai_van_ban: ke_hoach\nma: kh\ntrich_yeu: Cải cách\n"
BLOCK = f"{HEAD}de_muc:\n  - tieu_de: A\n    noi_dung: |\n"
Heap = Callable[[int], str]


def lines(form: str) -> Heap:
    """A block of lines, in each its number."""
    return lambda size: BLOCK + "".join(f"      {form.format(i)}\n" for i in range(size))


def signs(form: str) -> Heap:
    """One line full of a sign."""
    return lambda size: f"{BLOCK}      " + form * size + "\n"


HEAPS: dict[str, Heap] = {
    "paragraphs": lines("Đoạn số {}.\n"),
    "quotations": lines("“Điều 5. {}\n      1. x"),
    "quotations in one another": lambda size: f"{BLOCK}      1. Khoản\n" + "      “Điều 5. x\n" * size + "      ”\n" * size,
    "one long item": lambda size: f"{BLOCK}      1. Khoản\n" + "      dài thêm một dòng\n" * size,
    "ids": lines("1. Khoản {{#k_{}}}"),
    "ids given twice": lines("Đoạn[^a] {}."),
    "footnotes": lambda size: lines("Đoạn[^n{}].\n")(size) + "".join(f"      [^n{i}]: Lời.\n" for i in range(size)),
    "footnotes without a text": lines("Đoạn[^n{}].\n"),
    "faults of one line each": lines("Đoạn **{}.\n"),
    "signs in one line": lambda size: f"{HEAD}theo_de_nghi: |\n  " + "[[a]] **" * size + "\n",
    "one misspelt key in each heading": lambda size: f"{HEAD}de_muc:\n" + "  - tieu_dee: A\n" * size,
    "unknown keys": lambda size: HEAD + "".join(f"khoa_la_{i}: x\n" for i in range(size)),
    "keys given twice": lambda size: HEAD + "ma: x\n" * size,
    "keys cut off by commas": lambda size: f"{HEAD}du_thao: {{" + ", ".join(f"k{i}" for i in range(size)) + "}\n",
    "values that stand twice": lambda size: f"{HEAD}kem_theo:\n" + "  - a\n" * size,
    "tables that are not there": lines("@chen b_{}\n"),
    "invisible characters": lines("x\N{ZERO WIDTH SPACE} {}"),
    "stray letters": lines("ð {}"),
    "blanks at the ends of quoted lines": lambda size: f"{HEAD}noi_nhan:\n" + '  - "a  \n    b"  \n' * size,
    "misspelt columns": lambda size: f"{HEAD}bang_bieu:\n  - ma: b_a\n    cot: [{{ma: x_a, tieu_de: A}}]\n    hang:\n" + "      - {y_a: x}\n" * size,
    "anchors": lambda size: f"{HEAD}noi_nhan:\n" + "  - &a x\n" * size,
    "documents behind ---": lambda size: HEAD + "---\na: 1\n" * size,
    "open brackets": lambda size: f"{HEAD}mo_dau: " + "[ " * size + "\n",
    "open braces": lambda size: f"{HEAD}mo_dau: " + "{ a: " * size + "\n",
    "dashes": lambda size: f"{HEAD}mo_dau:\n  " + "- " * size + "\n",
    "question marks": lambda size: f"{HEAD}mo_dau:\n  " + "? " * size + "\n",
    "blanks in a line": lambda size: f"{BLOCK}      chữ" + " " * 10 * size + "chữ\n",
    "blanks in quotes": lambda size: f'{HEAD}phu_de: "chữ' + " " * 10 * size + 'chữ"\n',
    "closed brackets": lambda size: f"{HEAD}mo_dau: " + "[" * size + "]" * size + "\n",
}


# Every sign that opens or closes something, in one line, whether it does or not.
SIGNS = (
    "[[a ", "[[a]] ", "]] ", "[^a ", "[^a] ", "[ ", "{{ a ", "{{ a }} ", "}} ", "{#a ", "{#a} ", "{ ", "{% ", "{a.b ",
    "{XEM LẠI: a ", "{XEM LẠI: a} ", "[XEM LẠI: a ", "[XEM LẠI: a] ", "{xem lại ", "** ", "**a ", "a** ", "**a** ", "* ", "*a ",
    "*a* ", "***", "\\", "\\[[", "( ", "(a) ", "“ ", "@chen ", "# ",
)
HEAPS |= {f"“{sign}”": signs(sign) for sign in SIGNS}
for said in ("chữ ", " "):
    HEAPS |= {f"“{sign}”, then “{said}”": lambda size, sign=sign, said=said: f"{BLOCK}      {sign}" + said * size + "x\n"
              for sign in SIGNS}


def read(text: str) -> tuple[int, list[Fix]]:
    """How many faults a file has, every place worked out, and what would be tidied in it."""
    places = Places()
    source, findings = read_source("content/a/2025/kh.yaml", text.encode())
    findings += lint(SourceSubject(source.file, source.text))
    fixes: list[Fix] = []
    if isinstance(source.data, dict):
        data, faults = check_schema(source, "ke_hoach", SCHEMAS)
        van_ban, more = build_document(source, data, places)
        findings += faults + more + lint(DocumentSubject(van_ban, places))
        fixes = tidied_by(source, van_ban, places)
    return len(findings), fixes


def seconds(text: str, work: Callable[[str], object] = read) -> float:
    return least_seconds(lambda: work(text))


@pytest.mark.parametrize("heap", HEAPS.values(), ids=list(HEAPS))
def it_reads_four_times_as_much_in_some_four_times_the_time(heap: Heap) -> None:
    small, large = seconds(heap(400)), seconds(heap(1600))
    assert large < 6.5 * small + 0.01


@pytest.mark.soak
@pytest.mark.parametrize("heap", HEAPS.values(), ids=list(HEAPS))
def it_reads_a_heap_of_ten_thousand_in_three_seconds(heap: Heap) -> None:
    assert seconds(heap(10_000)) < 3


@pytest.mark.soak
@pytest.mark.parametrize(("heap", "size"), [
    ("paragraphs", 20_000), ("ids", 10_000), ("footnotes", 10_000), ("one misspelt key in each heading", 10_000),
    ("unknown keys", 10_000), ("open brackets", 200_000), ("open braces", 200_000), ("dashes", 200_000),
    ("question marks", 200_000), ("closed brackets", 200_000),
])
def it_checks_the_largest_heaps_whole_in_three_seconds_each(heap: str, size: int, tmp_path: Path) -> None:
    made = project(tmp_path, kh=HEAPS[heap](size))
    checked, taken = timed(lambda: check(made))
    print(f"{heap}: {size} in {taken:.2f} s")
    assert taken < 3
    assert checked.findings


@pytest.mark.soak
@pytest.mark.parametrize("heap", ["stray letters", "unknown keys", "ids given twice"])
def it_tells_of_two_hundred_thousand_faults_before_anybody_gives_up(heap: str, tmp_path: Path) -> None:
    """In a file of as many lines, which takes as long to read where it has none."""
    made = project(tmp_path, kh=HEAPS[heap](200_000))
    told, taken = timed(lambda: to_text.told(findings_of(made, []).findings))
    print(f"{heap}: {taken:.1f} s")
    assert taken < 30
    assert len(told.splitlines()) < 1000


@pytest.mark.parametrize("opened", ["[ ", "[", "{ a: ", "- ", "? ", "[\n ", "{ ? "])
def it_tells_that_a_file_is_nested_beyond_reason_before_it_is_read_whole(opened: str) -> None:
    source, (fault, *_) = read_source("kh.yaml", f"ma: kh\nmo_dau:\n  {opened * 20_000}\n".encode())
    assert fault.code == "S101"
    assert "quá sâu" in fault.message
    assert fault.line >= 3
    assert source.data is None
