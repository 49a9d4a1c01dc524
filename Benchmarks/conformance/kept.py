"""The result as a site's content has it, `content/conformance.yaml`."""

import json
from collections import Counter

from calls import DAY

PROGRAMS = {"litellm": "completion_cost", "genai-prices": "calc_price"}


def mapping(pairs):
    return "{" + ", ".join(f"{key}: {json.dumps(value)}" for key, value in pairs.items()) + "}"


def of_list(kind, share, result):
    """The lines of one list."""
    lines = [f"  - list: {kind}", f"    version: {json.dumps(share['version'])}",
             f"    url: https://pypi.org/project/{kind}/",
             f"    entries: {share['entries']}", f"    expressed: {share['expressed']}",
             "    features:", *(f"      - {mapping(each)}" for each in share["features"])]
    if share["not_expressed"]:
        lines += ["    missing:", *(f"      - {mapping(each)}" for each in share["not_expressed"])]
    lines += ["    calls:", f"      program: {kind} {share['version']}, {PROGRAMS[kind]}",
              f"      equal: {result.equal}", f"      rounding: {result.rounded}",
              f"      explained: {len(result.explained)}",
              f"      unexplained: {len(result.unexplained)}",
              f"      entries: {len(result.entries)}", f"      entries_equal: {result.entries_equal}"]
    reasons = Counter(
        (call.provider, f"{reason.whose[0].upper()}{reason.whose[1:]}. {reason.text}")
        for reason, call, _ in result.explained)
    if reasons:
        lines += ["      reasons:", *(
            f"        - {mapping({'provider': provider, 'calls': count, 'text': text})}"
            for (provider, text), count in sorted(reasons.items()))]
    return lines


def text(results, found):
    """The whole file."""
    lines = ["# Written by script/conformance, with KEEP set to this file.",
             "# yaml-language-server: $schema=schema/conformance.schema.json",
             f"day: {DAY}", "lists:"]
    for kind, (share, result) in results.items():
        lines += of_list(kind, share, result)
    if found:
        lines.append("disagreements:")
    for case in found:
        lines += [f"  - model: {json.dumps(case['model'])}", f"    unit: {case['unit']}",
                  "    prices:",
                  *(f"      - {{list: {each['list']}, usd: {each['usd']}}}" for each in case["prices"])]
    return "\n".join(lines) + "\n"
