"""The fate of every year and date in the samples and the seeds, as written down by reading, is the program's."""

from collections import Counter

import pytest

from tests.support.seeds import SEEDS
from tests.support.years import ROOT, Read, difference, differences, read_truth
from vanban.pipeline.year_mentions import Asked, mentions

READ = read_truth()
NAMED = {each.name for each in READ}
SAMPLES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content").glob("*/2*/*.yaml"))
# What may never happen; questions are counted below.
NEVER = ("missed", "extra", "untold", "gone", "moves", "stays", "other")


def by_name(read: Read) -> str:
    return read.name


@pytest.mark.parametrize("read", [each for each in READ if not each.is_seed], ids=by_name)
def it_says_of_a_sample_what_its_reader_said(read):
    counted, words = differences(read)
    assert not any(counted[kind] for kind in NEVER), "\n".join(words)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="không có thư mục ../shared/seeds")
@pytest.mark.parametrize("read", [each for each in READ if each.is_seed], ids=by_name)
def it_says_of_a_seed_what_its_reader_said(read):
    counted, words = differences(read)
    assert not any(counted[kind] for kind in NEVER), "\n".join(words)


def it_asks_little_that_nobody_needs_and_leaves_little_unasked():
    counted = Counter[str]()
    for each in READ:
        if not each.is_seed or SEEDS.is_dir():
            counted += differences(each)[0]
    assert counted["mentions"] > 600
    assert counted["needless"] <= 0.08 * counted["mentions"]
    assert counted["unasked"] <= 0.01 * counted["mentions"]


@pytest.mark.parametrize("name", [name for name in SAMPLES if name not in NAMED])
def it_knows_a_sample_that_mentions_no_year(name):
    if mentions(ROOT / name, Asked(2025, 2026)).found:
        pytest.skip(f"chưa ai đọc {name}: thêm vào tests/years/fates.tsv")


@pytest.mark.parametrize("path", sorted((ROOT / "content" / "dung_chung").glob("*.yaml")), ids=lambda path: path.stem)
def it_moves_nothing_in_a_register(path):
    """A register is no text of a year: what it says of acts and bodies stays."""
    assert {each.decided.fate for each in mentions(path, Asked(2025, 2026)).found} <= {"giu"}


def it_knows_each_kind_of_difference():
    kinds = [difference(told, fate) for told, fate in (
        ("giu", "giu"), ("giu", "chuyen"), ("chuyen", "giu"), ("giu", "hoi"), ("hoi", "giu"), ("tinh_lai", "giu"))]
    assert kinds == ["", "moves", "stays", "needless", "unasked", "other"]
