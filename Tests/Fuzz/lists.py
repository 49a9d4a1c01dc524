"""Price lists of others made up by their structure, and imported by the built program.

    python3 Tests/Fuzz/lists.py --program .build/release/breakeven --seconds 60 [--seed 1]

The law: whatever a list says, `import` makes cards that can be read, or says where the list breaks
off, or that it has no price. What breaks it is kept, and its number given: `--only NUMBER` makes it again.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
IMPORTS = HOME / "Sources/Content/Imports"
TEXTS = ("acme", "Acme X", "", " ", "a/b:c", "é", "\\u0000", "\\n", "---", "{{x}}", "#", "a" * 100, "con",
         "1", "=1", "\\u202e", "..", "yes", "null", "~")
NUMBERS = ("0", "1e-06", "1.5e-05", "2.9999900000000002e-07", "1e-13", "0.01", "9999", "10001", "1e5", "-1",
           "1e400", "1e-9223372036854775808", "nan", "true", "\"1e-6\"", "null", "[]", "{}",
           "12345678901234567890", "3.3333333333333335e-07", "1e-29")
COUNTS = ("0", "128000", "200000", "-1", "1e3", "1.5", "9223372036854775807", "9223372036854775808")
HOURS = ("16:30-00:30", "00:00-24:00", "1:00-2:00", "23:59-00:01", "12:00-12:00", "-", "25:00-26:00",
         "00:30-16:30", "02:00-03:00")
AMOUNTS = ("Decimal('2')", "Decimal('0.5')", "Decimal('0')", "Decimal('10001')", "Decimal('-1')",
           "Decimal('0.0000001')", "None", "3", "x", "Decimal()")


def names(file, pattern):
    """The keys that a file of ours knows."""
    found = re.findall(pattern, (IMPORTS / file).read_text())
    if not found:
        sys.exit(f"lists.py: no keys in {file}")
    return found


FLAT = names("LiteLLMKeys.swift", r'"([a-z0-9_]+cost[a-z0-9_]*)"')
TIERS = names("LiteLLMKeys.swift", r'"([a-z]+)": "[a-z]+",')
NAMED = names("GenAIPriceKeys.swift", r'"([a-z0-9_]+(?:mtok|mchars|count|hours|gpixels|kpages))"')


def some(chance, most, make):
    """A few of something, between commas."""
    return ", ".join(make() for _ in range(chance.randrange(most)))


def key(chance):
    """A key of litellm, with what may stand behind it."""
    name = chance.choice(FLAT)
    if chance.random() < 0.2:
        name += f"_above_{chance.choice(('0', '128', '9223372036854776', '00128'))}k_tokens"
    if chance.random() < 0.1:
        name += f"_above_{chance.choice(('15s', '08s'))}_interval"
    if chance.random() < 0.2:
        name += "_" + chance.choice(("720p", "4K", "1.5", "0", "..", "1024"))
    return name + (f"_{chance.choice(TIERS)}" if chance.random() < 0.25 else "")


def entry(chance):
    """A model of litellm."""
    def price():
        return f'"{key(chance)}": {chance.choice(NUMBERS)}'

    def tier():
        return f'{{"range": [{chance.choice(COUNTS)}, 9], {price()}, {price()}}}'

    def window():
        days = some(chance, 4, lambda: chance.choice("1234567890"))
        return f'{{"hours_utc": "{chance.choice(HOURS)}", "weekdays": [{days}]}}'

    parts = [
        f'"litellm_provider": "{chance.choice(TEXTS)}"', f'"source": "{chance.choice(TEXTS)}"',
        f'"mode": "{chance.choice(("chat", "embedding", "video_generation", "realtime", ""))}"',
        *(price() for _ in range(chance.randrange(5)))]
    rare = (
        f'"tiered_pricing": [{some(chance, 4, tier)}]',
        f'"off_peak_pricing": {{{price()}, "hours_utc": "{chance.choice(HOURS)}", '
        f'"weekday_timezone": "{chance.choice(("UTC", "Asia/Shanghai", "Europe/Berlin"))}", '
        f'"windows": [{some(chance, 4, window)}]}}',
        f'"search_context_cost_per_query": {{"{chance.choice(TEXTS)}": {chance.choice(NUMBERS)}, '
        f'"search_context_size_high": {chance.choice(NUMBERS)}}}',
        f'"provider_specific_entry": {{"us": {chance.choice(NUMBERS)}, "fast": {chance.choice(NUMBERS)}}}',
        f'"regional_processing_uplift_multiplier_eu": {chance.choice(NUMBERS)}')
    parts += [part for part in rare if chance.random() < 0.3]
    chance.shuffle(parts)
    return f"{{{', '.join(parts)}}}"


def prices(chance):
    """A set of prices of genai-prices."""
    def amount():
        if chance.random() < 0.7:
            return chance.choice(AMOUNTS)
        tiers = some(chance, 4, lambda: f"Tier(start={chance.choice(COUNTS)}, "
                                        f"price={chance.choice(AMOUNTS)})")
        return f"TieredPrices(base={chance.choice(AMOUNTS)}, tiers=[{tiers}])"

    usual = ("input_mtok", "output_mtok", "cache_read_mtok")
    names = NAMED if chance.random() < 0.5 else usual
    return f"ModelPrice({some(chance, 4, lambda: f'{chance.choice(names)}={amount()}')})"


def constraint(chance):
    """When a set is active."""
    def hour():
        return f"datetime.time({chance.choice(('1', '4', '16, 30', '0', '23, 59', '12'))})"

    day = f"{chance.choice(('2025', '2026', '0'))}, {chance.choice(('1', '3', '12', '13'))}, 15"
    return chance.choice(("None", f"StartDateConstraint(start_date=datetime.date({day}))",
                          f"TimeOfDateConstraint(start_time={hour()}, end_time={hour()})", "Other()"))


def model(chance):
    """A model of genai-prices."""
    def choice():
        kind = chance.choice(("processing", "service_tier", "speed", "route", "x"))
        return f"'{kind}': '{chance.choice(('batch', 'flex', 'a b', 'é', '', 'null'))}'"

    sets = some(chance, 5, lambda: f"ConditionalPrice(constraint={constraint(chance)}, "
                                   f"prices={prices(chance)})")
    variants = some(chance, 4, lambda: f"PriceVariant(when={{{some(chance, 3, choice)}}}, "
                                       f"constraint={constraint(chance)}, prices={prices(chance)})")
    return (f"ModelInfo(id='{chance.choice(TEXTS)}', name='{chance.choice(TEXTS)}', "
            f"prices=[{sets}], price_variants=[{variants}])")


def made(chance):
    """A list, and which one it is."""
    if chance.random() < 0.5:
        entries = [f'"{chance.choice(TEXTS)}{place}": {entry(chance)}'
                   for place in range(chance.randrange(1, 30))]
        return "litellm", f"{{{', '.join(entries)}}}"
    return "genai-prices", ("\nproviders: list[Provider] = [Provider(id='acme', models=["
                            f"{some(chance, 20, lambda: model(chance))}])]")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one list")
    given = parser.parse_args()
    end = time.monotonic() + given.seconds
    number, broken = given.only or 0, 0
    with tempfile.TemporaryDirectory(prefix="breakeven-lists-") as folder:
        path = Path(folder, "list")
        while time.monotonic() < end:
            kind, text = made(random.Random(f"{given.seed} {number}"))
            path.write_text(text)
            said = subprocess.run(
                [str(Path(given.program).resolve()), "import", kind, str(path), "--source",
                 str(HOME / "starter"), "--read", "2026-11-01", "--dry-run", "--quiet"],
                capture_output=True, text=True, errors="replace", env={"SWIFT_BACKTRACE": "enable=no"})
            told = any(words in said.stderr + said.stdout
                       for words in ("cannot be read from here on", "holds no price that"))
            if said.returncode and not told:
                broken += 1
                kept = Path(tempfile.gettempdir(), f"list-{given.seed}-{number}")
                kept.write_text(text)
                print(f"{kept}, of {kind}, ended with {said.returncode}: "
                      f"{(said.stdout + said.stderr)[:400]}", flush=True)
            number += 1
            if given.only is not None:
                break
    print(f"{number} lists, {broken} that break the law")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
