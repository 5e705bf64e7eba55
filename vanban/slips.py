"""A mistyped name → the one that was meant, among all that are there.

What may be the right name of something else is no slip: another number, another short sign ("nd", "nq") beside a
number, a word that begins or ends otherwise ("thanh_hoa", "khanh_hoa").
"""

import difflib
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from vanban.text import fold_ascii

# How alike two names are at least, of 1; how many of the most alike are looked at.
_ALIKE, _BEST = 0.6, 5
# Of so many names each is compared; of more only so many, which share most of their letters with the word.
_FEW, _COMPARED = 100, 20
_WORD, _NUMBER = re.compile(r"[^\W\d_]+"), re.compile(r"[0-9]+")
# In how many places of a word letters may be wrong.
_PLACES = 2
# A sign of a type beside a number has no more letters.
_SHORT = 3


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The name in `known` that a mistyped `word` most likely means; None when none comes close."""
    return Names(known).nearest(word)


@dataclass(eq=False)
class Names:
    """Names that words are looked up in, one after the other: a word takes the same time however many there are."""

    known: Iterable[str]

    def nearest(self, word: str, is_free: Callable[[str], bool] = bool) -> str | None:
        """The name, of those that are free, which a mistyped `word` most likely means; None when none comes close."""
        typed = fold_ascii(word).lower()
        numbers = _NUMBER.findall(typed)
        possible = [name for name in self._candidates(typed)
                    if self._numbers[name] == numbers and is_free(self._folded[name])]
        close = difflib.get_close_matches(typed, possible, n=_BEST, cutoff=_ALIKE)
        return next((self._folded[name] for name in close if _is_slip(typed, name)), None)

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {fold_ascii(name).lower(): name for name in self.known}

    @cached_property
    def _numbers(self) -> dict[str, list[str]]:
        """The numbers that stand in each name: another number is another name."""
        return {name: _NUMBER.findall(name) for name in self._folded}

    @cached_property
    def _having(self) -> dict[str, list[str]]:
        """The names that have three letters behind one another, by these."""
        having = defaultdict(list)
        for name in self._folded:
            for letters in _threes(name):
                having[letters].append(name)
        return having

    def _candidates(self, typed: str) -> Iterable[str]:
        """The names that may be close to a word, in their order."""
        if len(self._folded) <= _FEW:
            return self._folded
        found = (self._having.get(letters, ()) for letters in _threes(typed))
        shared = Counter(name for names in found if len(names) <= _FEW for name in names)
        return heapq.nlargest(_COMPARED, shared, key=lambda name: shared[name] / (len(typed) + len(name)))


def _threes(name: str) -> set[str]:
    """What stands in a name, three letters at a time, its ends among them."""
    padded = f"  {name} "
    return {padded[at:at + 3] for at in range(len(padded) - 2)}


def _is_slip(typed: str, name: str) -> bool:
    """Whether the two, which have the same numbers in them, can be one name, mistyped."""
    has_number = _NUMBER.search(name) is not None
    ours, theirs = _WORD.findall(typed), _WORD.findall(name)
    if len(ours) == len(theirs):
        return all(one == other or _is_same_word(one, other) and not (has_number and len(other) <= _SHORT)
                   for one, other in zip(ours, theirs, strict=True))
    return ours == theirs[: len(ours)] or _is_same_word("".join(ours), "".join(theirs))


def _is_same_word(typed: str, meant: str) -> bool:
    """Whether letters only changed places, or in one place or two one or two letters are wrong, but not the first."""
    if sorted(typed) == sorted(meant):
        return True
    steps = difflib.SequenceMatcher(None, typed, meant, autojunk=False).get_opcodes()
    changes = [sorted((end - start, to - at)) for kind, start, end, at, to in steps if kind != "equal"]
    are_few = len(changes) <= _PLACES and all(1 <= most <= 2 and least <= 1 for least, most in changes)
    return are_few and typed[:1] == meant[:1]
