"""A document to start from: it builds at once as a draft. What nobody knows yet stands in it as an open question.

Only what is to be copied cannot be asked for in print: an extract builds when that is filled in.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vanban.doctypes import DocType, doctypes
from vanban.errors import WrongUse
from vanban.files import write_whole
from vanban.keys import document_types
from vanban.model.document import VanBan
from vanban.model.steps import parse_scheme
from vanban.pipeline.attaching import Attaching, attaching
from vanban.pipeline.project import Project
from vanban.pipeline.starting_body import (
    Issuer,
    check_attached,
    issuer_of,
    open_in_registers,
    register_path,
    signed_by_deputy,
)
from vanban.pipeline.starting_values import Said, said_of
from vanban.readers.catalogue import SHARED
from vanban.readers.content import Content, read_content
from vanban.readers.library import open_library
from vanban.slips import nearest
from vanban.text import nfc
from vanban.writers.to_skeleton import BLANK, Known, Skeleton, to_skeleton

_OPENING = (
    "Sổ cơ quan của đơn vị {don_vi}, do lệnh new tạo. Chỗ nào còn {{XEM LẠI: …}}: thay cả dấu ngoặc bằng câu trả lời; "
    "dự thảo in tô màu chỗ đó, còn chỗ nào thì chưa ban hành được.",
    "Giải thích và ví dụ: docs/so_co_quan.md.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an officer who starts a document; "" where he did not say.

    don_vi, nam  the folder
    ma           id and name of the file; the type where he did not say
    ten          the name of the issuing body, or its id
    kem_theo     the id of the document beside it that it is attached to
    """

    loai: str
    don_vi: str
    nam: str
    ma: str = ""
    ten: str = ""
    kem_theo: str = ""


@dataclass(frozen=True, slots=True)
class ToDo:
    """What is to be filled in next: file, line (from 1), in words."""

    file: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Started:
    """What was written, the document last; the file to report to see it, and whether that can be built as it is; what
    was taken from where, in sentences; what is to be filled in next."""

    written: tuple[Path, ...]
    draft: Path
    builds: bool
    told: tuple[str, ...]
    to_do: tuple[ToDo, ...]


@dataclass(frozen=True, slots=True)
class _NewFile:
    path: Path
    name: str
    skeleton: Skeleton

    def to_do(self) -> list[ToDo]:
        return [ToDo(self.name, each.line, each.title) for each in self.skeleton.to_fill]


def new(project: Project, asked: Asked) -> Started:
    """Writes a document to start from, and the entry of its body where no register has that.

    Raises WrongUse for an unknown type, names that cannot be of a folder or an id, a file that is there already, a type
    that the body does not write, and a parent that cannot attach it.
    """
    kind, path = _kind(project, asked), _path(project, asked)
    content = read_content(open_library(project.content, project.schemas, [project.content / asked.don_vi]))
    _check_free(content, path)
    starting = _Starting(project, asked, kind, path, content)
    return starting.attached() if asked.kem_theo or not kind.frame else starting.issued()


@dataclass(frozen=True, slots=True)
class _Starting:
    project: Project
    asked: Asked
    kind: DocType
    path: Path
    content: Content

    def issued(self) -> Started:
        """A document that a body issues, and the register of a new body."""
        documents = self._documents()
        issuer = issuer_of(self.kind, self.asked.don_vi, self.asked.ten, self.content, documents)
        register, where = self._register(issuer)
        said = said_of(document_types()[self.kind.ma], self.path.stem, issuer, where, int(self.asked.nam), documents,
                       self.content.registers)
        document = self._new_file(self.kind.ma, self.path, said.values, said)
        how = "thêm mục nguoi_ky" if issuer.known else "bỏ dấu # ở các dòng mẫu rồi điền"
        signers = [ToDo(*_parted(where), f"người ký: {how}")] if said.lacks_signer else []
        entry = open_in_registers(self.content, issuer.known) if issuer.known else []
        to_do = [*(ToDo(*each) for each in entry), *(each for file in register for each in file.to_do()), *signers,
                 *document.to_do()]
        return self._write([*register, document], [issuer.told, *said.taken], to_do)

    def attached(self) -> Started:
        """A document that another one attaches, named there; without `kem_theo` it is named by none yet."""
        if self.asked.ten:
            raise WrongUse("văn bản kèm theo không có cơ quan ban hành của mình, không ghi cùng --ten")
        check_attached(self.kind, self.asked.don_vi, self.content, self._documents())
        naming = attaching(self.content, self.kind, self.path, self.asked.kem_theo)
        document = self._new_file(self.kind.ma, self.path, {"ma": self.path.stem}, Said())
        return self._write([document], [naming.words], document.to_do(), naming)

    def _documents(self) -> list[VanBan]:
        return [van_ban for bo in self.content.sets for van_ban in bo]

    def _register(self, issuer: Issuer) -> tuple[list[_NewFile], str]:
        """The file of the entry of a new body; and where its signers are written, file and line."""
        if issuer.known:
            at = self.content.places[issuer.known.origin]
            return [], f"{at.file}:{at.line}"
        path = register_path(self.project.content / SHARED, self.asked.don_vi)
        opening = [sentence.format(don_vi=self.asked.don_vi) for sentence in _OPENING]
        file = self._new_file("co_quan", path, {"co_quan": issuer.entries}, Said(), opening)
        file = replace(file, skeleton=signed_by_deputy(file.skeleton, issuer.entries[0].get("cap_truong", "")))
        return [file], f"{file.name}:{file.skeleton.offered['nguoi_ky']}"

    def _new_file(self, kind: str, path: Path, known: Known, said: Said, opening: Iterable[str] = ()) -> _NewFile:
        schemas, home = self.project.schemas, self.project.root
        schema = Path(os.path.relpath(home / "schemas" / f"{kind}.schema.json", path.parent)).as_posix()
        skeleton = to_skeleton(schemas.schema(kind), schemas.follow, known, schema, said.notes, opening, _depth(kind))
        return _NewFile(path, path.relative_to(home).as_posix(), skeleton)

    def _write(
        self, files: list[_NewFile], told: Iterable[str], to_do: list[ToDo], naming: Attaching | None = None
    ) -> Started:
        for each in files:
            write_whole(each.path, each.skeleton.text.encode())
        if naming:
            naming.write()
        draft = naming.path if naming and naming.path else self.path
        builds = not any(BLANK in each.skeleton.text for each in files)
        return Started(tuple(each.path for each in files), draft, builds, tuple(filter(None, told)), tuple(to_do))


def _depth(kind: str) -> int:
    """How deep the headings of a type go before there is text: those of a text in điều down to these."""
    steps = parse_scheme(doctypes()[kind].danh_so) if kind in doctypes() else ()
    return steps.index("Điều 1.") + 1 if "Điều 1." in steps else 1


def _parted(where: str) -> tuple[str, int]:
    file, _, line = where.rpartition(":")
    return file, int(line)


def _kind(project: Project, asked: Asked) -> DocType:
    kinds = [name for name in project.schemas.names if name in document_types()]
    if asked.loai in kinds:
        return doctypes()[asked.loai]
    close = nearest(asked.loai, kinds)
    hint = f"có lẽ là “{close}”" if close else f"có: {', '.join(kinds)}"
    raise WrongUse(f"không có loại văn bản “{asked.loai}”; {hint}")


def _path(project: Project, asked: Asked) -> Path:
    """Where the document goes."""
    ma = asked.ma or asked.loai
    for word, form, what in ((asked.don_vi, rf"(?!{SHARED}$)[a-z][a-z0-9_]*", "--don-vi"),
                             (asked.nam, r"(19|20)\d\d", "--nam"), (ma, r"[a-z][a-z0-9_]*", "--ma")):
        if not re.fullmatch(form, word):
            raise WrongUse(
                f"“{word}” không dùng được cho {what}; ví dụ: --don-vi nghe_an --nam 2025 --ma ke_hoach_cchc"
            )
    if not nfc(asked.ten).isprintable():
        raise WrongUse("tên cơ quan ở --ten có ký tự không in được")
    if "|" in asked.ten:
        raise WrongUse("tên cơ quan ở --ten có dấu |; viết trên một dòng, chỗ xuống dòng ghi sau ở ten_dong trong sổ")
    return project.content / asked.don_vi / asked.nam / f"{ma}.yaml"


def _check_free(content: Content, path: Path) -> None:
    """Refuses a name or an id that is taken in the folder."""
    folder = f"{content.root.name}/{path.parent.relative_to(content.root).as_posix()}"
    taken = [file for bo in content.sets for van_ban in bo
             if van_ban.ma == path.stem and (file := content.file_of(van_ban)).rpartition("/")[0] == folder]
    if path.exists() or taken:
        there = taken[0] if taken else f"{folder}/{path.name}"
        raise WrongUse(f"đã có {there}; đặt mã khác bằng --ma")
