"""What an office may put into the styles of its frames: by a closed list, so that nothing blacks out, strikes, turns or
displaces the letters unchecked."""

from pathlib import Path

import pytest

from tests.support.office import OfficeFrame
from tests.test_frame_check import codes, in_run_of, office, styled
from vanban.frames.checking import properties
from vanban.pipeline.checking import check
from vanban.wordml.elements import W

# All that the standard (ECMA-376, Part 1, 17.3.1 and 17.3.2) lets stand in a style, but for what Word writes of changes.
LETTERS = {
    "bdr": {"val": "single", "sz": "400"}, "cs": {}, "dstrike": {}, "eastAsianLayout": {"vert": "1"}, "effect": {"val": "shimmer"},
    "em": {"val": "dot"}, "emboss": {}, "fitText": {"val": "20"}, "highlight": {"val": "black"}, "imprint": {}, "oMath": {},
    "outline": {}, "position": {"val": "-600"}, "rtl": {}, "shadow": {}, "shd": {"val": "clear", "fill": "000000"},
    "smallCaps": {}, "spacing": {"val": "-400"}, "specVanish": {}, "strike": {}, "vertAlign": {"val": "subscript"},
    "w": {"val": "600"}, "webHidden": {}, "vanish": {}, "color": {"val": "FFFFFF"}, "sz": {"val": "2"},
}
LINES = {
    "bidi": {}, "framePr": {"w": "10", "x": "20000"}, "pageBreakBefore": {}, "shd": {"val": "solid", "color": "000000"},
    "textDirection": {"val": "tbRl"}, "ind": {"left": "20000"}, "spacing": {"before": "20000"}, "numPr": {},
}
HARMLESS = {
    "rPr/lang": {"val": "vi-VN"}, "rPr/noProof": {}, "rPr/kern": {"val": "2"}, "rPr/snapToGrid": {"val": "0"}, "rPr/strike": {"val": "0"},
    "rPr/highlight": {"val": "none"}, "rPr/shd": {"val": "clear", "fill": "auto"}, "rPr/position": {"val": "0"},
    "rPr/spacing": {"val": "4"}, "rPr/vertAlign": {"val": "baseline"}, "pPr/keepLines": {}, "pPr/tabs": {},
    "pPr/suppressAutoHyphens": {}, "pPr/widowControl": {}, "pPr/pageBreakBefore": {"val": "0"}, "pPr/autoSpaceDE": {"val": "0"},
}


@pytest.mark.parametrize(("path", "attributes"), [
    *((f"rPr/{name}", values) for name, values in LETTERS.items()), *((f"pPr/{name}", values) for name, values in LINES.items())])
@pytest.mark.parametrize("style", ["VB_HoTen", "VB_NoiDung"])
def it_tells_of_whatever_else_a_style_does_to_its_letters(
    style: str, path: str, attributes: dict[str, str], tmp_path: Path,
) -> None:
    checked = check(office(tmp_path, styled(style, path, **attributes)))
    assert {*codes(checked.findings)} & {"F213", "F222"}
    assert {*codes(checked.findings)} <= {"F213", "F222"}
    assert not checked.sound


@pytest.mark.parametrize(("path", "attributes"), HARMLESS.items())
def it_says_nothing_of_what_word_writes_by_itself(path: str, attributes: dict[str, str], tmp_path: Path) -> None:
    assert codes(check(office(tmp_path, styled("VB_NoiDung", path, **attributes))).findings) == []


@pytest.mark.parametrize("looks", ['<w:strike/>', '<w:highlight w:val="black"/>', '<w:shd w:val="clear" w:fill="000000"/>',
                                   '<w:position w:val="-600"/>'])
def it_tells_of_letters_that_were_changed_past_their_style(looks: str, tmp_path: Path) -> None:
    (found,) = check(office(tmp_path, in_run_of("{{ ho_ten }}", looks))).findings
    assert (found.code, found.message.startswith("Đoạn “{{ ho_ten }}”: có ")) == ("F213", True)


def it_tells_of_cells_that_were_made_black(tmp_path: Path) -> None:
    def change(frame: OfficeFrame) -> None:
        frame.replace("<w:tcPr>", '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="000000"/>')

    assert codes(check(office(tmp_path, change)).findings) == ["F213"]


def it_measures_or_tells_of_every_property_that_the_list_lets_stand() -> None:
    told = {f"{W}{name}" for name in (*LETTERS, *LINES)} - {f"{W}{name}" for name in ("vanish", "color", "sz")}
    assert not told & (properties._LETTERS | properties._LINES)
