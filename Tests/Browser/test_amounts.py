"""Amounts of a large table: they lead to their arithmetic, and a script opens it in place."""

import unittest

from pages import AXE, LARGE, LEADING, PageTest, served

# What a page says of its amounts: those that could be opened, and what is open.
STATE = """(() => {
  const links = [...document.querySelectorAll(".amounts td > [href*=invoice_]")];
  return {
    amounts: links.length,
    closed: links.filter((link) => link.ariaExpanded === "false").length,
    open: links.filter((link) => link.ariaExpanded === "true").length,
    boxes: document.querySelectorAll("td .working").length,
    focused: document.activeElement.ariaExpanded,
    fetched: performance.getEntriesByType("resource")
      .filter((entry) => entry.initiatorType === "fetch").length,
  };
})()"""

# The texts of an opened amount, and where its links lead.
OPENED = """(async () => {
  const link = document.activeElement;
  const box = link.closest("td").querySelector(".working");
  const page = new DOMParser().parseFromString(
    await (await fetch(link.href)).text(), "text/html");
  const bill = page.getElementById(link.hash.slice(1));
  const texts = (root, part) => [...root.querySelectorAll(part)].map((one) => one.textContent);
  const name = bill.querySelector("h3").firstChild.data.trim();
  const asked = [...page.querySelectorAll("section[aria-labelledby=asked] article")]
    .filter((one) => one.querySelector("h3").textContent === name);
  const stated = (part) => [...texts(bill, part), ...texts(bill.parentNode, `:scope > ${part}`),
    ...asked.flatMap((one) => texts(one, part))];
  const astray = [];
  for (const inside of box.querySelectorAll("a")) {
    const target = new DOMParser().parseFromString(
      await (await fetch(inside.href)).text(), "text/html");
    if (!target.getElementById(inside.hash.slice(1))) astray.push(inside.href);
  }
  return {
    steps: texts(box, "dl"), stated: texts(bill, "dl"),
    inputs: texts(box, ".inputs > li"), evidence: stated(".inputs > li"),
    remarks: texts(box, "p"), notes: stated("p"),
    heads: texts(box, "h3"), shared: stated("h3").slice(1), name,
    links: box.querySelectorAll("a").length, astray,
    here: [...box.querySelectorAll("a")].filter((one) => one.pathname === location.pathname).length,
    below: box.getBoundingClientRect().top >= link.getBoundingClientRect().bottom,
  };
})()"""


class Amounts(PageTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Below a folder, as `..` cannot leave the root of a server and would hide a wrong link.
        cls.address = f"{cls.enterClassContext(served(LARGE.parent))}/{LARGE.name}"

    def each_served(self):
        self.assertTrue(LEADING, "no table leads to its arithmetic")
        for path in LEADING:
            self.opened = str(path.relative_to(LARGE))
            self.complaints = self.browser.open(f"{self.address}/{self.opened}")
            yield path
        self.opened = None

    def focus(self, index):
        self.browser.evaluate(f"document.querySelectorAll('.amounts td > [href*=invoice_]')[{index}].focus()")

    def press(self, index, boxes):
        """Presses Enter on an amount and waits until as many as that are open."""
        self.focus(index)
        self.browser.press("Enter")
        self.browser.evaluate("""(async () => {
          for (let i = 0; i < 200; i++) {
            if (document.querySelectorAll("td .working").length === %d) return;
            await new Promise((done) => setTimeout(done, 20));
          }
        })()""" % boxes)
        return self.browser.evaluate(STATE)

    def follow(self, key="Enter"):
        """Presses a key that leads to another page, and waits for it."""
        self.browser.messages.clear()
        self.browser.press(key)
        self.browser.wait_for("Page.loadEventFired")
        return self.browser.evaluate("[location.href, !!document.querySelector('article:target')]")

    def test_enter_opens_and_closes_the_arithmetic_below_its_amount(self):
        for _ in self.each_served():
            self.assertEqual(self.complaints, [])
            before = self.browser.evaluate(STATE)
            self.assertEqual(before["amounts"], 60)
            self.assertEqual((before["closed"], before["boxes"]), (60, 0))
            for index in (0, 31):
                state = self.press(index, 1)
                self.assertEqual((state["open"], state["boxes"], state["focused"]), (1, 1, "true"))
                opened = self.browser.evaluate(OPENED)
                self.assertTrue(opened["steps"])
                self.assertEqual(opened["steps"], opened["stated"])
                self.assertEqual(opened["inputs"], opened["evidence"])
                self.assertEqual(opened["remarks"], opened["notes"])
                self.assertEqual(opened["heads"], opened["shared"])
                self.assertIn(opened["name"], opened["heads"])
                self.assertGreater(opened["links"], 0)
                self.assertEqual(opened["astray"], [])
                self.assertTrue(opened["below"])
                state = self.press(index, 0)
                self.assertEqual((state["open"], state["boxes"], state["focused"]),
                                 (0, 0, "false"))

    def test_sources_of_the_same_page_are_reached_without_leaving_it(self):
        for _ in self.each_served():
            self.press(0, 1)
            opened = self.browser.evaluate(OPENED)
            self.assertEqual(opened["here"], opened["links"])

    def test_the_page_of_arithmetic_is_fetched_once(self):
        for _ in self.each_served():
            for index in range(3):
                state = self.press(index * 20, index + 1)
            self.assertEqual((state["boxes"], state["fetched"]), (3, 1))

    def test_a_click_that_asks_for_another_tab_is_left_alone(self):
        for _ in self.each_served():
            left = self.browser.evaluate("""["ctrlKey", "metaKey", "shiftKey", "altKey"].map((key) => {
              const click = new MouseEvent("click", { bubbles: true, cancelable: true, [key]: true });
              let kept;
              const stop = (event) => { kept = !event.defaultPrevented; event.preventDefault(); };
              addEventListener("click", stop, { once: true });
              document.querySelector(".amounts td > [href*=invoice_]").dispatchEvent(click);
              return kept;
            })""")
            self.assertEqual(left, [True] * 4)
            self.assertEqual(self.browser.evaluate(STATE)["boxes"], 0)

    def test_what_cannot_be_fetched_is_followed(self):
        for _ in self.each_served():
            self.browser.evaluate("document.querySelector('.amounts td > [href*=invoice_]').href ="
                                  f" '{self.address}/gone/index.html#invoice_a'")
            self.focus(0)
            self.assertEqual(self.follow()[0], f"{self.address}/gone/index.html#invoice_a")

    def test_what_is_not_on_the_page_is_followed(self):
        for _ in self.each_served():
            self.browser.evaluate("document.querySelector('.amounts td > [href*=invoice_]').hash = 'invoice_of-nobody'")
            self.focus(0)
            self.assertTrue(self.follow()[0].endswith("/invoices/index.html#invoice_of-nobody"))

    def test_without_a_script_and_from_a_disk_it_is_a_link(self):
        for path in self.each_served():
            for allowed, address in ((False, f"{self.address}/{self.opened}"),
                                     (False, path.as_uri()), (True, path.as_uri())):
                self.browser.allow_scripts(allowed)
                self.assertEqual(self.browser.open(address), [])
                self.assertEqual(self.browser.evaluate(STATE)["closed"], 0)
                self.focus(7)
                there, is_there = self.follow()
                self.assertIn(f"/scenarios/{path.parent.name}/invoices/index.html#invoice_", there)
                self.assertTrue(is_there)
            self.browser.allow_scripts(True)

    def test_what_is_open_is_accessible_and_fits(self):
        axe = AXE.read_text()
        for _ in self.each_served():
            for index in range(5):
                self.press(index * 12, index + 1)
            self.browser.evaluate(axe)
            for scheme in ("light", "dark"):
                self.browser.emulate(scheme)
                found = self.browser.evaluate(
                    "axe.run({ resultTypes: ['violations'] }).then((result) => result.violations)")
                self.assertEqual([one["help"] for one in found], [], scheme)
            self.browser.emulate()
            for width in (768, 320):
                self.browser.resize(width)
                wide = self.browser.evaluate("document.scrollingElement.scrollWidth")
                self.assertLessEqual(wide, width)
            self.browser.resize(1200)


if __name__ == "__main__":
    unittest.main()
