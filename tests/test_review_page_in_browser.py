"""The page of a review as a reviewer has it before him: in Chromium, with keys and pointer, wide and narrow, dark, on paper.

Without Chromium, where it cannot be installed, these tests are skipped and say so.
"""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.support.browser import Browser, NoBrowser, installed
from tests.support.content import DECISION
from tests.support.review_page import BETTER_DECISION, BETTER_PLAN, PLAN, data, review
from vanban.model.review import Review
from vanban.reviews.to_html import told

pytestmark = pytest.mark.xdist_group("browser")  # one browser, one worker

HOSTILE = "Xem </script><script>document.title = 'sai'</script> <img src=x onerror=\"document.title='sai'\"> & <b>đậm</b>."
OTHER = DECISION.replace("ma: qd", "ma: khac").replace('"2228"', '"17"').replace("kem_theo:\n  - kh\n", "")
OTHER = OTHER.replace("ubnd_nghe_an", "so_noi_vu_nghe_an").replace("kèm theo Quyết định này [[kh]]", "Quy chế làm việc")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        program = installed()
    except NoBrowser as missing:
        pytest.skip(str(missing))
    with Browser(program) as running:
        yield running


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return review(tmp_path_factory.mktemp("review"), {"qd": DECISION, "kh": PLAN},
                  {"qd": BETTER_DECISION, "kh": BETTER_PLAN.replace("Công khai ngân sách.", HOSTILE)})


@pytest.fixture(scope="module")
def page(sample: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "thay_doi.html"
    path.write_text(told(sample, False), "utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, page: Path) -> Iterator[Browser]:
    browser.open(page)
    yield browser
    assert browser.errors == []


def texts(browser: Browser, selector: str) -> list[str]:
    """The words of what a selector finds and a reader sees."""
    found: list[str] = browser.ask(f"""[...document.querySelectorAll({json.dumps(selector)})]
        .filter(each => each.getClientRects().length).map(each => each.innerText.trim())""")
    return found


def current(browser: Browser) -> str:
    return str(browser.ask("document.activeElement.matches('.why') ? document.activeElement.querySelector('h3').innerText : ''"))


# What it shows


def it_tells_every_change_above_its_words(opened: Browser, sample: Review) -> None:
    assert sorted(texts(opened, ".why h3")) == sorted(
        each["said"] + (f" (trước là {each['before']})" if each["before"] else "") for each in data(sample)["changes"])
    assert "Hồ sơ giải quyết đúng hạn đạt từ 95%97% trở lên." in " ".join(texts(opened, ".touched"))


def it_takes_words_for_words(opened: Browser) -> None:
    assert any(HOSTILE in words for words in texts(opened, "ins"))
    assert opened.ask("document.title") == "Thay đổi: HEAD → bản đang sửa"
    assert opened.ask("document.querySelectorAll('main img, main b, script').length") == 2


def it_lists_documents_and_figures(opened: Browser, sample: Review) -> None:
    listed = texts(opened, "#danh_sach a")
    assert [each.split("\n")[0].rsplit(" ", 1)[0] for each in listed] == [each["title"] for each in data(sample)["documents"]]
    (row,) = texts(opened, "#so_lieu tbody tr")
    assert row.split("\t")[0] == "muc_tieu.ty_le_dung_han"
    assert "95%" in row
    assert "+2 điểm phần trăm" in row


def it_opens_what_is_folded(opened: Browser) -> None:
    opened.ask("document.querySelectorAll('.fold')[0].id = 'gap'")
    assert texts(opened, "#gap .lines") == []
    opened.click("#gap > summary")
    assert texts(opened, "#gap .lines")


def it_leads_from_what_follows_to_where_it_stands(opened: Browser) -> None:
    opened.ask("document.querySelectorAll('.after').forEach(each => each.open = true)")
    for number in range(opened.ask("document.querySelectorAll('.after a').length")):
        opened.ask(f"document.querySelectorAll('.after a')[{number}].click()")
        target = opened.ask("new Promise(done => setTimeout(() => { const box = [...document.querySelectorAll("
                            "`[data-line=\"${location.hash.slice(1)}\"]`)].flatMap(each => [...each.getClientRects()])[0];"
                            " done(box && [box.top, innerHeight]); }, 50))")
        assert target
        assert 0 <= target[0] < target[1]


# Keys


def it_goes_from_change_to_change_by_j_and_k(opened: Browser) -> None:
    all_of_them = texts(opened, ".why h3")
    seen = []
    for _ in all_of_them:
        opened.press("j")
        seen.append(current(opened))
    assert seen == all_of_them
    assert texts(opened, "#chon .go .count") == [f"{len(seen)} / {len(seen)}"]
    opened.press("j")
    assert current(opened) == all_of_them[-1]
    opened.press("k")
    assert current(opened) == all_of_them[-2]
    assert all_of_them[-2] in opened.ask("document.getElementById('vi_tri').textContent")
    top, bottom = opened.ask("(box => [box.top, innerHeight - box.bottom])(document.activeElement.getBoundingClientRect())")
    assert top > 0
    assert bottom > 0


def it_lets_keys_alone_that_are_meant_for_something_else(opened: Browser) -> None:
    opened.ask("document.querySelector('main').append(document.createElement('input'))")
    opened.ask("document.querySelector('main input').focus()")
    opened.press("j")
    assert opened.ask("document.querySelector('main input').value") == "j"
    assert opened.ask("document.querySelectorAll('.now').length") == 0


def it_goes_by_the_pointer_too(opened: Browser) -> None:
    opened.click("#chon .go button:last-child")
    assert current(opened) == texts(opened, ".why h3")[0]


# Choosing


def it_shows_the_kinds_that_are_chosen(opened: Browser, sample: Review) -> None:
    opened.click("[data-kind=figure]")
    wanted = [each["said"] for each in data(sample)["changes"] if "figure" in each["kinds"]]
    assert [each.split(" (trước là")[0] for each in texts(opened, ".why h3")] == wanted
    assert texts(opened, "section h2") == ["Kế hoạch cải cách hành chính năm 2025"]
    assert len(texts(opened, "#danh_sach li")) == 1
    opened.press("j")
    assert texts(opened, "#chon .go .count") == ["1 / 1"]
    opened.click("[data-kind=figure]")
    assert len(texts(opened, ".why h3")) == len(data(sample)["changes"])


def it_shows_the_unit_that_is_chosen(browser: Browser, tmp_path: Path) -> None:
    units = review(tmp_path / "a", {"qd": DECISION, "kh": PLAN, "khac": OTHER},
                   {"qd": DECISION, "kh": BETTER_PLAN, "khac": OTHER.replace("Quy chế làm việc", "Nội quy cơ quan")})
    text = told(units, False).replace('"unit":"nghe_an","file":"content/nghe_an/2025/khac.yaml"',
                                      '"unit":"so_noi_vu","file":"content/nghe_an/2025/khac.yaml"')
    path = tmp_path / "x.html"
    path.write_text(text, "utf-8")
    browser.open(path)
    assert len(texts(browser, "section")) == 2
    browser.ask("(list => { list.value = 'so_noi_vu'; list.dispatchEvent(new Event('change')); })(document.querySelector('select'))")
    assert len(texts(browser, "section")) == 1
    assert browser.errors == []


def it_says_so_where_nothing_is_left(opened: Browser) -> None:
    opened.ask("chosen.unit = 'khong_co'; choose()")
    assert texts(opened, ".none") == ["Các mục đang chọn không có thay đổi nào."]
    assert texts(opened, "section, #so_lieu") == []


# Two views


def it_puts_both_sides_beside_each_other(opened: Browser) -> None:
    assert texts(opened, ".left, .heads") == []
    opened.click("[data-view=side]")
    left, right = (texts(opened, f".touched > .{side}") for side in ("left", "right"))
    assert "1. Hồ sơ giải quyết đúng hạn đạt từ 95% trở lên." in left
    assert "1. Hồ sơ giải quyết đúng hạn đạt từ 97% trở lên." in right
    assert opened.ask("getComputedStyle(document.querySelector('.touched')).gridTemplateColumns.split(' ').length") == 2
    opened.click("[data-view=inline]")
    assert texts(opened, ".left") == []


def it_shows_of_a_table_what_each_side_has(opened: Browser) -> None:
    heads = "tr:first-child th"
    assert texts(opened, f".rows > .both {heads}")[:4] == ["STT", "Việc", "Cơ quan", "Thời hạn"]
    opened.click("[data-view=side]")
    assert texts(opened, f".rows > .left {heads}")[:3] == ["STT", "Việc", "Thời hạn"]
    assert texts(opened, f".rows > .right {heads}")[:4] == ["STT", "Việc", "Cơ quan", "Thời hạn"]
    assert any("Kiểm tra" in row for row in texts(opened, ".rows > .left tr"))
    assert not any("Kiểm tra" in row for row in texts(opened, ".rows > .right tr"))


# Screens and paper


def it_follows_the_light_or_dark_of_the_system(browser: Browser, page: Path) -> None:
    seen = []
    for dark in (False, True):
        browser.open(page, dark=dark)
        seen.append(browser.ask("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"))
    light, dark_one = (sum(each) for each in seen)
    assert light > 700
    assert dark_one < 120


@pytest.mark.parametrize("dark", [False, True])
def it_can_be_read_by_weak_eyes(browser: Browser, page: Path, dark: bool) -> None:
    browser.open(page, dark=dark)
    ratios = browser.ask("""(() => {
        const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(Number)
            .map(each => each / 255).map(each => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const behind = each => { const own = getComputedStyle(each).backgroundColor;
            return own === "rgba(0, 0, 0, 0)" ? behind(each.parentElement) : own; };
        return ["ins", "del", ".soft", ".where", "h2", ".fold > summary", "#chon button"].map(name => {
            const each = document.querySelector(`main ${name}`) || document.querySelector(name);
            const [one, other] = [light(getComputedStyle(each).color), light(behind(each))].sort((a, b) => b - a);
            return [name, (one + 0.05) / (other + 0.05)]; }); })()""")
    assert [name for name, ratio in ratios if ratio < 4.5] == []


@pytest.mark.parametrize("view", ["inline", "side"])
def it_fits_a_telephone(browser: Browser, page: Path, view: str) -> None:
    browser.open(page, 360, 740)
    browser.click(f"[data-view={view}]")
    assert browser.ask("document.documentElement.scrollWidth") <= 360
    wider = browser.ask("""[...document.querySelectorAll("main *, header *")].filter(each => !each.closest(".roll")
        && each.getClientRects().length && each.getBoundingClientRect().right > 361).map(each => each.outerHTML.slice(0, 80))""")
    assert wider == []
    browser.click(".go button:last-child")
    assert current(browser) == texts(browser, ".why h3")[0]
    heights = browser.ask("[...document.querySelectorAll('.go button')].map(each => each.getBoundingClientRect().height)")
    assert min(heights) >= 44


def it_prints_what_follows_too_and_no_buttons(opened: Browser) -> None:
    words = "\n".join(each.extract_text() for each in PdfReader(BytesIO(opened.printed())).pages)
    assert "khoản 4 Mục I" in words
    assert "Xen dòng" not in words
    assert "không đổi" in words
    assert texts(opened, ".after[open]") == []


# Without eyes


def it_can_be_found_through_by_a_screen_reader(opened: Browser) -> None:
    assert opened.ask("document.documentElement.lang") == "vi"
    for landmark in ("header", "nav[aria-label]", "main", "h1", "[role=status][aria-live=polite]"):
        assert opened.ask(f"document.querySelectorAll({json.dumps(landmark)}).length"), landmark
    nameless = opened.ask("""[...document.querySelectorAll("button, select, section, .why, .roll[tabindex], [role=group]")]
        .filter(each => !each.innerText.trim() && !each.getAttribute("aria-label") && !each.getAttribute("aria-labelledby"))
        .map(each => each.outerHTML.slice(0, 80))""")
    assert nameless == []
    assert opened.ask("new Set([...document.querySelectorAll('[id]')].map(each => each.id)).size"
                      " === document.querySelectorAll('[id]').length")


def it_shows_where_the_keyboard_is(opened: Browser) -> None:
    opened.ask("document.querySelector('#chon button').focus()")
    opened.press("j")
    assert opened.ask("getComputedStyle(document.activeElement).boxShadow") != "none"
    assert "focus-visible" in opened.ask("document.querySelector('style').textContent")


def it_says_that_nothing_changed(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    same = {"qd": DECISION, "kh": PLAN}
    path.write_text(told(review(tmp_path / "a", same, same), False), "utf-8")
    browser.open(path)
    assert "Không có thay đổi" in texts(browser, "header p")
    assert texts(browser, "#chon, section") == []
    assert browser.errors == []


def it_breaks_no_head_of_the_table_of_figures_within_a_word(opened: Browser) -> None:
    opened.ask("document.getElementById('so_lieu').open = true")
    heads = opened.ask("""[...document.querySelectorAll('#so_lieu th')].map(each => {
        const range = document.createRange(); range.selectNodeContents(each); return range.getClientRects().length; })""")
    assert heads == [1] * 6


def it_breaks_no_word_in_the_head_of_a_table_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    head = "          - {ma: han, tieu_de: Thời hạn}\n"
    wide = PLAN.replace(head, head + "".join(
        f"          - {{ma: c_{at}, tieu_de: {words}, de_trong: true}}\n"
        for at, words in enumerate(("Nhận mới", "Kỳ trước chuyển", "Nghiêng", "Mường", "Đang mở"))))
    path = tmp_path / "thay_doi.html"
    path.write_text(told(review(tmp_path, {"qd": DECISION, "kh": wide},
                                {"qd": DECISION, "kh": wide.replace("han: Quý IV", "han: Quý III")}), False), "utf-8")
    browser.open(path, 390, 844)
    broken = browser.ask("""[...document.querySelectorAll('.roll table th')].filter(each => each.getClientRects().length)
        .flatMap(each => [...each.querySelectorAll('div')]).flatMap(line => {
            const found = [];
            for (const node of line.childNodes) {
                if (node.nodeType !== 3) continue;
                for (const word of node.data.matchAll(/\\S+/g)) {
                    const range = document.createRange();
                    range.setStart(node, word.index);
                    range.setEnd(node, word.index + word[0].length);
                    if (range.getClientRects().length > 1) found.push(word[0]);
                }
            }
            return found;
        })""")
    assert broken == []
