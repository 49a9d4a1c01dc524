// An amount that leads to its invoice opens it in place. Without this it is a plain link.
const pages = new Map();

const page = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

const file = (url) => url.pathname.replace(/index\.html$/, "");

// The invoice without its head, and what went into all invoices of the offer.
const working = async (link) => {
  const address = link.href.split("#")[0];
  if (!pages.has(address)) pages.set(address, page(address));
  const bill = (await pages.get(address)).getElementById(link.hash.slice(1));
  const box = document.createElement("div");
  box.className = "working";
  box.append(...[...bill.cloneNode(true).children].slice(1));
  const own = box.querySelector(".inputs");
  const shared = bill.parentNode.querySelector(":scope > .inputs")?.cloneNode(true);
  if (own && shared) own.append(...shared.children);
  else if (shared) box.append(shared);
  // Links lead where they lead from the other page; those to this one stay on it.
  for (const inside of box.querySelectorAll("[href]")) {
    const url = new URL(inside.getAttribute("href"), address);
    inside.href = file(url) === file(location) ? url.hash : url;
  }
  return box;
};

for (const link of document.querySelectorAll("td .sum[href*='#invoice-']")) {
  // From a disk nothing can be fetched.
  if (location.protocol === "file:") break;
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
