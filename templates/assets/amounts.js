// An amount that leads to its invoice opens it in place. Without this it is a link.
const pages = new Map();

const page = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

const file = (url) => url.pathname.replace(/index\.html$/, "");

// The invoice without its head, then what it has in common with others of its offer and workload.
const working = async (link) => {
  const address = link.href.split("#")[0];
  if (!pages.has(address)) pages.set(address, page(address));
  const all = await pages.get(address);
  const bill = all.getElementById(link.hash.slice(1));
  const [head, ...own] = bill.children;
  const offer = bill.parentNode.querySelectorAll(":scope > :not(article)");
  const name = head.firstChild.data.trim();
  const asked = [...all.querySelectorAll("#asked + * h3")].find((one) => one.textContent === name);
  const box = document.createElement("div");
  box.className = "working";
  const parts = [...own, ...offer, ...(asked?.parentNode.children ?? [])];
  box.append(...parts.map((part) => part.cloneNode(true)));
  for (const inside of box.querySelectorAll("[href]")) {
    const url = new URL(inside.getAttribute("href"), address);
    inside.href = file(url) === file(location) ? url.hash : url;
  }
  return box;
};

for (const link of document.querySelectorAll(".amounts td > [href*='#invoice_']")) {
  if (location.protocol === "file:") break; // none may fetch it
  let opened;
  link.ariaExpanded = false;
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      const box = await (opened ??= working(link));
      if (box.isConnected) box.remove();
      else link.closest("td").append(box);
      link.ariaExpanded = box.isConnected;
    } catch {
      location.assign(link.href);
    }
  });
}
