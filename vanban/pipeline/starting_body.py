"""Who issues a new document: a body of the registers, or a new one with an entry of its own.

A body is found by the name that is given, by the documents that lie in the folder, or by the id that the folder's name
suggests. Nothing is guessed from that name: what nobody said is a question in the new entry.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from vanban.body_names import Spelled, id_of, is_known, named, question, spelled
from vanban.doctypes import DocType
from vanban.errors import WrongUse
from vanban.glossary import names
from vanban.model.document import VanBan
from vanban.model.registers import CoQuan, HoSo, Registers
from vanban.readers.content import Content
from vanban.scalars import scalar
from vanban.text import lower_first, nfc, parted_by_questions
from vanban.writers.to_skeleton import Skeleton

# The title of the signer that a new entry shows.
_SHOWN_TITLE = re.compile(r"(?m)^(# +chuc_vu: ).*$")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body: its id, its profile; its entry where the registers know it, else the entries to be written, its own
    first. why: how it was found, in words; told: how its name was written out, "" where it stands as it was typed."""

    ma: str
    ho_so: HoSo
    known: CoQuan | None
    entries: tuple[Mapping[str, str], ...] = ()
    why: str = ""
    told: str = ""

    @property
    def ten_goi(self) -> str:
        return self.known.ten_goi if self.known else self.entries[0]["ten_goi"]


def issuer_of(kind: DocType, don_vi: str, ten: str, content: Content, documents: Sequence[VanBan]) -> Issuer:
    """The body that issues a document of a type in a folder.

    ten        its name or its id as the officer gave it, "" where he did not
    documents  those that are in the folder of the unit already, the latest last

    Raises WrongUse where that body writes no documents of the type, and where nobody can tell whether it is known.
    """
    registers = content.registers
    written = spelled(ten) if ten else Spelled("")
    known = (_by_name(ten, registers) or _by_name(written.name, registers)) if ten else _by_folder(
        don_vi, registers, documents)
    if known is None and content.misses_registers:
        unread = ", ".join(sorted(filter(content.is_shared, content.unread)))
        raise WrongUse(f"chưa đọc được sổ {unread} nên chưa biết cơ quan đã có trong sổ chưa; sửa tệp đó trước")
    if known is None:
        return replace(_new(kind, don_vi, written, registers), told=_written_out(ten, written))
    body, why = known
    _check_profile(kind, body.ho_so, body.ten_goi if is_known(body.ten_goi) else body.ma)
    return Issuer(body.ma, body.ho_so, body, why=why)


def check_attached(kind: DocType, don_vi: str, content: Content, documents: Sequence[VanBan]) -> None:
    """Raises WrongUse where the body of the folder, as far as it can be told, attaches no documents of the type."""
    if known := _by_folder(don_vi, content.registers, documents):
        _check_profile(kind, known[0].ho_so, known[0].ten_goi)


def _by_name(ten: str, registers: Registers) -> tuple[CoQuan, str] | None:
    """The body that is called so, by its id, its name or, where only one has it, its short name."""
    meant = _folded(ten)
    bodies = registers.co_quan.values()
    for name in ("ma", "ten_goi", "ten_ngan"):
        found = [body for body in bodies if _folded(getattr(body, name)) == meant]
        if len(found) == 1:
            return found[0], "theo tên đã gõ"
    return None


def _by_folder(don_vi: str, registers: Registers, documents: Sequence[VanBan]) -> tuple[CoQuan, str] | None:
    """The body of the documents in the folder; of several the one that the folder is called after, else that of most
    documents."""
    issued = Counter(each.co_quan for each in documents if each.co_quan in registers.co_quan)
    by_id = next((ma for ma in (don_vi, f"ubnd_{don_vi}") if ma in registers.co_quan), "")
    if issued and (by_id not in issued):
        return registers.co_quan[issued.most_common(1)[0][0]], "như các văn bản đã có trong thư mục"
    return (registers.co_quan[by_id], "theo tên thư mục") if by_id else None


def _folded(name: str) -> str:
    return " ".join(nfc(name).casefold().split())


def _written_out(typed: str, written: Spelled) -> str:
    """How a name was written that stands otherwise in the new entry."""
    if " ".join(nfc(typed).split()) == written.name:
        return ""
    look = "" if written.is_certain else "; xem lại chữ hoa"
    return f"Tên “{typed}” được viết đủ là “{written.name}”{look}."


def _new(kind: DocType, don_vi: str, written: Spelled, registers: Registers) -> Issuer:
    """A body that no register knows, with what its name says of it."""
    ten = written.name
    is_of_party = "nha_nuoc" not in kind.viet_tat
    said = named(ten or question("ten_goi"))
    if not written.is_certain:
        said["ten_goi"] = question("ten_goi", ten)
    if is_of_party and not ten:
        said["ho_so"] = "dang"
    ho_so: HoSo = "dang" if said.get("ho_so") == "dang" else "nha_nuoc"
    _check_profile(kind, ho_so, ten)
    ma = _free(id_of(ten) if ten else don_vi, registers)
    superior, entries = said.pop("chu_quan", ""), []
    if superior:
        above = _by_name(superior, registers) if is_known(superior) else None
        said["truc_thuoc"] = above[0].ma if above else _free(_id_above(superior, ma), registers)
        entries = [] if above else [_superior(superior, said)]
    return Issuer(ma, ho_so, None, ({"ma": ma, **said}, *entries))


def _id_above(superior: str, ma: str) -> str:
    return id_of(superior) if is_known(superior) else f"{ma}_cap_tren"


def _superior(name: str, below: Mapping[str, str]) -> Mapping[str, str]:
    """The entry of a superior: its name, and what that says for certain."""
    said = {key: words for key, words in named(name).items() if key == "ten_goi" or is_known(words)}
    said.pop("chu_quan", "")
    if below.get("ho_so") == "dang":
        said["ho_so"] = "dang"
    return {"ma": below["truc_thuoc"], **said}


def _free(ma: str, registers: Registers) -> str:
    """`ma`, with a number where the registers have it for something else."""
    return next(each for number in count(1) if not registers.knows(each := ma if number == 1 else f"{ma}_{number}"))


def _check_profile(kind: DocType, ho_so: HoSo, ten: str) -> None:
    if ho_so not in kind.viet_tat:
        who = {"nha_nuoc": "cơ quan nhà nước", "dang": "cơ quan Đảng"}
        instead = "" if kind.frame else "; văn bản kèm theo không có tên loại riêng là phụ lục: new phu_luc"
        raise WrongUse(
            f"{kind.ten_loai} không có trong thể thức văn bản của {who[ho_so]}, mà {ten} là {who[ho_so]}{instead}"
        )


def register_path(shared: Path, don_vi: str) -> Path:
    """A file of the registers that is not there yet."""
    names = (shared / f"co_quan_{don_vi}{'' if number == 1 else f'_{number}'}.yaml" for number in count(1))
    return next(path for path in names if not path.exists())


def signed_by_deputy(skeleton: Skeleton, head: str) -> Skeleton:
    """The signer that a new entry shows as the deputy of the head of the body, whose title may be a question."""
    title = f"Phó {head}" if head and is_known(head) else question("chuc_vu")
    return replace(skeleton, text=_SHOWN_TITLE.sub(lambda line: f"{line[1]}{scalar(title)}", skeleton.text))


def open_in_registers(content: Content, body: CoQuan) -> list[tuple[str, int, str]]:
    """What the registers do not say yet of a body that issues and of its superior: file, line, in words."""
    asked = [each for entry in (body, content.registers.co_quan.get(body.truc_thuoc)) if entry
             for each in _questions(content, entry)]
    at = content.places[body.origin]
    lacking = [(at.file, at.line, f"{lower_first(names()[key].label)}: thêm dòng {key}")
               for key in body.lacks(with_address=False)]
    return asked + lacking


def _questions(content: Content, body: CoQuan) -> Iterator[tuple[str, int, str]]:
    """The lines of an entry that ask, each with its key."""
    source = content.sources[content.places.file(body.origin)]
    index = next(at for at, entry in enumerate(source.data["co_quan"]) if entry.get("ma") == body.ma)
    for key, value in source.data["co_quan"][index].items():
        if isinstance(value, str) and any(asks for _, asks in parted_by_questions(value)):
            yield source.file, source.place(("co_quan", index, key)).line, lower_first(names()[key].label)
