"""What is kept of an issued set is its words: no change of a register or of the engine alters one of them."""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.office import OfficeFrame
from tests.support.sample import ROOT
from vanban import printer
from vanban.errors import WrongUse
from vanban.findings import Finding, finding
from vanban.lint import doubled
from vanban.lint.printed_otherwise import differences
from vanban.model.document import BoVanBan
from vanban.model.frozen import SEAL, Frozen, seal
from vanban.model.frozen_form import FORMS, VERSION_3, VERSION_4
from vanban.model.inline import Figure, Question, Reference
from vanban.model.printed import PrintedSet
from vanban.model.rebuild import found
from vanban.model.registers import CanCu
from vanban.model.zones import Zones
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issuing import issue
from vanban.pipeline.keeping import record
from vanban.pipeline.offices import frames
from vanban.pipeline.own_frames import office_of
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report
from vanban.pipeline.supplementing import Supplemented, supplement
from vanban.plain_data import from_data, to_data
from vanban.readers.from_frozen import read_frozen
from vanban.setting import Setting
from vanban.the_thuc import TheThuc
from vanban.transforms import zones
from vanban.writers.to_docx.writing import to_docx
from vanban.writers.to_pdf import is_ready

DAY = date(2025, 7, 15)
ISSUED = DECISION.replace("vi_du: true\n", "")
DRAFT = ISSUED.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "")
# A plan that is told something by every register, and works something out.
FULL = PLAN.replace("Theo phân công.", """\
Theo [[qd_3667_2024]], đạt **{{ muc_tieu.ty_le_dung_han }}**[^nguon], do [[so_noi_vu_nghe_an]] làm:
      1. Một & *hai* < ba;
      a) Bốn.
      [^nguon]: Theo [[nq_76_2021]].""") + """\
    bang_bieu:
      - ma: ket_qua
        tieu_de: Kết quả
        cot:
          - {ma: noi_dung, tieu_de: Nội dung}
          - {ma: so_ho_so, tieu_de: Số hồ sơ, kieu_o: so}
        hang:
          - {noi_dung: Một, so_ho_so: 12}
          - {noi_dung: Hai, so_ho_so: 30}
          - {noi_dung: Cộng, tong_cong: true}
muc_tieu:
  - {chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 95}
"""


@pytest.fixture
def home(tmp_path: Path) -> Project:
    """A project with a decision that was issued, and its plan."""
    made = project(tmp_path, qd=DRAFT, kh=FULL)
    done = issue(made, file_of(made), "2228", DAY)
    assert not done.has_errors, done.findings
    return made


def file_of(home: Project, name: str = "qd") -> Path:
    return home.content / "nghe_an" / "2025" / f"{name}.yaml"


def record_of(home: Project) -> Path:
    return file_of(home).with_suffix(".ban_hanh.json")


def built(home: Project) -> tuple[bytes, Checked]:
    """The DOCX of the one set of a project, and what was found on the way."""
    checked = check(home)
    (bo,) = checked.sound
    return docx(home, checked, bo), checked


def codes(checked: Checked | Supplemented) -> list[str]:
    return [found.code for found in checked.findings]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def rename_everything(home: Project) -> None:
    """Every name, title and signer of the registers becomes another one."""
    for register in (home.content / "dung_chung").glob("*.yaml"):
        text = re.sub(r'(trich_yeu|ten_goi|ten_dong|ho_ten|dia_danh): ("?)', r"\1: \2Khác ", register.read_text("utf-8"))
        register.write_text(text, "utf-8")


def keep_as_before_words(home: Project) -> None:
    """The record as an engine wrote it that kept the entries of registers only."""
    data = json.loads(record_of(home).read_text("utf-8"))
    kept = {key: data[key] for key in ("tep", "so_sach")}
    record_of(home).write_text(json.dumps(kept | {SEAL: seal(kept)}), "utf-8")


# The record


@pytest.fixture(scope="module")
def samples() -> Checked:
    return check(Project(ROOT))


def closed(samples: Checked) -> Iterator[tuple[BoVanBan, PrintedSet]]:
    """The sets without open questions, which may be issued."""
    for bo in samples.sound:
        words = samples.printed(bo)
        if not list(found(words, Question)):
            yield bo, words


def kept_of(samples: Checked, bo: BoVanBan) -> tuple[bytes, Frozen]:
    raw = record(Project(ROOT), samples, bo, samples.content.entries)
    frozen, faults = read_frozen("x.ban_hanh.json", raw)
    assert frozen is not None
    assert not faults
    return raw, frozen


def it_prints_every_sample_from_the_kept_words_alone(samples: Checked) -> None:
    count = 0
    for bo, words in closed(samples):
        frozen, setting = kept_of(samples, bo)[1], samples.setting(bo)
        assert frozen.loi_van is not None
        assert not list(found(frozen.loi_van, Figure, Reference))
        frame_of = frames(Project(ROOT), office_of(samples.content, bo))
        again, before = (to_docx(each, setting.doctypes, setting.the_thuc, frame_of, samples.content.looked.printed)
                         for each in (frozen.loi_van, words))
        assert parts_of(again) == parts_of(before)
        assert not differences(frozen.loi_van, words)
        count += 1
    assert count > 12


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def it_keeps_nothing_that_differs_between_two_runs(samples: Checked) -> None:
    again = check(Project(ROOT))
    for bo, other in zip(samples.sound, again.sound, strict=True):
        if not list(found(samples.printed(bo), Question)):
            assert kept_of(samples, bo)[0] == kept_of(again, other)[0]


def it_names_every_field_of_what_is_printed() -> None:
    """A field that is new to the model is kept, or is said here to print nothing."""
    silent = {("Zone", "key"), ("Hinh", "tieu_de"), ("Hinh", "do_rong"), ("Hinh", "number"), ("Hinh", "origins")}
    since = {("Grid", "bound"): VERSION_3, ("Grid", "letters"): VERSION_3}
    since |= {("Zones", name): VERSION_4 for name in ("dai_dien", "ben_ky", "ten_ben_ky", "xac_nhan")}
    since |= {("Zones", each.name): VERSION_4 for each in fields(Zones) if each.name.endswith(("_hai", "_ba"))}
    for version, form in FORMS.items():
        newer = {name for name, first in since.items() if version < first}
        for kind, keys in form.keys.items():
            assert is_dataclass(kind)
            written = {(kind.__name__, each.name) for each in fields(kind) if each.compare} - silent - newer
            assert written == {(kind.__name__, name) for name in keys}
            assert len({*keys.values()}) == len(keys)


def it_has_ascii_keys_in_lines_that_git_shows(home: Project) -> None:
    text = record_of(home).read_text("utf-8")
    keys = set(re.findall(r'"([^"]*)":', text))
    assert all(key.isascii() for key in keys)
    assert {"phien_ban", "loi_van", "so_lieu", "kieu_doan", "cau_chu"} <= keys
    assert len(text.splitlines()) > 100


def it_keeps_targets_figures_and_totals_with_their_sources(home: Project) -> None:
    values = json.loads(record_of(home).read_text("utf-8"))["so_lieu"]
    assert [(each["loai_so"], each["ma"], each["gia_tri"], each.get("don_vi_tinh", "")) for each in values] == [
        ("muc_tieu", "ty_le_dung_han", "95", ""),
        ("so_dan", "muc_tieu.ty_le_dung_han", "95", "%"),
        ("hang_tong", "ket_qua__hang_3.so_ho_so", "42", ""),
    ]
    assert all(each["van_ban"] == "kh" for each in values)
    assert values[1]["lay_tu"] == ["content/nghe_an/2025/kh.yaml#muc_tieu[0].chi_tieu"]
    assert len(values[2]["lay_tu"]) == 2


# Other registers, another engine


def another_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    citation = printer.citation

    def longer(act: CanCu, form: str, the_thuc: TheThuc) -> str:
        return f"{citation(act, form, the_thuc)} (bản mới)"

    monkeypatch.setattr(printer, "citation", longer)


def another_transform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TheThuc, "long_date", lambda self, day: f"{day:%d.%m.%Y}")


def a_refusing_transform(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that finds fault with what it once issued."""
    apply = zones.apply

    def refusing(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
        done, findings = apply(bo, setting)
        return replace(done, zones=None), findings

    monkeypatch.setattr(zones, "apply", refusing)


def a_stricter_transform(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that forbids what it once allowed."""
    apply = zones.apply

    def stricter(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
        done, findings = apply(bo, setting)
        return done, [*findings, finding("F109", setting.places[bo.van_ban.origin], "Không được như vậy nữa.")]

    monkeypatch.setattr(zones, "apply", stricter)


def it_prints_on_where_the_engine_would_refuse_today(home: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = built(home)
    a_stricter_transform(monkeypatch)
    after, checked = built(home)
    assert after == before
    assert [(found.code, found.level) for found in checked.findings] == [("F109", "info")]
    keep_as_before_words(home)
    assert not check(home).sound


def reword_frame(home: Project, old: str, new: str) -> None:
    frame = home.templates / "quyet_dinh.docx"
    parts = parts_of(frame.read_bytes())
    text = parts["word/document.xml"].decode()
    assert old in text
    with zipfile.ZipFile(frame, "w") as archive:
        for name, data in (parts | {"word/document.xml": text.replace(old, new).encode()}).items():
            archive.writestr(name, data)


def it_prints_nothing_in_a_frame_that_says_something_else(home: Project, tmp_path: Path) -> None:
    """The words of the frame itself were issued too."""
    reword_frame(home, "Nơi nhận", "Gửi đến")
    result = report(home, [], ["docx"], tmp_path / "out")
    assert result.written == []
    (failure,) = result.failures
    assert "Khung trang quyet_dinh nay in" in failure
    keep_as_before_words(home)
    assert not report(home, [], ["docx"], tmp_path / "out").failures


def it_prints_nothing_in_a_frame_without_place_for_what_was_issued(home: Project, tmp_path: Path) -> None:
    """Nobody may be left out of Nơi nhận; what the document never had needs no place."""
    reword_frame(home, "noi_nhan", "can_cu")
    result = report(home, [], ["docx"], tmp_path / "out")
    assert result.written == []
    assert "không có chỗ in “noi_nhan”" in result.failures[0]


def it_asks_for_no_place_of_what_the_document_never_had(home: Project, tmp_path: Path) -> None:
    frame = OfficeFrame("quyet_dinh")
    frame.without_zone("do_khan")
    (home.templates / "quyet_dinh.docx").write_bytes(frame.package())
    assert not report(home, [], ["docx"], tmp_path / "out").failures


def it_still_tells_of_an_offices_frame_that_leaves_a_zone_out(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DRAFT + "do_khan: khan\n", kh=PLAN)
    assert not issue(home, file_of(home), "2228", DAY).has_errors
    frame = OfficeFrame("quyet_dinh")
    frame.without_zone("do_khan")
    frame.put(home)
    checked = check(home)
    assert ("F220", "error") in [(found.code, found.level) for found in checked.findings]
    assert not checked.sound


def it_does_not_mind_how_a_frame_spaces_its_words(home: Project, tmp_path: Path) -> None:
    reword_frame(home, "Độc lập -", "Độc lập  -")
    assert not report(home, [], ["docx"], tmp_path / "out").failures


@pytest.mark.parametrize("change", [another_printer, another_transform, a_refusing_transform])
def it_prints_the_same_bytes_after_the_engine_changes(
    home: Project, monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch], None]
) -> None:
    before, checked = built(home)
    assert not checked.findings
    change(monkeypatch)
    after, checked = built(home)
    assert after == before
    assert codes(checked) == ([] if change is a_refusing_transform else ["S192"])


def it_prints_the_same_bytes_after_every_name_in_the_registers_changes(home: Project) -> None:
    before, _ = built(home)
    rename_everything(home)
    after, checked = built(home)
    assert after == before
    assert codes(checked) == ["S192"]


def it_writes_the_same_words_in_every_form(home: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    formats = ["docx", "html", *(["pdf"] if is_ready() else [])]
    outputs = []
    for name in ("truoc", "sau"):
        assert not report(home, [], formats, tmp_path / name, separate=True).failures
        outputs.append({path.name: words_of(path) for path in sorted((tmp_path / name).rglob("*.*"))
                        if path.suffix != ".jsonl"})  # the list of what was written
        rename_everything(home)
        another_printer(monkeypatch)
        another_transform(monkeypatch)
    assert outputs[0] == outputs[1]
    assert {Path(name).suffix for name in outputs[0]} == {".json", *(f".{each}" for each in formats)}


def words_of(path: Path) -> object:
    if path.suffix == ".pdf":
        import pypdf

        return [page.extract_text() for page in pypdf.PdfReader(path).pages]
    return path.read_bytes()


def it_says_what_would_be_printed_otherwise_and_where(home: Project) -> None:
    registers = home.content / "dung_chung"
    edit(registers / "co_quan.yaml", "Nguyễn Văn A", "Phạm Văn B")
    (told,) = built(home)[1].findings
    assert (told.code, told.level, told.file) == ("S192", "info", "content/nghe_an/2025/qd.yaml")
    assert "Quyết định Ban hành Kế hoạch, họ tên: đã ban hành “Nguyễn Văn A”, nay “Phạm Văn B”" in told.message
    edit(registers / "can_cu.yaml", "ban hành Kế hoạch cải cách", "về Kế hoạch cải cách")
    (told,) = built(home)[1].findings
    assert "Kế hoạch Cải cách hành chính năm 2025, đoạn 2: đã ban hành “" in told.message
    rename_everything(home)
    (told,) = built(home)[1].findings
    assert re.search(r"; và \d+ chỗ khác\.$", told.message)
    assert len(told.message) < 900


def it_prints_on_where_an_entry_has_left_the_registers(home: Project) -> None:
    before, _ = built(home)
    edit(home.content / "dung_chung" / "can_cu.yaml", "ma: qd_3667_2024", "ma: qd_da_doi_ma")
    after, checked = built(home)
    assert after == before
    (told,) = checked.findings
    assert (told.code, told.level, told.file) == ("S192", "info", "content/nghe_an/2025/qd.yaml")
    assert "không còn văn bản “qd_3667_2024”." in told.message


def it_tells_other_differences_beside_an_entry_that_has_left(home: Project) -> None:
    before, _ = built(home)
    edit(home.content / "dung_chung" / "can_cu.yaml", "ma: nq_76_2021", "ma: nq_da_doi_ma")
    edit(home.content / "dung_chung" / "co_quan.yaml", "Nguyễn Văn A", "Phạm Văn B")
    after, checked = built(home)
    assert after == before
    assert codes(checked) == ["S192", "S192"]
    gone, apart = sorted(each.message for each in checked.findings)
    assert "“nq_76_2021”" in gone
    assert apart == ("Hôm nay máy sẽ in khác bản đã ban hành: Quyết định Ban hành Kế hoạch, họ tên: "
                     "đã ban hành “Nguyễn Văn A”, nay “Phạm Văn B”.")


def it_names_a_signer_who_has_left_the_registers(home: Project) -> None:
    before, _ = built(home)
    edit(home.content / "dung_chung" / "co_quan.yaml", "ma: nguyen_van_a", "ma: nguyen_van_aa")
    after, checked = built(home)
    assert after == before
    (told,) = checked.findings
    assert "không còn người ký “nguyen_van_a” của Ủy ban nhân dân tỉnh Nghệ An." in told.message


@pytest.mark.parametrize(("register", "ma"), [
    ("can_cu", "qd_3667_2024"), ("co_quan", "so_noi_vu_nghe_an"), ("co_quan", "ubnd_nghe_an"),
    ("chi_tieu", "ty_le_dung_han"),
])
def it_names_every_kind_of_entry_that_has_left_the_registers(home: Project, register: str, ma: str) -> None:
    path = home.content / "dung_chung" / f"{register}.yaml"
    path.write_text(re.sub(rf"\b{ma}\b", f"{ma}_cu", path.read_text("utf-8")), "utf-8")
    told = [each for each in built(home)[1].findings if each.code == "S192"]
    assert any(f"“{ma}”" in each.message for each in told)


def it_says_nothing_of_entries_while_a_register_cannot_be_read(home: Project) -> None:
    (home.content / "dung_chung" / "can_cu.yaml").write_text("can_cu: [", "utf-8")
    assert "S192" not in codes(check(home))


def it_believes_no_kept_words_once_a_file_was_edited(home: Project) -> None:
    edit(file_of(home, "kh"), "Bốn", "Năm")
    checked = check(home)
    assert codes(checked) == ["C105"]
    assert not checked.sound


# Records of before, and none


def it_rebuilds_records_without_words_from_their_entries(home: Project) -> None:
    before, _ = built(home)
    keep_as_before_words(home)
    rename_everything(home)
    after, checked = built(home)
    assert after == before
    assert [(found.code, found.level) for found in checked.findings] == [("S113", "info"), ("S197", "warning")]
    assert "--bo-sung" in checked.findings[0].hint


@pytest.mark.parametrize("letter", ["\0", "\x0b", "\ud800", "\uffff"])
def it_takes_no_letter_from_a_record_that_no_page_can_hold(home: Project, letter: str) -> None:
    data = json.loads(record_of(home).read_text("utf-8"))
    data["so_sach"]["co_quan"][0]["ten_goi"] += letter
    record_of(home).write_text(json.dumps({key: data[key] for key in ("tep", "so_sach")}), "utf-8")
    checked = check(home)
    assert "S109" in codes(checked)
    assert not checked.sound


def it_names_the_command_beside_a_number_without_a_record(tmp_path: Path) -> None:
    checked = check(project(tmp_path, qd=ISSUED, kh=PLAN))
    (told,) = checked.findings
    assert (told.code, told.level, told.line) == ("S191", "info", 4)
    assert "build.py issue content/nghe_an/2025/qd.yaml --bo-sung" in told.hint
    assert checked.sound


@pytest.mark.parametrize("text", [DRAFT, DRAFT + 'so_van_ban: "12"\n', DRAFT + "ngay_ban_hanh: 15/7/2025\n", DECISION],
                         ids=["draft", "number alone", "date alone", "example"])
def it_asks_for_no_record_of_what_nobody_has_issued(text: str, tmp_path: Path) -> None:
    assert "S191" not in codes(check(project(tmp_path, qd=text, kh=PLAN)))


def it_asks_for_no_record_of_a_sample(samples: Checked) -> None:
    assert not {"S109", "S113", "S191", "S192"} & {*codes(samples)}


# issue --bo-sung


def it_adds_words_to_a_record_of_before(home: Project) -> None:
    before, _ = built(home)
    whole = record_of(home).read_bytes()
    keep_as_before_words(home)
    done = supplement(home, file_of(home))
    assert (done.record, codes(done)) == (record_of(home), [])
    assert record_of(home).read_bytes() == whole
    rename_everything(home)
    assert built(home)[0] == before


def it_makes_the_record_of_a_document_that_was_numbered_by_hand(tmp_path: Path) -> None:
    home = project(tmp_path, qd=ISSUED, kh=FULL)
    before, _ = built(home)
    assert supplement(home, file_of(home)).record == record_of(home)
    assert built(home)[1].findings == ()
    rename_everything(home)
    assert built(home)[0] == before


def it_keeps_what_was_signed_before_the_decree_in_the_form_nearest_to_it(tmp_path: Path) -> None:
    old = ISSUED.replace("ngay_ban_hanh: 15/7/2025", "ngay_ban_hanh: 12/4/2019").replace("nq_76_2021", "Xét yêu cầu công tác")
    home = project(tmp_path, qd=old, kh=PLAN)
    edit(home.content / "dung_chung" / "co_quan.yaml", "01/7/2021", "01/7/2016")
    before, checked = built(home)
    assert [(f.code, f.level) for f in checked.findings if f.code[0] == "F"] == [("F132", "info")]
    assert "ngày 12 tháng 4 năm 2019" in checked.sound[0].zones.ngay_thang.text
    assert supplement(home, file_of(home)).record == record_of(home)
    rename_everything(home)
    after, checked = built(home)
    assert after == before
    assert "F132" in codes(checked)


def it_adds_nothing_where_the_registers_print_something_else_today(home: Project) -> None:
    keep_as_before_words(home)
    edit(home.content / "dung_chung" / "co_quan.yaml", "Nguyễn Văn A", "Phạm Văn B")
    old = record_of(home).read_bytes()
    done = supplement(home, file_of(home))
    assert done.record is None
    assert [(found.code, found.level) for found in done.findings] == [("S113", "info"), ("S193", "error")]
    assert "“Nguyễn Văn A”, nay “Phạm Văn B”" in done.findings[1].message
    assert record_of(home).read_bytes() == old


def it_adds_nothing_where_the_registers_no_longer_suffice(home: Project) -> None:
    keep_as_before_words(home)
    edit(home.content / "dung_chung" / "can_cu.yaml", "ma: qd_3667_2024", "ma: qd_da_doi_ma")
    assert codes(supplement(home, file_of(home))) == ["S113", "S193"]


def it_adds_nothing_to_what_is_at_fault(home: Project) -> None:
    keep_as_before_words(home)
    edit(file_of(home, "kh"), "Bốn", "Năm")
    old = record_of(home).read_bytes()
    assert "C105" in codes(supplement(home, file_of(home)))
    assert record_of(home).read_bytes() == old
    record_of(home).write_text("{}", "utf-8")
    assert codes(supplement(home, file_of(home))) == ["S109"]
    assert record_of(home).read_text("utf-8") == "{}"


def it_has_nothing_to_add_to_kept_words(home: Project) -> None:
    old = record_of(home).read_bytes()
    assert supplement(home, file_of(home)) == Supplemented(())
    assert record_of(home).read_bytes() == old


def it_adds_nothing_to_drafts_and_attachments(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DRAFT, kh=PLAN)
    with pytest.raises(WrongUse, match="chưa có số và ngày"):
        supplement(home, file_of(home))
    with pytest.raises(WrongUse, match="ban hành bằng tệp ấy"):
        supplement(home, file_of(home, "kh"))


# A draft that was restored


def it_issues_again_what_git_has_made_a_draft_again(home: Project) -> None:
    file_of(home).write_text(DRAFT, "utf-8")
    edit(file_of(home, "kh"), "Bốn", "Năm")
    assert codes(check(home)) == ["S196", "R113"]
    assert not issue(home, file_of(home), "2230", DAY).findings
    again, checked = built(home)
    assert not checked.findings
    assert "Năm." in parts_of(again)["word/document.xml"].decode()


def it_does_not_mind_a_broken_record_beside_a_draft(home: Project) -> None:
    file_of(home).write_text(DRAFT, "utf-8")
    record_of(home).write_text("<<<<<<< HEAD", "utf-8")
    assert codes(check(home)) == ["S196", "R113"]
    assert not issue(home, file_of(home), "2230", DAY).findings
    assert not check(home).findings


# The form


def it_reads_what_it_wrote(home: Project) -> None:
    (bo,) = (checked := check(home)).sound
    words = checked.printed(bo)
    form = FORMS[VERSION_3]
    assert from_data(PrintedSet, json.loads(json.dumps(to_data(words, form))), form) == words


def it_tells_nothing_of_how_a_register_doubled_a_name_in_what_was_issued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = project(tmp_path, qd=DRAFT.replace("  - nq_76_2021", "  - luat_thu"), kh=PLAN)
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(
        "loai_du_lieu: can_cu\ncan_cu:\n  - ma: luat_thu\n    ten_loai: Luật\n    ngay_ban_hanh: 22/11/2019\n"
        "    trich_yeu: Luật Đầu tư công\n", "utf-8")
    with monkeypatch.context() as older:  # one that did not look for it
        older.setattr(doubled, "_in_act", lambda subject, act: iter(()))
        assert not issue(home, file_of(home), "2228", DAY).has_errors
    assert [each.code for each in check(home).findings] == []
