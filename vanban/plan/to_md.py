"""The decisions of a year's turn → chuyen_nam.md, for reading: first what is to be answered, then what was decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from vanban.dates import short_date
from vanban.model.year_turn import ChuyenNam, QuyetDinhChuyen
from vanban.plan.item import DROP
from vanban.plan.plain_words import PlainWords

_FATES = {"chuyen": "Chuyển sang năm mới", "tinh_lai": "Ghi lại theo nguồn khác", "giu": "Giữ nguyên"}
_SHOWN = 160


# Why drafts do not ask as often as there are places to be settled.
WHY_OTHER_COUNT = (
    "mấy mục tiêu cùng một vế câu thì vế ấy hỏi một lần, một mục tiêu nêu ở mấy vế thì vế nào cũng hỏi; văn bản chưa "
    "lập lại thì chưa có dự thảo")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the page is written with.

    name       of the file in which people answer, without suffix
    words      how what the old files say is read, by their names without folder
    files      the old files, with their folders
    questions  how many the drafts ask
    comments   those of the old files that no draft has, each with its file and line
    """

    name: str
    words: Mapping[str, PlainWords] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    questions: int = 0
    comments: tuple[tuple[str, str], ...] = ()

    def of(self, decision: QuyetDinhChuyen, typed: str) -> str:
        """What a decision says, as it is read."""
        return self.words.get(_file(decision), _AS_TYPED).of(typed)

    def path(self, name: str) -> str:
        """An old file with its folder."""
        return next((each for each in self.files if each.endswith(f"/{name}")), name)


_AS_TYPED = PlainWords()


def to_md(
    about: ChuyenNam, sets: Sequence[QuyetDinhChuyen], decisions: Sequence[QuyetDinhChuyen], reading: Reading
) -> str:
    """The page. `sets` are the decisions on whole documents, `decisions` those of their places."""
    return "\n".join([*_opening(about, sets, decisions, reading), *_documents(sets), *_asked(decisions, reading),
                      *_settled(decisions, reading), *_left_behind(reading.comments)]).rstrip() + "\n"


def _opening(
    about: ChuyenNam, sets: Sequence[QuyetDinhChuyen], decisions: Sequence[QuyetDinhChuyen], reading: Reading
) -> Iterator[str]:
    left = [each for each in (*sets, *decisions) if each.is_open]
    done = [each for each in decisions if not each.is_asked]
    yield f"# Chuyển kế hoạch năm {about.nam_cu} sang năm {about.nam_moi}"
    yield ""
    day = short_date(about.ngay_du_kien) if about.ngay_du_kien else "…"
    yield f"Ngày dự kiến ký: {day}. Đã xem {len(decisions)} chỗ: còn **{len(left)} chỗ cần trả lời**, " \
          f"{len(decisions) - len(done) - sum(each.is_open for each in decisions)} chỗ đã trả lời, máy tự quyết " \
          f"{len(done)} chỗ."
    yield ""
    if left and reading.questions != len(left):
        yield f"Trong dự thảo là {reading.questions} chỗ “XEM LẠI” (lệnh check, report đếm số này): {WHY_OTHER_COUNT}."
        yield ""
    yield "Số dòng ghi ở từng chỗ là dòng trong tệp của **năm cũ**" + _folders(reading.files) + "."
    yield ""
    yield f"Trả lời trong `{reading.name}.yaml`, mục `tra_loi` của từng chỗ, rồi chạy lại lệnh. Trang này do máy " \
          "viết để đọc, sửa ở đây không có tác dụng."
    yield ""


def _folders(files: Sequence[str]) -> str:
    folders = dict.fromkeys(each.rpartition("/")[0] for each in files)
    return f", thư mục {', '.join(f'`{each}`' for each in folders)}" if files else ""


def _documents(sets: Sequence[QuyetDinhChuyen]) -> Iterator[str]:
    yield "## Văn bản"
    yield ""
    yield "| Văn bản năm cũ | Sang năm mới | Vì sao |"
    yield "|---|---|---|"
    words = {"chuyen": "lập lại", "giu": "không lập lại", "hoi": "**cần trả lời**"}
    for each in sets:
        told = {"chuyển": "lập lại", "": words[each.so_phan]}.get(each.tra_loi, f"trả lời: {each.tra_loi}")
        yield f"| {_cell(each.cau_van)} (`{each.ban_cu.partition(':')[0]}`) | {told} | {_cell(each.ly_do)} |"
    yield ""


def _asked(decisions: Sequence[QuyetDinhChuyen], reading: Reading) -> Iterator[str]:
    asked = [each for each in decisions if each.is_asked]
    if not asked:
        return
    yield "## Cần trả lời"
    yield ""
    number = 0
    for file, own in _by_file(asked):
        yield f"### Tệp cũ {reading.path(file)}"
        yield ""
        for each in own:
            number += 1
            yield f"{number}. {_where(each)}{_quoted(reading.of(each, each.cau_van))}"
            yield f"   - Vì sao hỏi: {reading.of(each, each.ly_do)}."
            if each.de_xuat:
                yield f"   - Đề xuất: {_quoted(reading.of(each, each.de_xuat))}"
            answer = _quoted(reading.of(each, each.tra_loi)) if each.tra_loi else "……………………"
            yield f"   - Trả lời: {answer} (`{each.vi_tri}`)"
        yield ""


def _settled(decisions: Sequence[QuyetDinhChuyen], reading: Reading) -> Iterator[str]:
    yield "## Máy đã quyết, xem lại khi cần"
    yield ""
    for fate, title in _FATES.items():
        if own := [each for each in decisions if each.so_phan == fate]:
            yield f"### {title} ({len(own)} chỗ)"
            yield ""
            yield from _table(own, reading)
            yield ""


def _left_behind(comments: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What people have noted beside what goes: nothing in the drafts says it."""
    if not comments:
        return
    yield "## Ghi chú của người soạn ở chỗ đã bỏ"
    yield ""
    yield "Các ghi chú sau dấu # dưới đây đứng cạnh chỗ không đưa sang năm mới, nên không có trong dự thảo."
    yield ""
    yield from (f"- `{place}`: {words.lstrip('# ')}" for place, words in comments)
    yield ""


def _table(decisions: Sequence[QuyetDinhChuyen], reading: Reading) -> Iterator[str]:
    """A line for each; without the column of new words where none has any."""
    has_new = any(_new(each) for each in decisions)
    heads = ["Chỗ", "Chữ cũ", *(["Chữ mới"] if has_new else []), "Vì sao"]
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for each in decisions:
        new = [reading.of(each, _new(each))] if has_new else []
        cells = [_cell(words) for words in (reading.of(each, each.cau_van), *new, reading.of(each, each.ly_do))]
        yield f"| {' | '.join([f'`{each.ban_cu}`', *cells])} |"


def _new(decision: QuyetDinhChuyen) -> str:
    new = decision.tra_loi or decision.de_xuat
    return "(bỏ)" if new == DROP else new


def _file(decision: QuyetDinhChuyen) -> str:
    return decision.ban_cu.partition(":")[0]


def _by_file(decisions: Iterable[QuyetDinhChuyen]) -> Iterator[tuple[str, list[QuyetDinhChuyen]]]:
    for file, own in groupby(decisions, key=_file):
        yield file, list(own)


def _where(decision: QuyetDinhChuyen) -> str:
    line = decision.ban_cu.partition(":")[2]
    above = " › ".join(decision.above)
    return f"*{above}*, dòng {line}: " if above else f"Dòng {line}: "


def _quoted(words: str) -> str:
    return f"“{_short(words)}”"


def _cell(words: str) -> str:
    return _short(words).replace("|", "\\|")


def _short(words: str) -> str:
    """Words with their beginning and end, where the years mostly stand, if they are long."""
    if len(words) <= 2 * _SHOWN:
        return words
    return f"{words[:_SHOWN].rsplit(' ', 1)[0]} … {words[-_SHOWN:].split(' ', 1)[-1]}"
