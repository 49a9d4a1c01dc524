@main
struct Breakeven {
  static func main() {}
}
