"""What numbers of documents are counted together in.

State bodies count by the calendar year (NĐ 30/2020/NĐ-CP, Điều 15); the Party through the term of a committee, which
begins on the day after its congress closed, and all bodies of one place that have the same letters count as one.
"""

from datetime import date

from vanban.lint.subjects import ContentSubject
from vanban.model.registers import CoQuan


class NumberSeries:
    """Who counts with whom, and from when to when."""

    def __init__(self, subject: ContentSubject) -> None:
        self._bodies = subject.bodies
        self._closed: dict[object, set[date]] = {}
        for body in subject.bodies.values():
            if body.be_mac_dai_hoi:
                self._closed.setdefault(_of(body), set()).update(body.be_mac_dai_hoi)

    def of(self, co_quan: str, day: date) -> tuple[object, ...]:
        """Who counts a number that `co_quan` gave on `day`, and the year or term in which; where the register says of
        no congress, the Party's numbers are looked at by the year."""
        body = self._bodies.get(co_quan)
        counter = _of(body) if body else co_quan
        closed = self._closed.get(counter)
        return counter, ("term", sum(each < day for each in closed)) if closed else day.year

    def span(self, co_quan: str) -> str:
        """"nhiệm kỳ" or "năm": what a row of its numbers lasts."""
        body = self._bodies.get(co_quan)
        return "nhiệm kỳ" if body and _of(body) in self._closed else "năm"

    def hint(self, co_quan: str) -> str:
        """What to do where two numbers of one row do not go together."""
        body = self._bodies.get(co_quan)
        by_year = body and body.is_of_party and _of(body) not in self._closed
        return (
            " Nếu giữa hai văn bản có đại hội thì ghi ngày bế mạc vào “be_mac_dai_hoi” của cơ quan trong sổ."
            if by_year else ""
        )


def _of(body: CoQuan) -> object:
    """The bodies that count numbers as one: by place and letters in the Party, else the body alone."""
    return (body.dia_danh, body.ky_hieu) if body.is_of_party and body.dia_danh and body.ky_hieu else body.ma
