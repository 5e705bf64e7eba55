"""One line of running text → inline nodes.

The signs: `**đậm**` `*nghiêng*` `m^2^` `CO~2~` `[^ma]` `{{ … }}` `[[ma]]` `{#ma}` `{XEM LẠI: …}`, and `\\` to take the
next sign literally. Nothing else has a meaning. A sign that opens closes on the same line. Stars that no letters stand
between are stars (vanban/model/stars.py), and not every ^ and ~ is a sign (vanban/model/scripts.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from vanban.findings import Finding, Place, finding
from vanban.ids import MA
from vanban.model.inline import Inline, Line, NoteMark, Question, Run, Script
from vanban.model.inline_signs import HALF_FIGURE, HALF_REFERENCE, NUMBER, SINGLE_FIGURE, SINGLE_REFERENCE
from vanban.model.places import Places, Spot, place_of
from vanban.model.scripts import is_unfinished, script_at
from vanban.model.stars import ESCAPABLE, closes, is_set_apart, opens
from vanban.readers.brackets import OF_FIGURE, OF_REFERENCE, Brackets, of_broken, of_single, short, way_out
from vanban.text import nfc

# Where `length` characters at `column` (from 0) of the line stand.
Locate = Callable[[int, int], Spot | Place]

_SIGN = re.compile(
    # a backslash before punctuation, or in front of a line whose first letters look like a mark
    rf"\\(?P<escaped>{ESCAPABLE}|(?<=\A\\).)"
    rf"|(?P<figure>\{{\{{)|(?P<reference>\[\[)|\[\^(?P<note>{MA})\]|\{{#(?P<ma>{MA})\}}"
    r"|\{XEM L(?:ẠI|A\u0323I):(?P<question>\s*[^{}\s][^{}]*)\}"
    r"|\[XEM L(?:ẠI|A\u0323I):(?P<printed>\s*[^\[\]\s][^\[\]]*)\]"
    rf"|(?P<half_reference>{HALF_REFERENCE})|(?P<half_figure>{HALF_FIGURE})"
    rf"|(?P<single>{SINGLE_REFERENCE}|{SINGLE_FIGURE}|{NUMBER})"
    r"|(?P<broken>\{%|\[\^|\{#|\{\s*(?i:xem\s+l)|\}\}|\]\]|\{[ \t]+\{(?!#))"
    r"|(?P<bold>\*\*)|(?P<italic>\*)|(?P<script>[\^~])"
)
# What may stand behind the id of a line: what ends the line, another id, the mark of a note.
_ENDS_LINE = re.compile(rf"(?:[\s.,;:…!?)”\"'*]|\{{#{MA}\}}|\[\^{MA}\])*\Z")
_CLOSING = (")", "]", "}")
# What every sign begins with; most lines have none.
_ANY_SIGN = re.compile(r"[\\{}\[\]*^~]")


@dataclass(slots=True)
class InlineText:
    """What a line holds: its inline nodes, the id that `{#ma}` gave it, its faults."""

    inlines: list[Inline] = field(default_factory=list)
    ma: str = ""
    findings: list[Finding] = field(default_factory=list)


def parse_inline(text: str, locate: Locate, places: Places) -> InlineText:
    """The inline nodes of one line; where a sign is faulty it stands as text and a finding says so."""
    if not _ANY_SIGN.search(text):
        return InlineText([Run(nfc(text))] if text else [])
    return _Parser(text, locate, places).parse()


def traced_inline(text: str) -> list[tuple[Inline, int, int]]:
    """The inline nodes of one line as they are read, each with the columns between which it is typed."""
    parser = _TracingParser(text, lambda column, length: Place(""), Places())
    parser.parse()
    return parser.typed


def add_line(inlines: list[Inline], more: list[Inline]) -> None:
    """Puts a further line behind `inlines`, a space between; they are to be merged when the last has come."""
    inlines += [Run(" "), *more] if inlines else more


def merged(inlines: list[Inline]) -> list[Inline]:
    """`inlines` with neighbouring runs of one face made one, and empty ones dropped."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Run) and only.text:
        return inlines
    out: list[Inline] = []
    for face, group in groupby((inline for inline in inlines if not isinstance(inline, Run) or inline.text), _face):
        if face is None:
            out += group
        else:
            out.append(Run("".join(run.text for run in group if isinstance(run, Run)), *face))
    return out


def _face(inline: Inline) -> tuple[bool, bool] | None:
    """Of a run; None for everything else."""
    return (inline.bold, inline.italic) if isinstance(inline, Run) else None


def trimmed(inlines: list[Inline]) -> Line:
    """The line without the space at its ends that a removed `{#ma}` leaves."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Run):
        text = only.text.strip(" ")
        return ((only if text == only.text else Run(text, only.bold, only.italic)),) if text else ()
    if inlines and isinstance(first := inlines[0], Run):
        inlines = [Run(first.text.lstrip(" "), first.bold, first.italic), *inlines[1:]]
    if inlines and isinstance(last := inlines[-1], Run):
        inlines = [*inlines[:-1], Run(last.text.rstrip(" "), last.bold, last.italic)]
    return tuple(merged(inlines))


class _Parser:
    def __init__(self, text: str, locate: Locate, places: Places) -> None:
        self._text, self._locate, self._places = text, locate, places
        self._out = InlineText()
        self._opened: dict[str, tuple[int, int]] = {}  # by star sign: its column, and what was printed before it
        self._printed = 0  # how often something was printed that a face can be seen on
        self._behind_literal = (-1, "")  # where stars that are text end, and what stands before them
        self._escaped_end = -1
        self._closed = ("", -1)  # the sign that closed last and where it ends: nothing opens again right there
        self._row_end = 0  # of the row of stars that is being read
        self._loose: list[tuple[int, bool]] = []  # pairs of stars that are text: where, and whether a word is at them
        self._bold_signs = 0
        self._literal = ""  # the first characters of pairs, [[ and {{, that a backslash has made text

    def parse(self) -> InlineText:
        text, position = self._text, 0
        while match := _SIGN.search(text, position):
            self._run(text[position:match.start()], position, match.start())
            position = self._take(match)
        self._run(text[position:], position, len(text))
        for sign, (column, _) in self._opened.items():
            self._fault("S301", column, len(sign), f"Dấu {sign} mở ra mà không đóng lại trong dòng.",
                        f"Thêm {sign} ở cuối phần chữ, hoặc viết \\{sign[0]} nếu là dấu sao thường.")
        self._tell_of_loose_stars()
        self._out.inlines = merged(self._out.inlines)
        return self._out

    def _take(self, match: re.Match[str]) -> int:
        """Handle one sign; the position to go on from."""
        kind, start, end = match.lastgroup, match.start(), match.end()
        match kind:
            case "escaped":
                if self._text[end : end + 1] == match["escaped"]:
                    self._literal += match["escaped"]
                self._run(match["escaped"], start, end)
                self._escaped_end = end
            case "figure":
                return self._bracket(start, OF_FIGURE)
            case "reference":
                return self._bracket(start, OF_REFERENCE)
            case "half_figure" | "half_reference" | "single" if start == self._escaped_end:  # \\[[a]] is text
                self._run(match[0][0], start, start + 1)
                return start + 1
            case "half_figure" | "half_reference":
                self._without_opening(match[0], start, OF_FIGURE if kind == "half_figure" else OF_REFERENCE)
            case "single":
                self._fault("S302", start, end - start, *of_single(match[0]))
                self._run(match[0], start, end)
            case "note":
                self._put(NoteMark(match["note"], origin=self._origin(start, end)), start, end)
            case "ma":
                if self._out.ma:
                    self._fault("S302", start, end - start, "Dòng này đã có mã.", "Mỗi dòng một mã {#ma}.")
                elif not _ENDS_LINE.match(self._text, end):
                    self._fault("S302", start, end - start, f"“{match[0]}” đứng giữa dòng sẽ không được in ra.",
                                "Mã của dòng thì đặt ở cuối dòng; là chữ của câu thì gõ dấu \\ ở trước.")
                self._out.ma = match["ma"]
            case "question" | "printed":  # in brackets as it is printed, when it was copied back from a page
                self._put(Question(nfc(match[kind].strip()), self._origin(start, end)), start, end)
                self._printed += 1
            case "broken" if self._closes_literal(match["broken"]):
                self._run(match["broken"], start, end)
            case "broken":
                self._fault("S302", start, end - start, *of_broken(match["broken"], self._text[end:]))
                self._run(match["broken"], start, end)
            case "bold" | "italic":
                self._star(match[0], start, end)
            case "script":
                return self._script(match[0], start)
        return end

    def _script(self, sign: str, start: int) -> int:
        """Letters above or below the line, or a sign that is a letter; where to go on from."""
        if found := script_at(self._text, start):
            end = start + len(found[1]) + 2
            self._put(Script(nfc(found[1]), found[0], "**" in self._opened, "*" in self._opened,
                             self._origin(start, end)), start, end)
            self._printed += 1
            return end
        if is_unfinished(self._text, start):
            sample, what = ("m^2^", "trên") if sign == "^" else ("CO~2~", "dưới")
            self._fault("S301", start, 1, f"Dấu {sign} mở chỉ số {what} mà không đóng lại.",
                        f"Viết đủ {sample}, trong dấu không có dấu cách; nếu là dấu {sign} thường, viết \\{sign}.")
        self._run(sign, start, start + 1)
        return start + 1

    def _closes_literal(self, sign: str) -> bool:
        """Whether `sign` closes one that a backslash has made text, which it does once."""
        opening = {"]]": "[", "}}": "{"}.get(sign, "")
        if not opening or opening not in self._literal:
            return False
        self._literal = self._literal.replace(opening, "", 1)
        return True

    def _star(self, sign: str, start: int, end: int) -> None:
        """Stars open, close, or are text; what they stand between decides. A face has something printed in it."""
        before, after = self._before(start), self._after(end)
        opened = self._opened.get(sign)
        if opened is None and (sign, start) != self._closed and opens(sign, before, after):
            self._opened[sign] = (start, self._printed)
        elif opened is not None and self._printed > opened[1] and closes(sign, before, after):
            del self._opened[sign]
            self._closed = (sign, end)
        else:
            self._put(self._faced(sign), start, end)
            self._behind_literal = (end, before)
            if sign == "**" and not is_set_apart(before, after):
                self._loose.append((start, bool(before.strip() or after.strip())))
            return
        self._bold_signs += sign == "**"

    def _before(self, start: int) -> str:
        """What stands before the stars at `start`, past stars that are text; a bracket behind a backslash is none."""
        end, before = self._behind_literal
        if start == end:
            return before
        before = self._text[max(start - 1, 0) : start]
        return "\\" if start == self._escaped_end and not before.isalnum() else before

    def _after(self, end: int) -> str:
        """What stands behind the row of stars."""
        if end > self._row_end:
            self._row_end = end + len(self._text[end:]) - len(self._text[end:].lstrip("*"))
        return self._text[self._row_end : self._row_end + 1]

    def _tell_of_loose_stars(self) -> None:
        """A pair of stars that takes no effect is told where it may have been meant as a sign: beside another."""
        is_meant = len(self._loose) > 1 and any(touches for _, touches in self._loose)
        for start, _ in self._loose if is_meant or self._bold_signs else ():
            self._fault("S301", start, 2, "Dấu ** ở đây không làm đậm chữ nào, sẽ in nguyên ra giấy.",
                        "Dấu ** mở viết liền trước chữ, dấu ** đóng viết liền sau chữ; dấu sao thường viết \\*\\*.")

    def _bracket(self, start: int, sign: Brackets) -> int:
        """Handles what the two brackets at `start` open; the position to go on from."""
        end = self._text.find(sign.closing, start + 2)
        inner = self._text[start + 2 : end]
        if end < 0 or sign.opening in inner or sign.closing[0] in inner:
            return self._without_closing(start, sign)
        end += 2
        if found := sign.form.fullmatch(inner):
            self._put_node(found, sign, start, end)
        else:
            self._fault("S302", start, end - start, f"“{short(inner)}” không phải là mã {sign.what}.",
                        way_out(inner, sign))
            self._run(self._text[start:end], start, end)
        return end

    def _without_closing(self, start: int, sign: Brackets) -> int:
        """Tells of a bracket that was forgotten at the end, and reads the sign as it was meant where that is seen."""
        found = sign.form.match(self._text, start + 2)
        behind = self._text[found.end() : found.end() + 1] if found else ""
        if found is None or not (behind in _CLOSING or re.search("[0-9_]", found["ma"])):
            self._fault("S301", start, 2, f"Dấu {sign.opening} mở ra mà thiếu {sign.closing}.",
                        f"Viết đủ {sign.sample}.")
            self._run(sign.opening, start, start + 2)
            return start + 2
        end = found.end() + 1 if behind in _CLOSING else start + 2 + len(found[0].rstrip())
        typed = self._text[start:end]
        said = "đóng không đúng dấu" if behind in _CLOSING else f"thiếu dấu {sign.closing} ở cuối"
        said = f"thiếu một dấu {behind} ở cuối" if behind == sign.closing[0] else said
        self._fault("S301", start, end - start, f"“{typed}” {said}.", f"Viết {sign.whole(found[0])}.")
        self._put_node(found, sign, start, end)
        return end

    def _without_opening(self, typed: str, start: int, sign: Brackets) -> None:
        """Tells of a bracket that was forgotten in front."""
        found = sign.form.fullmatch(typed[1:-2])
        self._fault("S301", start, len(typed), f"“{typed}” thiếu một dấu {sign.opening[0]} ở đầu.",
                    f"Viết {sign.whole(typed[1:-2])}.")
        if found:
            self._put_node(found, sign, start, start + len(typed))
        else:
            self._run(typed, start, start + len(typed))

    def _put_node(self, found: re.Match[str], sign: Brackets, start: int, end: int) -> None:
        parts: dict[str, Any] = {name: value or "" for name, value in found.groupdict().items()}
        if "is_own" in parts:
            parts["is_own"] = bool(parts["is_own"])
        parts |= {"bold": "**" in self._opened, "italic": "*" in self._opened}
        self._put(sign.make(**parts, origin=self._origin(start, end)), start, end)
        self._printed += 1

    def _run(self, text: str, start: int, end: int) -> None:
        if text:
            self._put(self._faced(text), start, end)
            self._printed += bool(text.strip())

    def _faced(self, text: str) -> Run:
        return Run(nfc(text), "**" in self._opened, "*" in self._opened)

    def _put(self, inline: Inline, start: int, end: int) -> None:
        """Takes what is typed between the columns `start` and `end`."""
        self._out.inlines.append(inline)

    def _origin(self, start: int, end: int) -> int:
        return self._places.add(self._locate(start, end - start))

    def _fault(self, code: str, column: int, length: int, message: str, hint: str) -> None:
        self._out.findings.append(finding(code, place_of(self._locate(column, length)), message, hint))


class _TracingParser(_Parser):
    """Remembers besides where each node is typed."""

    def __init__(self, text: str, locate: Locate, places: Places) -> None:
        super().__init__(text, locate, places)
        self.typed: list[tuple[Inline, int, int]] = []

    def _put(self, inline: Inline, start: int, end: int) -> None:
        super()._put(inline, start, end)
        self.typed.append((inline, start, end))
