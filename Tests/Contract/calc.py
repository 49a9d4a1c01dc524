"""Opens the comparisons of a site in LibreOffice Calc as the README says, and compares every number.

    python Tests/Contract/calc.py OUTPUT

Needs soffice with Calc, and openpyxl; `script/conformance-data` installs the second.
"""

import csv
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

import openpyxl

# Separated by commas, quoted, UTF-8, from the first line, as English (USA), numbers where they are some.
ENGLISH = "CSV:44,34,76,1,,1033,false,true"


def main() -> int:
    site = pathlib.Path(sys.argv[1])
    files = sorted(path for path in site.glob("tables/*.csv") if not path.stem.endswith("-display"))
    numbers = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", "xlsx", f"--infilter={ENGLISH}", "--outdir", folder, *map(str, files)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for path in files:
            sheet = openpyxl.load_workbook(pathlib.Path(folder) / f"{path.stem}.xlsx").active
            with path.open(newline="", encoding="utf-8") as file:
                records = list(csv.reader(file))
            money = [place for place, name in enumerate(records[0]) if name.endswith("usd")]
            cells = list(sheet.iter_rows(values_only=True))
            assert len(cells) == len(records), path
            for record, row in zip(records[1:], cells[1:]):
                for place in money:
                    if not record[place]:
                        assert row[place] is None, (path, record)
                        continue
                    assert isinstance(row[place], (int, float)), (path, record, row[place])
                    # A spreadsheet holds fifteen digits.
                    exact = Decimal(record[place])
                    assert abs(Decimal(str(row[place])) - exact) <= abs(exact) * Decimal("1e-14"), path
                    numbers += 1
    print(f"{len(files):6} CSV files in Calc\n{numbers:6} amounts in Calc")
    return 0 if numbers else 1


if __name__ == "__main__":
    sys.exit(main())
