"""Lists of references, "khoản 1, khoản 2 Điều này": what is left out of one is what the next one says.

Random lists are printed, and their words are read back as a person reads them: by the marks, each part taking what it
lacks from the part directly behind it. Nothing of the program that composes or addresses has a part in that.
"""

import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.content import DECISION, project
from vanban.model.inline import Reference, shown_text
from vanban.model.rebuild import found
from vanban.model.running_text import Item, Paragraph
from vanban.pipeline.checking import check

NOUNS = ("điểm", "khoản", "Điều", "Chương")
PARTS = {"c1": "Chương I", "c2": "Chương II"} | {
    f"d{dieu}{ma}": f"{words}Điều {dieu}" for dieu in (1, 2, 3) for ma, words in {
        "": "", "k1": "khoản 1 ", "k1a": "điểm a khoản 1 ", "k1b": "điểm b khoản 1 ", "k2": "khoản 2 ",
        "k2a": "điểm a khoản 2 ", "k3": "khoản 3 "}.items()}
WORDS = {"qd": "qd", "qc": "qc", "q1": "Điều 1 qd", "q2": "Điều 2 qd", "q2k1": "khoản 1 Điều 2 qd",
         "q2k2": "khoản 2 Điều 2 qd"} | {ma: f"{words} qc" for ma, words in PARTS.items()}
DIEU = """\
      - tieu_de: Điều thứ {0}
        ma: d{0}
        noi_dung: |
          1. Một: {{#d{0}k1}}
          a) A; {{#d{0}k1a}}
          a) B. {{#d{0}k1b}}
          1. Hai: {{#d{0}k2}}
          a) A. {{#d{0}k2a}}
{1}
          1. Ba. {{#d{0}k3}}
"""
# The texts by the words that name them in each of the two, what is left out is of its own.
TEXTS = {"qc": {"Quy chế này": "qc", "Quyết định ban hành Quy chế": "qd"},
         "qd": {"Quy chế ban hành kèm theo Quyết định này": "qc", "Quyết định này": "qd"}}


def documents(in_regulation: Sequence[str], in_decision: Sequence[str]) -> dict[str, str]:
    """A decision and its regulation with sentences in Điều 2 of each."""
    lines = "".join(f"\n          {each}\n" for each in in_regulation)
    regulation = (
        "loai_van_ban: quy_che\nma: qc\ntrich_yeu: Phối hợp\nde_muc:\n  - tieu_de: Một\n    ma: c1\n    de_muc:\n"
        f"{DIEU.format(1, '')}{DIEU.format(2, lines)}  - tieu_de: Hai\n    ma: c2\n    de_muc:\n{DIEU.format(3, '')}")
    lines = "".join(f"\n      {each}\n" for each in in_decision)
    dieu = f"  - noi_dung: |\n      Hai:\n      1. Một. {{#q2k1}}\n{lines}      1. Hai. {{#q2k2}}\n    ma: q2\n"
    decision = DECISION.replace("trich_yeu: Ban hành Kế hoạch", "trich_yeu: Ban hành Quy chế").replace("- kh\n", "- qc\n")
    return {"qd": decision.replace("[[kh]].\n", f"[[qc]].\n    ma: q1\n{dieu}"), "qc": regulation}


def printed(folder: Path, **sentences: Sequence[str]) -> list[tuple[str, str, list[str]]]:
    """The sentences as they are printed: the document each is in, its words, the ids that it was typed with."""
    (bo,) = check(project(folder, **documents(sentences.get("qc", ()), sentences.get("qd", ())))).sets
    lines = [(van_ban.ma, line.inlines) for van_ban in bo for line in found(van_ban, Item, Paragraph)]
    return [(ma, shown_text(line), [each.ma for each in line if isinstance(each, Reference)]) for ma, line in lines
            if shown_text(line).startswith("Theo ")]


def written(rng: random.Random, known: Sequence[str], own: str) -> str:
    """A sentence with a list of references, mostly to near parts."""
    near = [ma for ma in known if re.match(r"d[12]|q", ma)]
    names = rng.choices(near if rng.random() < 0.6 else known, k=rng.randint(2, 5))
    joints = [rng.choice([", ", ", ", " và "]) for _ in names[1:]] + [rng.choice([".", f" thì {own} được áp dụng."])]
    return "Theo " + "".join(f"[[{ma}]]{joint}" for ma, joint in zip(names, joints, strict=True))


def read(sentence: str, own: str) -> list[str]:
    """The parts that a sentence in Điều 2 of a text names, "khoản 1 Điều 2 qc"; with "?" where a reader is led astray."""
    listed = re.sub(r" thì .*|\.\Z", "", sentence.removeprefix("Theo "))
    for words, ma in TEXTS[own].items():
        listed = listed.replace(words, f"<{ma}>")
    pieces = re.split("(, | và )", listed)
    out: list[str] = []
    behind, joint = f"<{own}>", ""
    for said, joint_before in zip(pieces[::-2], [*pieces[-2::-2], ""], strict=True):
        part = said.replace("Chương này", f"Chương I <{own}>").replace("Điều này", f"Điều 2 <{own}>")
        behind = part if ">" in part else f"{part} {lacking(part, behind, joint)}"
        joint = joint_before
        out.append(re.sub("[<>]", "", behind))
    return out[::-1]


def lacking(part: str, behind: str, joint: str) -> str:
    """What a part that names no text takes from the one behind it: what that says beyond a part of the same kind."""
    last = re.findall("|".join(NOUNS), part)[-1]
    others = re.findall("|".join(NOUNS), behind)
    if joint == ", " and others and NOUNS.index(others[0]) > NOUNS.index(last):
        return "?"  # "Điều 2, Chương I" reads as Điều 2 of that
    if last in others:
        return behind.partition(f"{last} ")[2].partition(" ")[2]
    return "?" if last in ("điểm", "khoản") else behind[behind.index("<") :]


def it_names_the_parts_that_were_meant_in_lists_of_any_kind(tmp_path: Path) -> None:
    rng = random.Random(10)
    lists = {own: [written(rng, list(known), text) for _ in range(400)] for own, known, text in (
        ("qc", [*PARTS, "q1", "q2k1"], "Quy chế này"),
        ("qd", ["q1", "q2k1", "q2k2", "q2k1", "q1", *PARTS], "Quyết định này"))}
    for ma, sentence, ids in printed(tmp_path, **lists):
        assert read(sentence, ma) == [WORDS[each] for each in ids], sentence


@pytest.mark.parametrize(("typed", "words"), [
    ("[[d1k2]], [[d3k1]], [[d1k1]].", "khoản 2 Điều 1, khoản 1 Điều 3, khoản 1 Điều 1 Quy chế này."),
    ("[[d1k1]], [[d1k2]] và [[d1k3]].", "khoản 1, khoản 2 và khoản 3 Điều 1 Quy chế này."),
    ("[[d1k1a]], [[d1k1b]] và [[d1k2]].", "điểm a khoản 1, điểm b khoản 1 và khoản 2 Điều 1 Quy chế này."),
    ("[[d2k1]], [[d3]].", "khoản 1 Điều này, Điều 3 Quy chế này."),
    ("[[d1k1]] Điều 1 Quy chế này.", "khoản 1 Điều 1 Quy chế này."),
    ("[[d3]], [[c1]].", "Điều 3 Quy chế này, Chương I Quy chế này."),
    ("[[d3]] và [[c1]].", "Điều 3 và Chương I Quy chế này."),
    ("[[d1]], xã báo cáo theo Quy chế này.", "Điều 1, xã báo cáo theo Quy chế này."),
    ("[[d1]], Điều 5 Luật Đất đai và Quy chế này.", "Điều 1 Quy chế này, Điều 5 Luật Đất đai và Quy chế này."),
    ("[[d1]] và Luật Đất đai, trừ Quy chế này.", "Điều 1 Quy chế này và Luật Đất đai, trừ Quy chế này."),
    ("[[d1k1]], [[d1k2]] thì theo Quy chế này.", "khoản 1, khoản 2 Điều 1 thì theo Quy chế này."),
])
def it_leaves_out_what_the_next_part_says(typed: str, words: str, tmp_path: Path) -> None:
    ((_, sentence, _),) = printed(tmp_path, qc=[f"Theo {typed}"])
    assert sentence == f"Theo {words}"


# Words typed beside a reference that it prints too


@pytest.mark.parametrize(("typed", "twice"), [
    ("Điều [[d3]] và sau đó", "Điều"), ("khoản [[d2k1]]", "khoản"), ("điểm [[d1k1a]]", "điểm"), ("Chương [[c1]]", "Chương"),
    ("các Điều [[d1]], [[d3]]", "Điều"), ("khoản 1 [[d1k1]]", "khoản 1"), ("Điều 1 [[d1k2]]", "Điều 1"), ("Quy chế [[qc]]", "Quy chế"),
    ("Nghị quyết số [[nq_76_2021]]", "Nghị quyết số"), ("Nghị quyết [[nq_76_2021]]", "Nghị quyết"),
    ("Sở [[so_noi_vu_nghe_an]]", "Sở"), ("sở [[so_noi_vu_nghe_an]]", "sở"), ("**Sở** [[so_noi_vu_nghe_an]]", "Sở"),
    ("Ủy ban nhân dân [[ubnd_nghe_an]]", "Ủy ban nhân dân"), ("[[ubnd_nghe_an]] tỉnh Nghệ An thì", "tỉnh Nghệ An"),
    ("[[d3k2]] Điều này", "Điều này"), ("[[nq_76_2021]] số 76/NQ-CP", "số 76/NQ-CP"), ("[[qc]] này", "này"),
])
def it_tells_of_words_that_a_reference_prints_too(typed: str, twice: str, tmp_path: Path) -> None:
    told = check(project(tmp_path, **documents([f"Theo {typed}."], []))).findings
    assert [each.code for each in told] == ["R140"]
    assert told[0].hint.startswith(f"Bỏ “{twice}”,")


@pytest.mark.parametrize("typed", [
    "[[d3]], [[d1k1]]", "điểm a khoản 1 [[d1]]", "khoản 1 Điều 5 [[nq_76_2021]]", "[[d2k1]] Điều này", "phần đầu [[d1]]",
    "[[d1k1]] Điều 1 Quy chế này", "[[d1]] và Điều 3 Quy chế này", "Mục II [[nq_76_2021]]", "[[d3]] điểm nào cũng đúng",
    "[[so_noi_vu_nghe_an]] ngày 12 hằng tháng", "tại [[c1]] mục tiêu", "các sở, [[so_noi_vu_nghe_an]]", "Điều, [[d3]]",
])
def it_hears_nothing_twice_in_honest_words(typed: str, tmp_path: Path) -> None:
    assert check(project(tmp_path, **documents([f"Theo {typed}."], []))).findings == ()


# Ids in plain words


@pytest.mark.parametrize(("typed", "sign"), [
    ("nq_76_2021", "[[nq_76_2021]]"), ("so_noi_vu_nghe_an", "[[so_noi_vu_nghe_an]]"), ("NQ_76_2021", "[[nq_76_2021]]"),
    ("(nq_76_2021)", "[[nq_76_2021]]"), ("**nq_76_2021**", "[[nq_76_2021]]"),
])
def it_tells_of_an_id_that_would_be_printed(typed: str, sign: str, tmp_path: Path) -> None:
    (told,) = check(project(tmp_path, **documents([f"Theo {typed}."], []))).findings
    assert (told.code, told.level) == ("C170", "warning")
    assert f"Viết {sign}" in told.hint


@pytest.mark.parametrize("typed", [
    "tệp nq_76_2021.pdf", "https://vi.du/nq_76_2021", "ma_khong_co", "nq_76_2021/2", "[[nq_76_2021]]", "d1", "a@nq_76_2021.vn",
])
def it_leaves_file_names_addresses_and_unknown_words_alone(typed: str, tmp_path: Path) -> None:
    told = check(project(tmp_path, **documents([f"Theo {typed} nhé."], []))).findings
    assert "C170" not in [each.code for each in told]
