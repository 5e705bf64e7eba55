"""A mistyped name → the one that was meant, among all that are there.

What may be the right name of something else is no slip: another number, another short sign ("nd", "nq") beside a
number, a word that begins or ends otherwise ("thanh_hoa", "khanh_hoa"), another syllable of the language ("lao_cai" is
not "lai_chau", "nguyen_van_hung" not "nguyen_van_hang"), a short name that goes on in more than one way.
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
# A syllable without its tones: how it begins, how it ends.
_SYLLABLE = re.compile(
    "(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?(?:"
    "a(?:ch|ng|nh|[cimnoptuy])?|e(?:ch|ng|nh|[cmnoptu])?|i(?:e(?:ng|[cmnptu])|ch|nh|[acmnptu])?|"
    "o(?:a(?:ch|ng|nh|[cimnopty])?|e[nto]?|ng|ong|[cimnpt])?|"
    "u(?:a(?:ng|nh|[nty])?|e(?:ch|nh)?|o(?:ng|[cimnptu])?|y(?:a|ch|nh|en|et|[tu])?|ng|[cimnptu])?|y(?:e[mntu])?)")
# In how many places of a word letters may be wrong.
_PLACES = 2
# A sign of a type beside a number has no more letters.
_SHORT = 3


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The name in `known` that a mistyped `word` most likely means; None when none comes close."""
    return Names(known).nearest(word)


@dataclass(eq=False)
class Names:
    """Names that words are looked up in, one after the other: a word takes the same time however many there are.

    are_all  whether there are no others that could be meant, as of the keys of a type or the columns of a table; else a
             word that reads as right may be the name of something that is not there yet
    """

    known: Iterable[str]
    are_all: bool = False

    def nearest(self, word: str, is_free: Callable[[str], bool] = bool) -> str | None:
        """The name, of those that are free, which a mistyped `word` most likely means; None when none comes close."""
        typed = fold_ascii(word).lower()
        numbers = _NUMBER.findall(typed)
        possible = [name for name in self._candidates(typed)
                    if self._numbers[name] == numbers and is_free(self._folded[name])]
        close = difflib.get_close_matches(typed, possible, n=_BEST, cutoff=_ALIKE)
        longer = [name for name in self._beginning(typed) if is_free(self._folded[name])]
        likely = [name for name in close if _is_slip(typed, name, may_be_right=not self.are_all)] or longer
        return self._folded[likely[0]] if likely and (likely[0] not in longer or len(longer) == 1) else None

    def longer(self, word: str) -> list[str]:
        """The names that go on where `word` ends, in order."""
        return sorted(self._folded[name] for name in self._beginning(fold_ascii(word).lower()))

    def _beginning(self, typed: str) -> list[str]:
        """Those that go on where `typed` ends; of very many none."""
        words, padded = _WORD.findall(typed), f"  {typed}"
        shared = min((self._having.get(padded[at:at + 3], []) for at in range(len(padded) - 2)), key=len, default=[])
        return [name for name in shared if len(shared) <= _FEW and words
                and _goes_on(words, _WORD.findall(name)) and self._numbers[name] == _NUMBER.findall(typed)]

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

    @cached_property
    def _of_letters(self) -> dict[str, list[str]]:
        """The names that consist of the same letters, by these in alphabetical order."""
        made = defaultdict(list)
        for name in self._folded:
            made["".join(sorted(name))].append(name)
        return made

    def _candidates(self, typed: str) -> Iterable[str]:
        """The names that may be close to a word, in their order."""
        if len(self._folded) <= _FEW:
            return self._folded
        found = (self._having.get(letters, ()) for letters in _threes(typed))
        shared = Counter(name for names in found if len(names) <= _FEW for name in names)
        shared.update(self._of_letters.get("".join(sorted(typed)), ()))  # a short name may share no three of them
        return heapq.nlargest(_COMPARED, shared, key=lambda name: shared[name] / (len(typed) + len(name)))


def _threes(name: str) -> set[str]:
    """What stands in a name, three letters at a time, its ends among them."""
    padded = f"  {name} "
    return {padded[at:at + 3] for at in range(len(padded) - 2)}


def _is_slip(typed: str, name: str, *, may_be_right: bool) -> bool:
    """Whether the two, which have the same numbers in them, can be one name, mistyped.

    may_be_right  whether what was typed may be another name, which is not there yet
    """
    has_number = _NUMBER.search(name) is not None
    ours, theirs = _WORD.findall(typed), _WORD.findall(name)
    if len(ours) == len(theirs):
        return all(one == other or _is_same_word(one, other, may_be_right) and not (has_number and len(other) <= _SHORT)
                   for one, other in zip(ours, theirs, strict=True))
    one, other = "".join(ours), "".join(theirs)
    return _goes_on(ours, theirs) or sorted(one) == sorted(other) or _changes(one, other) in ([[0, 1]], [[1, 1]])


def _goes_on(ours: list[str], theirs: list[str]) -> bool:
    return len(ours) < len(theirs) and ours == theirs[: len(ours)]


def _is_same_word(typed: str, meant: str, may_be_right: bool) -> bool:
    """Whether letters only changed places, or in one place or two one or two letters are wrong, but not the first. What
    is a syllable of the language may well be right as it stands."""
    if sorted(typed) == sorted(meant):
        return True
    if may_be_right and _SYLLABLE.fullmatch(typed):
        return False
    changes = _changes(typed, meant)
    are_few = len(changes) <= _PLACES and all(1 <= most <= 2 and least <= 1 for least, most in changes)
    return are_few and typed[:1] == meant[:1]


def _changes(typed: str, meant: str) -> list[list[int]]:
    """How many letters of either stand for the other's, place by place, the fewer first."""
    steps = difflib.SequenceMatcher(None, typed, meant, autojunk=False).get_opcodes()
    return [sorted((end - start, to - at)) for kind, start, end, at, to in steps if kind != "equal"]
