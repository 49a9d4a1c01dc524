// Every head with 'aria-sort' gets a button that sorts. Without this nothing is missing.
for (const table of document.querySelectorAll("table:has(th[aria-sort])")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.querySelectorAll("[aria-sort]")];
  const stated = table.querySelector("caption .order");
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // Heads span rows and columns, so a place in a row is not yet a column.
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
    const cells = rows.map((row) => row.cells[columns.get(head)]);
    const hasKeys = cells.some((cell) => cell.dataset.value);
    const keyed = cells.map((cell, i) => ({
      row: rows[i],
      key: hasKeys ? cell.dataset.value ?? "" : cell.innerText,
    }));
    const way = head.ariaSort === "ascending" ? "descending" : "ascending";
    const sign = way === "ascending" ? 1 : -1;
    // No number comes last either way; what is alike keeps the order of the page.
    keyed.sort((a, b) => !a.key - !b.key || sign * compare(a.key, b.key));
    body.append(...keyed.map(({ row }) => row));
    for (const other of heads) other.ariaSort = other === head ? way : "none";
    if (stated) stated.textContent = `Sorted by ${name}, ${way}.`;
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
