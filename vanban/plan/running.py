"""The texts of a file → an item for each clause that mentions a year, a date, an act, or that an older question is in.

A clause has one item, and one question at its end, however much in it is asked.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

from vanban.model.year_turn import ASKED, SoPhan
from vanban.plan.acts import judged
from vanban.plan.calendar import off_words
from vanban.plan.changes import NOTHING, Changes, Span
from vanban.plan.clauses import Clause, Point, clauses
from vanban.plan.context import Carrying
from vanban.plan.deleting import without
from vanban.plan.item import DROP, AnswerRefused, Item, Naming, answer_of, question
from vanban.plan.shorter_answers import instead_of
from vanban.readers.source import Source
from vanban.readers.year_pieces import Piece
from vanban.text import lower_first
from vanban.years.deciding import SAME_CLAUSE, decide
from vanban.years.mention import Decided

_QUESTION = re.compile(r"[ \t]*\{\s*XEM LẠI:?([^{}]*)\}")
_REFERENCE = re.compile(r"\[\[\s*([a-z][a-z0-9_]*)[^\[\]\n]*\]\]")
_TARGET = re.compile(r"\{\{\s*muc_tieu\.([a-z][a-z0-9_]*)[^{}\n]*\}\}")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_IN_PLACE_OF = re.compile(r"(?:thay thế|bãi bỏ|thay cho)\s*(?:\[\[[^\]]*\]\]\s*(?:,|và)\s*)*$", re.IGNORECASE)
# What is said of an act that is replaced, behind what the clause says else.
_ALSO = re.compile(r"(?<=\S)(?:,? và|,) (?:thay thế|bãi bỏ|thay cho) ", re.IGNORECASE)
_TYPED_ACT = re.compile(
    r"(?P<so>\d{1,6}(?:/\d{4})?/[A-ZĐ][\w&-]*)\s+ngày\s+(?P<ngay>\d{1,2})"
    r"(?:/(?P<month>\d{1,2})/(?P<year>\d{4})|\s+tháng\s+(?P<thang>\d{1,2})\s+năm\s+(?P<nam>\d{4}))")
_SLOGAN = re.compile(r"[Cc]hủ đề[^“”\n;.]{0,60}“[^”\n]+”")
# What is asked about moves with the year if a person says so; of an old result, an act of one year, a period that has
# ended nobody knows what would be right.
_MOVABLE = ("own_title", "own_year", "own_deadline", "own_effect")
# The strongest first: what one clause is.
_ORDER: tuple[SoPhan, ...] = ("hoi", "de_nghi_xoa", "tinh_lai", "chuyen", "giu")


def items_of_texts(
    source: Source, pieces: Collection[Piece], carrying: Carrying, naming: Naming, open_targets: Mapping[str, str]
) -> Iterator[Item]:
    """The items of all texts, in the order of the file. `open_targets`: what is asked of a target, by its indicator."""
    for piece in pieces:
        said = _QUESTION.sub(lambda found: "¤" * len(found[0]), piece.text)
        for clause in clauses(said, piece.node, _points(source, piece, said, carrying, open_targets)):
            yield _item(source, piece, _with_what_goes(piece, clause), naming)


def _points(
    source: Source, piece: Piece, said: str, carrying: Carrying, open_targets: Mapping[str, str]
) -> Iterator[Point]:
    """`said` is the text of the piece with signs in place of its questions."""
    yield from (_of_question(found, carrying) for found in _QUESTION.finditer(piece.text))
    is_yearly = _is_of_a_yearly_task(source, piece)
    yield from (_of_mention(it, piece.text, carrying, is_yearly) for it in decide(said, carrying.turn, piece.node))
    for found in _REFERENCE.finditer(said):
        yield from _of_reference(found, said, carrying)
    for found in _TYPED_ACT.finditer(said):
        yield from _of_typed_act(found, carrying)
    for found in _SLOGAN.finditer(said):
        yield Point(*found.span(), "hoi", f"Chủ đề của năm {carrying.turn.old}; chủ đề năm {carrying.turn.new} là gì")
    for found in _TARGET.finditer(said):
        if why := open_targets.get(found[1]):
            yield Point(*found.span(), "hoi", why, own=False)


def _of_question(found: re.Match[str], carrying: Carrying) -> Point:
    asked = found[1].strip()
    why = f"bản năm {carrying.turn.old} còn để ngỏ: {asked}"
    return Point(*found.span(), "hoi", why, "", done=True, is_question=True)


def _is_of_a_yearly_task(source: Source, piece: Piece) -> bool:
    """Whether it is the text of a task that comes back every year."""
    return piece.path[0] == "nhiem_vu" and "gom" in piece.path and (
        source.value(piece.path[:4]).get("hang_nam") == "true")


def _of_mention(it: Decided, text: str, carrying: Carrying, is_yearly: bool) -> Point:
    """`is_yearly`: whether it stands in a task of every year, whose year is the plan's."""
    by = carrying.turn.new - carrying.turn.old
    typed = text[it.mention.start : it.mention.end]
    moved = _YEAR.sub(lambda found: str(int(found[1]) + by), typed)
    is_own = it.role in _MOVABLE or is_yearly and set(it.mention.years) == {carrying.turn.old}
    is_ours = it.fate == "chuyen" or is_own and it.mention.kind not in ("giai_doan", "cua_so")
    words = moved if moved != typed and it.fate != "giu" and is_ours else None
    reason = it.reason + (off_words(it.mention, by, carrying.registers) if it.fate == "chuyen" else "")
    # A head with a new year over figures of the old one would be wrong: who moves it moves them.
    fate: SoPhan = "hoi" if it.fate == "tinh_lai" else it.fate
    return Point(it.mention.start, it.mention.end, fate, reason, words, done=fate == "chuyen", kind=it.mention.kind)


def _of_reference(found: re.Match[str], text: str, carrying: Carrying) -> Iterator[Point]:
    ma = found[1]
    if new := carrying.renamed.get(ma):
        where = found.span(1)
        why = f"mã của văn bản kèm theo có năm {carrying.turn.old}"
        yield Point(*where, "chuyen", why, new, done=True, always=True)
    elif verdict := judged(ma, carrying.day, carrying.turn, carrying.registers):
        if _IN_PLACE_OF.search(text, 0, found.start()):
            yield Point(*found.span(), "de_nghi_xoa", "Câu thay thế văn bản cũ, đã thực hiện năm trước")
        elif verdict.so_phan != "giu":
            words = found[0].replace(ma, verdict.ma, 1) if verdict.ma else None
            yield Point(*found.span(), "hoi", verdict.ly_do, words)


def _with_what_goes(piece: Piece, clause: Clause) -> Clause:
    """The clause, where only what it says of an act that is replaced is to go: “… và thay thế Quyết định số …”."""
    replaced = [each for each in clause.points if each.so_phan == "de_nghi_xoa"]
    also = [*_ALSO.finditer(piece.text, clause.start, clause.end)][-1:]
    if not (replaced and also and also[0].start() < replaced[0].start):
        return clause
    first = also[0].start()
    questions = tuple(each for each in clause.points if each.start >= first and each.is_question)
    last = min((each.start for each in questions), default=clause.end)
    goes = Point(first, last, "de_nghi_xoa", replaced[0].ly_do, "")
    before = (each for each in clause.points if each.start < first)
    return Clause(clause.start, clause.end, (*before, goes, *questions))


def _of_typed_act(found: re.Match[str], carrying: Carrying) -> Iterator[Point]:
    """An act that is typed: it is known by number and date, which stay as they are; where it may not be cited as
    before, a person is asked."""
    try:
        day = date(*map(int, (found["nam"] or found["year"], found["thang"] or found["month"], found["ngay"])))
    except ValueError:
        return
    for act in carrying.registers.can_cu.values():
        if act.so_ky_hieu == found["so"] and act.ngay_ban_hanh == day:
            verdict = judged(act.ma, carrying.day, carrying.turn, carrying.registers)
            if verdict and verdict.so_phan != "giu":
                yield Point(*found.span(), "hoi", verdict.ly_do)


def _item(source: Source, piece: Piece, clause: Clause, naming: Naming) -> Item:
    core = piece.text[clause.start : clause.end]
    own = [each for each in clause.points if each.own] or list(clause.points)
    so_phan = next(fate for fate in _ORDER if any(each.so_phan == fate for each in own))
    told = [each for each in own if each.so_phan == so_phan]
    reasons = "; ".join(_reasons(told))
    is_whole = all(each.words is not None for each in told)
    moved = _replaced(core, clause, [each for each in clause.points if each.words is not None]) if is_whole else core
    line = source.text.count("\n", 0, piece.start + clause.start) + 1
    proposal = " ".join(moved.split()) if moved != core else DROP if so_phan == "de_nghi_xoa" else ""
    decision = naming.decision(piece.path, core, so_phan, reasons, proposal, line)
    return Item(decision, piece.path, _act(piece, clause), any(each.own for each in clause.points))


def _act(piece: Piece, clause: Clause) -> Callable[[str], Changes]:
    def act(typed: str) -> Changes:
        answer = answer_of(typed, is_prose=True)
        own = [each for each in clause.points if each.own]
        always = [each for each in own if each.always]
        elsewhere = [each for each in clause.points if not each.own]
        match answer:
            case "":
                return _written(piece, clause, [each for each in own if each.done], [*own, *elsewhere])
            case "giữ":
                return _written(piece, clause, [*always, *(each for each in own if each.is_question)], elsewhere)
            case "chuyển":
                movable = [each for each in own if each.words is not None]
                if any(each.words is None and each.so_phan == "hoi" for each in own):
                    raise AnswerRefused("máy không có đề xuất cho câu này; viết lại câu, hoặc ghi “giữ”, “xóa”")
                return _written(piece, clause, movable, elsewhere)
            case "xóa":
                gone = [each for each in own if each.so_phan == "de_nghi_xoa" and each.words == ""]
                questions = [each for each in own if each.is_question]
                return (_written(piece, clause, [*always, *gone, *questions], elsewhere) if gone
                        else without(piece, clause))
            case _:
                instead = instead_of(piece, clause, answer)
                is_whole = (instead.start, instead.end) == (clause.start, clause.end)
                return _written(piece, clause, [instead] if is_whole else [*always, instead],
                                [] if is_whole else elsewhere)
    return act


def _written(piece: Piece, clause: Clause, done: list[Point], asking: list[Point]) -> Changes:
    """The clause with `done` written into it, and the question of those that ask behind it."""
    spans = [Span(piece.path, each.start, each.end, each.words or "") for each in done]
    asked = [each for each in asking if each.so_phan in ASKED]
    if asked:
        said = f" {question(*map(lower_first, _reasons(asked)))}"
        spans.append(Span(piece.path, clause.end, clause.end, said))
    return Changes(tuple(spans)) if spans else NOTHING


def _reasons(points: Iterable[Point]) -> list[str]:
    """Why they are asked, each reason once; of those that only share a clause with others nothing more."""
    said = [*dict.fromkeys(each.ly_do for each in points)]
    return [each for each in said if each != SAME_CLAUSE] or said


def _replaced(core: str, clause: Clause, points: list[Point]) -> str:
    for each in sorted(points, key=lambda point: point.start, reverse=True):
        first, last = each.start - clause.start, each.end - clause.start
        core = core[:first] + (each.words or "") + core[last:]
    return core
