"""Copies (sao y, sao lục, trích sao): whether what each is a copy of is there and may be copied so (Điều 25 – 27)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vanban.doctypes import doctypes
from vanban.findings import Finding, finding
from vanban.lint.printed_otherwise import differences
from vanban.model.document import BoVanBan
from vanban.model.extract import extract, ids_to_extract, notes_in_order
from vanban.readers.content import Content
from vanban.readers.copied_files import CopiedFile, Unfit
from vanban.setting import Setting
from vanban.slips import Names
from vanban.writers.to_docx.as_printed import as_printed

_BY_FILE = "Có tệp PDF của văn bản ấy thì ghi “tep_sao” trong bản sao y, sao lục."


def findings_of_copies(
    content: Content, resolved: Sequence[BoVanBan], settings: Mapping[str, Setting]
) -> list[Finding]:
    """The faults of those of the resolved sets that are copies; `settings` by the file of the issuing document."""
    kinds = doctypes()
    copies = (bo for bo in resolved if kinds[bo.van_ban.loai_van_ban].is_copy)
    return [found for bo in copies for found in _Copy(content, bo, resolved, settings).findings()]


@dataclass(frozen=True, slots=True)
class _Copy:
    content: Content
    bo: BoVanBan
    resolved: Sequence[BoVanBan]
    settings: Mapping[str, Setting]

    def findings(self) -> Iterator[Finding]:
        van_ban = self.bo.van_ban
        if van_ban.sao_tu and van_ban.tep_sao:
            yield self._fault("R122", "tep_sao", "Bản sao ghi cả “sao_tu” và “tep_sao”.", "Giữ một trong hai dòng.")
        elif van_ban.sao_tu:
            yield from self._of_document()
        elif van_ban.tep_sao:
            yield from self._of_file()
        elif van_ban.loai_van_ban != "trich_sao":  # whose schema has told
            yield self._fault("R126", "loai_van_ban", "Bản sao không ghi sao từ đâu: máy chỉ in phần của bản sao, để "
                              "in hay ghép dưới trang cuối của bản chụp.",
                              "Muốn in cả văn bản thì ghi “sao_tu: <mã văn bản>”, hoặc “tep_sao: <tệp PDF>”.")

    def _fault(self, code: str, key: str, message: str, hint: str) -> Finding:
        return finding(code, self.content.places[self.bo.van_ban.origin_of(key)], message, hint)

    def _of_file(self) -> Iterator[Finding]:
        file = self.content.copied_file(self.bo)
        if isinstance(file, Unfit):
            yield self._fault("C165", "tep_sao", file.message, file.hint)
        elif isinstance(file, CopiedFile) and file.is_signed:
            yield self._fault("C166", "tep_sao", "Tệp PDF được sao có chữ ký số; in thêm phần của bản sao vào trang "
                              "cuối thì chữ ký số ấy không còn xác thực được trên tệp bản sao.",
                              "Bản sao để in ra giấy thì không cần làm gì; tệp gốc vẫn giữ nguyên, lưu cùng bản sao.")

    def _of_document(self) -> Iterator[Finding]:
        originals = self.content.originals_of(self.bo)
        if not originals:
            yield self._unknown()
            return
        near = originals[0]
        original = next((each for each in self.resolved if each.van_ban.origin == near.van_ban.origin), near)
        if unfit := self._unfit(original):
            yield self._fault("R123", "sao_tu", *unfit)
        elif self.bo.van_ban.phan_trich:
            yield from self._parts(original)
        if original.van_ban.do_mat:
            yield self._fault("R125", "sao_tu", f"“{original.van_ban.ma}” mang độ mật.",
                              "Sao văn bản mật theo pháp luật về bảo vệ bí mật nhà nước: hỏi người có thẩm quyền.")

    def _unknown(self) -> Finding:
        content, ma = self.content, self.bo.van_ban.sao_tu
        folder = content.file_of(self.bo.van_ban).rpartition("/")[0]
        beside = [each for each in content.sets if content.file_of(each.van_ban).rpartition("/")[0] == folder]
        parent = next((each.van_ban.ma for each in beside for part in each.kem_theo for van_ban in part
                       if van_ban.ma == ma), "")
        if parent:
            return self._fault("R122", "sao_tu", f"“{ma}” kèm theo “{parent}”, không sao riêng.",
                               f"Sao cả văn bản: “sao_tu: {parent}”; chỉ cần phần này thì trích sao, "
                               f"“phan_trich: [{ma}]”.")
        close = Names([each.van_ban.ma for each in beside if each.van_ban.origin != self.bo.van_ban.origin]).nearest(ma)
        return self._fault("R122", "sao_tu", f"Không tìm thấy văn bản được sao “{ma}” trong thư mục {folder}.",
                           f"Có phải “{close}”?" if close else _BY_FILE)

    def _unfit(self, original: BoVanBan) -> tuple[str, str] | None:
        """Why `original` may not be copied so, and what to do."""
        ma, kind = original.van_ban.ma, doctypes()[original.van_ban.loai_van_ban]
        own, day = self.bo.van_ban.loai_van_ban, self.bo.van_ban.ngay_ban_hanh
        setting = self.settings.get(self.content.file_of(original.van_ban))
        if not original.van_ban.is_issued:
            return f"“{ma}” còn là dự thảo, không sao được.", "Ban hành văn bản ấy trước."
        if own == "sao_luc" and original.van_ban.loai_van_ban != "sao_y":
            return (f"Sao lục là sao từ bản sao y, mà “{ma}” là {kind.ten_loai.lower()}.",
                    "Sao từ bản gốc, bản chính thì ghi “loai_van_ban: sao_y”.")
        if own != "sao_luc" and kind.is_copy:
            return (f"“{ma}” là bản sao; {doctypes()[own].ten_loai.lower()} là sao từ bản gốc, bản chính.",
                    "Sao từ bản sao y thì ghi “loai_van_ban: sao_luc”.")
        if setting and setting.the_thuc.ho_so != "nha_nuoc":
            return (f"“{ma}” là văn bản của Đảng; bản sao theo Nghị định 30/2020/NĐ-CP in lại văn bản của Nhà nước.",
                    "Sao từ tệp PDF đã ký của văn bản ấy: bản sao y, sao lục ghi “tep_sao: <tệp PDF>”.")
        if day and original.van_ban.ngay_ban_hanh and day < original.van_ban.ngay_ban_hanh:
            return (f"Ngày sao {day:%d/%m/%Y} trước ngày ban hành của “{ma}”.", "Xem lại hai ngày.")
        return None

    def _parts(self, original: BoVanBan) -> Iterator[Finding]:
        known = ids_to_extract(original)
        unknown = [ma for ma in self.bo.van_ban.phan_trich if ma not in known]
        names = Names(known)
        for ma in unknown:
            close = names.nearest(ma)
            yield self._fault("R124", "phan_trich", f"“{original.van_ban.ma}” không có phần nào mang mã “{ma}”.",
                              f"Có phải “{close}”?" if close else
                              "Ghi mã ở phần ấy của văn bản được sao (“ma: …” của điều, mục; “{#…}” cuối dòng).")
        if unknown or original.zones is None:
            return
        if not notes_in_order(extract(original, self.bo.van_ban.phan_trich)):
            yield self._fault("R123", "phan_trich", "Phần được trích có chú thích mà số không bắt đầu từ 1, máy chưa "
                              "in lại đúng số ấy được.", "Trích thêm phần có chú thích đứng trước.")
        frozen = self.content.frozen.get(self.content.file_of(original.van_ban))
        setting = self.settings[self.content.file_of(original.van_ban)]
        if frozen and frozen.loi_van and differences(
            frozen.loi_van, as_printed(original, setting.doctypes, setting.the_thuc)
        ):
            yield self._fault("R123", "phan_trich", f"Hôm nay máy in “{original.van_ban.ma}” khác bản đã lưu khi ban "
                              "hành nên chưa trích đúng nguyên văn được.",
                              "Sao y cả văn bản: máy in theo lời văn đã lưu.")
