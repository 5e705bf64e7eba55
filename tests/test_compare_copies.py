"""A copy prints the words of another document: what is done to these is told in the copy, too, and counted apart."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from tests.support.content import DECISION, PLAN, ROOT, project
from tests.support.review_page import review_of
from tests.support.reviewing import compared
from tests.test_copies import ARTICLES, copy_of
from tests.test_review_history import committed, git
from vanban.compare.comparing import compare
from vanban.model.change import Comparison
from vanban.pipeline.checking import check
from vanban.pipeline.diffing import compared as compared_versions
from vanban.pipeline.issuing import issue
from vanban.pipeline.redlining import write_redlines
from vanban.pipeline.sides import reading_of
from vanban.reviews import as_read, review_forms
from vanban.reviews._sentences import counted, on_paper, sentence

SO_Y = copy_of("sao_tu: qd")
SAO_LUC = copy_of("sao_tu: ban_sao", "sao_luc").replace("ma: ban_sao", "ma: sao_luc").replace("so_van_ban: 5", "so_van_ban: 6")
ITEMS = {"the first item": ("Việc thứ nhất.", "Việc đầu tiên."), "the second item": ("Việc thứ hai[", "Việc sau cùng[")}


def sides(folder: Path, words: tuple[str, str], copies: dict[str, str], plan: str = PLAN) -> Comparison:
    """The original reworded, with what is attached to it and its copies."""
    return compared(folder, {"qd": ARTICLES, "kh": PLAN, **copies},
                    {"qd": ARTICLES.replace(*words), "kh": plan, **copies})


def reached(comparison: Comparison) -> dict[str, list[str]]:
    """By document the sentences of the changes of copies."""
    return {each.name.rpartition("/")[2]: found for each in comparison
            if (found := [sentence(change) for change in each.changes if change.subject == "copy"])}


def it_tells_a_reworded_khoan_in_the_document_and_in_its_copies(tmp_path: Path) -> None:
    comparison = as_read(sides(tmp_path, ITEMS["the first item"], {"ban_sao": SO_Y, "sao_luc": SAO_LUC}))
    said = "Bản sao in theo Quyết định ban hành Kế hoạch đã sửa: khoản 1 Điều 1"
    assert [*reached(comparison)] == ["ban_sao", "sao_luc"]
    assert reached(comparison)["ban_sao"] == [said]
    assert [(each.subject, each.deed) for each in comparison.changes if each.subject != "copy"] == [("text", "changed")]
    assert counted(review_of(comparison)) == "1 thay đổi trong 1 văn bản, kéo theo 2 bản sao"


def it_tells_in_a_copy_what_was_done_to_what_is_attached_to_the_original(tmp_path: Path) -> None:
    plan = PLAN.replace("Theo phân công.", "Theo kế hoạch riêng.")
    found = reached(sides(tmp_path, ("", ""), {"ban_sao": SO_Y}, plan))
    assert found == {"ban_sao": ["Bản sao in theo Quyết định ban hành Kế hoạch đã sửa: đoạn 1 Mục I"]}


@pytest.mark.parametrize(("words", "is_reached"), [("the first item", False), ("the second item", True)])
def it_tells_in_an_extract_only_what_it_prints(words: str, is_reached: bool, tmp_path: Path) -> None:
    trich = copy_of("sao_tu: qd\nphan_trich: [viec_hai]", "trich_sao")
    text = ARTICLES.replace("việc[^mot]:", "việc:").replace("      [^mot]: Chú thích đầu.\n", "")
    comparison = compared(tmp_path, {"qd": text, "kh": PLAN, "trich": trich},
                          {"qd": text.replace(*ITEMS[words]), "kh": PLAN, "trich": trich})
    assert bool(reached(comparison)) == is_reached


def it_tells_nothing_in_a_copy_of_what_did_not_change(tmp_path: Path) -> None:
    assert not sides(tmp_path, ("", ""), {"ban_sao": SO_Y, "sao_luc": SAO_LUC}).changes


def it_tells_of_which_document_it_is_a_copy_now(tmp_path: Path) -> None:
    other = DECISION.replace("ma: qd", "ma: qd_moi").replace('"2228"', '"2230"').replace("Ban hành Kế hoạch", "Ban hành Quy chế")
    files = {"qd": DECISION, "kh": PLAN, "khac": other.replace("kem_theo:\n  - kh\n", "").replace("[[kh]]", "Quy chế")}
    comparison = compared(tmp_path, {**files, "ban_sao": SO_Y}, {**files, "ban_sao": copy_of("sao_tu: qd_moi")})
    assert [sentence(each) for each in comparison.changes] == [
        "Nay sao từ Quyết định ban hành Quy chế; trước sao từ Quyết định ban hành Kế hoạch"]


def it_tells_nothing_in_a_copy_that_prints_what_was_kept(tmp_path: Path) -> None:
    readings = []
    draft = ARTICLES.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "ngay_du_kien: 15/7/2025\n")
    made, path = project(tmp_path, qd=draft, kh=PLAN), tmp_path / "content/nghe_an/2025/qd.yaml"
    issue(made, path, "2228", date(2025, 7, 15))
    path.with_name("ban_sao.yaml").write_text(SO_Y, "utf-8")
    for words in (("", ""), ITEMS["the first item"]):
        path.write_text(path.read_text("utf-8").replace(*words), "utf-8")
        readings.append(reading_of(check(made)))
    comparison = compare(readings[0], readings[1])
    assert [change.subject for change in comparison.changes] == ["text"]
    assert not reached(comparison)


def it_draws_a_redline_of_a_copy_as_of_its_original(tmp_path: Path) -> None:
    made = project(tmp_path / "kho", qd=ARTICLES, kh=PLAN, ban_sao=SO_Y)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    path = made.root / "content/nghe_an/2025/qd.yaml"
    path.write_text(path.read_text("utf-8").replace(*ITEMS["the first item"]), "utf-8")
    with compared_versions(made) as both:
        redlines = write_redlines(made, both, tmp_path / "out")
    assert [path.name for path in redlines.written] == ["ban_sao.thay_doi.docx", "qd.thay_doi.docx"]
    assert not redlines.failures


def it_speaks_of_copies_in_every_form(tmp_path: Path) -> None:
    review = review_of(as_read(sides(tmp_path, ITEMS["the first item"], {"ban_sao": SO_Y})))
    for name, form in review_forms().items():
        assert "Bản sao in theo Quyết định ban hành Kế hoạch đã sửa: khoản 1 Điều 1" in form.told(review, False), name
    told = json.loads(review_forms()["json"].told(review, False))
    jsonschema.validate(told, json.loads((ROOT / "docs/thay_doi.schema.json").read_text("utf-8")))
    assert any(on_paper(each).startswith("Bản sao in theo") for each in review.comparison.changes)
