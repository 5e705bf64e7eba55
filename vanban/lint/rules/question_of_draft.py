"""C117: dự thảo còn chỗ {XEM LẠI: …}.

Vì sao: chỗ cần xem lại in ra có tô màu để người có trách nhiệm quyết định; còn chỗ nào thì lệnh issue chưa ban hành văn
bản. Mỗi dự thảo được nêu một lần, kể cả văn bản kèm theo, kèm số chỗ và dòng của mười chỗ đầu.
Cách sửa: quyết định từng chỗ rồi xóa {XEM LẠI: …}.

Đạt:
    trich_yeu: Ban hành Kế hoạch
Không đạt:
    trich_yeu: "Ban hành Kế hoạch {XEM LẠI: tên}"                # lỗi: C117 $.trich_yeu
"""

from collections.abc import Iterator

from vanban.findings import Place
from vanban.lint.fault import Fault
from vanban.lint.questions import OpenQuestion, open_questions
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "C117", "info", "question-of-draft", True
TARGET, SOURCE = "set", ""
_NAMED = 10


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for a draft with open questions, at the first of them."""
    asked = [] if subject.bo.van_ban.is_issued else list(open_questions(subject))
    if asked:
        places = [each.at if isinstance(each.at, Place) else subject.places[each.at] for each in asked]
        named = "; ".join(_named(question, place, places[0].file)
                          for question, place in zip(asked[:_NAMED], places, strict=False))
        more = f"; và {len(asked) - _NAMED} chỗ nữa" if len(asked) > _NAMED else ""
        yield Fault(
            places[0], f"Dự thảo còn {len(asked)} chỗ cần xem lại: {named}{more}.",
            "Quyết định rồi xóa {XEM LẠI: …}; còn chỗ nào thì chưa ban hành được.",
        )


def _named(question: OpenQuestion, place: Place, file: str) -> str:
    """“dòng 12: đúng tên chưa”; of another file with its name."""
    where = f"dòng {place.line}" if place.file == file else f"{place.file}:{place.line}"
    return f"{where}{question.words}"
