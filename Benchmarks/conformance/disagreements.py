"""Prices of models that both lists have under one name, and state otherwise."""

from decimal import Decimal

from calls import Call

# What the two lists call the same provider.
SAME = {"openai": "openai", "anthropic": "anthropic", "google": "gemini", "mistral": "mistral",
        "deepseek": "deepseek", "x-ai": "xai", "groq": "groq", "cohere": "cohere",
        "perplexity": "perplexity", "fireworks": "fireworks_ai", "together": "together_ai",
        "openrouter": "openrouter", "cerebras": "cerebras", "moonshotai": "moonshot"}
LISTS = ("genai-prices", "litellm")
# Prices of a short request, which no step of the context changes.
UNITS = {"million-input-tokens": {"input_tokens": 1_000},
         "million-output-tokens": {"input_tokens": 0, "output_tokens": 1_000},
         "million-cached-input-tokens": {"input_tokens": 1_000, "cached_input_tokens": 1_000}}
# The same without any tokens: what a list charges for it is a fee for the request.
FEE = {"input_tokens": 0, "output_tokens": 0}
MOMENT = "sat 12:00"


def shared(asked):
    """The models that both lists have calls of, by the names that they have in each."""
    theirs = {call.entry for call in asked["litellm"]}
    models = []
    for provider, model in sorted({call.entry for call in asked["genai-prices"]}):
        other = SAME.get(provider)
        # One model of a provider may be called what another is with the provider before it.
        for key in (f"{other}/{model}", model):
            if (other, key) in theirs:
                models.append(((provider, model), (other, key)))
                break
    return models


def disagreements(engine, asked):
    """The prices, by model and unit, that are not the same in both lists."""
    models = shared(asked)

    def answers(counts):
        return list(zip(*(
            engine.amounts(kind, [Call(*names[place], "", {}, MOMENT, counts) for names in models])
            for place, kind in enumerate(LISTS))))

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
                    for kind, price in zip(LISTS, dollars)]})
    print(f"{len(models)} models in both lists, {len({case['model'] for case in found})} differ")
    return found
