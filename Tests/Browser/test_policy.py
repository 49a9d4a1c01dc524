"""What a page may do: the policy that it carries holds, and nothing of the page breaks it."""

import unittest

from pages import EVERY_PAGE, ONE_OF_EACH_KIND, SITE, PageTest, served

VIOLATIONS = """(() => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation",
                            (event) => violations.push(event.effectiveDirective));
})()"""


class Policy(PageTest):
    def test_every_page_has_one(self):
        for page in EVERY_PAGE:
            head = page.read_text().partition("</head>")[0]
            policy = head.find('http-equiv="Content-Security-Policy" content="default-src')
            first = min(place for place in map(head.find, ("<title", "<link", "<script"))
                        if place >= 0)
            self.assertTrue(0 < policy < first, f"{page}: no policy before what it is about")

    def test_no_page_breaks_it_on_a_disk(self):
        for _ in self.each(ONE_OF_EACH_KIND):
            self.assertEqual(self.complaints, [])
            self.assertTrue(self.browser.evaluate("document.styleSheets.length > 0 && "
                                                  "[...document.styleSheets].every((s) => s)"))

    def test_no_page_breaks_it_on_a_server(self):
        with served(SITE) as address:
            pages = [page for page in ONE_OF_EACH_KIND if page.is_relative_to(SITE)]
            for page in pages:
                complaints = self.browser.open(f"{address}/{page.relative_to(SITE)}")
                self.assertEqual(complaints, [], page)

    def test_styles_and_scripts_of_the_site_run(self):
        sortable = [page for page in ONE_OF_EACH_KIND if 'class="comparison amounts' in
                    page.read_text()]
        for _ in self.each(sortable, "no page has a table to sort"):
            margin = self.browser.evaluate("getComputedStyle(document.body).margin")
            self.assertNotEqual(margin, "8px", "the stylesheet does not apply")
            buttons = self.browser.evaluate("document.querySelectorAll('thead button').length")
            self.assertGreater(buttons, 0, "the script does not run")

    def test_what_is_put_into_a_page_does_not_run(self):
        for _ in self.each(ONE_OF_EACH_KIND[:1]):
            self.browser.evaluate(VIOLATIONS)
            self.browser.evaluate("""(() => {
              const box = document.createElement("div");
              document.body.append(box);
              box.innerHTML = '<img src="nothing.png" onerror="window.ran = 1">'
                + '<img src="https://elsewhere.invalid/a.png">';
              const script = document.createElement("script");
              script.textContent = "window.ran = 2";
              document.body.append(script);
              const link = document.createElement("a");
              link.href = "javascript:window.ran = 3";
              box.append(link);
              link.click();
            })()""")
            seen = self.browser.evaluate(
                "new Promise((done) => setTimeout(() => done("
                "[window.ran ?? 0, [...new Set(violations)].sort()]), 300))")
            self.assertEqual(seen[0], 0, "something ran")
            self.assertEqual(seen[1], ["img-src", "script-src-attr", "script-src-elem"])


if __name__ == "__main__":
    unittest.main()
