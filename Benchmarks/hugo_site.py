"""A Hugo site that publishes the pages of a built site again: same rows, same markup.

The markup is taken from the pages as they were published, so that it needs no upkeep here. A page
is cut before each table row and list item. Pieces with the same tags are of one kind, and each
kind is a branch of the template; where two pieces of a kind differ, in a text or an attribute,
there is a hole. What is the same everywhere stands in the template, so that Hugo has as little to
do as if somebody had written the template by hand.
"""

import dataclasses
import html
import json
import pathlib
import re
import shutil
from collections.abc import Iterator

TOKEN = re.compile(r"<(?:\"[^\"]*\"|[^>\"])*>|[^<]+")
ATTRIBUTE = re.compile(r"([\w:-]+)=\"([^\"]*)\"")

# A row is a piece; a page whose rows have too many forms is cut finer.
CUTS = (("<tr", "<li"), ("<tr", "<li", "<td", "<th", "<dd", "<details", "<sup"))
KINDS_AT_MOST = 24


class Mismatch(Exception):
    """Hugo's pages are not the ones that were asked for."""


def split_piece(piece: list[str]) -> tuple[str, list[str]]:
    """The markup of a piece with a mark for each hole, and what stands in the holes."""
    markup: list[str] = []
    values: list[str] = []
    for token in piece:
        if token.startswith("<"):
            markup.append(ATTRIBUTE.sub(r'\1="' + "\0" + '"', token))
            values += [html.unescape(value) for _, value in ATTRIBUTE.findall(token)]
        elif token.isspace():
            markup.append(token)
        else:
            markup.append("\0")
            values.append(html.unescape(token))
    return "".join(markup), values


def pieces(page: str, cut: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """A page from top to bottom, cut before certain tags."""
    piece: list[str] = []
    for token in TOKEN.findall(page):
        if piece and token.startswith(cut):
            yield split_piece(piece)
            piece = []
        piece.append(token)
    yield split_piece(piece)


@dataclasses.dataclass
class Kind:
    """Pieces with the same tags: the values that are the same in all of them, else `None`."""

    number: int
    markup: str
    common: list[str | None]
    count: int = 0
    before: set[int] = dataclasses.field(default_factory=set)
    after: set[int] = dataclasses.field(default_factory=set)

    def see(self, values: list[str]) -> None:
        """Keeps the values that were the same so far."""
        self.count += 1
        for index, value in enumerate(values):
            if self.common[index] != value:
                self.common[index] = None

    def hole(self, index: int) -> str:
        """The name of a hole, in lower case as Hugo makes all names."""
        return f"k{self.number}v{index}"

    def holes(self, values: list[str]) -> dict[str, str]:
        """The values that differ."""
        return {self.hole(index): value for index, value in enumerate(values)
                if self.common[index] is None}

    def branch(self) -> str:
        """The markup in Hugo's template language."""
        parts = self.markup.split("\0")
        text = parts[0]
        for index, (common, rest) in enumerate(zip(self.common, parts[1:], strict=True)):
            text += f"{{{{ .{self.hole(index)} }}}}" if common is None else escaped(common)
            text += rest
        return text


def escaped(value: str) -> str:
    """Text of a template; braces of its language would be read as a hole."""
    if "{{" in value:
        raise Mismatch(f"'{value}' cannot stand in a template")
    return html.escape(value)


def page_files(output: pathlib.Path) -> list[pathlib.Path]:
    """Every page of every scenario, in order."""
    return sorted(output.glob("scenarios/*/**/*.html"))


class Grammar:
    """How pages are cut, every kind of piece, and which kinds always stand together."""

    def __init__(self, output: pathlib.Path) -> None:
        for self.cut in CUTS:
            self.kinds: dict[str, Kind] = {}
            for path in page_files(output):
                self.read(path.read_text())
                if len(self.kinds) > KINDS_AT_MOST and self.cut != CUTS[-1]:
                    break
            else:
                break
        self.runs = self.joined()

    def read(self, page: str) -> None:
        """Learns the pieces of a page, and what they stand beside."""
        before = -1
        for markup, values in pieces(page, self.cut):
            if markup not in self.kinds:
                self.kinds[markup] = Kind(len(self.kinds), markup, list(values))
            kind = self.kinds[markup]
            kind.see(values)
            kind.before.add(before)
            if before >= 0:
                self.last.after.add(kind.number)
            self.last, before = kind, kind.number
        self.last.after.add(-1)

    def joined(self) -> list[list[Kind]]:
        """Kinds that only ever follow each other, as one: the frame of a page is no row."""
        kinds = list(self.kinds.values())
        runs: list[list[Kind]] = []
        for kind in kinds:
            if not self.continues(kind, kinds):
                runs.append([kind])
                while (following := self.only(runs[-1][-1].after, kinds)) and self.continues(
                        following, kinds):
                    runs[-1].append(following)
        return sorted(runs, key=lambda run: (-run[0].count, run[0].number))

    def continues(self, kind: Kind, kinds: list[Kind]) -> bool:
        """Whether a kind has one place only: after another that has nothing else after it."""
        before = self.only(kind.before, kinds)
        return before is not None and before.after == {kind.number} and before != kind

    @staticmethod
    def only(numbers: set[int], kinds: list[Kind]) -> Kind | None:
        """The single kind of a set, unless it is the edge of a page."""
        return kinds[next(iter(numbers))] if len(numbers) == 1 and -1 not in numbers else None

    def template(self) -> str:
        """One page: its pieces in turn, the most frequent kinds asked for first."""
        text = "{{ range index hugo.Data .Params.key }}"
        for index, run in enumerate(self.runs):
            text += f"{{{{ {'else ' if index else ''}if eq .kind \"{run[0].number}\" }}}}"
            text += "".join(kind.branch() for kind in run)
        return text + "{{ end }}{{ end }}\n"

    def data(self, page: str) -> list[dict[str, str]]:
        """What stands in the holes of a page, piece by piece."""
        starts = {run[0].number for run in self.runs}
        found: list[dict[str, str]] = []
        for markup, values in pieces(page, self.cut):
            kind = self.kinds[markup]
            if kind.number in starts:
                found.append({"kind": str(kind.number)})
            found[-1] |= kind.holes(values)
        return found

    def filled(self, data: list[dict[str, str]]) -> str:
        """The page that Hugo makes of its data; for a look at both without Hugo."""
        branches = {str(run[0].number): "".join(kind.branch() for kind in run)
                    for run in self.runs}
        return "".join(
            re.sub(r"\{\{ \.(\w+) \}\}", lambda hole: html.escape(piece[hole[1]]),
                   branches[piece["kind"]])
            for piece in data)


SETTINGS = {
    "baseURL": "https://example.com/",
    "title": "Benchmark",
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
}

# The front page and the list of scenarios, which every site has; one line for a page.
LIST = ("<!DOCTYPE html><html lang=\"en\"><head><title>{{ .Title }}</title></head><body><ul>"
        "{{ range .Site.RegularPages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>"
        "{{ end }}</ul></body></html>\n")


def write_hugo_site(output: pathlib.Path, folder: pathlib.Path) -> int:
    """Writes content, data and templates for Hugo from a built site; the number of pages.

    The rows are data files: that is some 7 % faster than rows in the front matter of each page.
    """
    grammar = Grammar(output)
    layouts = folder / "layouts"
    layouts.mkdir(parents=True)
    (folder / "hugo.json").write_text(json.dumps(SETTINGS))
    (layouts / "page.html").write_text(grammar.template())
    (layouts / "home.html").write_text(LIST)
    (layouts / "section.html").write_text(LIST)
    shutil.copytree(output / "assets", folder / "static" / "assets")
    paths = page_files(output)
    (folder / "data").mkdir()
    for path in paths:
        place = path.relative_to(output).parent
        key = "-".join(place.parts)
        page = folder / "content" / place.with_name(place.name + ".md")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(json.dumps({"title": place.name, "key": key}))
        data = json.dumps(grammar.data(path.read_text()), ensure_ascii=False)
        (folder / "data" / f"{key}.json").write_text(data)
    return len(paths)


def compare(ours: pathlib.Path, hugos: pathlib.Path, every: int = 97) -> int:
    """Compares pages of both, token by token and free of how characters are escaped.

    Returns: how many pages were compared.
    """
    paths = page_files(ours)[::every]
    for path in paths:
        place = path.relative_to(ours)
        for mine, other in zip(plain_tokens(path), plain_tokens(hugos / place), strict=True):
            if mine != other:
                raise Mismatch(f"{place}: '{other[:80]}' where '{mine[:80]}' was meant")
    return len(paths)


def plain_tokens(path: pathlib.Path) -> list[str]:
    """Tags and texts; what is white space only says nothing."""
    return [html.unescape(token).strip() for token in TOKEN.findall(path.read_text())
            if not token.isspace()]
