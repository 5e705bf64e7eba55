"""A review as one HTML page, which opens from disk and asks for nothing elsewhere.

The review lies in it as data, its script draws them. Words of documents reach the page as text only, never as markup;
its policy of content lets no other script and no address in.
"""

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from vanban.model.review import Review
from vanban.reviews._page._data import data_of

SUFFIX, IN_FILE = "html", True
_PARTS = Path(__file__).with_name("_page")
# What could end the element that holds the data, or a line of a script, is written as its number.
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def told(review: Review, colour: bool) -> str:
    """The page; the same text for the same review."""
    data = json.dumps(data_of(review), ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)
    look, script = _part("page.css"), _part("page.js")
    parts = {
        "title": escape(f"Thay đổi: {review.old.name} → {review.new.name}"),
        "look": look, "data": data, "script": script,
        "policy": f"default-src 'none'; img-src data:; style-src '{_fingerprint(look)}'; "
                  f"script-src '{_fingerprint(script)}'; base-uri 'none'; form-action 'none'",
    }
    frame = _part("page.html").split("$$")  # text, name, text, name, … text
    return "".join([parts[each] if number % 2 else each for number, each in enumerate(frame)])


@cache
def _part(name: str) -> str:
    return (_PARTS / name).read_text("utf-8")


def _fingerprint(text: str) -> str:
    """What a policy of content knows an inline script or look by."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
