"""Asks a list's own program for its prices; run by the interpreter that has its package.

    python ask.py litellm CALLS SHARE FILE

writes so many calls of each entry to a file, or of one entry in SHARE.
"""

import json
import os
import sys
import zlib
from pathlib import Path


def main():
    kind, count, share, file = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    # litellm looks for newer prices on the net, and says how to get help, unless it is told not to.
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    if kind == "litellm":
        import litellm
        litellm.suppress_debug_info = True
        from litellm_calls import calls
    else:
        from genai_calls import calls

    def is_wanted(provider, model):
        return zlib.crc32(f"{provider} {model}".encode()) % share == 0

    file.write_text(json.dumps([call.stored() for call in calls(count, is_wanted)]))


if __name__ == "__main__":
    main()
