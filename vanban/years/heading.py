"""The head of a text → what it says of itself: the year it is for, the day of its signing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from vanban.years.deciding import decide
from vanban.years.folding import fold
from vanban.years.mention import Decided, Turn
from vanban.years.setting import Node
from vanban.years.spotting import spot

# Titles stand in the first lines.
_HEAD = 80


def is_yearly(texts: Iterable[tuple[str, Node]], turn: Turn) -> bool:
    """Whether a title among these texts names the old or the new year; in a text without structure, what its first line
    says is a title too."""
    return any(it.role == "own_title" or not node.key and it.role == "own_year" and it.mention.end <= len(first)
               for text, node in texts for first in [text.lstrip().partition("\n")[0]]
               for it in decide(head(text), turn, node))


def of_title(texts: Iterable[tuple[str, Node]], turn: Turn) -> Turn:
    """`turn` with what the titles among these texts say: whether it is a text of one year, or one that goes on."""
    texts = list(texts)
    goes_on = any(it.role == "period" and it.mention.last and it.mention.last.year >= turn.new
                  and (node.key == "trich_yeu" or not node.key and it.mention.end <= len(first))
                  for text, node in texts for first in [text.lstrip().partition("\n")[0]]
                  for it in decide(head(text), turn, node))
    yearly = is_yearly(texts, turn)
    return replace(turn, is_yearly=yearly, goes_on=goes_on and not yearly)


def signing_day(texts: Iterable[tuple[str, Node]], turn: Turn) -> date | None:
    """The day of signing that stands there in full; None for none."""
    days = (it.mention for it in _decided(texts, turn) if it.role == "own_signing")
    return next((it.last for it in days if it.last and it.first == it.last), None)


def years_of(text: str) -> Iterator[int]:
    """The years that the head of a text names, in order."""
    return (year for mention, _, _ in spot(fold(head(text))) for year in mention.years)


def head(text: str) -> str:
    """The first lines that have words."""
    return "\n".join(islice((line for line in text.split("\n") if line.strip()), _HEAD))


def _decided(texts: Iterable[tuple[str, Node]], turn: Turn) -> Iterator[Decided]:
    return (it for text, node in texts for it in decide(head(text), turn, node))
