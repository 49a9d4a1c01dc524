import Encoders

/// The lines that show a page without its surroundings inside of another page.
enum EmbedFrame {
  /// Writes an `<iframe>` with a script of one line that gives it the height of what it shows;
  /// without the script the frame scrolls.
  ///
  /// - Parameters:
  ///   - address: The page to show.
  ///   - title: What it shows, for those who do not see it.
  ///   - height: The height in pixels until the page says its own.
  /// - Returns: Two lines of HTML.
  static func text(_ address: String, title: String, height: Int) -> String {
    "\(element(address, title: title, height: height))\n\(listener)\n"
  }

  /// The height of a frame of which nothing is known.
  static let usualHeight = 560

  /// The height that a table needs: a line and a quarter for each row, and as much for what is said
  /// below.
  static func height(of table: Table) -> Int {
    120 + 34 * table.rows.count + 22 * table.paragraphs.count
  }

  /// The frame alone.
  static func element(_ address: String, title: String, height: Int) -> String {
    """
    <iframe src="\(EmbeddedChart.html(address))" title="\(EmbeddedChart.html(title))" \
    loading="lazy" style="width:100%;height:\(height)px;border:0"></iframe>
    """
  }

  /// Gives a frame the height that the page in it posts.
  private static let listener = """
    <script>addEventListener("message",function(e){var h=e.data&&e.data["breakeven-height"];if(h)\
    document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)\
    f.style.height=h+"px"})})</script>
    """
}
