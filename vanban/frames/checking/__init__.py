"""An office's own page frames (content/<don_vi>/mau/*.docx) → findings.

A frame is a copy of one in templates/, restyled in Word. Its looks may be what the decree allows, its tags what
there is to fill in; it holds nothing that runs, and nothing from outside. Each finding names the file and, in its
message, the words of the paragraph: a place in a .docx has no line.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from vanban.errors import FrameError, VanBanError
from vanban.findings import Finding, Place, finding, has_errors
from vanban.frames.checking.hidden import hidden_letters
from vanban.frames.checking.language import left_out, tag_faults, zone_faults
from vanban.frames.checking.measures import fixed_faults, look_faults, too_long, too_wide
from vanban.frames.checking.modes import modes
from vanban.frames.checking.opened import Opened, open_frame
from vanban.frames.checking.properties import property_faults
from vanban.frames.checking.safety import active_content, tracked_changes
from vanban.frames.checking.words import measure_words
from vanban.guard import Guard, unguarded
from vanban.slips import nearest
from vanban.the_thuc import TheThuc
from vanban.wordml.elements import ForbiddenXml
from vanban.wordml.package import NotAPackage

_NOT_DOCX = (".doc", ".docm", ".dot", ".dotx", ".dotm", ".odt", ".rtf")


@dataclass(slots=True)
class OfficeFrames:
    """What the check found of one office.

    left_out  by frame that is sound, the zones that its frame in templates/ prints and the office's own does not
    """

    findings: list[Finding] = field(default_factory=list)
    left_out: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Models:
    """The frames of templates/, by name, which of them are of attachments, and the format that each is of."""

    packages: Mapping[str, bytes]
    attached: frozenset[str]
    formats: Mapping[str, TheThuc]

    def opened(self, name: str) -> Opened:
        """Raises FrameError: templates/ are the machine's."""
        try:
            return open_frame(self.packages[name])
        except VanBanError as error:
            raise FrameError(f"Khung trang {name}.docx trong templates/ bị hỏng: {error}") from error


def check_frames(files: Mapping[str, bytes], models: Models, guard: Guard = unguarded) -> OfficeFrames:
    """The faults of the files in one office's folder mau/, by their names in findings; `guard` stands around each.

    Raises FrameError where a frame of templates/ that is needed for comparison cannot be read.
    """
    result, opened = OfficeFrames(), dict[str, tuple[str, Opened]]()
    for file, package in files.items():
        name, _, ending = file.rpartition("/")[2].rpartition(".")
        if ending != "docx" or name not in models.packages:
            result.findings += _unused(file, name, ending, models)
        elif frame := guard(file, partial(_checked, file, name, package, models, result)):
            opened[name] = file, frame
    for name, (file, _) in opened.items():
        result.findings += guard(file, partial(_tables, name, opened, models)) or ()
    return result


def _checked(file: str, name: str, package: bytes, models: Models, result: OfficeFrames) -> Opened | None:
    """A frame, once its faults are in `result`; None where it cannot be opened."""
    try:
        frame = open_frame(package)
    except VanBanError as error:
        result.findings.append(_unreadable(file, name, error))
        return None
    model = models.opened(name)
    found = list(_faults(file, frame, model, models.formats[name], attached=name in models.attached))
    result.findings += found
    if not has_errors(found):
        result.left_out[name] = left_out(frame, model)
    return frame


def is_frame_file(name: str) -> bool:
    """Whether a file in mau/ is meant to be a frame; what Word and the system leave there is not."""
    return not name.startswith((".", "~$")) and name.lower().endswith((".docx", *_NOT_DOCX))


def _unused(file: str, name: str, ending: str, models: Models) -> Iterator[Finding]:
    if ending.lower() != "docx":
        yield finding("F201", Place(file), f"Khung trang có đuôi “.{ending}” nên không được đọc.",
                      "Mở bằng Word, lưu lại theo kiểu “Word Document (*.docx)”.")
    else:
        close = nearest(name, models.packages)
        yield finding("F202", Place(file), f"Không có khung trang nào tên “{name[:60]}.{ending}”.",
                      f"Có phải “{close}.docx”?" if close else f"Chọn một trong: {', '.join(models.packages)}.")


def _unreadable(file: str, name: str, error: VanBanError) -> Finding:
    if isinstance(error, NotAPackage):
        return finding("F201", Place(file), str(error), f"Chép lại templates/{name}.docx rồi sửa từ bản chép.")
    hint = "Tạo lại tệp bằng Word." if isinstance(error, ForbiddenXml) else \
        f"Bỏ những gì thừa (ảnh nặng, thẻ, đoạn), hoặc làm lại từ bản chép mới của templates/{name}.docx."
    return finding("F203", Place(file), str(error), hint)


def _faults(file: str, frame: Opened, model: Opened, the_thuc: TheThuc, *, attached: bool) -> Iterator[Finding]:
    place = Place(file)
    yield from _found("F204", place, active_content(frame))
    yield from _found("F219", place, tracked_changes(frame))
    yield from _found("F221", place, modes(frame))
    yield from _found("F222", place, hidden_letters(frame))
    told = list(tag_faults(frame, attached))
    if not any(code in ("F205", "F206", "F207", "F210") for code, _, _ in told):
        told += zone_faults(frame, model)
    yield from (finding(code, place, message, hint) for code, message, hint in told)
    for code, message, hint, source in (
        *look_faults(frame, the_thuc), *property_faults(frame, model, the_thuc), *fixed_faults(frame, model, the_thuc),
        *too_long(frame, the_thuc),
    ):
        yield finding(code, place, message, hint, source)


def _found(code: str, place: Place, faults: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    return (finding(code, place, message, hint) for message, hint in faults)


def _tables(name: str, opened: Mapping[str, tuple[str, Opened]], models: Models) -> list[Finding]:
    """Tables that leave the text: an issuing frame's page holds its own and those of the attachments' frames."""
    if name in models.attached:
        return []
    (file, page), the_thuc = opened[name], models.formats[name]
    found: list[Finding] = []
    for other in (name, *sorted(models.attached & {*the_thuc.khung_trang.values()})):
        frame = opened[other][1] if other in opened else models.opened(other)
        if wide := too_wide(frame, page, the_thuc):
            table, text = (measure_words("rong", width) for width in wide)
            hint = f"Kéo bảng cho vừa {text}." if other in opened else \
                f"Chép templates/{other}.docx vào cùng thư mục, kéo bảng cho vừa {text}."
            found.append(finding("F216", Place(file), f"Bảng của khung {other}.docx rộng {table}, "
                                 f"vùng chữ theo khung {name}.docx chỉ rộng {text}.", hint))
    return found
