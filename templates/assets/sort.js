// A head with 'aria-sort' gets a button that sorts.
for (const table of document.querySelectorAll("table:has(th[aria-sort])")) {
  const bodies = [...table.tBodies].map(({ rows }) => [...rows].filter((row) => row.cells[1]));
  const heads = [...table.tHead.querySelectorAll("[aria-sort]")];
  const stated = table.querySelector("[data-sorted]");
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // Heads may span.
  const columns = new Map();
  const takenUntil = [];
  [...table.tHead.rows].forEach((row, y) => {
    let x = 0;
    for (const head of row.cells) {
      while (takenUntil[x] > y) x++;
      columns.set(head, x);
      for (let n = head.colSpan; n > 0; n--) takenUntil[x++] = y + head.rowSpan;
    }
  });

  const compare = (a, b) => (isNaN(a) || isNaN(b) ? words.compare(a, b) : a - b);

  const sort = (head, name) => {
    const way = head.ariaSort === "ascending" ? "descending" : "ascending";
    const sign = way === "ascending" ? 1 : -1;
    for (const rows of bodies) {
      const cells = rows.map((row) => row.cells[columns.get(head)]);
      const key = cells.some((cell) => cell.dataset.value)
        ? (cell) => cell.dataset.value ?? "" : (cell) => cell.innerText;
      const keyed = cells.map((cell, y) => [key(cell), rows[y]]);
      // No number comes last; what is alike stays.
      keyed.sort(([a], [b]) => !a - !b || sign * compare(a, b));
      rows[0]?.parentNode.append(...keyed.map(([, row]) => row));
    }
    for (const other of heads) other.ariaSort = other === head ? way : "none";
    if (stated)
      stated.textContent = stated.dataset.sorted.split("|")[+(sign < 0)].replace("%", () => name);
  };

  for (const head of heads) {
    const button = document.createElement("button");
    const name = head.firstChild.textContent.trim();
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, name));
    head.append(button);
  }
}
