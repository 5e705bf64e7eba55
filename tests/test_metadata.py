"""The record for the register of outgoing documents: urgency and secrecy as one number, the higher counts."""

import json
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.pipeline.reporting import report

# NĐ 30/2020/NĐ-CP, Phụ lục VI names the field; the scale is ours: 1–3 urgency, 4–6 secrecy.
URGENCY = {"khan": 1, "thuong_khan": 2, "hoa_toc": 3}
SECRECY = {"mat": 4, "toi_mat": 5, "tuyet_mat": 6}


def record(folder: Path, keys: str = "") -> dict[str, object]:
    """What `report` writes beside the DOCX of an issued decision with these keys more."""
    assert not report(project(folder, qd=DECISION + keys, kh=PLAN), [], ["docx"], folder / "out").failures
    (path,) = (folder / "out").rglob("qd.json")
    told: dict[str, object] = json.loads(path.read_bytes())
    return told


@pytest.mark.parametrize(("keys", "number"), [
    *((f"do_khan: {word}\n", number) for word, number in URGENCY.items()),
    *((f"do_mat: {word}\n", number) for word, number in SECRECY.items()),
    ("", 0), ("do_khan: hoa_toc\ndo_mat: mat\n", 4), ("do_khan: khan\ndo_mat: tuyet_mat\n", 6),
])
def it_gives_urgency_and_secrecy_one_number(keys: str, number: int, tmp_path: Path) -> None:
    assert record(tmp_path, keys)["Priority"] == number


def it_knows_every_degree_that_an_officer_may_choose() -> None:
    schema = json.loads((Path(__file__).parents[1] / "schemas" / "chung.schema.json").read_text("utf-8"))["$defs"]
    assert set(schema["do_khan"]["enum"]) == set(URGENCY)
    assert set(schema["do_mat"]["enum"]) == set(SECRECY)


def it_parts_the_number_from_the_symbol(tmp_path: Path) -> None:
    written = record(tmp_path)
    assert (written["CodeNumber"], written["CodeNotation"]) == ("2228", "QĐ-UBND")


@pytest.mark.parametrize(("keys", "copies"), [("", None), ("so_ban_phat_hanh: 150\n", 150)])
def it_counts_the_copies_that_were_stated(keys: str, copies: int | None, tmp_path: Path) -> None:
    assert record(tmp_path, keys)["IssuedAmount"] == copies


def it_sends_to_all_recipients_but_not_to_the_archive(tmp_path: Path) -> None:
    assert record(tmp_path)["To"] == [{"OrganName": "Bộ Nội vụ"}]


def it_writes_dates_with_two_digits(tmp_path: Path) -> None:
    assert record(tmp_path)["IssuedDate"] == "15/07/2025"


def it_sends_to_bodies_and_not_to_words_of_the_page(tmp_path: Path) -> None:
    listed = "noi_nhan:\n  - Như Điều 3\n  - Bộ Nội vụ (để b/c)\n  - Sở Nội vụ (Phòng CCHC)\n  - Bộ Nội vụ\n  - Như trên\n  - Như mục 2\n  - Như thành phần mời họp\n"
    text = DECISION.replace("noi_nhan:\n  - Bộ Nội vụ\n", listed) + "bo_qua: {F104: thử}\n"
    assert report(project(tmp_path, qd=text, kh=PLAN), [], ["docx"], tmp_path / "out").failures == []
    (path,) = (tmp_path / "out").rglob("qd.json")
    names = [each["OrganName"] for each in json.loads(path.read_bytes())["To"]]
    assert names == ["Bộ Nội vụ", "Sở Nội vụ (Phòng CCHC)"]
