"""Keys at the top of a document → items: number and day are emptied, expected day and year are stated, the letter that
proposed it is asked for, the signer is in office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.dates import short_date
from vanban.edits.rendered import Data
from vanban.keys import document_types
from vanban.model.registers import NguoiKy
from vanban.model.year_turn import SoPhan
from vanban.plan.changes import Changes
from vanban.plan.context import Carrying
from vanban.plan.item import KEEP, MOVE, AnswerRefused, Item, Naming, answer_of, question, stays
from vanban.plan.shorter_answers import is_part
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.text import upper_first, without_end

_EMPTIED = ("so_van_ban", "ngay_ban_hanh", "du_thao", "chap_nhan_thieu", "ngay_thong_qua")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_QUESTION = re.compile(r"\{[^{}]*\}")
_DAY = r"ngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_NUMBER = r"(?:số\s+)?(?<![\d/])\d{1,6}(?:/\d{4})?/[A-ZĐ][\w&.-]*\w"
_TYPE = r"(?:tờ trình|công văn|báo cáo|phiếu trình|văn bản)"
# A letter as it is named: its id, or its type with number and day, or with one of these.
_LETTER = re.compile(r"\[\[\s*(?P<ma>[a-z][a-z0-9_]*)[^\[\]\n]*\]\]|"
                     rf"(?:{_TYPE}\s+)?(?:{_NUMBER}(?:,?\s+{_DAY})?|{_DAY})", re.IGNORECASE)
# What a new key stands below, the first of these that is there.
_OPENING = ("so_lieu_theo", "ghi_chu", "vi_du", "ma")


def items_of_head(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    """The items of one document."""
    yield from _emptied(source, carrying, naming)
    yield from _renamed(source, carrying, naming)
    yield from _proposed(source, carrying, naming)
    yield from _signed(source, carrying, naming)


def stated(source: Source, carrying: Carrying) -> Changes:
    """The expected day of signing, where it is issued, and the year that it is for, where its type says one."""
    data, day = source.data, short_date(carrying.day)
    below = next((key for key in _OPENING if key in data), None)
    values: dict[Path, str] = {}
    added: list[tuple[Path, str | None, str, Data]] = []
    if "ngay_du_kien" in data:
        values[("ngay_du_kien",)] = day
    elif "co_quan" in data:
        added.append(((), "co_quan", "ngay_du_kien", day))
    if "cho_nam" in data:
        values[("cho_nam",)] = str(carrying.turn.new)
    elif "cho_nam" in document_types()[data["loai_van_ban"]].keys:
        place = "co_quan" if "co_quan" in data else below
        added.append(((), place, "cho_nam", str(carrying.turn.new)))
    return Changes(values=values, added=tuple(added))


def _emptied(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    needed = document_types()[source.data["loai_van_ban"]].needs
    paths = [(key,) for key in _EMPTIED if key in source.data and key not in needed]
    listed = source.data.get("lien_tich")
    joint = [("lien_tich", at, "so_van_ban") for at, each in enumerate(listed if isinstance(listed, list) else ())
             if "so_van_ban" in each]
    for path in (*paths, *joint):
        value = source.value(path)
        words = f"{path[-1]}: {value}" if isinstance(value, str) else f"{path[-1]}"
        why = f"Của riêng văn bản năm {carrying.turn.old}; để trống, ghi khi ban hành"
        gone = Changes(dropped=(path,))

        def act(answer: str, gone: Changes = gone) -> Changes:
            stays(answer)
            return gone
        yield Item(naming.decision(path, words, "tinh_lai", why), path, act)


def _renamed(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    listed = source.data.get("kem_theo")
    paths = [("ma",), *(("kem_theo", at) for at, _ in enumerate(listed if isinstance(listed, list) else ()))]
    for path in paths:
        old = str(source.value(path)) if path[0] in source.data else ""
        if new := carrying.renamed.get(old):
            changes = Changes(values={path: new})

            def act(answer: str, changes: Changes = changes) -> Changes:
                stays(answer)
                return changes
            yield Item(naming.decision(path, old, "tinh_lai", "Mã có năm cũ", new), path, act)


def _proposed(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    """Whoever proposes it does so by another letter, and where no letter was named nobody knows whether he does."""
    path, typed = ("theo_de_nghi",), source.data.get("theo_de_nghi")
    if not isinstance(typed, str) or not typed.strip():
        return
    letters = _letters(typed, carrying)
    written = _asking(typed, letters, question(f"số, ngày văn bản đề nghị của năm {carrying.turn.new}"))
    why = _why_proposed(typed, letters, carrying)

    def act(answer: str) -> Changes:
        said = answer_of(answer)
        if said == MOVE:
            raise AnswerRefused("máy không có đề xuất; ghi số, ngày của văn bản đề nghị mới, hoặc viết lại cả cụm, "
                                f"hoặc “{KEEP}”")
        letter = letters[0].span() if len(letters) == 1 else None
        return Changes(values={path: {"": written, KEEP: typed}.get(said) or _proposal(typed, letter, said)})
    yield Item(naming.decision(path, typed, "hoi", why), path, act)


def _proposal(typed: str, letter: tuple[int, int] | None, said: str) -> str:
    """What proposes it, as it was answered: a letter alone takes the place of that of before, who wrote it stays.
    Raises AnswerRefused where nobody knows in which place it would be."""
    if not is_part(said) or is_part(typed):
        return said
    if letter is None or said[:1].isdecimal():
        raise AnswerRefused(f"“{said}” không nói của ai; viết lại cả cụm “{typed}”")
    words = f"[[{said} | so_ngay]]" if _ID.fullmatch(said) else said
    return typed[: letter[0]] + words + typed[letter[1] :]


def _letters(typed: str, carrying: Carrying) -> list[re.Match[str]]:
    """The letters that are named, by their ids or in words, in order; those in an open question are none."""
    return [found for found in _LETTER.finditer(_QUESTION.sub(lambda asked: "¤" * len(asked[0]), typed))
            if not found["ma"] or found["ma"] in carrying.registers.can_cu]


def _asking(typed: str, letters: list[re.Match[str]], asked: str) -> str:
    """The words with a question in place of each letter; behind them where none is named."""
    for found in reversed(letters):
        typed = f"{typed[:found.start()]}{asked}{typed[found.end():]}"
    return typed if "{XEM LẠI" in typed else f"{without_end(typed.strip())} {asked}"


def _why_proposed(typed: str, letters: list[re.Match[str]], carrying: Carrying) -> str:
    old, acts = carrying.turn.old, carrying.registers.can_cu
    named = [acts[found["ma"]].name if found["ma"] else found[0] for found in letters]
    if named:
        return upper_first("; ".join(f"{name} đề nghị cho năm {old}" for name in named))
    return f"Bản năm {old} còn để ngỏ" if "{XEM LẠI" in typed else f"Đề nghị cho năm {old}; chưa ghi văn bản đề nghị"


def _signed(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    path, ma = ("nguoi_ky",), source.data.get("nguoi_ky")
    body = carrying.registers.co_quan.get(str(source.data.get("co_quan") or carrying.co_quan))
    person = body.signer(ma, carrying.day) if body and isinstance(ma, str) else None
    if isinstance(ma, str) and "{XEM LẠI" in ma:
        why = f"Bản năm {carrying.turn.old} còn để ngỏ người ký"
        yield Item(naming.decision(path, ma, "hoi", why), path, _Signer(path, ma, ma))
    if not (body and person and isinstance(ma, str)):
        return
    so_phan: SoPhan
    so_phan, why, new = "giu", f"{_named(person)} đang giữ chức ngày {short_date(carrying.day)}", ma
    if not person.nhiem_ky.holds(carrying.day):
        why = f"{_named(person)} không còn giữ chức ngày {short_date(carrying.day)}"
        others = [each for each in body.nguoi_ky if each.tu_cach_ky == person.tu_cach_ky
                  and each.nhiem_ky.holds(carrying.day)]
        so_phan, new = ("tinh_lai", others[0].ma) if len(others) == 1 else ("hoi", "")
        why += f"; thay bằng {_named(others[0])}" if new else f"; sổ có {len(others)} người cùng tư cách ký"
    written = new or question(f"người ký ngày {short_date(carrying.day)}")
    yield Item(naming.decision(path, ma, so_phan, why, new if new != ma else ""), path, _Signer(path, ma, written))


@dataclass(frozen=True, slots=True)
class _Signer:
    """Who signs: the id of before, what is written without an answer."""

    path: Path
    old: str
    written: str

    def __call__(self, answer: str) -> Changes:
        said = answer_of(answer)
        if said == MOVE and "XEM LẠI" in self.written:
            raise AnswerRefused(f"máy không có đề xuất; ghi mã người ký trong sổ, hoặc “{KEEP}”")
        value = {"": self.written, KEEP: self.old, MOVE: self.written}.get(said, said)
        return Changes(values={self.path: value} if value != self.old else {})


def _named(person: NguoiKy) -> str:
    return f"{person.ho_ten}, {person.chuc_vu}"
