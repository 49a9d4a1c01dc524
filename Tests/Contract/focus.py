"""Checks `breakeven export focus` by the rules of FOCUS 1.2, and with the FinOps validator.

    python Tests/Contract/focus.py PROGRAM FOLDER

FOLDER is that of a site. The newest `focus-validator` knows FOCUS 1.0, whose columns 1.2 still has;
what 1.2 adds is checked here. `script/conformance-data` installs it, with the old libraries it needs.
"""

import csv
import io
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

import focus_validator

# The mandatory columns of FOCUS 1.2, and whether they may be null.
MANDATORY = {
    "BilledCost": False, "BillingAccountId": False, "BillingAccountName": True,
    "BillingAccountType": True, "BillingCurrency": False, "BillingPeriodEnd": False,
    "BillingPeriodStart": False, "ChargeCategory": False, "ChargeClass": True,
    "ChargeDescription": True, "ChargePeriodEnd": False, "ChargePeriodStart": False,
    "ContractedCost": False, "EffectiveCost": False, "InvoiceIssuerName": False,
    "ListCost": False, "PricingQuantity": True, "PricingUnit": True, "ProviderName": False,
    "PublisherName": False, "ServiceCategory": False, "ServiceName": False,
    "ServiceSubcategory": False,
}
# What that validator calls some columns; the specification never had these names.
ALIASES = {"InvoiceIssuerName": "InvoiceIssuer", "ProviderName": "Provider",
           "PublisherName": "Publisher", "ResourceId": "ResourceID"}


def by_the_rules(rows: list[dict], words: str) -> None:
    for row in rows:
        for column, may_be_null in MANDATORY.items():
            assert column in row and (row[column] or may_be_null), (words, column)
        price, quantity = Decimal(row["ListUnitPrice"]), Decimal(row["PricingQuantity"])
        # A quantity without a last digit is rounded to twelve decimals.
        assert abs(price * quantity - Decimal(row["ListCost"])) < Decimal("1e-9"), (words, row)
        assert row["BillingPeriodStart"] <= row["ChargePeriodStart"] < row["ChargePeriodEnd"]
        assert row["ServiceSubcategory"] == "Generative AI" and row["ChargeClass"] == ""
        own = [name for name in row if not name[0].isupper()]
        assert all(name.startswith("x_") for name in own), own


def by_the_validator(rows: list[dict], folder: pathlib.Path, words: str) -> None:
    file = folder / "rows.csv"
    with file.open("w", newline="") as output:
        renamed = [{ALIASES.get(key, key): value for key, value in row.items()}
                   | {"ChargeType": row["ChargeCategory"]} for row in rows]
        writer = csv.DictWriter(output, fieldnames=list(renamed[0]))
        writer.writeheader()
        writer.writerows(renamed)
    # It looks for its list of currencies below the folder that it is run in.
    home = pathlib.Path(focus_validator.__file__).parent.parent
    run = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "focus-validator"), "--data-file", str(file),
         "--validate-version", "1.0"], cwd=home, capture_output=True, text=True, check=False)
    text = run.stdout + run.stderr
    assert run.returncode == 0 and "Validation succeeded" in text, (words, text[-2000:])


def main() -> int:
    program, site = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((site / "content" / "scenarios").glob("*.yaml")):
            for end in ("low", "high"):
                run = subprocess.run(
                    [program, "export", "focus", path.stem, "--end", end, "--source", site],
                    capture_output=True, text=True, check=True)
                rows = list(csv.DictReader(io.StringIO(run.stdout)))
                words = f"{path.stem} at the {end} end"
                assert rows, words
                by_the_rules(rows, words)
                by_the_validator(rows, pathlib.Path(folder), words)
                count += len(rows)
    print(f"{count:6} rows of FOCUS")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main())
