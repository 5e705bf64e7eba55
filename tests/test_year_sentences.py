"""Sentences as other plans have them (tests/years/sentences.txt), each mention with its fate."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from vanban.dates import parse_date
from vanban.years.deciding import decide
from vanban.years.heading import is_yearly
from vanban.years.mention import Turn
from vanban.years.setting import Node

FATES = {"c": "chuyen", "g": "giu", "t": "tinh_lai", "h": "hoi", "x": "de_nghi_xoa"}
MARK = re.compile("⟦([^⟧]*)⟧([cgthx])")
_ALL = (Path(__file__).parent / "years" / "sentences.txt").read_text("utf-8")
TEXTS = [text.strip("\n").partition("\n") for text in _ALL.split("\n\n") if text.strip("\n").startswith("#2")]


@pytest.mark.parametrize(("head", "marked"), [(head, text) for head, _, text in TEXTS])
def it_knows_what_becomes_of_each_mention(head, marked):
    old, new, signed = head.removeprefix("#").split()
    text = MARK.sub(r"\1", marked)
    turn = Turn(int(old), int(new), parse_date(signed))
    turn = replace(turn, is_yearly=is_yearly([(text, Node())], turn))
    found = [(it.mention.words, it.fate) for it in decide(text, turn)]
    told = [(" ".join(words.replace("–", "-").split()), FATES[fate]) for words, fate in MARK.findall(marked)]
    assert told == found


def it_has_many_sentences():
    assert len(MARK.findall(_ALL)) > 60
