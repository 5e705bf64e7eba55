"""The fonts that LibreOffice may use on Linux: found, and handed over in a fontconfig file of ours."""

import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

FAMILY = "Liberation Serif"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font files that LibreOffice may use, and the ranges of characters they draw. Both empty: not restricted."""

    files: tuple[Path, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()

    def lacks(self, char: str) -> bool:
        """True when `char` would be printed as an empty box."""
        is_drawn = unicodedata.category(char) not in ("Zs", "Zl", "Zp", "Cc", "Cf")
        return is_drawn and bool(self.ranges) and not any(low <= ord(char) <= high for low, high in self.ranges)


def find_fonts(soffice: Path) -> Fonts:
    """The files of Liberation Serif with Vietnamese letters, installed or carried by LibreOffice; none when absent.

    U+1EA0 (Ạ) tells version 2 from Debian's old 1.07, which lacks most of them.
    """
    query = ["fc-list", "--format", "%{file}\t%{charset}\n", f":family={FAMILY}:charset=1ea0"]
    listed = ""
    if shutil.which("fc-list"):
        listed = subprocess.run(query, capture_output=True, encoding="utf-8", check=False).stdout
    if rows := sorted(line.split("\t") for line in listed.splitlines()):
        spans = (span.partition("-") for span in rows[0][1].split())
        return Fonts(tuple(Path(file) for file, _ in rows),
                      tuple((int(low, 16), int(high or low, 16)) for low, _, high in spans))
    return Fonts(tuple(sorted(soffice.resolve().parent.parent.glob("share/fonts/truetype/LiberationSerif-*.ttf"))))


def restrict_fonts(fonts: Fonts, home: Path) -> dict[str, str]:
    """Writes into `home` a fontconfig file that knows only `fonts`; returns the environment that makes it count."""
    if not fonts.files:
        return {}
    folder, config = home / "fonts", home / "fonts.conf"
    folder.mkdir()
    for name, file in {file.name: file for file in fonts.files}.items():  # one may be installed in two places
        (folder / name).symlink_to(file)
    config.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f"<dir>{escape(str(folder))}</dir>\n<cachedir>{escape(str(home / 'fontcache'))}</cachedir>\n"
        f'<alias binding="same"><family>Times New Roman</family><prefer><family>{FAMILY}</family></prefer></alias>\n'
        "</fontconfig>\n", "utf-8",
    )
    return {"FONTCONFIG_FILE": str(config)}
