/// What is added to pages while they are served, and never to a file: a script that loads the page
/// again when there is a new one, and shows what keeps the site from being built.
enum ReloadScript {
  /// Where the script is.
  ///
  /// No published name begins with a point, so this is no file's address.
  static let path = "/.breakeven/reload.js"

  /// Where the script hears of builds.
  static let eventsPath = "/.breakeven/events"

  /// A page with the script at its end.
  ///
  /// - Parameters:
  ///   - page: The page as it is published.
  ///   - build: The build it is from, or an older one.
  /// - Returns: The page as it is served.
  static func added(to page: [UInt8], of build: String) -> [UInt8] {
    let tag = Array("<script src=\"\(path)\" data-build=\"\(build)\"></script>".utf8)
    let end = Array("</body>".utf8)
    // It stands near the end, and pages are long.
    let tail = max(0, page.count - 256)
    let place = page[tail...].firstRange(of: end)?.lowerBound ?? page.count
    return page[..<place] + tag + page[place...]
  }

  /// The page while there is no site yet.
  static func waitingPage(_ build: String) -> [UInt8] {
    let page = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Not built yet</title></head>
      <body><h1>Not built yet</h1><p>The page appears as soon as the site has no mistake.</p></body></html>

      """
    return added(to: Array(page.utf8), of: build)
  }

  /// The script.
  ///
  /// A hidden page lets its connection go, because browsers allow six to one server.
  static let text = #"""
    "use strict";
    (() => {
      const mine = document.currentScript.dataset.build;
      const host = document.createElement("breakeven-mistakes");
      const shadow = host.attachShadow({mode: "open"});
      const style = new CSSStyleSheet();
      style.replaceSync(`
        section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 80vh;
          overflow: auto; box-sizing: border-box; padding: 12px 20px 20px; background: #1d1012;
          color: #fff; border-top: 4px solid #ff6b6b; font: 14px/1.5 system-ui, sans-serif; }
        h2 { font-size: 16px; margin: 0 0 4px; }
        p { margin: 0 0 8px; }
        pre { margin: 0; font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap;
          overflow-wrap: anywhere; }
        button { float: right; font: inherit; color: inherit; background: #452a2d;
          border: 1px solid #a77; border-radius: 4px; padding: 2px 12px; cursor: pointer; }
        @media print { section { display: none; } }`);
      shadow.adoptedStyleSheets = [style];
      shadow.innerHTML = `<section role="alert" aria-label="Mistakes in the site"><button>Hide</button>
        <h2>The site cannot be built</h2><p>Behind this is the last one without a mistake.</p>
        <pre tabindex="0"></pre></section>`;
      const hide = () => host.remove();
      shadow.querySelector("button").addEventListener("click", hide);
      document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

      let source = null;
      const listen = () => {
        if (source || document.hidden) return;
        source = new EventSource("\#(eventsPath)");
        source.onmessage = (event) => {
          const state = JSON.parse(event.data);
          if (state.build !== mine) return location.reload();
          shadow.querySelector("pre").textContent = state.mistakes;
          if (state.mistakes) document.body.append(host); else hide();
        };
      };
      const leave = () => { if (source) source.close(); source = null; };
      document.addEventListener("visibilitychange", () => document.hidden ? leave() : listen());
      addEventListener("pagehide", leave);
      addEventListener("pageshow", listen);
      listen();
    })();

    """#
}
