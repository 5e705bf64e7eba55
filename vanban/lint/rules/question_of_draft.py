"""C117: dự thảo còn chỗ {XEM LẠI: …}.

Vì sao: chỗ cần xem lại in ra có tô màu để người có trách nhiệm quyết định; còn chỗ nào thì lệnh issue chưa ban hành văn
bản. Mỗi dự thảo được nêu một lần, kể cả văn bản kèm theo, kèm số chỗ.
Cách sửa: quyết định từng chỗ rồi xóa {XEM LẠI: …}.

Đạt:
    trich_yeu: Ban hành Kế hoạch
Không đạt:
    trich_yeu: "Ban hành Kế hoạch {XEM LẠI: tên}"                # lỗi: C117 $.trich_yeu
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.questions import open_questions
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "C117", "info", "question-of-draft", True
TARGET, SOURCE = "set", ""
_NAMED = 3


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for a draft with open questions, at the first of them."""
    asked = [] if subject.bo.van_ban.is_issued else list(open_questions(subject))
    if asked:
        named = "; ".join(question.words.removeprefix(": ").strip() for question in asked[:_NAMED])
        more = "; …" if len(asked) > _NAMED else ""
        yield Fault(
            asked[0].origin, f"Dự thảo còn {len(asked)} chỗ cần xem lại: {named}{more}.",
            "Quyết định rồi xóa {XEM LẠI: …}; còn chỗ nào thì chưa ban hành được.",
        )
