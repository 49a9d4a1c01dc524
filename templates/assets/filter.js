// A list or a table with a field above it shows what has all of the words in the field.
for (const filter of document.querySelectorAll(".filter")) {
  const field = filter.querySelector("input");
  const left = filter.querySelector(".left");
  const whole = filter.nextElementSibling;
  const items = [...whole.querySelectorAll(whole.matches(".folds") ? ":scope > li" : "tbody > tr:has(td)")];
  // Rows of one provider have its name above them.
  const groups = new Set(items.map((item) => item.parentNode.closest("tbody")));
  const texts = items.map((item) => item.querySelector("summary, th").textContent.toLowerCase());

  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/);
    let count = 0;
    items.forEach((item, place) => {
      item.hidden = !words.every((word) => texts[place].includes(word));
      if (!item.hidden) count++;
    });
    for (const group of groups) if (group) group.hidden = !group.querySelector("tr:not([hidden]):has(td)");
    left.textContent = count.toLocaleString(document.documentElement.lang);
  };

  field.addEventListener("input", apply);
  // Who follows a link to one that is left out wants to see it.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    field.value = "";
    apply();
    target.scrollIntoView();
  });
  filter.hidden = false;
  apply();
}
