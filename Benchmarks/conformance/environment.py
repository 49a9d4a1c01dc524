"""The packages of the lists, in a virtual environment of their own."""

import re
import subprocess
import venv
from pathlib import Path

PACKAGES = ("genai-prices", "litellm")
# Prints what packages need, without the lower bounds: that a certificate store is a day younger than
# the newest that an index has would hold back a list by weeks.
NEEDS = """
import importlib.metadata, sys
from pip._vendor.packaging.requirements import Requirement
for name in sys.argv[1:]:
    for text in importlib.metadata.requires(name) or []:
        need = Requirement(text)
        if not need.marker or need.marker.evaluate({"extra": ""}):
            extras = f"[{','.join(need.extras)}]" if need.extras else ""
            bounds = [str(each) for each in need.specifier if each.operator in ("<", "<=", "==")]
            print(need.name + extras + ",".join(bounds))
"""


class NotInstalled(Exception):
    """The packages are not there, and cannot be got."""


def kept_versions(file):
    """The versions that a kept result is of, by package."""
    text = Path(file).read_text()
    return dict(re.findall(r"- list: (\S+)\n\s+version: \"([^\"]+)\"", text))


def installed(python):
    """The versions that are installed, by package; empty where there is no environment."""
    if not python.exists():
        return {}
    lines = subprocess.run([python, "-m", "pip", "list", "--format", "freeze"],
                           stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    return {name: version for name, _, version in (line.partition("==") for line in lines)
            if name in PACKAGES}


def install(python, names):
    """Installs packages and what they need."""
    def pip(*words):
        subprocess.run([python, "-m", "pip", "--disable-pip-version-check", "--retries", "2",
                        "--quiet", "install", *words], check=True, stderr=subprocess.DEVNULL)
    pip("--no-deps", "--upgrade", *names)
    needs = subprocess.run([python, "-c", NEEDS, *PACKAGES], stdout=subprocess.PIPE, text=True,
                           check=True).stdout.split()
    pip(*needs)


def interpreter(folder, versions=None):
    """The folder's interpreter with the packages, in some versions or in the newest there are.

    Raises `NotInstalled` where they are neither installed nor to be had.
    """
    python = folder / "venv/bin/python"
    before = installed(python)
    if versions and before == versions:
        return python
    try:
        if not before:
            venv.create(folder / "venv", with_pip=True)
        install(python, [f"{name}=={versions[name]}" if versions else name for name in PACKAGES])
    except subprocess.CalledProcessError as error:
        if versions or before.keys() != set(PACKAGES):
            raise NotInstalled("genai-prices and litellm cannot be installed from PyPI") from error
        print("PyPI cannot be asked for newer packages: those that are installed are used")
    return python
