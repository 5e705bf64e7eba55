"""The only file that knows every stage: content → findings, documents, files.

Stages are loaded when they are first used, so that checking one file does not wait for the writers.
"""

import codecs
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from vanban.errors import FrameError, MachineError, WrongUse, system_words
from vanban.files import write_whole
from vanban.findings import Finding, has_errors
from vanban.manifest import Manifest
from vanban.model.document import BoVanBan

if TYPE_CHECKING:
    from vanban.readers.content import Content

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Project:
    """The folders of one checkout."""

    root: Path
    progress: Progress = field(default=lambda _stage: None)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def outputs(self) -> Path:
        return self.root / "outputs"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @cached_property
    def schemas(self) -> Any:
        return _stage("readers.check_schema").Schemas(self.root / "schemas")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the first five stages gave.

    sets      those that the targets reach, resolved as far as they could be
    findings  of the files that these sets are made of, and of the registers, by place
    """

    content: "Content"
    sets: tuple[BoVanBan, ...]
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        return has_errors(self.findings)

    @property
    def sound(self) -> tuple[BoVanBan, ...]:
        """The sets that may be written: no error in their files or the office's own frames, none in the registers."""
        at_fault = {found.file for found in self.findings if found.level == "error"}
        if any(name.startswith(_shared(self.content)) for name in at_fault):
            return ()
        content = self.content
        return tuple(bo for bo in self.sets if not at_fault & {*content.files_of(bo), *own_frames(content, bo)})


@dataclass(slots=True)
class Report:
    """What was written, and what the machine could not do."""

    checked: Checked
    written: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def check(project: Project, targets: Sequence[Path] = (), instead: Mapping[Path, bytes] | None = None) -> Checked:
    """Reads, validates, builds, resolves and lints what `targets` (files, folders; none: everything) reach.

    `instead` holds what files are to be read as before it is written to them.
    Raises WrongUse for a target that is not there or lies outside of content/.
    """
    content_reader = _stage("readers.content")
    project.progress("1/6 đọc")
    if not project.content.is_dir():
        raise WrongUse(f"không có thư mục {project.content}, nơi đặt các tệp YAML")
    targets = [_target(project, path) for path in targets]
    folders = [target if target.is_dir() else target.parent for target in targets]
    content = content_reader.read_content(project.content, project.schemas, folders or None, instead)
    project.progress("3/6 khung trang của đơn vị")
    frames_of = _office_frames(project, targets)
    for target in targets or [project.content]:
        if "mau" not in target.parts and not any(_under(content, name, [target]) for name in content.sources):
            raise WrongUse(f"không có tệp YAML nào ở {target}")
    project.progress("4/6 hoàn chỉnh")
    resolved, findings = [], list(content.findings)
    for bo in content.sets:
        if _reached(content, bo, targets):
            bo, faults = resolve(content, bo)
            resolved.append(bo)
            findings += content.certain(bo, faults)
            if own_looks := frames_of.get(_office(content, bo)):
                findings += _stage("readers.office_frames").unprinted(bo, own_looks, doctypes(), content.places)
    own = {name for bo in resolved for name in content.files_of(bo)}
    wanted = [f for f in findings if not targets or f.file in own or f.file.startswith(_shared(content))
              or _under(content, f.file, targets)]
    wanted += (found for office in frames_of.values() for found in office.findings)
    return Checked(content, tuple(resolved), tuple(sorted(set(wanted), key=lambda f: (f.order, f.message))))


def tidy(project: Project, targets: Sequence[Path] = ()) -> list[Path]:
    """Does the safe tidying (`readers.tidy`) in what `targets` reach; the files it changed.

    A file with an error stays as it is, and so does an issued set that was kept: its text is what was issued.
    """
    checked = check(project, targets)
    content, changed = checked.content, []
    alone = {found.file for found in checked.findings if found.level == "error"}
    kept = [bo for bo in checked.sets if content.file_of(bo.van_ban) in content.frozen]
    alone |= {name for bo in kept for name in content.files_of(bo)}
    documents = {content.file_of(van_ban): van_ban for bo in checked.sets for van_ban in bo}
    folders = [_target(project, path) for path in targets]
    for name, source in content.sources.items():
        if name in alone or folders and name not in documents and not _under(content, name, folders):
            continue
        fixes = _stage("readers.tidy").tidy(source, documents.get(name), content.places)
        text = _stage("readers.edit").apply(source.text, fixes)
        if text != source.text:
            path = content.root.parent / name
            mark = codecs.BOM_UTF8 if path.read_bytes().startswith(codecs.BOM_UTF8) else b""
            write_whole(path, mark + text.encode())
            changed.append(path)
    return changed


def resolve(content: "Content", bo: BoVanBan) -> tuple[BoVanBan, list[Finding]]:
    """One set with every mark, figure, citation, reference, table and zone in place, linted; and its faults."""
    registers, places, kinds = content.registers, content.places, doctypes()
    file = content.file_of(bo.van_ban)
    if frozen := content.frozen.get(file):
        registers = _stage("readers.from_frozen").frozen_registers(frozen, file, places)
    the_thuc, findings = _stage("transforms.choose_format").choose_format(bo, places)
    the_thuc = _restyled(content, bo, the_thuc)
    if frozen:
        findings += _stage("lint.issued").check_issued(frozen, content.texts_of(bo))

    def step(result: tuple[BoVanBan, list[Finding]]) -> BoVanBan:
        findings.extend(result[1])
        return result[0]

    bo = step(_stage("transforms.numbering").number(bo, kinds, places))
    bo = step(_stage("transforms.figures").resolve_figures(bo, registers, places))
    bo = step(_stage("transforms.citations").resolve_citations(bo, registers, the_thuc, places))
    bo = step(_stage("transforms.references").resolve_references(bo, kinds, registers, places))
    bo = step(_stage("transforms.layouts").lay_out_tables(bo, registers, the_thuc, places))
    findings += _stage("transforms.issuer").check_issuer(bo, kinds, registers, places)
    bo = _stage("transforms.zones").compose_zones(bo, kinds, registers, the_thuc)
    return bo, findings + _stage("lint.engine").lint(bo, the_thuc, places)


def report(
    project: Project, targets: Sequence[Path], formats: Sequence[str], out: Path | None = None, separate: bool = False
) -> Report:
    """Checks, then writes each sound set as the `formats` say ("docx", "pdf", "html"); older files of the others stay.

    A set is one file named as its source; with `separate` each of its documents is one, named as an e-office sorts
    them. An issued set has its record for the register of outgoing documents beside it.
    """
    checked = check(project, targets)
    result = Report(checked)
    with TemporaryDirectory() as aside:
        made = _write_docx(project, result, out or project.outputs, separate, None if "docx" in formats else Path(aside))
        if "pdf" in formats and made:
            project.progress("6/6 ghi PDF")
            _write_pdfs(result, made)
        if "html" in formats:
            _write_reading_copies(result, made)
    _write_records(result, made)
    if out is None and result.written:
        Manifest(project.outputs).note(result.written)
    return result


@dataclass(slots=True)
class _Made:
    """A DOCX that was written, where its other forms go (without suffix), the day it carries, what it is a part of.

    record   of the first file of a set: the set, whose record goes beside it
    pages    of its PDF, once that was made
    """

    docx: Path
    beside: Path
    moment: datetime
    record: BoVanBan | None
    pages: int | None = None


def _write_docx(project: Project, result: Report, folder: Path, separate: bool, aside: Path | None) -> list[_Made]:
    """Writes the DOCX of every sound set into `folder`, or where only other forms are wanted `aside`."""
    project.progress("6/6 ghi DOCX")
    content, made = result.checked.content, []
    for bo in result.checked.sound:
        home = folder / output_name(content, bo)
        try:
            for count, (name, data) in enumerate(_docx_files(project, content, bo, separate)):
                beside = home.with_name(name or home.name)
                path = aside / f"{len(made)}.docx" if aside else beside.with_name(f"{beside.name}.docx")
                write_whole(path, data)
                if not aside:
                    result.written.append(path)
                moment = datetime.combine(bo.ngay or date(1980, 1, 1), datetime.min.time())
                made.append(_Made(path, beside, moment, bo if count == 0 else None))
        except FrameError as error:
            result.failures.append(str(error))
        except OSError as error:
            result.failures.append(f"Không ghi được vào {home.parent}: {system_words(error)}.")
    return made


def _docx_files(project: Project, content: "Content", bo: BoVanBan, separate: bool) -> list[tuple[str, bytes]]:
    """The files of one set, each with its name without suffix; "" for that of its source."""
    if not separate:
        return [("", docx(project, content, bo))]
    don_vi = content.file_of(bo.van_ban).split("/")[1]
    the_thuc, _ = _stage("transforms.choose_format").choose_format(bo, content.places)
    parts = _stage("writers.to_docx").to_docx_parts(bo, doctypes(), the_thuc, frames(project, don_vi))
    file_name = _stage("writers.file_name").file_name
    return [(file_name(bo, part.van_ban), data) for part, data in parts]


def issue(project: Project, file: Path, number: str, day: date) -> Checked:
    """Makes a draft an issued document: number and date into its file, and beside it what it was issued with.

    Nothing is written where the issued set would have a fault at error level, an open question among them.
    Raises WrongUse for a file that is not a draft of an issuing document.
    """
    target = _target(project, file)
    draft = check(project, [target])
    name = f"{project.content.name}/{target.relative_to(project.content.resolve()).as_posix()}"
    bo = next((bo for bo in draft.sets if draft.content.file_of(bo.van_ban) == name), None)
    if bo is None or not bo.van_ban.co_quan:
        raise WrongUse(f"{file} không phải là tệp của văn bản ban hành")
    if bo.van_ban.so_van_ban and bo.van_ban.ngay_ban_hanh:
        raise WrongUse(f"{file} đã có số và ngày ban hành")
    source = draft.content.sources[name]
    fixes = _stage("readers.issue_edits").issue_edits(source, number, day)
    text = _stage("readers.edit").apply(source.text, fixes)
    issued = check(project, [target], {target: text.encode()})
    if not issued.has_errors:
        (bo,) = (bo for bo in issued.sets if issued.content.file_of(bo.van_ban) == name)
        kept = _stage("writers.to_frozen").to_frozen(bo, issued.content.entries, issued.content.texts_of(bo))
        # What is kept comes first: beside a file that is still a draft it means nothing.
        write_whole(_stage("readers.content").frozen_path(target), kept)
        write_whole(target, text.encode())
    return issued


def new(project: Project, kind: str, don_vi: str, year: str, ma: str = "") -> tuple[Path, Any]:
    """Writes a document to start from, and what is to be filled in there (`writers.to_skeleton.Skeleton`).

    Raises WrongUse for an unknown type, names that cannot be of a folder or an id, and a file that is there already.
    """
    schemas = project.schemas
    kinds = [name for name in schemas.names if "loai_van_ban" in schemas.schema(name)["properties"]]
    if kind not in kinds:
        close = _stage("text").nearest(kind, kinds)
        hint = f"có lẽ là “{close}”" if close else f"có: {', '.join(kinds)}"
        raise WrongUse(f"không có loại văn bản “{kind}”; {hint}")
    ma = ma or kind
    for word, form, what in ((don_vi, r"(?!dung_chung$)[a-z][a-z0-9_]*", "--don-vi"), (year, r"(19|20)\d\d", "--nam"),
                             (ma, r"[a-z][a-z0-9_]*", "--ma")):
        if not re.fullmatch(form, word):
            raise WrongUse(
                f"“{word}” không dùng được cho {what}; ví dụ: --don-vi nghe_an --nam 2025 --ma ke_hoach_cchc"
            )
    path = project.content / don_vi / year / f"{ma}.yaml"
    if path.exists():
        raise WrongUse(f"đã có {project.content.name}/{don_vi}/{year}/{ma}.yaml; đặt mã khác bằng --ma")
    to_schema = Path(os.path.relpath(project.root / "schemas" / f"{kind}.schema.json", path.parent)).as_posix()
    skeleton = _stage("writers.to_skeleton").to_skeleton(schemas.schema(kind), schemas.follow, ma, to_schema)
    write_whole(path, skeleton.text.encode())
    return path, skeleton


def docx(project: Project, content: "Content", bo: BoVanBan) -> bytes:
    """The DOCX of one resolved set."""
    don_vi = content.file_of(bo.van_ban).split("/")[1]
    the_thuc, _ = _stage("transforms.choose_format").choose_format(bo, content.places)
    return bytes(_stage("writers.to_docx").to_docx(bo, doctypes(), the_thuc, frames(project, don_vi)))


def frames(project: Project, don_vi: str) -> Callable[[str], Any]:
    """How the writer finds a frame: the office's own first, then templates/."""
    def frame_of(name: str) -> Any:
        own = project.content / don_vi / "mau" / f"{name}.docx"
        return _frame(own if own.exists() else project.templates / f"{name}.docx")
    return frame_of


def own_frames(content: "Content", bo: BoVanBan) -> dict[str, Path]:
    """The office's own frames that the documents of a set are printed in, by their names in findings."""
    folder = content.root / _office(content, bo) / "mau"
    if not folder.is_dir():
        return {}
    paths = _stage("readers.office_frames").frame_files(bo, content.root, folder.parent.name, doctypes()).values()
    return {f"{content.root.name}/{path.relative_to(content.root).as_posix()}": path for path in paths if path.exists()}


def _office(content: "Content", bo: BoVanBan) -> str:
    """The folder of content/ that a set stands in."""
    return content.file_of(bo.van_ban).split("/")[1]


def _office_frames(project: Project, targets: Sequence[Path]) -> Mapping[str, Any]:
    """What was found in the frames of the offices that `targets` reach, by office."""
    folders = [folder for folder in project.content.resolve().iterdir() if (folder / "mau").is_dir()]
    offices = [folder.name for folder in folders if not targets or any(
        target == folder or target in folder.parents or folder in target.parents for target in targets
    )]
    if not offices:
        return {}
    the_thuc, stage = _stage("the_thuc").latest("nha_nuoc"), _stage("readers.office_frames")
    return dict(stage.check_offices(project.content, offices, project.templates, doctypes(), the_thuc))


def _restyled(content: "Content", bo: BoVanBan, the_thuc: Any) -> Any:
    """`the_thuc` with page and styles of the office's own frame; as it is where there is none, or one at fault."""
    name = doctypes()[bo.van_ban.loai_van_ban].frame
    own = content.root / _office(content, bo) / "mau" / f"{name}.docx"
    try:
        return _frame(own).restyle(the_thuc) if own.is_file() else the_thuc
    except FrameError:
        return the_thuc


def _frame(path: Path) -> Any:
    try:
        return _prepared(path, path.stat().st_mtime_ns)
    except OSError:
        return _prepared(path, 0)


@cache
def _prepared(path: Path, _changed: int) -> Any:
    """A frame is prepared once a process, and again when it was changed."""
    try:
        package = path.read_bytes()
    except OSError as error:
        raise FrameError(
            f"Không đọc được khung trang {path.name}: {system_words(error)}. Chạy “build.py templates” để tạo lại."
        ) from error
    return _stage("writers.to_docx.frame").prepare(path.name, package)


def make_templates(project: Project) -> list[Path]:
    """Writes templates/ anew from the latest figures of the_thuc."""
    the_thuc = _stage("the_thuc").latest("nha_nuoc")
    made = _stage("writers.make_frames").make_frames(the_thuc)
    paths = []
    for name, package in made.items():
        write_whole(project.templates / name, package)
        paths.append(project.templates / name)
    return paths


def text(file: Path) -> str:
    """The words of any DOCX, a paragraph a line. Raises WrongUse where there is no such file."""
    if not file.is_file():
        raise WrongUse(f"không có tệp {file}")
    return str(_stage("writers.to_text").to_text(file))


def rule_page(code: str) -> str:
    """The manual page of a code: the docstring of its rule; of other codes their name. "" for an unknown one."""
    for rule in _stage("lint.engine").all_rules().values():
        if code == rule.CODE:
            return str(rule.__doc__).strip()
    known = _stage("codes").CODES.get(code)
    return f"{code}: {known.name}" if known else ""


def clean(project: Project) -> list[Path]:
    """Deletes what earlier reports wrote to outputs/; what somebody else put there stays."""
    return Manifest(project.outputs).clean()


@cache
def doctypes() -> Mapping[str, Any]:
    """The document types by their ids."""
    modules = _stage("registry").discover(_stage("doctypes"))
    return {module.TYPE.ma: module.TYPE for module in modules.values()}


def output_name(content: "Content", bo: BoVanBan) -> Path:
    """Where the files of a set go below outputs/, without suffix: as its source lies below content/."""
    return Path(*content.file_of(bo.van_ban).split("/")[1:]).with_suffix("")


def _stage(name: str) -> Any:
    return import_module(f"vanban.{name}")


def _write_pdfs(result: Report, made: Sequence[_Made]) -> None:
    to_pdf = _stage("writers.to_pdf")
    jobs = [to_pdf.Job(each.docx, each.beside.with_name(f"{each.beside.name}.pdf"), each.moment) for each in made]
    try:
        with to_pdf.Converter() as converter:
            outcomes = converter.convert_many(jobs)
    except MachineError as error:
        result.failures.append(str(error))
        return
    for each, job, outcome in zip(made, jobs, outcomes, strict=True):
        if isinstance(outcome, MachineError):
            result.failures.append(str(outcome))
        else:
            each.pages = outcome.pages
            result.written.append(job.pdf)


def _write_reading_copies(result: Report, made: Sequence[_Made]) -> None:
    to_html = _stage("writers.to_html")
    for each in made:
        page = each.beside.with_name(f"{each.beside.name}.html")
        try:
            write_whole(page, to_html.to_html(each.docx))
        except MachineError as error:
            result.failures.append(str(error))
        else:
            result.written.append(page)


def _write_records(result: Report, made: Sequence[_Made]) -> None:
    """The records of issued sets."""
    to_metadata = _stage("writers.to_metadata").to_metadata
    for each in made:
        bo = each.record
        if bo and bo.van_ban.so_van_ban and bo.van_ban.ngay_ban_hanh:
            path = each.beside.with_name(f"{each.beside.name}.json")
            issuer = result.checked.content.registers.co_quan[bo.van_ban.co_quan]
            write_whole(path, to_metadata(bo, doctypes()[bo.van_ban.loai_van_ban], issuer, each.pages))
            result.written.append(path)


def _target(project: Project, path: Path) -> Path:
    target = path.resolve()
    if not target.exists():
        raise WrongUse(f"không có tệp hoặc thư mục {path}")
    if not target.is_relative_to(project.content.resolve()):
        raise WrongUse(f"{path} nằm ngoài thư mục content/")
    return target


def _shared(content: "Content") -> str:
    return f"{content.root.name}/dung_chung/"


def _reached(content: "Content", bo: BoVanBan, targets: Sequence[Path]) -> bool:
    return not targets or any(_under(content, name, targets) for name in content.files_of(bo))


def _under(content: "Content", name: str, targets: Sequence[Path]) -> bool:
    path = content.root.parent / name
    return any(path == target or target in path.parents for target in targets)
