internal import CQREncode

/// A text as a QR code (ISO/IEC 18004), made by libqrencode.
package struct QRCode: Sendable, Equatable {
  /// The modules, row by row: whether each is dark.
  package let modules: [[Bool]]

  /// How many light modules must surround the code on every side.
  package static let quietZone = 4

  /// Encodes a text; `nil` where it is empty or longer than a code can hold, 2,331 bytes.
  ///
  /// Up to 15 % of the code may be dirty or damaged: level M, which print and screens need no more than.
  ///
  /// - Parameter text: The text, which is encoded as UTF-8.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return nil }
    let code = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe QRcode_encodeData(Int32(clamping: bytes.count), bytes.baseAddress, 0, QR_ECLEVEL_M)
    }
    guard let code = unsafe code else { return nil }
    defer { unsafe QRcode_free(code) }
    let width = Int(unsafe code.pointee.width)
    // The lowest bit of a module says whether it is dark; the others say what part of the code it is.
    modules = (0..<width).map { row in
      (0..<width).map { column in unsafe code.pointee.data[row * width + column] & 1 == 1 }
    }
  }

  /// The code as the data of an SVG path, a unit for each module, without the quiet zone.
  ///
  /// Dark modules that are side by side are one rectangle.
  package var path: String {
    var path = ""
    for (y, row) in modules.enumerated() {
      var x = 0
      while x < row.count {
        let run = row[x...].prefix { $0 }.count
        if run > 0 { path += "M\(x) \(y)h\(run)v1h-\(run)z" }
        x += max(run, 1)
      }
    }
    return path
  }
}
