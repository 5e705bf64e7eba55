"""The path of a plan, `đơn vị/năm/mã` → its tasks and those of all that it attaches, read when somebody asks for it.

Nothing is told here of the faults of these files: who checks them is told. But of a plan that has some the tasks are
not believed, since one that was not read would seem not to be there.
"""

from collections.abc import Iterator

from vanban.facts.tasks import PlanTasks
from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.readers.build_document import build_document
from vanban.readers.catalogue import catalogue
from vanban.readers.library import Library
from vanban.readers.named_files import inside
from vanban.readers.skeleton import skeleton
from vanban.readers.typed_file import read_typed


class PlanFiles:
    """The plans of a content folder. Nodes of what is read have their origins in `places`."""

    def __init__(self, library: Library, registers: Registers, places: Places) -> None:
        self._library, self._registers, self._places = library, registers, places
        self._known: dict[str, PlanTasks] = {}

    def of(self, path: str) -> PlanTasks:
        """The tasks of the plan at `path`; what is wrong where there are none."""
        if path not in self._known:
            self._known[path] = self._read(path)
        return self._known[path]

    def _read(self, path: str) -> PlanTasks:
        folder, _, ma = path.rpartition("/")
        if path.count("/") != 2 or inside(self._library.root, folder) is None:
            return PlanTasks(fault=f"“{path[:200]}” không phải là kế hoạch nào trong content/.",
                             way_out="Ghi thư mục đơn vị, năm và mã, ví dụ nghe_an/2025/phu_luc_nhiem_vu.")
        texts = self._texts(folder)
        if ma not in texts:
            there = ", ".join(sorted(texts)) or "không có văn bản nào"
            where = f"content/{folder}"
            return PlanTasks(fault=f"Không có văn bản mã “{ma}” trong {where}.", way_out=f"Ở đó có: {there}.")
        read = list(self._documents(texts, ma))
        file = texts[ma][0]
        faults = [found for _, findings in read for found in findings if found.level == "error"]
        if faults:
            return PlanTasks(file=file, fault=f"{faults[0].file} còn lỗi ở dòng {faults[0].line}, chưa đối chiếu được.",
                             way_out="Sửa lỗi của kế hoạch trước (lệnh check nêu từng lỗi).")
        tasks = {task.ma: task for van_ban, _ in read if van_ban for group in van_ban.nhiem_vu for task in group.gom}
        if not tasks:
            return PlanTasks(file=file, fault=f"{file} không có mục nhiem_vu.",
                             way_out="Ghi phụ lục có bảng nhiệm vụ của kế hoạch.")
        leaders = {ma for task in tasks.values() for part in task.phan_cong for ma in part.chu_tri}
        return PlanTasks(tasks, {ma: self._registers.called(ma) for ma in leaders}, file)

    def _texts(self, folder: str) -> dict[str, tuple[str, bytes]]:
        """The documents below a folder, by id: the name and the bytes of each."""
        root = self._library.root
        found: dict[str, tuple[str, bytes]] = {}
        for entry in catalogue(root, [root / folder]).of("van_ban"):
            raw = self._library.bytes_of(entry)
            if isinstance(raw, bytes) and (seen := skeleton(raw.decode("utf-8", "replace"))):
                found.setdefault(str(seen["ma"]), (entry.name, raw))
        return found

    def _documents(
        self, texts: dict[str, tuple[str, bytes]], ma: str
    ) -> Iterator[tuple[VanBan | None, list[Finding]]]:
        """The document `ma` and what it attaches, each once, each with its faults."""
        waiting, seen = [ma], set[str]()
        while waiting:
            each = waiting.pop(0)
            if each in seen or each not in texts:
                continue
            seen.add(each)
            file = read_typed(*texts[each], self._library.schemas)
            if file.data is None:
                yield None, list(file.findings)
                continue
            van_ban, faults = build_document(file.source, file.data, self._places)
            waiting = [*van_ban.kem_theo, *waiting]
            yield van_ban, [*file.findings, *faults]
