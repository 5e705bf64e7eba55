"""C135: câu thông qua gõ trong nghị quyết không có ngày ghi ở “ngay_thong_qua”.

Vì sao: có câu “Nghị quyết này được … thông qua …” gõ sẵn thì máy in câu ấy, không in câu của máy; ngày trong câu trái
với “ngay_thong_qua” thì một trong hai sai.
Cách sửa: sửa ngày trong câu hoặc ở “ngay_thong_qua” theo biên bản kỳ họp.

Ví dụ:
    ngay_thong_qua: 9/12/2025
    noi_dung_cuoi: Nghị quyết này được Hội đồng nhân dân tỉnh thông qua ngày 08 tháng 12 năm 2025.
"""

from collections.abc import Iterator

from vanban.dates import short_date
from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.model.passing import typed_passing
from vanban.model.typed_dates import typed_dates

CODE, LEVEL, NAME, BO_QUA = "C135", "error", "passing-of-another-day", False
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault on each typed sentence of passing that has not the day that is stated."""
    day = subject.van_ban.ngay_thong_qua
    for typed in typed_passing(subject.van_ban) if day else ():
        if day and day not in [each.on(day.year) for each in typed_dates(typed.words)]:
            yield Fault(
                typed.origin, f"Câu “{typed.words}” không có ngày thông qua {short_date(day)} ghi ở “ngay_thong_qua”.",
                "Sửa ngày trong câu, hoặc “ngay_thong_qua”, theo biên bản kỳ họp.",
            )
