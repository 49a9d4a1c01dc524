/// What is added to pages while they are served, and never to a file: a script that makes of a page
/// the new one when there is one, and shows what keeps the site from being built.
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
  static var text: String { "\"use strict\";\n(() => {\n\(panel)\(update)\(listen)})();\n" }

  /// Shows mistakes, in front of a page and apart from it.
  private static let panel = #"""
      const tag = document.currentScript;
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

    """#

  /// Makes the page what it has become where it stands, so that readers keep the place.
  ///
  /// That is done for texts, attributes, drawings, and prose that came or went. For anything else, and where a
  /// script of the site changed what is to change, the page is loaded again.
  private static let update = #"""
      const runs = "script:not([type='application/ld+json']), link, style, base, [http-equiv]";
      const prose = "p, ul, ol, li, dl, dt, dd, h2, h3, h4, h5, h6, pre, blockquote, hr, br, " +
        "a:not([id]), em, strong, code";
      const read = async () => {
        const answer = await fetch(location, {cache: "no-store"});
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const ours = page.querySelector("script[data-build]");
        ours.remove();
        return {root: page.documentElement, build: ours.dataset.build};
      };
      const parts = (node) => [...node.childNodes].filter((part) => part !== tag && part !== host);
      const isProse = (node) => node.nodeType === 3 || (node.nodeType === 1 &&
        [node, ...node.querySelectorAll("*")].every((one) => one.matches(prose)));

      // What to do to make of a node, read as `old`, what is now read as `next`; null if that is not known.
      const steps = (node, old, next) => {
        if (old.isEqualNode(next)) return [];
        if (node.nodeName !== old.nodeName || old.nodeName !== next.nodeName) return null;
        if (old.nodeType !== 1) {
          return node.data === old.data ? [() => { node.data = next.data; }] : null;
        }
        if (next.matches(runs)) return null;
        // A drawing is one thing.
        if (next.nodeName === "svg") {
          return node.isEqualNode(old)
            ? [() => { node.replaceWith(document.importNode(next, true)); }] : null;
        }
        const own = attributeSteps(node, old, next);
        const inside = partSteps(node, ...[node, old, next].map(parts));
        return own && inside && own.concat(inside);
      };
      const attributeSteps = (node, old, next) => {
        const names = new Set([...old.getAttributeNames(), ...next.getAttributeNames()]);
        const others = [...names].filter((name) => old.getAttribute(name) !== next.getAttribute(name));
        if (others.some((name) => node.getAttribute(name) !== old.getAttribute(name))) return null;
        return others.map((name) => () => {
          if (next.hasAttribute(name)) node.setAttribute(name, next.getAttribute(name));
          else node.removeAttribute(name);
        });
      };
      const partSteps = (node, now, old, next) => {
        if (now.length !== old.length) return null;
        if (old.length === next.length) {
          const all = old.map((part, place) => steps(now[place], part, next[place]));
          return all.includes(null) ? null : all.flat();
        }
        const few = Math.min(old.length, next.length);
        let head = 0, tail = 0;
        while (head < few && old[head].isEqualNode(next[head])) head++;
        while (tail < few - head && old.at(-1 - tail).isEqualNode(next.at(-1 - tail))) tail++;
        const end = (list) => list.slice(head, list.length - tail);
        const isKnown = end(now).every((part, place) => part.isEqualNode(end(old)[place]));
        if (!isKnown || ![...end(old), ...end(next)].every(isProse)) return null;
        const after = now[now.length - tail] ?? null;
        return [() => {
          for (const part of end(now)) part.remove();
          for (const part of end(next)) node.insertBefore(document.importNode(part, true), after);
        }];
      };

      let shown = null;
      const update = async () => {
        const next = await read();
        const todo = shown && steps(document.documentElement, shown.root, next.root);
        if (!todo) return reload();
        for (const step of todo) step();
        [shown, tag.dataset.build] = [next, next.build];
        document.dispatchEvent(new Event("breakeven-shown"));
      };

    """#

  /// Hears of builds, and of other files that the page may hold.
  private static let listen = #"""
      // Who follows a link gets there: a page that is being left is not loaded again, unless it stays after all.
      let leaving = null;
      addEventListener("beforeunload", () => {
        leaving = new Promise((done) => { setTimeout(done, 5000); });
      });
      const reload = async () => {
        await leaving;
        location.reload();
        return new Promise(() => {});
      };
      const files = "img:not([src*='assets/']), source, object, svg image";
      let source = null, first = null, last = null, busy = null;
      const isNew = () => last.build !== tag.dataset.build;
      const follow = async () => {
        while (isNew()) await update();
      };
      const hear = (state) => {
        last = state;
        shadow.querySelector("pre").textContent = state.mistakes;
        if (state.mistakes) document.body.append(host); else hide();
        if (!first && isNew()) return reload();
        first ??= state;
        if (state.code !== first.code) return reload();
        if (state.pictures !== first.pictures && document.querySelector(files)) return reload();
        busy ??= follow().catch(reload).finally(() => { busy = null; });
      };
      const listen = () => {
        if (source || document.hidden) return;
        source = new EventSource("\#(eventsPath)");
        source.onmessage = (event) => hear(JSON.parse(event.data));
      };
      const leave = () => { if (source) source.close(); source = null; };
      document.addEventListener("visibilitychange", () => document.hidden ? leave() : listen());
      addEventListener("pagehide", leave);
      addEventListener("pageshow", listen);
      // The page as it was sent, before scripts of the site had a part in it.
      read().then((page) => { if (page.build === tag.dataset.build) shown = page; }).catch(() => {});
      listen();
    """#
}
