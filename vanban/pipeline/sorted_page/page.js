
"use strict";
(() => {
  const plain = words => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const rows = [...document.querySelectorAll("tbody tr")];
  const chosen = document.getElementById("chon"), counted = document.getElementById("dem");
  const words = chosen.querySelector("input"), buttons = [...chosen.querySelectorAll("button")];
  const found = new Map(rows.map(row => [row, plain(row.textContent)]));
  let flag = "";

  const show = () => {
    const asked = plain(words.value.trim()).split(/\s+/).filter(Boolean);
    let seen = 0;
    for (const row of rows) {
      const fits = (!flag || row.dataset.flags.split(" ").includes(flag)) && asked.every(each => found.get(row).includes(each));
      row.hidden = !fits;
      seen += fits;
    }
    counted.textContent = flag || asked.length ? `${seen}/${rows.length} dòng` : "";
  };
  const compare = (one, other) => typeof one === "number" ? one - other : one.localeCompare(other, "vi");
  const sorted = (table, column, way) => {
    const kind = table.tHead.rows[0].cells[column].dataset.kind;
    const value = row => kind === "number" ? Number(row.cells[column].dataset.key || "-1e99") : row.cells[column].dataset.key || row.cells[column].textContent;
    const body = table.tBodies[0];
    const ordered = [...body.rows].map((row, at) => [value(row), at, row]).sort((a, b) => way * compare(a[0], b[0]) || a[1] - b[1]);
    body.append(...ordered.map(each => each[2]));
  };
  words.addEventListener("input", show);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      flag = button.dataset.flag;
      for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
      show();
    });
  }
  for (const table of document.querySelectorAll("table")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      head.querySelector("button").addEventListener("click", () => {
        const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
        sorted(table, column, way);
      });
    });
  }
  chosen.hidden = false;
})();
