"""What a keyboard can do, and what is there without a script."""

import re
import unittest

from pages import EVERY_PAGE, ONE_OF_EACH_KIND, PageTest

SORTABLE = [page for page in ONE_OF_EACH_KIND if "aria-sort" in page.read_text()]

# The text of every row, and what every head says of the order.
ROWS = """(() => [...document.querySelectorAll("table:has([aria-sort])")].map((table) => ({
  heads: [...table.querySelectorAll("[aria-sort]")].map((head) => head.ariaSort),
  rows: [...table.tBodies].flatMap((body) => [...body.rows])
    .map((row) => [...row.cells].map((cell) => cell.textContent)),
  order: table.querySelector(".order").textContent,
})))()"""


def amount(text):
    """The first number that a reader sees in a cell; None for words."""
    found = re.match(r"\s*\$?([0-9][0-9,]*(\.[0-9]+)?)", text)
    return float(found[1].replace(",", "")) if found else None


def natural(text):
    """Words as people sort them: `$3` before `$15`."""
    return [[int(part) if part.isdigit() else part for part in re.split(r"(\d+)", line.strip())]
            for line in text.casefold().splitlines()]


class Interaction(PageTest):
    def focus(self, selector, index=0):
        self.browser.evaluate(
            f"document.querySelectorAll({selector!r})[{index}].focus({{ focusVisible: true }})")

    def test_no_page_complains(self):
        for _ in self.each(EVERY_PAGE):
            self.assertEqual(self.complaints, [])

    def test_tables_say_the_order_that_they_have(self):
        for _ in self.each(SORTABLE, "no table can be sorted"):
            for table in self.browser.evaluate(ROWS):
                self.assertEqual(table["heads"].count("ascending"), 1)
                self.assertTrue(table["order"].startswith("Sorted by "))

    def test_the_keyboard_sorts_by_amount_both_ways(self):
        for _ in self.each(SORTABLE, "no table can be sorted"):
            heads = self.browser.evaluate(
                "[...document.querySelectorAll('th[aria-sort] button')].map((button) =>"
                " button.closest('th').classList.contains('figure'))")
            before = self.browser.evaluate(ROWS)
            self.assertTrue(heads)
            for index in range(len(heads)):
                self.focus("th[aria-sort] button", index)
                for key in ("Enter", "Space"):
                    self.browser.press(key)
                    self.check_order(before)

    def check_order(self, before):
        state = self.browser.evaluate("""(() => {
          const head = document.activeElement.closest("th");
          const table = head.closest("table");
          const heads = [...table.querySelectorAll("[aria-sort]")];
          const others = heads.filter((other) => other !== head && other.ariaSort !== "none");
          const middle = head.getBoundingClientRect();
          // A group's head stays above its rows, and each group has the order of its own.
          const bodies = [...table.tBodies].map((body) =>
            [...body.rows].filter((row, y) => y || !row.querySelector("[scope=rowgroup]")));
          const at = [...bodies[0][0].cells].findIndex((cell) =>
            Math.abs(cell.getBoundingClientRect().right - middle.right) < 1);
          return { way: head.ariaSort, others: others.length, order: table.querySelector(".order").textContent,
                   name: document.activeElement.firstChild.textContent,
                   groups: bodies.map((rows) => rows.map((row) => [row.cells[at].innerText,
                                                                   row.cells[at].dataset.value])) };
        })()""")
        self.assertIn(state["way"], ("ascending", "descending"))
        self.assertEqual(state["others"], 0, "two heads claim the order")
        self.assertEqual(state["order"], f"Sorted by {state['name']}, {state['way']}.")
        # A cell without a number to sort by comes last; the others are as a reader sees them.
        for rows in state["groups"]:
            keyed = [key is not None for _, key in rows]
            if any(keyed):
                self.assertEqual(keyed, sorted(keyed, reverse=True))
                seen = [amount(text) for text, key in rows if key and "-" not in key]
            else:
                seen = [natural(text) for text, _ in rows]
            self.assertEqual(seen, sorted(seen, reverse=state["way"] == "descending"))
        after = self.browser.evaluate(ROWS)
        self.assertEqual([sorted(table["rows"]) for table in after],
                         [sorted(table["rows"]) for table in before], "a row was lost or changed")

    def test_every_second_press_turns_the_order_round(self):
        for _ in self.each(SORTABLE, "no table can be sorted"):
            self.focus("th[aria-sort='none'] button")
            ways = []
            for _ in range(3):
                self.browser.press("Enter")
                ways.append(self.browser.evaluate("document.activeElement.closest('th').ariaSort"))
            self.assertEqual(ways, ["ascending", "descending", "ascending"])

    def test_notes_lead_to_their_cells_and_back_when_sorted(self):
        noted = [page for page in SORTABLE if 'class="table-notes"' in page.read_text()]
        for _ in self.each(noted, "no table has notes"):
            self.focus("th.figure[aria-sort] button")
            self.browser.press("Enter")
            astray = self.browser.evaluate(
                "[...document.querySelectorAll('.amounts sup a, .table-notes a')]"
                ".filter((link) => link.hash && !link.closest('.sources'))"
                ".filter((link) => link.pathname === location.pathname)"
                ".filter((link) => !document.getElementById(link.hash.slice(1))).length")
            self.assertEqual(astray, 0)

    def test_pages_are_complete_without_a_script(self):
        text = "document.querySelector('main').textContent.replace(/\\s+/g, ' ')"
        for page in self.each(ONE_OF_EACH_KIND):
            with_script = self.browser.evaluate(text)
            self.browser.allow_scripts(False)
            self.browser.open(page.as_uri())
            self.assertEqual(self.browser.evaluate(text), with_script)
            self.assertEqual(self.browser.evaluate("document.querySelectorAll('button').length"), 0)
            self.browser.allow_scripts(True)

    def test_the_keyboard_opens_and_closes_details(self):
        with_details = [page for page in ONE_OF_EACH_KIND if "<details>" in page.read_text()]
        for _ in self.each(with_details, "no page has details"):
            self.focus("details:not([open]) > summary")
            states = []
            for key in ("Enter", "Space"):
                self.browser.press(key)
                states.append(self.browser.evaluate(
                    "[document.activeElement.parentNode.open,"
                    " document.activeElement.nextElementSibling.checkVisibility()]"))
            self.assertEqual(states, [[True, True], [False, False]])

    def test_the_first_tab_leads_to_the_content(self):
        pages = [page for page in ONE_OF_EACH_KIND if 'class="skip"' in page.read_text()]
        for _ in self.each(pages, "no page has a frame"):
            self.browser.press("Tab")
            self.assertEqual(self.browser.evaluate("document.activeElement.hash"), "#main")
            self.browser.press("Enter")
            self.assertEqual(self.browser.evaluate("location.hash"), "#main")


if __name__ == "__main__":
    unittest.main()
