"""What a new document says from the beginning: who issues it, who signs, who gets it, who keeps it.

Taken is what the registers know for certain, and what all earlier documents of the unit agree on; of everything else
the document asks, with what there is to choose from in a comment.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from vanban.keys import FileKind
from vanban.model.document import VanBan
from vanban.model.inline import Line, Reference
from vanban.model.registers import CoQuan, NguoiKy, Registers
from vanban.pipeline.starting_body import Issuer
from vanban.text import parted_by_questions

_SIGNER, _RECIPIENTS, _UNIT = "{XEM LẠI: người ký}", "{XEM LẠI: nơi nhận}", "{XEM LẠI: đơn vị soạn thảo}"


@dataclass(slots=True)
class Said:
    """Values by key, a sentence for the comment of a key, what was taken from where, in words, and whether the
    registers have nobody who signs."""

    values: dict[str, str | Sequence[str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    lacks_signer: bool = False


def said_of(
    kind: FileKind, ma: str, issuer: Issuer, register: str, year: int, documents: Sequence[VanBan], registers: Registers
) -> Said:
    """What a new document of a body says.

    register   where in the registers the body's signers are written: file and line
    documents  those of the unit
    """
    own = [each for each in documents if each.co_quan == issuer.ma]
    said = Said({"ma": ma, "co_quan": issuer.ma}, {"co_quan": f"{issuer.ten_goi}, ghi ở {register}."})
    if issuer.known:
        said.taken.append(f"Cơ quan ban hành: {issuer.ten_goi} ({issuer.ma}), {issuer.why}; "
                          "cơ quan khác thì gõ thêm --ten.")
    made: dict[str, Callable[[], None]] = {
        "nguoi_ky": lambda: _signer(said, issuer.known, register, date(year, 12, 31)),
        "noi_nhan": lambda: _recipients(said, kind, own, registers),
        "luu": lambda: _keeper(said, issuer, own),
    }
    for key, make in made.items():
        if key in kind.keys and key in {*kind.needs, *kind.when.get("co_quan", ())}:
            make()
    if "don_vi_soan_thao" in kind.keys and issuer.ho_so == "nha_nuoc":
        _unit(said, own)
    return said


def _signer(said: Said, body: CoQuan | None, register: str, day: date) -> None:
    """The one who signs for the body; where there are several the officer chooses."""
    in_office = _in_office(body, day) if body else []
    if len(in_office) == 1:
        (person,) = in_office
        said.values["nguoi_ky"] = person.ma
        said.taken.append(f"Người ký: {person.ho_ten}, {person.chuc_vu}, người duy nhất trong sổ của cơ quan.")
        return
    said.values["nguoi_ky"], said.lacks_signer = _SIGNER, not in_office
    choice = "; ".join(f"{each.ma} ({', '.join(filter(None, (each.chuc_vu, each.linh_vuc)))})" for each in in_office)
    said.notes["nguoi_ky"] = (f"Chọn một trong: {choice}." if choice else
                              f"Ghi người ký vào sổ ở {register}, rồi ghi mã người đó ở đây.")


def _in_office(body: CoQuan, day: date) -> list[NguoiKy]:
    """The persons who hold an office of the body on the day, each once."""
    holding = {person.ma: person for person in body.nguoi_ky if person.nhiem_ky.holds(day)}
    return list(holding.values())


def _recipients(said: Said, kind: FileKind, own: Sequence[VanBan], registers: Registers) -> None:
    groups = [set(_groups(each, registers)) for each in own if each.noi_nhan]
    common = sorted(set.intersection(*groups)) if groups else []
    others = sorted(set().union(*groups) - {*common})
    first = ["Như trên"] if "kinh_gui" in kind.needs else []
    said.values["noi_nhan"] = [*first, *(f"[[{ma}]]" for ma in common), _RECIPIENTS]
    if common:
        said.taken.append(f"Nhóm nơi nhận: {', '.join(common)}, như mọi văn bản trước của đơn vị.")
    if others:
        said.notes["noi_nhan"] = f"Nhóm đã dùng ở đơn vị: {', '.join(f'[[{ma}]]' for ma in others)}."


def _groups(van_ban: VanBan, registers: Registers) -> Iterator[str]:
    """The groups of recipients that a document names."""
    lines: Sequence[Line] = van_ban.noi_nhan
    named = (inline.ma for line in lines for inline in line if isinstance(inline, Reference))
    return (ma for ma in named if ma in registers.nhom_noi_nhan)


def _keeper(said: Said, issuer: Issuer, own: Sequence[VanBan]) -> None:
    """Where the original is kept; the archive of an office of the state always keeps it."""
    if usual := _agreed(each.luu for each in own):
        said.values["luu"] = usual
        said.taken.append(f"Lưu: {usual}, như mọi văn bản trước của đơn vị.")
        return
    said.values["luu"] = "{XEM LẠI: nơi lưu}" if issuer.ho_so == "dang" else f"VT, {_UNIT}"
    if used := sorted({each.luu for each in own} - {""}):
        said.notes["luu"] = f"Đã ghi ở các văn bản trước: {'; '.join(used)}."


def _unit(said: Said, own: Sequence[VanBan]) -> None:
    """The last part of a symbol; asked for where the earlier documents say nothing or differ."""
    said.values["don_vi_soan_thao"] = ""
    if usual := _agreed(each.don_vi_soan_thao for each in own):
        said.values["don_vi_soan_thao"] = usual
        said.taken.append(f"Đơn vị soạn thảo: {usual}, như mọi công văn trước của đơn vị.")


def _agreed(values: Iterator[str]) -> str:
    """What all say that say anything; those that still ask left aside; "" where they differ or nobody does."""
    said = {each for each in values if not any(asked for _, asked in parted_by_questions(each))} - {""}
    return said.pop() if len(said) == 1 else ""
