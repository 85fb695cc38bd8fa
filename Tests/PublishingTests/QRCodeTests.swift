import Publishing
import TestSupport
import Testing

/// QR codes, read by a reader that is not ours.
struct QRCodeTests {
  /// Draws the codes of standard input, one a line with `/` between rows, and prints what zxing reads in them.
  private static let reader = """
    import sys, numpy, zxingcpp
    for line in sys.stdin:
        rows = [[0 if module == "1" else 255 for module in row] for row in line.strip().split("/")]
        image = numpy.pad(numpy.array(rows, numpy.uint8), \(QRCode.quietZone), constant_values=255)
        found = zxingcpp.read_barcodes(numpy.kron(image, numpy.ones((4, 4), numpy.uint8)))
        print(found[0].text if found else "unread")
    """

  private static func read(_ codes: [[[Bool]]]) throws -> [String] {
    let lines = codes.map { rows in
      rows.map { $0.map { $0 ? "1" : "0" }.joined() }.joined(separator: "/")
    }
    let outcome = try Program.python("python").run(
      ["-c", reader],
      environment: ["PYTHONUTF8": "1"],
      input: lines.joined(separator: "\n")
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  private static let texts =
    [
      "webcal://lich.example.vn/kien-giang-2024/station.ics", "a",
      "https://lich.example.vn/Đài Phát thanh",
    ] + [10, 100, 500, 2_000].map { String(repeating: "x/1", count: $0 / 3) }

  @Test
  func `what is written is what is read`() throws {
    let codes = try Self.texts.map { try #require(QRCode($0)).modules }
    let texts = try Self.read(codes)
    #expect(texts == Self.texts)
  }

  @Test
  func `the path draws the modules, each once`() throws {
    for text in Self.texts {
      let code = try #require(QRCode(text))
      var drawn = code.modules.map { $0.map { _ in 0 } }
      for part in code.path.split(separator: "M") {
        let numbers = part.split { !$0.isNumber }.compactMap { Int($0) }
        #expect(numbers.count == 5 && numbers[2] == numbers[4] && numbers[3] == 1, "\(part)")
        for x in numbers[0]..<(numbers[0] + numbers[2]) { drawn[numbers[1]][x] += 1 }
      }
      #expect(drawn == code.modules.map { $0.map { $0 ? 1 : 0 } })
    }
  }

  @Test
  func `nothing, and what is too long, has no code`() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 2_332)) == nil)
    #expect(QRCode(String(repeating: "x", count: 2_331)) != nil)
  }
}
