"""Calls of litellm's entries that are priced by the image, second, character, page or query."""

import re
from dataclasses import dataclass, field

import httpx
from calls import part
from litellm import completion_cost
from litellm.llms.base_llm.ocr.transformation import OCRResponse, OCRUsageInfo
from litellm.types.llms.openai import (
    HttpxBinaryResponseContent, ResponseAPIUsage, ResponsesAPIResponse)
from litellm.types.rerank import RerankResponse
from litellm.types.utils import (
    CompletionTokensDetailsWrapper, ImageObject, ImageResponse, ImageUsage,
    ImageUsageInputTokensDetails, PromptTokensDetailsWrapper, TranscriptionResponse, Usage)


@dataclass
class Request:
    """What one call counts and chooses, and what `completion_cost` is given for it."""

    counts: dict
    given: dict
    chosen: dict = field(default_factory=dict)


# The sizes, qualities and steps that keys of images begin with, and what they are prices of.
KEY = re.compile(r"(?:(?P<provider>azure|azure_ai|bedrock|fal_ai|openai)/)?"
                 r"(?:(?P<quality>low|medium|high|hd|standard)/)?"
                 r"(?P<size>\d+-x-\d+)/(?:(?P<steps>50|max)-steps/)?(?P<rest>.*)")


def images(key, entry, provider, draw):
    """Images, of the size and quality that the key begins with, or tokens where those are priced."""
    number = draw.randrange(1, 9)
    response = ImageResponse(created=0, data=[ImageObject(url="u")] * number)
    if entry.get("input_cost_per_token") is not None:
        counts = image_tokens(entry, draw)
        response.usage = image_usage(counts)
        return Request(counts, {"completion_response": response})
    match = KEY.fullmatch(key)
    if not match or match["provider"] not in (None, provider):
        size, given = "1024-x-1024", {"size": "1024-x-1024"}
    elif "gpt-image" in key and provider in ("openai", "azure"):
        size, given = match["size"], tool_images(match, provider, number)
    else:
        size, given = match["size"], sized(match, provider)
    counts = counted_images(entry, number, size)
    if counts is None:
        return None
    request = Request(counts, {"n": number, "completion_response": response, **given})
    return resolution(entry, request, draw) if provider == "fal_ai" and not match else request


def sized(match, provider):
    """What a request for images of a size names, each provider in its own words."""
    if provider == "fal_ai":
        width, height = map(int, match["size"].split("-x-"))
        return {"model": match["rest"], "optional_params": {
            "quality": match["quality"], "image_size": {"width": width, "height": height}}}
    model = "/".join(filter(None, (match["provider"], match["rest"])))
    steps = {"steps": 51 if match["steps"] == "max" else 50} if match["steps"] else {}
    return {"model": model, "size": match["size"], "quality": match["quality"],
            "optional_params": steps}


def tool_images(match, provider, number):
    """A response in which a tool made the images: elsewhere litellm counts tokens of these models."""
    output = [{"type": "image_generation_call", "status": "completed", "id": "i", "result": "r",
               "quality": match["quality"], "size": match["size"].replace("-", "")}] * number
    model = "/".join(filter(None, (match["provider"], match["rest"])))
    return {"completion_response": ResponsesAPIResponse(
        id="r", created_at=0, output=output, model="gpt-4o", parallel_tool_calls=False,
        tools=[{"type": "image_generation", "model": model}],
        usage=ResponseAPIUsage(input_tokens=0, output_tokens=0, total_tokens=0)),
        "model": "gpt-4o", "call_type": "responses", "n": None}


def counted_images(entry, number, size):
    """What an entry counts of so many images of a size: images, or pixels."""
    width, height = map(int, size.split("-x-"))
    if entry.get("output_cost_per_image"):
        return {"images": number}
    if entry.get("input_cost_per_image") is not None:
        return {"images_read": number}
    if entry.get("output_cost_per_image") is not None:
        return {"images": number}
    if entry.get("input_cost_per_pixel") is not None:
        return {"pixels_read": width * height * number}
    return None


def resolution(entry, request, draw):
    """The request with one of the sizes that have a price of their own, or as it is."""
    names = [name.removeprefix("output_cost_per_image_") for name, value in entry.items()
             if re.fullmatch(r"output_cost_per_image_[0-9.]+[kKp]?", name) and value is not None]
    size = draw.choice([None, *names])
    if size:
        request.chosen = {"size": size.lower()}
        request.given["optional_params"] = {"resolution": size}
    return request


def image_tokens(entry, draw):
    """Tokens of a prompt with images, and of the images that come back."""
    read, written = draw.randrange(1, 20_000), draw.randrange(1, 20_000)
    counts = {"input_tokens": read, "output_tokens": written}
    if entry.get("input_cost_per_image_token") is not None:
        counts["image_input_tokens"] = part(draw, read)
    if entry.get("output_cost_per_image_token") is not None:
        counts["image_output_tokens"] = written
    return counts


def image_usage(counts):
    """The usage of a response with images."""
    read, pictures = counts["input_tokens"], counts.get("image_input_tokens", 0)
    usage = ImageUsage(
        input_tokens=read, output_tokens=counts["output_tokens"],
        total_tokens=read + counts["output_tokens"],
        input_tokens_details=ImageUsageInputTokensDetails(
            image_tokens=pictures, text_tokens=read - pictures))
    if not counts.get("image_output_tokens"):
        usage.output_tokens_details = {"text_tokens": counts["output_tokens"]}
    return usage


def video(key, entry, provider, draw):
    """Seconds of a video, of one of the sizes that have a price."""
    seconds = draw.randrange(1, 61)
    usage = {"duration_seconds": seconds}
    sizes = [name.rsplit("_", 1)[1] for name, value in entry.items()
             if re.fullmatch(r"output_cost_per_second_\d+[pk]", name) and value is not None]
    size = draw.choice([None, *sizes])
    if size:
        usage["video_resolution"] = size
    response = ImageResponse(created=0, data=[])
    response.usage = usage
    return Request({"seconds_of_video_written": seconds}, {"completion_response": response},
                   {"size": size} if size else {})


def speech(key, entry, provider, draw):
    """Characters to be spoken, or the tokens of a prompt and of what is said."""
    if entry.get("input_cost_per_character") is not None:
        number = draw.randrange(1, 5_000)
        return Request({"characters_read": number}, {"prompt": "a" * number})
    if entry.get("output_cost_per_image") is not None:  # A piece of music, whatever its length.
        return Request({"images": 1}, {"completion_response": None, "prompt": "p"})
    if entry.get("input_cost_per_token") is None:
        return None
    read, written = draw.randrange(1, 5_000), draw.randrange(1, 20_000)
    counts = {"input_tokens": read, "output_tokens": written}
    spoken = written if entry.get("output_cost_per_audio_token") is not None else 0
    if spoken:
        counts["audio_output_tokens"] = spoken
    response = HttpxBinaryResponseContent(httpx.Response(200))
    response.usage = Usage(
        prompt_tokens=read, completion_tokens=written, total_tokens=read + written,
        completion_tokens_details=CompletionTokensDetailsWrapper(audio_tokens=spoken))
    return Request(counts, {"completion_response": response})


def transcription(key, entry, provider, draw):
    """Seconds of a recording, counted once, or its tokens."""
    response = TranscriptionResponse(text="t")
    if entry.get("input_cost_per_token") is None and entry.get("input_cost_per_audio_token") is None:
        seconds = draw.randrange(1, 10_000)
        response._hidden_params = {"audio_transcription_duration": seconds}
        way = "written" if entry.get("output_cost_per_second") else "read"
        return Request({f"seconds_of_audio_{way}": seconds}, {"completion_response": response})
    read, written = draw.randrange(1, 20_000), draw.randrange(1, 5_000)
    counts = {"input_tokens": read, "output_tokens": written}
    heard = 0
    if entry.get("input_cost_per_audio_token") is not None:
        heard = part(draw, read) if entry.get("input_cost_per_token") is not None else read
        counts["audio_input_tokens"] = heard
    response.usage = Usage(
        prompt_tokens=read, completion_tokens=written, total_tokens=read + written,
        prompt_tokens_details=PromptTokensDetailsWrapper(audio_tokens=heard))
    return Request(counts, {"completion_response": response})


def rerank(key, entry, provider, draw):
    """Searches in what is ranked, or its tokens."""
    if entry.get("input_cost_per_query"):
        number = draw.randrange(1, 100)
        return Request({"queries": number, "input_tokens": 0}, {
            "completion_response": RerankResponse(meta={"billed_units": {"search_units": number}})})
    number = draw.randrange(1, 100_000)
    return Request({"input_tokens": number, "output_tokens": 0}, {
        "completion_response": RerankResponse(meta={"billed_units": {"total_tokens": number}})})


def search(key, entry, provider, draw):
    """Queries of a search."""
    if entry.get("input_cost_per_query") is None:
        return None
    if provider == "parallel_ai":  # A request is one query there, and its mode is in the key.
        mode = key.partition("search-")[2]
        return Request({"queries": 1}, {"optional_params": {"mode": mode} if mode else {}})
    number = draw.randrange(1, 100)
    return Request({"queries": number}, {"optional_params": {"query": ["q"] * number}})


def ocr(key, entry, provider, draw):
    """Pages that are read, some of them with annotations, which are pages beside the others."""
    usage = OCRUsageInfo(pages_processed=draw.randrange(1, 1_000))
    counts = {"pages": usage.pages_processed}
    if entry.get("annotation_cost_per_page") is not None:
        usage.pages_processed_annotation = draw.randrange(1, 1_000)
        counts["annotated_pages"] = usage.pages_processed_annotation
        counts["pages"] += usage.pages_processed_annotation
    if entry.get("ocr_cost_per_credit") is not None:
        usage.credits = draw.randrange(1, 1_000)
        counts = {"credits": int(usage.credits)}
    return Request(counts, {
        "completion_response": OCRResponse(pages=[], model=key, usage_info=usage)})


WAYS = {"image_generation": images, "image_edit": images, "create_video": video, "speech": speech,
        "transcription": transcription, "rerank": rerank, "search": search, "ocr": ocr}


def request(key, entry, kind, provider, draw):
    """A random request of an entry; `None` for an entry that nothing of its kind prices."""
    return WAYS[kind](key, entry, provider, draw)


def cost(key, kind, provider, asked):
    """What litellm says that a request costs."""
    return completion_cost(**{
        "model": key, "call_type": kind, "custom_llm_provider": provider, **asked.given})
