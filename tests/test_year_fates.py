"""The fate of every year and date in the samples and the seeds, as written down by reading, is the program's."""

from collections import Counter

import pytest

from tests.support.seeds import SEEDS
from tests.support.years import ROOT, Read, differences, read_truth
from vanban.pipeline.year_mentions import Asked, mentions

READ = read_truth()


def by_name(read: Read) -> str:
    return read.name


@pytest.mark.parametrize("read", [each for each in READ if not each.is_seed], ids=by_name)
def it_finds_every_mention_of_a_sample(read):
    counted, words = differences(read)
    assert counted["missed"] + counted["extra"] + counted["moves"] + counted["stays"] == 0, "\n".join(words)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="không có thư mục ../shared/seeds")
@pytest.mark.parametrize("read", [each for each in READ if each.is_seed], ids=by_name)
def it_finds_every_mention_of_a_seed(read):
    counted, words = differences(read)
    assert counted["missed"] + counted["extra"] + counted["moves"] + counted["stays"] == 0, "\n".join(words)


def it_asks_little_that_nobody_needs_and_leaves_little_unasked():
    counted = Counter[str]()
    for each in READ:
        if not each.is_seed or SEEDS.is_dir():
            counted += differences(each)[0]
    assert counted["mentions"] > 800
    assert counted["needless"] <= 0.08 * counted["mentions"]
    assert counted["unasked"] <= 0.01 * counted["mentions"]


def it_reads_every_sample_that_mentions_a_year():
    named = {each.name for each in READ}
    for path in sorted((ROOT / "content").glob("*/*/*.yaml")):
        name = path.relative_to(ROOT).as_posix()
        assert name in named or not mentions(path, Asked(2025, 2026)).found
