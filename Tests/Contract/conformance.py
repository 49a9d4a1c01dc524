"""Loads everything a site publishes for programs with the programs that people have.

    python Tests/Contract/conformance.py OUTPUT

Needs pandas, DuckDB and jsonschema; `script/conformance-data` installs them.
"""

import json
import pathlib
import sys
from decimal import Decimal

import duckdb
import jsonschema
import pandas

KINDS = {
    "scenario": "data/scenarios/*.json", "chart": "charts/*.json", "table": "tables/**/*.json",
    "metadata": "data/metadata/*.json",
    "provider": "data/providers/*.json", "claims": "data/claims.json",
    "conformance": "data/conformance.json", "manifest": "manifest.json",
}


def follow_schemas(site: pathlib.Path) -> int:
    """Every JSON file against the schema of its kind."""
    count = 0
    for kind, pattern in KINDS.items():
        if kind == "conformance" and not (site / pattern).exists():
            continue
        schema = json.loads((site / f"data/schema/{kind}.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for path in site.glob(pattern):
            validator.validate(json.loads(path.read_text()))
            count += 1
    return count


def load_every_csv(site: pathlib.Path) -> int:
    """No option is needed, numbers are numbers, and nothing begins like a formula."""
    count = 0
    for path in site.rglob("*.csv"):
        frame = pandas.read_csv(path)
        rows = duckdb.read_csv(str(path)).fetchall()
        assert len(frame) == len(rows), path
        texts = pandas.read_csv(path, dtype=str, keep_default_na=False, header=None)
        for cell in texts.to_numpy().ravel():
            if cell[:1] in "=+-@＝＋－＠" and cell:
                Decimal(cell)  # a plain number is no formula
        if not path.stem.endswith("-display"):
            for name in frame.columns:
                if name.endswith("usd"):
                    assert pandas.api.types.is_numeric_dtype(frame[name]), (path, name)
        count += 1
    return count


def add_up(site: pathlib.Path) -> int:
    """Totals of the comparison are those of the invoices' lines, in SQL as in the JSON."""
    count = 0
    for path in site.glob("data/scenarios/*.json"):
        data = json.loads(path.read_text())
        table = site / f"tables/{path.stem}"
        lines = duckdb.sql(f"""
            SELECT offer, workload, sum(CAST(usd AS DECIMAL(30,12)))
            FROM read_csv('{table}/invoices.csv', all_varchar = true) GROUP BY ALL""").fetchall()
        totals = duckdb.sql(f"""
            SELECT t.offer, t.workload, CAST(low_usd AS DECIMAL(30,12)), o.name
            FROM read_csv('{table}.csv', all_varchar = true) t
            JOIN read_csv('{table}/offers.csv', all_varchar = true) o USING (offer)
            WHERE low_usd IS NOT NULL""").fetchall()
        sums = {(offer, workload): usd for offer, workload, usd in lines}
        known = {(i["offer"], i["workload"]): Decimal(i["low_usd"]) for i in data["invoices"]}
        assert {(o, w): usd for o, w, usd, _ in totals} == known, path
        for key, usd in known.items():
            # A line whose price nobody states adds nothing to the least there is.
            assert (sums[key] or 0) == usd, (path, key)
            count += 1
    return count


def main() -> int:
    site = pathlib.Path(sys.argv[1])
    counts = {"JSON files": follow_schemas(site), "CSV files": load_every_csv(site),
              "totals added up": add_up(site)}
    for name, count in counts.items():
        print(f"{count:6} {name}")
    return 0 if all(counts.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
