/// Answers what browsers ask of a site that is being written.
struct PreviewPages: Sendable {
  let hosts: AllowedHosts
  let tree: SiteTree
  let state: PreviewState

  /// What a request is answered with.
  func answer(to request: Request) -> Answer {
    guard hosts.contains(request.host) else {
      return .response(.text(.forbidden, "This site is only shown to its author's machine."))
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .response(
        .text(.methodNotAllowed, "This site can only be read.", fields: ["Allow: GET, HEAD"]))
    }
    switch (request.target, request.method) {
    case (ReloadScript.eventsPath, "GET"): return .messages(state.messages())
    case (ReloadScript.path, _):
      return .response(
        Response(
          status: .ok, type: ContentType.of("reload.js"), body: Array(ReloadScript.text.utf8)))
    default: return .response(ByteRange.applied(request.range, to: file(request.target)))
    }
  }

  private func file(_ target: String) -> Response {
    // Asked first: a page may turn out newer than this, and is then loaded once more.
    let build = state.build
    guard let path = RequestedPath(target: target) else { return missing(build) }
    switch tree.find(path) {
    case .file(let name, let bytes): return response(.ok, name, bytes, build)
    case .folder:
      let end = target.firstIndex { $0 == "?" || $0 == "#" } ?? target.endIndex
      let place = "\(target[..<end])/\(target[end...])"
      return .text(.movedPermanently, "It is at \(place).", fields: ["Location: \(place)"])
    case .nothing: return missing(build)
    }
  }

  /// The page of the site for an address that leads nowhere; without a site, one that waits for it.
  private func missing(_ build: String) -> Response {
    if let path = RequestedPath(target: "/404.html"),
      case .file(let name, let bytes) = tree.find(path)
    {
      return response(.notFound, name, bytes, build)
    }
    return Response(
      status: .serviceUnavailable, type: ContentType.page, body: ReloadScript.waitingPage(build))
  }

  private func response(
    _ status: Response.Status, _ name: String, _ bytes: [UInt8], _ build: String
  ) -> Response {
    let type = ContentType.of(name)
    let body = type == ContentType.page ? ReloadScript.added(to: bytes, of: build) : bytes
    let fields = status == .ok ? ["Accept-Ranges: bytes"] : []
    return Response(status: status, type: type, body: body, fields: fields)
  }
}
