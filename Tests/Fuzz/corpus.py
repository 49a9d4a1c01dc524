"""What libFuzzer begins with: the files of our own sites and tests, and the words in them.

    python3 Tests/Fuzz/corpus.py FOLDER

Writes `FOLDER/words`, and a folder for each input that `script/fuzz` knows.
"""

import re
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
SITES = (HOME / "Tests/SiteTests/Fixtures/site/content", HOME / "starter/content", HOME / "content")
# The first byte of what stands for content says of which kind it is, as ContentInput.swift reads it.
CONTENT = {"rate-cards/*.yaml": "r", "claims/*.yaml": "c", "sources.yaml": "o", "gallery.yaml": "g",
           "site.yaml": "t", "scenarios/*.yaml": "s"}
DOCUMENTS = (".md", ".mdx", ".html", ".adoc", ".rst", ".tex")
MOST = 20_000

# All that a template can say, of the model that TemplateInput.swift fills.
ROOT = ("xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:t=\"urn:breakeven:template\" "
        "t:model=\"Shown\"")
TEMPLATES = (
    "<p>{{ page.title }}</p>",
    "<p title=\"a {{ page.title }}\" id=\"{{ page.title }}\">x<br/>&amp;&#160;</p>",
    "<p t:if=\"page.isGood\">a</p><p t:else=\"\">b</p><p t:if=\"page.note\">{{ page.note }}</p>",
    "<ul><li t:for=\"word in page.words\">{{ word }}</li></ul>",
    "<ul><li t:for=\"item in page.items\" class=\"{{ item.name }}\"><b t:if=\"item.isGood\">"
    "{{ item.name }}</b></li></ul>",
    "<p><a href=\"{{ page.link }}\">{{ page.title }}</a><span t:remove=\"\">x</span></p>",
    "<p t:with=\"page.item\">{{ item.name }}</p><!-- a --><img src=\"a.svg\" alt=\"b\"/>",
    "<table><caption>a</caption><thead><tr><th scope=\"col\">a</th></tr></thead><tbody>"
    "<tr t:for=\"item in page.items\"><td>{{ item.name }}</td></tr></tbody></table>",
)


def files(pattern):
    """The files of all sites that a pattern finds."""
    return [path for site in SITES for path in sorted(site.glob(pattern))]


def literals(path):
    """The texts between three quotes of a Swift file, as they are meant."""
    found = re.findall(r'= """\n(.*?)\n    """', path.read_text(), re.DOTALL)
    return [text.strip().replace("\n    ", "\n").replace('\\"', '"') for text in found]


def seeds():
    """Each input with the texts that it begins with."""
    yield "content", [kind + path.read_text() for pattern, kind in CONTENT.items()
                      for path in files(pattern)]
    yield "page", [path.read_text() for path in files("pages/*.md")]
    yield "template", [f"<div {ROOT}>{body}</div>" for body in TEMPLATES]
    yield "schema", [path.read_text() for path in sorted((HOME / "templates/schema").glob("*.rng"))]
    yield "messages", [path.read_text() for path in sorted(
        [*(HOME / "templates/messages").glob("*.po"),
         *(HOME / "Tests/SiteTests/Fixtures").rglob("messages/*.po")])]
    documents = sorted((HOME / "Tests/InjectionTests/Fixtures").iterdir())
    yield "inject", [f"{DOCUMENTS.index(path.suffix)}{path.read_text()}" for path in documents]
    lists = literals(HOME / "Tests/ContentTests/Imports/PriceListTests.swift")
    yield "import", [("l" if text.startswith("{") else "g") + text for text in lists]


def words():
    """Names that occur in our own files, so that what is made up looks like them."""
    text = "\n".join(path.read_text() for folder in (*SITES, HOME / "templates")
                     for path in sorted(folder.rglob("*.*"))
                     if path.suffix in (".yaml", ".md", ".xhtml", ".svg", ".rng"))
    text += "\n".join(literals(HOME / "Tests/ContentTests/Imports/PriceListTests.swift"))
    found = re.findall(r"[a-z_]{3,}:|\b[a-z]+(?:_[a-z0-9]+)+\b|t:[a-z]+|</?[a-zA-Z]+", text)
    return sorted(set(found) | {"BEGIN breakeven:table id=", "END breakeven:table", "{{", "}}", "---"})


def main():
    folder = Path(sys.argv[1])
    for name, texts in seeds():
        if not texts:
            sys.exit(f"corpus.py: nothing to begin '{name}' with")
        (folder / name).mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts):
            # libFuzzer takes no longer ones, and the start of a file is one as well.
            (folder / name / f"seed-{number}").write_bytes(text.encode()[:MOST])
    quoted = (word.replace("\\", "\\\\").replace('"', '\\"') for word in words())
    (folder / "words").write_text("".join(f'"{word}"\n' for word in quoted))


if __name__ == "__main__":
    main()
