"""`build.py new`: a document to start from, and the entry of its body; it builds at once as a draft."""

import re
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import build
from tests.support.copies import ROOT, copy_project
from tests.support.examples import examples
from tests.support.wordml import w
from vanban.body_names import named
from vanban.commands import CLEAN
from vanban.doctypes import doctypes
from vanban.errors import WrongUse
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx
from vanban.pipeline.starting import Asked, Started, new

# An extract is of parts of a document that is there: it cannot be begun without them, and says so (S202).
KINDS = {name: kind for name, kind in doctypes().items() if name != "trich_sao"}
# The folder of a unit that no register knows, and the name of its body, if the officer gives it.
UNKNOWN = {
    "thanh_hoa": "", "ubnd_tinh": "Ủy ban nhân dân tỉnh Thanh Hóa", "thanh_pho": "Ủy ban nhân dân thành phố Hải Phòng",
    "xa": "Ủy ban nhân dân xã Hoằng Hóa", "hdnd": "Hội đồng nhân dân phường 5", "so": "Sở Y tế tỉnh Thanh Hóa",
    "so_khong_tinh": "Sở Giáo dục và Đào tạo", "phong": "Phòng Kinh tế xã Hoằng Hóa", "truong": "Trường Trung học cơ sở Lê Lợi",
    "benh_vien": "Bệnh viện Đa khoa tỉnh Thanh Hóa", "ban_chi_dao": "Ban Chỉ đạo chuyển đổi số", "cong_ty": "Công ty Cấp nước",
    "tinh_uy_moi": "Tỉnh ủy Thanh Hóa", "dang_uy": "Đảng ủy xã Hoằng Hóa", "ban_dang": "Ban Tổ chức Tỉnh ủy Thanh Hóa",
}
KNOWN = ("nghe_an", "so_noi_vu_nghe_an", "so_y_te_nghe_an", "xa_yen_thanh", "tinh_uy", "tinh_uy_nghe_an", "ha_tinh")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = copy_project(tmp_path)
    shutil.copytree(ROOT / "content", made.content, dirs_exist_ok=True)
    return made


def all_kinds(project: Project, don_vi: str, ten: str = "") -> dict[str, Started]:
    """A new document of every type that the body writes, each beginning from the same registers or the entry that the
    first one made."""
    started = {}
    for kind, each in KINDS.items():
        try:
            started[kind] = new(project, Asked(kind, don_vi, "2027", f"thu_{kind}", ten if each.frame else ""))
        except WrongUse as error:
            if "không có trong thể thức văn bản của" not in str(error):
                raise
    return started


def built(project: Project, don_vi: str, year: str = "2027") -> Checked:
    return check(project, [project.content / don_vi / year])


def questions(project: Project, checked: Checked) -> list[tuple[str, bool]]:
    """The runs of all drafts that ask, each with whether it is coloured."""
    found = []
    for bo in checked.sound:
        with ZipFile(BytesIO(docx(project, checked, bo))) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        for run in root.iter(w("r")):
            if "XEM" in (text := "".join(run.itertext(w("t")))):
                found.append((text, any(s.get(w("val")) == "VB_XemLai" for s in run.iter(w("rStyle")))))
    return found


UNITS = [*UNKNOWN.items(), *((don_vi, "") for don_vi in KNOWN)]


@pytest.mark.parametrize(("don_vi", "ten"), UNITS, ids=[don_vi for don_vi, _ in UNITS])
def it_builds_at_once_as_a_draft_and_tells_every_line_to_fill_in(don_vi: str, ten: str, project: Project) -> None:
    started = all_kinds(project, don_vi, ten)
    assert len(started) >= 8
    checked = built(project, don_vi)
    assert [f for f in checked.findings if f.level == "error"] == []
    assert len(checked.sound) == len(started)
    asked = questions(project, checked)
    assert len(asked) >= 3 * len(started)
    assert [text for text, is_coloured in asked if not is_coloured] == []
    for each in started.values():
        to_do = {(todo.file, todo.line) for todo in each.to_do}
        assert {place for path in each.written for place in lines_that_ask(project, path)} <= to_do
        for file, line in to_do:
            text = (project.root / file).read_text("utf-8").split("\n")[line - 1]
            assert "{XEM LẠI: " in text or text.strip("# ").startswith(("nguoi_ky:", "- ma:", "ma:", "khong_ghi_thay_mat: true"))


def lines_that_ask(project: Project, path: Path) -> set[tuple[str, int]]:
    file, lines = path.relative_to(project.root).as_posix(), path.read_text("utf-8").split("\n")
    assert not any("← điền" in line for line in lines)
    return {(file, at) for at, line in enumerate(lines, 1) if "{XEM LẠI: " in line and not line.startswith("#")}


@pytest.mark.parametrize(("don_vi", "kind"), [
    *(("thanh_hoa", kind) for kind, each in KINDS.items() if each.frame), ("so_noi_vu_nghe_an", "cong_van"),
    ("so_y_te_nghe_an", "bao_cao"),
])
def it_is_not_issued_while_it_asks(don_vi: str, kind: str, project: Project) -> None:
    started = new(project, Asked(kind, don_vi, "2027"))
    before = started.draft.read_bytes()
    assert "C101" in {f.code for f in issue(project, started.draft, "12", date(2027, 12, 31)).findings}
    assert started.draft.read_bytes() == before


ANSWERS = {
    "tên cơ quan": "Sở Thử nghiệm", "ký hiệu": "STN", "địa danh": "Thanh Hóa", "chức danh người đứng đầu": "Giám đốc",
    "cơ quan chủ quản": "UBND tỉnh Thanh Hóa", "tên tập thể ký TM., không có tập thể thì ghi: không": "không",
    "người ký": "nguyen_van_a", "chức vụ": "Phó Giám đốc", "căn cứ ban hành": "nq_76_2021", "đơn vị soạn thảo": "NV",
    "thư ký": "Lê Thị B", "chủ tọa": "Nguyễn Văn C",
}


@pytest.mark.parametrize(("ten", "title"), [
    ("Sở Y tế tỉnh Thử", "Phó Giám đốc"), ("Ủy ban nhân dân xã Thử", "Phó Chủ tịch"), ("Tỉnh ủy Thử", "Phó Bí thư"),
    ("Phòng Kinh tế xã Thử", "Phó Trưởng phòng"), ("Công an xã Thử", '"{XEM LẠI: chức vụ}"'),
])
def it_shows_a_signer_who_may_sign_for_that_body(ten: str, title: str, project: Project) -> None:
    register = new(project, Asked("bao_cao", "thu_nghiem", "2027", "thu", ten)).written[0].read_text("utf-8")
    assert f"        chuc_vu: {title}\n" in register


@pytest.mark.parametrize(("don_vi", "ten"), UNKNOWN.items(), ids=UNKNOWN)
def it_is_issued_once_every_question_is_answered(don_vi: str, ten: str, project: Project) -> None:
    """With the signer that the new register shows as a comment; a council's resolution says when it was passed (C157)."""
    started = {kind: each for kind, each in all_kinds(project, don_vi, ten).items() if KINDS[kind].frame}
    shared = next(path for each in started.values() for path in each.written if path.parent.name == "dung_chung")
    shared.write_text(answered(with_signer(shared.read_text("utf-8"))), "utf-8")
    for number, (kind, each) in enumerate(started.items(), 1):
        issued = f'vi_du: true\nso_van_ban: "{number}"\nngay_ban_hanh: 31/12/2027\n'
        if kind == "nghi_quyet" and don_vi == "hdnd":
            issued += "ky_hop: Khóa II, kỳ họp thứ 3\nngay_thong_qua: 30/12/2027\n"
        each.draft.write_text(answered(each.draft.read_text("utf-8")) + issued, "utf-8")
    found = [f"{f.file}:{f.line} {f.code} {f.message}" for f in built(project, don_vi).findings if f.level != "info"]
    assert [each for each in found if " R110 " not in each] == []


def with_signer(register: str) -> str:
    """With the signer that a new entry shows as a comment."""
    shown = r"^#(?=    nguoi_ky:|      - ma: nguyen|        (?:ho_ten|chuc_vu|tu_cach_ky|tu_ngay):)"
    return re.sub(shown, "", register, flags=re.M)


def answered(text: str) -> str:
    """`text` with an answer in place of every question, a likely one as it stands there."""
    def answer(question: re.Match[str]) -> str:
        asked = question[1]
        return asked[:-1] if asked.endswith("?") else ANSWERS.get(asked, "Chữ thử")

    return re.sub(r"\{XEM LẠI: ([^{}…]*)\}", answer, text)


@pytest.mark.parametrize(("kind", "don_vi"), [
    *((kind, "nghe_an" if "nha_nuoc" in each.viet_tat else "tinh_uy_nghe_an") for kind, each in KINDS.items()),
    ("quyet_dinh", "thanh_hoa"),
])
def it_shows_optional_keys_whose_examples_hold_once_the_sign_is_taken_away(kind: str, don_vi: str, project: Project) -> None:
    started = new(project, Asked(kind, don_vi, "2027", "thu"))
    before = {(f.code, f.message) for f in built(project, don_vi).findings}
    for path in started.written:
        text = path.read_text("utf-8")
        assert re.search(r"^#([a-z_ ]+):", text, re.MULTILINE)
        path.write_text(re.sub(r"^#(?! (?! ))", "", text[text.index("\n"):], flags=re.MULTILINE), "utf-8")
    found = [f for f in built(project, don_vi).findings
             if f.code[0] == "S" and f.level == "error" and (f.code, f.message) not in before]
    assert found == []


@given(ten=st.text(st.sampled_from("aăĐếƯ57 -/&(){}[]|#:;'\"*^\\%@!?>~`.,"), min_size=1, max_size=40)
       | st.builds(" ".join, st.lists(st.sampled_from(["Sở", "Y tế", "tỉnh", "xã", "Ban", "và", "Tỉnh ủy", "{x}", "[a", "|", "#", "'", "Trường"]), min_size=1)))
@settings(max_examples=examples(15))
def it_takes_any_name(ten: str, project_of_names: Project) -> None:
    if not ten.strip() or "|" in ten:
        return
    started = new(project_of_names, Asked("bao_cao", "don_vi", "2027", ten=ten))
    try:
        found = [f for f in built(project_of_names, "don_vi").findings if f.level == "error"]
        assert found == []
    finally:
        for path in started.written:
            path.unlink()


@pytest.fixture(scope="module")
def project_of_names(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_project(tmp_path_factory.mktemp("names"), samples=False)


@pytest.mark.parametrize(("ten", "said"), [
    ("Ủy ban nhân dân tỉnh Thanh Hóa", {"ten_dong": "Ủy ban nhân dân | tỉnh Thanh Hóa", "ky_hieu": "UBND", "dia_danh": "Thanh Hóa",
                                        "cap_truong": "Chủ tịch", "tap_the": "Ủy ban nhân dân", "ten_chu_quan": "UBND tỉnh Thanh Hóa"}),
    ("Ủy ban nhân dân phường 5", {"dia_danh": "{XEM LẠI: 5?}", "ky_hieu": "UBND"}),
    ("Sở Giáo dục và Đào tạo tỉnh Thanh Hóa", {"ten_dong": "Sở Giáo dục và Đào tạo", "ky_hieu": "{XEM LẠI: SGDĐT?}", "dia_danh": "Thanh Hóa",
                                               "cap_truong": "Giám đốc", "chu_quan": "Ủy ban nhân dân tỉnh Thanh Hóa"}),
    ("Trường Mầm non Hoa Mai", {"cap_truong": "Hiệu trưởng", "ky_hieu": "{XEM LẠI: ký hiệu}", "chu_quan": "{XEM LẠI: cơ quan chủ quản}"}),
    ("Tỉnh ủy Thanh Hóa", {"ho_so": "dang", "ky_hieu": "TU", "chu_quan": "Đảng bộ tỉnh Thanh Hóa", "tap_the": "{XEM LẠI: Ban Thường vụ?}"}),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy Thanh Hóa", {"ho_so": "dang", "ky_hieu": "{XEM LẠI: BTGDVTU?}", "chu_quan": "Tỉnh ủy Thanh Hóa"}),
    ("Hội Nông dân", {"cap_truong": "{XEM LẠI: chức danh người đứng đầu}"}),
])
def it_reads_from_a_name_what_is_certain_and_asks_the_rest(ten: str, said: dict[str, str]) -> None:
    assert named(ten).items() >= said.items()


def it_gives_the_entry_of_a_new_body_its_superior_and_uses_both_again(project: Project) -> None:
    new(project, Asked("cong_van", "so_y_te_thanh_hoa", "2026", ten="Sở Y tế tỉnh Thanh Hóa"))
    again = new(project, Asked("bao_cao", "so_y_te_thanh_hoa", "2026"))
    above = new(project, Asked("ke_hoach", "thanh_hoa", "2026", ten="Ủy ban nhân dân tỉnh  thanh hóa"))
    assert [path.name for path in (*again.written, *above.written)] == ["bao_cao.yaml", "ke_hoach.yaml"]
    assert "co_quan: so_y_te_thanh_hoa\n" in again.draft.read_text("utf-8")
    assert "co_quan: ubnd_thanh_hoa\n" in above.draft.read_text("utf-8")
    assert [f for f in built(project, "thanh_hoa", "2026").findings if f.level in ("error", "warning")] == []


def it_takes_what_the_registers_and_the_unit_know(project: Project) -> None:
    first = new(project, Asked("cong_van", "thanh_hoa", "2026", ten="Ủy ban nhân dân tỉnh Thanh Hóa"))
    for path in first.written:
        text = answered(path.read_text("utf-8"))
        path.write_text(with_signer(text) if path.parent.name == "dung_chung" else text, "utf-8")
    edited = first.draft.read_text("utf-8").replace("  - Như trên\n", '  - Như trên\n  - "[[lanh_dao_tinh]]"\n')
    first.draft.write_text(edited, "utf-8")
    again = new(project, Asked("cong_van", "thanh_hoa", "2026", "cong_van_hai"))
    text = again.draft.read_text("utf-8")
    assert "co_quan: ubnd_thanh_hoa\n" in text
    assert "nguoi_ky: nguyen_van_a\n" in text
    assert "luu: VT, NV\n" in text
    assert "don_vi_soan_thao: NV\n" in text
    assert 'noi_nhan:\n  - Như trên\n  - "[[lanh_dao_tinh]]"\n  - "{XEM LẠI: nơi nhận}"\n' in text
    assert [told.split(":")[0] for told in again.told] == [
        "Cơ quan ban hành", "Người ký", "Nhóm nơi nhận", "Lưu", "Đơn vị soạn thảo"]


def it_takes_no_open_question_for_what_the_unit_does(project: Project) -> None:
    new(project, Asked("cong_van", "thanh_hoa", "2026", ten="Ủy ban nhân dân tỉnh Thanh Hóa"))
    again = new(project, Asked("cong_van", "thanh_hoa", "2026", "cong_van_hai"))
    assert [told.split(":")[0] for told in again.told] == ["Cơ quan ban hành"]


@pytest.mark.parametrize(("kind", "builds"), [("trich_sao", False), ("sao_y", True), ("ke_hoach", True)])
def it_says_whether_the_draft_can_be_seen_at_once(kind: str, builds: bool, project: Project) -> None:
    started = new(project, Asked(kind, "nghe_an", "2027"))
    assert started.builds == builds
    assert builds == (not [each for each in built(project, "nghe_an", "2027").findings if each.level == "error"])


def it_tells_what_the_registers_do_not_say_yet_of_a_body_that_they_know(project: Project) -> None:
    new(project, Asked("bao_cao", "truong", "2026", ten="Trường Mầm non Hoa Mai"))
    again = new(project, Asked("to_trinh", "truong", "2026"))
    register = "content/dung_chung/co_quan_truong.yaml"
    lines = (project.root / register).read_text("utf-8").split("\n")
    told = [(lines[each.line - 1].split(":")[0].strip(), each.words) for each in again.to_do if each.file == register]
    assert told == [("ky_hieu", "ký hiệu"), ("dia_danh", "địa danh"), ("ten_goi", "tên gọi"),
                    ("- ma", "người ký: thêm mục nguoi_ky")]
    known = new(project, Asked("ke_hoach", "so_y_te_nghe_an", "2026"))
    assert [each.words for each in known.to_do][:2] == ["ký hiệu: thêm dòng ky_hieu", "người ký: thêm mục nguoi_ky"]


def it_begins_a_text_in_dieu_with_a_dieu(project: Project) -> None:
    text = new(project, Asked("dieu_le", "nghe_an", "2026")).draft.read_text("utf-8")
    assert """de_muc:
  - tieu_de: "{XEM LẠI: tiêu đề}"
    de_muc:
      - tieu_de: "{XEM LẠI: tiêu đề}"
        noi_dung: |
          {XEM LẠI: nội dung}
""" in text


def it_lets_the_officer_choose_where_several_sign(project: Project) -> None:
    text = new(project, Asked("bao_cao", "so_noi_vu_nghe_an", "2026")).draft.read_text("utf-8")
    assert 'nguoi_ky: "{XEM LẠI: người ký}"' in text
    assert "# Chọn một trong: pham_van_d (Giám đốc); hoang_thi_e (Phó Giám đốc, Cải cách hành chính" in text


def it_names_the_schema_for_the_editor(project: Project) -> None:
    for path in new(project, Asked("ke_hoach", "thanh_hoa", "2026", "kh_moi")).written:
        first = path.read_text("utf-8").split("\n", 1)[0]
        schema = (path.parent / first.partition("$schema=")[2]).resolve()
        assert schema.name == ("co_quan" if path.parent.name == "dung_chung" else "ke_hoach") + ".schema.json"
        assert schema.parent == project.root / "schemas"


def it_begins_noi_nhan_with_nhu_tren_where_somebody_is_addressed(project: Project) -> None:
    started = new(project, Asked("cong_van", "nghe_an", "2026"))
    assert "noi_nhan:\n  - Như trên\n" in started.draft.read_text("utf-8")


def it_never_writes_over_a_file(project: Project) -> None:
    path = new(project, Asked("ke_hoach", "nghe_an", "2026")).draft
    path.write_text("đã viết dở\n", "utf-8")
    with pytest.raises(WrongUse, match="đã có content/nghe_an/2026/ke_hoach.yaml"):
        new(project, Asked("ke_hoach", "nghe_an", "2026"))
    assert path.read_text("utf-8") == "đã viết dở\n"


def it_never_writes_over_a_register(project: Project) -> None:
    mine = project.content / "dung_chung" / "co_quan_thanh_hoa.yaml"
    mine.write_text("loai_du_lieu: co_quan\nco_quan: [{ma: khac, ten_goi: Khác}]\n", "utf-8")
    started = new(project, Asked("ke_hoach", "thanh_hoa", "2026"))
    assert [path.name for path in started.written] == ["co_quan_thanh_hoa_2.yaml", "ke_hoach.yaml"]
    assert mine.read_text("utf-8").endswith("[{ma: khac, ten_goi: Khác}]\n")


def it_asks_for_a_register_that_cannot_be_read_before_it_makes_another(project: Project) -> None:
    (project.content / "dung_chung" / "co_quan_x.yaml").write_text("loai_du_lieu: [co_quan\n", "utf-8")
    with pytest.raises(WrongUse, match="chưa đọc được sổ content/dung_chung/co_quan_x.yaml"):
        new(project, Asked("ke_hoach", "thanh_hoa", "2026"))
    assert not (project.content / "thanh_hoa").exists()


def it_does_not_take_an_id_that_is_given_in_the_folder(project: Project) -> None:
    with pytest.raises(WrongUse, match=r"đã có content/nghe_an/2025/ke_hoach_cchc.yaml"):
        new(project, Asked("quyet_dinh", "nghe_an", "2025", "ke_hoach_cchc"))


def it_names_an_attachment_in_its_parent(project: Project) -> None:
    parent = new(project, Asked("ke_hoach", "thanh_hoa", "2026")).draft
    before = parent.read_text("utf-8").split("\n")
    for ma in ("phu_luc_mot", "phu_luc_hai"):
        started = new(project, Asked("phu_luc", "thanh_hoa", "2026", ma, kem_theo="ke_hoach"))
        assert started.draft == parent
    after = parent.read_text("utf-8").split("\n")
    assert [line for line in after if line not in before] == ["kem_theo:", "  - phu_luc_mot", "  - phu_luc_hai"]
    checked = built(project, "thanh_hoa", "2026")
    assert [f for f in checked.findings if f.level == "error"] == []
    (bo,) = checked.sound
    assert [van_ban.ma for van_ban in bo] == ["ke_hoach", "phu_luc_mot", "phu_luc_hai"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked("ke_hoch", "nghe_an", "2026"), "có lẽ là “ke_hoach”"), (Asked("xyz", "nghe_an", "2026"), "có: "),
        (Asked("can_cu", "nghe_an", "2026"), "không có loại văn bản “can_cu”"),
        (Asked("ke_hoach", "../x", "2026"), "--don-vi"), (Asked("ke_hoach", "dung_chung", "2026"), "--don-vi"),
        (Asked("ke_hoach", "nghe_an", "26"), "--nam"), (Asked("ke_hoach", "nghe_an", "2026", "Kế hoạch"), "--ma"),
        (Asked("ke_hoach", "nghe_an", "2026", ten="Sở\x07"), "không in được"),
        (Asked("ke_hoach", "nghe_an", "2026", ten="Sở | Y tế"), "có dấu |"),
        (Asked("ket_luan", "nghe_an", "2026"), "Kết luận không có trong thể thức văn bản của cơ quan nhà nước"),
        (Asked("de_cuong", "nghe_an", "2026"), "là phụ lục: new phu_luc"),
        (Asked("dieu_le", "tinh_uy_nghe_an", "2026"), "Điều lệ không có trong thể thức văn bản của cơ quan Đảng"),
        (Asked("cong_dien", "x", "2026", ten="Tỉnh ủy Lào Cai"), "Công điện không có trong thể thức văn bản của cơ quan Đảng"),
        (Asked("phu_luc", "nghe_an", "2025", kem_theo="ke_hoach_ccch"), "không có văn bản “ke_hoach_ccch”; có: "),
        (Asked("phu_luc", "nghe_an", "2025", kem_theo="qd_ke_hoach_cchc"), "đã ban hành"),
        (Asked("cong_van", "nghe_an", "2025", kem_theo="qd_ke_hoach_cchc"), "Công văn không kèm theo văn bản khác"),
        (Asked("phu_luc", "nghe_an", "2025", ten="Sở Y tế"), "không ghi cùng --ten"),
    ],
)
def it_says_what_cannot_be(asked: Asked, said: str, project: Project) -> None:
    with pytest.raises(WrongUse, match=re.escape(said)):
        new(project, asked)


def it_tells_a_clerk_what_to_fill_in_and_what_to_run(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "ROOT", project.root)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["new", "quyet_dinh", "--don-vi", "thanh_hoa", "--nam", "2026", "--ten", "Sở Y tế tỉnh Thanh Hóa"]) == CLEAN
    said = capsys.readouterr().out
    assert "Đã tạo content/dung_chung/co_quan_thanh_hoa.yaml\nĐã tạo content/thanh_hoa/2026/quyet_dinh.yaml\n" in said
    assert "build.py report content/thanh_hoa/2026/quyet_dinh.yaml\n" in said
    assert re.search(r"^  content/dung_chung/co_quan_thanh_hoa.yaml:\d+ ký hiệu$", said, re.M)
    assert re.search(r"^  content/thanh_hoa/2026/quyet_dinh.yaml:\d+ trích yếu$", said, re.M)
