"""An answer that is less than its clause: a date alone takes the place of the date that is asked, its words and marks
stay; a number, an id, an act alone is refused, for a clause of which only that is left would have lost its words."""

import re
from dataclasses import dataclass

from vanban.model.deadline import parse_deadline
from vanban.plan.clauses import Clause, Point
from vanban.plan.item import DROP, KEEP, AnswerRefused
from vanban.readers.year_pieces import Piece
from vanban.text import upper_first, without_end
from vanban.years.folding import fold
from vanban.years.spotting import spot

# What leads a date, as a part of the deadline: “trước ngày 31/7/2025”, “đến hết quý I/2026”; and the verb before that.
_LEAD = r"(?:(?:trong|trước|sau|từ|kể từ|đến|hết|vào|chậm nhất|muộn nhất|là|đầu|giữa|cuối|ngày|thời điểm)\s+)*"
_VERB = r"(?:(?:làm |thực hiện )?(?:hoàn thành|xong)\s+)?"
_LEADS = re.compile(f"(?P<verb>{_VERB}){_LEAD}", re.IGNORECASE)
_LEAD_BEFORE = re.compile(rf"(?<!\w){_LEAD}\Z", re.IGNORECASE)
_MARKS = re.compile(r"(\*{0,3})(.*?)\1", re.DOTALL)
# What is no clause: a number, an id or an act alone.
_PART = re.compile(
    r"(?:(?:từ|trên|dưới|không quá|ít nhất|đạt)\s+)*[\d.,]+\s*%?(?:\s+trở (?:lên|xuống))?|(?=\w*_)[a-z][a-z0-9_]*"
    r"|\[\[[^\[\]]*\]\]|(?:[^\W\d]+\s+){1,4}số\s+\d\S*(?:\s+ngày\s+[\d/]+(?:\s+tháng\s+\d+\s+năm\s+\d+)?)?",
    re.IGNORECASE)
_SHOWN = 200
_STOPS = " .;,"


@dataclass(frozen=True, slots=True)
class _Date:
    """A date that is all of an answer: the verb before it, what leads it, its kind, its words; "" for none."""

    verb: str
    lead: str
    kind: str
    words: str


def instead_of(piece: Piece, clause: Clause, answer: str) -> Point:
    """What the answer takes the place of: all of the clause, or its date. Raises AnswerRefused for what would lose
    words of the clause."""
    core = piece.text[clause.start : clause.end]
    bare = _bare(answer)
    date, own = _date(bare), _date(core.replace("*", ""))
    if date and not (own and own.verb == date.verb == "" or own and date.verb):
        return _in_place(piece, clause, date, answer)
    if is_part(bare) and not is_part(_bare(core)) and not own:
        raise _whole_wanted(answer, core)
    return Point(clause.start, clause.end, "hoi", "", _one_stop(answer, piece.text[clause.end :]))


def is_part(words: str) -> bool:
    """Whether words are no clause: a number, an id, an act, a deadline of some form."""
    if _PART.fullmatch(words):
        return True
    try:
        read = parse_deadline(upper_first(words))
    except ValueError:
        return False
    return not read.is_free


def _bare(words: str) -> str:
    """Words without the marks around them and the stop behind."""
    marked = _MARKS.fullmatch(words.strip().rstrip(_STOPS))
    return marked[2].strip() if marked else words


def _one_stop(answer: str, behind: str) -> str:
    """The answer without its stop, where one stands behind the clause."""
    if behind.lstrip()[:1] not in tuple(".;:,"):
        return answer
    marked = _MARKS.fullmatch(without_end(answer))
    return f"{marked[1]}{without_end(marked[2])}{marked[1]}" if marked else without_end(answer)


def _date(words: str) -> _Date | None:
    """The date that is all that `words` say; None where they say more, or something else."""
    lead = _LEADS.match(words)
    said = [mention for mention, *_ in spot(fold(words))]
    if not (lead and len(said) == 1 and said[0].end == len(words) and said[0].start <= lead.end()):
        return None
    start = said[0].start
    return _Date(lead["verb"].strip().lower(), words[lead.end("verb") : start].strip(), said[0].kind, words[start:])


def _in_place(piece: Piece, clause: Clause, date: _Date, answer: str) -> Point:
    """The one date that is asked with the answer in its place, and what leads it where the answer has a lead of its
    own."""
    own = [each for each in clause.points if each.own]
    asked = [each for each in own if each.so_phan != "giu"] or own
    core = piece.text[clause.start : clause.end]
    if len(asked) != 1 or not asked[0].kind:
        raise _whole_wanted(answer, core)
    (old,) = asked
    before = _LEAD_BEFORE.search(piece.text, clause.start, old.start)
    first = before.start() if before else old.start
    has_verb = piece.text[clause.start : first].rstrip(" *").lower().endswith(date.verb)
    if not has_verb or not date.lead and date.kind != old.kind:
        raise _whole_wanted(answer, core)
    start, words = (first, f"{date.lead} {date.words}") if date.lead else (old.start, _with_day(piece, old, date.words))
    return Point(start, old.end, "hoi", "", _marked(piece, start, _like(piece.text[start:], words), answer))


def _with_day(piece: Piece, old: Point, words: str) -> str:
    """“31/01/2026” in the place of “ngày 31/7/2025”: the word before the day stays."""
    day = re.match(r"ngày\s+", piece.text[old.start : old.end], re.IGNORECASE)
    return day[0] + words if day and words[:1].isdecimal() else words


def _like(old: str, words: str) -> str:
    """Words with a first letter as great as that which stood there."""
    return (words[:1].upper() if old[:1].isupper() else words[:1].lower()) + words[1:]


def _marked(piece: Piece, start: int, words: str, answer: str) -> str:
    """Words in the marks that the answer has, where they do not stand in such marks already."""
    found = _MARKS.fullmatch(answer.strip().rstrip(_STOPS))
    marks = found[1] if found else ""
    line = piece.text[piece.text.rfind("\n", 0, start) + 1 : start]
    return words if not marks or line.count(marks) % 2 else f"{marks}{words}{marks}"


def _whole_wanted(answer: str, core: str) -> AnswerRefused:
    typed = " ".join(core.split())
    shown = typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN].rsplit(' ', 1)[0]} …"
    return AnswerRefused(f"thay cả vế bằng “{answer}” thì mất các chữ còn lại; viết lại cả vế “{shown}”, hoặc ghi "
                         f"“{KEEP}”, “{DROP}”")
