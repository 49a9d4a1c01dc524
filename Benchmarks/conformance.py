"""Prices the same calls by genai-prices, by litellm and by Breakeven, and says where they differ.

Installs both packages from PyPI into a virtual environment in a folder, and imports the lists that
they carry. With KEEP=FILE what comes out is written as a site's content/conformance.yaml, with the
prices of the same model that the two lists state otherwise, as the engine reads both. Calls are random with a fixed seed. A difference of less than half a picodollar a line is
that of rounding each line once.
"""

import json
import os
import random
import subprocess
import sys
import venv
from decimal import Decimal
from pathlib import Path

DAY = "2026-11-21"
MOMENT = "sat 12:00"
CALLS = int(os.environ.get("CALLS", "3"))
SITE = """title: Conformance
tagline: Prices of public lists
description: The same calls, priced by several programs.
updated: 2026-11-21
licence: CC BY 4.0
"""
FIRST_SOURCE = """sources:
  - {id: none, title: None, publisher: None, read: 2026-11-21}
"""


# Where the prices differ, and why, by list and provider.
EXPLAINED = {
    ("genai-prices", "openrouter"):
        "a price that has no last digit (0.08333333333333333) is listed as not expressed",
    ("litellm", "fireworks_ai"):
        "its code, not its list, makes a price for cache reads where the list has none",
    ("litellm", "perplexity"): "the function that is called leaves out the fee for a request",
    ("litellm", "deepseek"): "it finds another entry of the provider under the name",
    ("litellm", "gemini"): "it finds another entry of the provider under the name",
}


def environment(folder):
    """The folder's interpreter, with both packages."""
    python = folder / "venv/bin/python"
    if not python.exists():
        venv.create(folder / "venv", with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "genai-prices", "litellm"], check=True)
    return python


def priced(folder, kind, packages, calls):
    """What Breakeven makes of a list, and of calls: a text for each of them."""
    site = folder / kind
    for name, text in (("site.yaml", SITE), ("sources.yaml", FIRST_SOURCE)):
        (site / "content").mkdir(parents=True, exist_ok=True)
        (site / "content" / name).write_text(text)
    lines = "".join("\t".join(call) + "\n" for call in calls)
    (site / "calls.tsv").write_text(lines)
    run = [os.environ["BREAKEVEN"], "import", kind, str(packages), "--read", DAY, "--source", str(site)]
    share = json.loads(subprocess.run(
        [*run, "--dry-run", "--format", "json"], stdout=subprocess.PIPE, text=True,
        check=True).stdout)
    for key in share["not_expressed"]:
        print(f"not expressed: {key['key']} ({key['entries']})")
    print(f"expressed {share['expressed']} of {share['entries']} priced entries")
    result = subprocess.run(
        [*run, "--calls", str(site / "calls.tsv")], stdout=subprocess.PIPE, text=True, check=True)
    return share, result.stdout.splitlines()


def compare(kind, calls, theirs, ours, exact):
    """Prints how many calls have the same price, and the first that do not."""
    equal, rounded, other = 0, 0, []
    for call, their, our in zip(calls, theirs, ours):
        try:
            difference = abs(Decimal(our) - their)
        except ArithmeticError:
            other.append((call, their, our))
            continue
        lines = call[4].count(",") + 1
        # Their sums of binary fractions are off by some units in the last place.
        noise = Decimal(0) if exact else abs(their) * Decimal("1e-12")
        if difference == 0:
            equal += 1
        elif difference <= Decimal("0.5e-12") * lines + noise:
            rounded += 1
        else:
            other.append((call, their, our))
    print(f"{kind}: {len(calls)} calls, {equal} equal, {rounded} but for rounding, {len(other)} other")
    reasons = {}
    for call, their, our in other:
        reasons.setdefault((call[0], our if not our[:1].isdigit() else "amount"), []).append(
            (call, their, our))
    for (provider, reason), cases in sorted(reasons.items(), key=lambda item: -len(item[1]))[:25]:
        call, their, our = cases[0]
        print(f"  {len(cases)} x {provider}: {' '.join(call[1:])}: theirs {their}, ours {our}")
        print(f"    {EXPLAINED.get((kind, provider), 'not explained')}")
    known = [call[0] for call, _, _ in other if (kind, call[0]) in EXPLAINED]
    return {
        "equal": equal, "rounding": rounded, "explained": len(known),
        "unexplained": len(other) - len(known),
        "reasons": [{"provider": provider, "calls": known.count(provider),
                     "text": EXPLAINED[kind, provider][0].upper()
                     + EXPLAINED[kind, provider][1:] + "."}
                    for provider in sorted(set(known))]}


def inputs(chance):
    """Input and output tokens of a call, short ones and some that are longer than any step."""
    return chance.choice([7, 1_000, 31_999, 128_000, 200_000, 200_001, 272_001, 600_000]), (
        chance.choice([0, 1, 500, 4_096]))


def genai_calls():
    """Calls of genai-prices' models: what is asked of us, and the amount that the package says."""
    from datetime import datetime, timezone

    from genai_prices.data import providers
    from genai_prices.types import ModelPrice, Usage
    from genai_prices.units import _get_registry

    chance = random.Random(1)
    names = {
        "cache_read_tokens": "cached_input_tokens", "cache_write_tokens": "cache_write_input_tokens",
        "cache_write_1h_tokens": "1_hour_cache_write_input_tokens",
        "cache_write_5m_tokens": "5_minute_cache_write_input_tokens",
        "input_audio_tokens": "audio_input_tokens", "output_audio_tokens": "audio_output_tokens",
        "input_image_tokens": "image_input_tokens", "output_image_tokens": "image_output_tokens",
        "input_video_tokens": "video_input_tokens", "output_video_tokens": "video_output_tokens",
        "output_reasoning_tokens": "reasoning_output_tokens",
        "output_citation_tokens": "citation_output_tokens", "web_searches": "web_searches",
        "storage_searches": "file_searches", "audio_seconds": "seconds_of_audio",
        "input_audio_seconds": "seconds_of_audio_read", "input_characters": "characters_read",
        "input_document_pages": "pages", "input_annotated_document_pages": "annotated_pages",
        "input_text_messages": "messages",
        "cache_audio_read_tokens": "cached_audio_input_tokens",
        "cache_image_read_tokens": "cached_image_input_tokens",
    }
    moment = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
    axes = {"processing": "tier", "service_tier": "tier", "speed": "mode", "search_type": "mode",
            "route": "region"}
    calls, amounts = [], []
    for provider in providers:
        for model in provider.models:
            sets = [model.prices] if isinstance(model.prices, ModelPrice) else [
                price.prices for price in model.prices]
            units = [_get_registry().unit_for_price_key(key) for price in sets
                     for key, value in price.__dict__.items() if value is not None]
            keys = sorted({unit.usage_key for unit in units})
            if not keys:
                continue
            contexts = [None] + [variant.when for variant in model.price_variants or []]
            for number in range(max(CALLS, len(contexts))):
                read, written = inputs(chance)
                # A model that writes nothing has no price for it; theirs is zero, ours is open.
                written = written if "output_tokens" in keys else 0
                read = read if "input_tokens" in keys else 0
                usage = {"input_tokens": read, "output_tokens": written}
                for key in keys:
                    if key in ("input_tokens", "output_tokens", "requests"):
                        continue
                    if key.startswith("output"):
                        usage[key] = written // 5
                    elif key.endswith("tokens"):
                        usage[key] = read // 8
                    else:
                        usage[key] = chance.randrange(0, 90)
                if "audio_seconds" in usage and "input_audio_seconds" in usage:
                    usage["input_audio_seconds"] = usage["audio_seconds"]
                if usage.get("cache_write_1h_tokens") and "cache_write_tokens" in usage:
                    usage["cache_write_1h_tokens"] //= 2
                if "input_annotated_document_pages" in usage:
                    usage["input_annotated_document_pages"] = usage.get("input_document_pages", 9) // 2
                if provider.id == "groq":
                    for key in ("audio_seconds", "input_audio_seconds"):
                        if key in usage:
                            usage[key] += 10
                context = contexts[number % len(contexts)]
                try:
                    amount = model.calc_price(
                        Usage(**usage), provider, genai_request_timestamp=moment,
                        price_context=context).total_price
                except ValueError:
                    continue
                chosen = ",".join(
                    f"{axes[key]}={''.join(c if c.isalnum() else '-' for c in value.lower())}"
                    for key, value in (context or {}).items()) or "-"
                counts = [f"{names.get(key, key)}={value}" for key, value in usage.items()
                          if key in ("input_tokens", "output_tokens") or key in keys]
                calls.append((provider.id, model.id, chosen, MOMENT,
                              ",".join(counts + ["requests=1"])))
                amounts.append(str(amount))
    return calls, amounts


def litellm_calls():
    """Calls of litellm's models that are priced by the token."""
    from litellm import model_cost
    from litellm.litellm_core_utils.llm_cost_calc.utils import generic_cost_per_token
    from litellm.types.utils import PromptTokensDetailsWrapper, Usage

    chance = random.Random(2)
    calls, amounts = [], []
    for key, entry in model_cost.items():
        provider, mode = entry.get("litellm_provider"), entry.get("mode")
        if key == "sample_spec" or mode not in ("chat", "completion", "responses", "embedding"):
            continue
        if "input_cost_per_token" not in entry and "tiered_pricing" not in entry:
            continue
        if entry.get("off_peak_pricing"):
            continue
        tiers = [None] + [tier for tier in ("priority", "flex")
                          if f"input_cost_per_token_{tier}" in entry]
        for number in range(CALLS):
            read, written = inputs(chance)
            if entry.get("output_cost_per_token") is None and "tiered_pricing" not in entry:
                written = 0
            cached, stored = read // 4, read // 8
            tier = tiers[number % len(tiers)]
            usage = Usage(
                prompt_tokens=read, completion_tokens=written, total_tokens=read + written,
                prompt_tokens_details=PromptTokensDetailsWrapper(
                    cached_tokens=cached, cache_creation_tokens=stored),
                cache_creation_input_tokens=stored, cache_read_input_tokens=cached)
            try:
                amount = sum(generic_cost_per_token(
                    model=key, usage=usage, custom_llm_provider=provider, service_tier=tier))
            except Exception:
                continue
            calls.append((provider, key, f"tier={tier}" if tier else "-", MOMENT,
                          f"input_tokens={read},output_tokens={written},"
                          f"cached_input_tokens={cached},cache_write_input_tokens={stored},"
                          "requests=1"))
            amounts.append(repr(amount))
    return calls, amounts


# What the two lists call the same provider.
SAME = {"openai": "openai", "anthropic": "anthropic", "google": "gemini", "mistral": "mistral",
        "deepseek": "deepseek", "x-ai": "xai", "groq": "groq", "cohere": "cohere",
        "perplexity": "perplexity", "fireworks": "fireworks_ai", "together": "together_ai",
        "openrouter": "openrouter", "cerebras": "cerebras", "moonshotai": "moonshot"}
# Prices of a short request, which no step of the context changes.
UNITS = {"million-input-tokens": "input_tokens=1000",
         "million-output-tokens": "input_tokens=0,output_tokens=1000",
         "million-cached-input-tokens": "input_tokens=1000,cached_input_tokens=1000"}
# The same without any tokens: what a list charges for it is a fee for the request.
FEE = "input_tokens=0,output_tokens=0"


def disagreements(folder, packages, calls):
    """Prices of models that both lists have under one name, and state otherwise."""
    theirs = {(call[0], call[1]) for call in calls["litellm"]}
    models = []
    for provider, model in sorted({(call[0], call[1]) for call in calls["genai-prices"]}):
        other = SAME.get(provider)
        # One model of a provider may be called what another is with the provider before it.
        for key in (f"{other}/{model}", model):
            if (other, key) in theirs:
                models.append(((provider, model), (other, key)))
                break
    def answers(counts):
        return list(zip(*(
            priced(folder, kind, packages, [
                (*names[place], "-", MOMENT, counts + ",requests=1") for names in models])[1]
            for place, kind in enumerate(("genai-prices", "litellm")))))

    found, fees, whole = [], answers(FEE), {}
    for unit, counts in UNITS.items():
        for (name, _), ours, fee in zip(models, answers(counts), fees):
            try:
                dollars = [(Decimal(text) - Decimal(none)) * 1000 for text, none in zip(ours, fee)]
            except ArithmeticError:
                continue
            if unit == "million-input-tokens":
                whole[name] = dollars
            elif "cached" in unit and any(
                    part == all_ for part, all_ in zip(dollars, whole.get(name, dollars))):
                # A list without a price for cached input says nothing of it.
                continue
            if dollars[0] != dollars[1]:
                found.append({"model": "/".join(name), "unit": unit, "prices": [
                    {"list": kind, "usd": f"{price.normalize():f}"}
                    for kind, price in zip(("genai-prices", "litellm"), dollars)]})
    print(f"{len(models)} models in both lists, {len({case['model'] for case in found})} differ")
    return found


def written(results, found):
    """The result as a site's content has it."""
    def mapping(pairs):
        return "{" + ", ".join(f"{key}: {json.dumps(value)}" for key, value in pairs.items()) + "}"

    lines = ["# Written by script/conformance, with KEEP set to this file.",
             "# yaml-language-server: $schema=schema/conformance.schema.json",
             f"day: {DAY}", "lists:"]
    for kind, (share, compared) in results.items():
        program = {"litellm": "generic_cost_per_token", "genai-prices": "calc_price"}[kind]
        lines += [f"  - list: {kind}", f"    version: {json.dumps(share['version'])}",
                  f"    url: https://pypi.org/project/{kind}/",
                  f"    entries: {share['entries']}", f"    expressed: {share['expressed']}",
                  "    features:", *(f"      - {mapping(each)}" for each in share["features"])]
        if share["not_expressed"]:
            lines += ["    missing:", *(f"      - {mapping(each)}" for each in share["not_expressed"])]
        reasons = compared.pop("reasons")
        lines += ["    calls:", f"      program: {kind} {share['version']}, {program}",
                  *(f"      {key}: {count}" for key, count in compared.items())]
        if reasons:
            lines += ["      reasons:", *(f"        - {mapping(each)}" for each in reasons)]
    if found:
        lines.append("disagreements:")
    for case in found:
        lines += [f"  - model: {json.dumps(case['model'])}", f"    unit: {case['unit']}",
                  "    prices:",
                  *(f"      - {{list: {each['list']}, usd: {each['usd']}}}" for each in case["prices"])]
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) > 2 and sys.argv[1] in ("genai-prices", "litellm"):
        calls, amounts = genai_calls() if sys.argv[1] == "genai-prices" else litellm_calls()
        Path(sys.argv[2]).write_text(json.dumps([calls, amounts]))
        return 0
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    python = environment(folder)
    packages = next((folder / "venv/lib").glob("python3*/site-packages"))
    results, asked = {}, {}
    for kind in ("genai-prices", "litellm"):
        answers = folder / f"{kind}.json"
        # Both packages look for newer prices on the net unless they are told not to.
        surroundings = dict(os.environ, LITELLM_LOCAL_MODEL_COST_MAP="True")
        subprocess.run([python, __file__, kind, answers], check=True, env=surroundings)
        calls, amounts = json.loads(answers.read_text())
        asked[kind] = [tuple(call) for call in calls]
        share, ours = priced(folder, kind, packages, asked[kind])
        results[kind] = (share, compare(
            kind, asked[kind], [Decimal(amount) for amount in amounts], ours,
            kind == "genai-prices"))
    differences = sum(compared["unexplained"] for _, compared in results.values())
    if os.environ.get("KEEP"):
        found = disagreements(folder, packages, asked)
        Path(os.environ["KEEP"]).write_text(written(results, found))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
