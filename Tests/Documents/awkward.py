"""A site whose offers have names that some markup language reads as its own."""

import json
import random
import shutil
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
SCENARIO = "awkward"
PIECES = (
    "a", "b1", "A word", " ", "|", "||", "|===", "\\", "\\\\", '"', "'", "''", "`", "``", "*", "**",
    "_", "__", "=", "===", "-", "--", "---", "+", "++", "#", "~", "^", "<<a>>", "<b>", "&", "&amp;",
    "[", "]", "[[", "{", "}", "{a}", "((a))", "(((a)))", "(C)", "(TM)", ".", "..", "...",
    ".. note::", "::", ":role:", "https://x.org/a_b", "www.x.org", "a@b.org", "link:x[y]",
    "image::a[]", "//", "////", "!", "!===", ",", ";", ";;", "%", "$", "$$", "$x$", "$1,440", "a|",
    "2+|", ".2+|", "1.", "1)", "iv)", "* x", "- x", ". x", "•", "é", "e\u0301", "👩‍🔬", "\u202f",
    "–", "—", "…", "“", "”", "‘", "’", "−", "×", "≥", "→", "word_", "`x`_", "|sub|", "[1]_",
    "\\textbf{x}", "\\\\[2pt]", "->", "<-", "=>", "C++", "NOTE: x", "term:: x", "pass:[x]",
    "footnote:[x]", "?`", "!`", "1,2", "12:30", "Z!",
)


def names(count, seed):
    """Names of several pieces, each once, as a site takes them: in one line, and not too long."""
    chance, found = random.Random(seed), {}
    while len(found) < count:
        text = " ".join("".join(chance.choices(PIECES, k=chance.randint(1, 5))).split())
        # A word of more characters than that would fit no label of a chart.
        if text and not text.startswith("\u0301") and max(map(len, text.split())) <= 40:
            found[text] = None
    return list(found)


def write(folder, count=400, seed=1):
    """Writes the site."""
    shutil.copytree(HOME / "Tests/SiteTests/Fixtures/site/content", folder / "content")
    offers = "".join(
        f"  - id: awkward-{place}\n    name: {json.dumps(name, ensure_ascii=False)}\n    rates:\n"
        "      - {usd_per_request: 0.002, source: charlie-pricing}\n"
        for place, name in enumerate(names(count, seed)))
    (folder / "content/rate-cards/awkward.yaml").write_text(
        f"name: Awkward\nsummary: Has odd names.\noffers:\n{offers}")
    rows = "".join(f"  - offer: awkward-{place}\n" for place in range(count))
    (folder / f"content/scenarios/{SCENARIO}.yaml").write_text(
        "title: Odd names\nquestion: What does it cost?\nsummary: Many offers.\nworkloads:\n"
        f"  - {{id: calls, name: Calls, requests: 2k}}\noffers:\n{rows}")
