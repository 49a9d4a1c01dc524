"""A headless Chromium, driven over a pipe by the DevTools protocol: no driver to keep in step."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60  # seconds; a command takes some at most, but the machine may be busy


def find_chromium():
    """The path of the browser, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    """One browser with one tab; use it in a `with`."""

    def __enter__(self):
        # Its last processes may write for a moment after the first one has ended.
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        command = [
            find_chromium(), "--headless=new", "--remote-debugging-pipe", "--disable-gpu",
            "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--lang=en",
            f"--user-data-dir={self._profile.name}",
        ]
        # Chromium refuses to sandbox itself as root, which is who runs in most containers.
        if os.geteuid() == 0:
            command.append("--no-sandbox")

        def hand_over():
            # Twice, in case a pipe already has one of the two numbers.
            source, target = os.dup(to_read), os.dup(to_write)
            os.dup2(source, 3)
            os.dup2(target, 4)

        self._process = subprocess.Popen(
            command, preexec_fn=hand_over, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self._pending, self._last, self._session = b"", 0, None
        self.messages = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Accessibility", "DOM", "Log"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)
        return self

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._read)
        os.close(self._write)
        self._profile.cleanup()

    # The protocol

    def call(self, method, **parameters):
        """Sends a command and returns its result; what happens meanwhile is kept."""
        self._last += 1
        number = self._last
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != number:
            self.messages.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def wait_for(self, event, **parameters):
        """Waits until an event has come since the last time the messages were cleared.

        Returns how many messages there were before it.
        """
        seen = 0
        while True:
            for message in self.messages[seen:]:
                if (message.get("method") == event
                        and parameters.items() <= message["params"].items()):
                    return seen
                seen += 1
            self.messages.append(self._receive())

    def _receive(self):
        deadline = time.monotonic() + PATIENCE
        while b"\0" not in self._pending:
            ready, _, _ = select.select([self._read], [], [], max(0, deadline - time.monotonic()))
            data = os.read(self._read, 1 << 20) if ready else b""
            if not data:
                raise TimeoutError("the browser does not answer")
            self._pending += data
        message, self._pending = self._pending.split(b"\0", 1)
        return json.loads(message)

    # What a reader does

    def open(self, address):
        """Loads a page and waits until it is complete; returns what its scripts complained of."""
        self.messages.clear()
        answer = self.call("Page.navigate", url=address)
        if "errorText" in answer:
            raise RuntimeError(f"{address}: {answer['errorText']}")
        # The page before it may be loading too, and this one may load itself again.
        begins = self.wait_for("Page.lifecycleEvent", name="init", loaderId=answer["loaderId"])
        del self.messages[:begins]
        self.wait_for("Page.lifecycleEvent", name="load")
        return [
            message for message in self.messages
            if message.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded")
        ]

    def resize(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride",
                  width=width, height=height, deviceScaleFactor=1, mobile=False)

    def emulate(self, scheme="light", media="screen"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def allow_scripts(self, allowed):
        self.call("Emulation.setScriptExecutionDisabled", value=not allowed)

    def press(self, key):
        """Presses Enter, Tab or Space, with the text that a keyboard would send."""
        code, text = {"Enter": (13, "\r"), "Tab": (9, ""), "Space": (32, " ")}[key]
        name = {"Space": " "}.get(key, key)
        common = {"key": name, "code": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown",
                  text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def evaluate(self, expression):
        """The value of an expression in the page; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def accessibility_tree(self):
        """What assistive technology is told: a list of (role, name, description)."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [
            tuple(node.get(part, {}).get("value", "") for part in ("role", "name", "description"))
            for node in nodes if not node["ignored"]
        ]

    # What is kept to look at

    def picture(self, path):
        # A page of claims goes on for 50,000 pixels, all alike.
        height = min(self.evaluate("document.documentElement.scrollHeight"), 6_000)
        width = self.evaluate("document.documentElement.clientWidth")
        Path(path).write_bytes(base64.b64decode(self._capture(0, 0, width, height)))

    def _capture(self, x, y, width, height):
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        return self.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True,
                         optimizeForSpeed=True)["data"]

    def colours(self, x, y, width, height):
        """The colour of the corner of a part of the page, and how many there are in it."""
        return self.evaluate("""(async (data) => {
          // Not as a picture with an address: the page's policy allows none of `data:`.
          const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const pen = canvas.getContext("2d");
          pen.drawImage(image, 0, 0);
          const pixels = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
          return [[pixels[0] & 255, pixels[0] >> 8 & 255, pixels[0] >> 16 & 255], new Set(pixels).size];
        })(%s)""" % json.dumps(self._capture(x, y, width, height)))

    def pdf(self, path):
        data = self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69,
                         preferCSSPageSize=True)["data"]
        Path(path).write_bytes(base64.b64decode(data))
