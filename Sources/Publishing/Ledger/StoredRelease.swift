internal import Foundation

/// A release as its file holds it: as JSON, with the number of the format and a checksum.
///
/// The second line of the file is `  "checksum" : "crc32:8d2e3f10",` with the CRC-32 of the file's
/// bytes without that line. The check is made on bytes, not on values, so that it holds however a
/// later encoder would format the same release.
enum StoredRelease {
  /// The number of the format that is written, and the highest that is understood.
  static let format = 1

  /// Why bytes are no release.
  struct Damage: Error {
    /// What is wrong.
    var problem: String
    /// What to do.
    var advice = LedgerError.restore
  }

  /// The bytes of a release's file.
  static func bytes(of release: Release) throws -> [UInt8] {
    let text = Array(try JSONText.encode(Document(release: release)).utf8)
    let behindFirstLine = (text.firstIndex(of: UInt8(ascii: "\n")) ?? text.startIndex) + 1
    let line = checksumLine(of: text[...])
    return text[..<behindFirstLine] + line + text[behindFirstLine...]
  }

  /// The release in the bytes of its file.
  ///
  /// - Parameter bytes: What the file holds.
  /// - Returns: The release.
  /// - Throws: ``Damage`` where that is not what was written once.
  static func release(from bytes: [UInt8]) throws -> Release {
    guard !bytes.isEmpty else { throw Damage(problem: "is empty") }
    let hasChecksum = try verifyChecksum(bytes)
    // A newer format may have another checksum; what has ours and passes can be trusted to be newer.
    let header = try? JSONDecoder().decode(Header.self, from: Data(bytes))
    if let format = header?.format, format > Self.format {
      throw Damage(
        problem: "was made by a newer version of lichsong (format \(format))",
        advice: "update lichsong; this version understands format \(Self.format)"
      )
    }
    guard hasChecksum, header?.format == Self.format else {
      throw Damage(problem: "is cut short or damaged: it has no line with a checksum")
    }
    do {
      return try JSONDecoder().decode(Release.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw Damage(problem: error.problem)
    }
  }

  /// Holds bytes against the checksum among them.
  ///
  /// - Returns: Whether there is a checksum.
  /// - Throws: ``Damage`` where it is that of other bytes.
  private static func verifyChecksum(_ bytes: [UInt8]) throws -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard lines.count == 3, lines[1].starts(with: checksumKey) else { return false }
    let rest = bytes[..<lines[1].startIndex] + bytes[(lines[1].endIndex + 1)...]
    guard checksumLine(of: rest).dropLast().elementsEqual(lines[1]) else {
      // Tools that change line endings are the commonest cause, and another than a bad disk.
      throw bytes.contains(UInt8(ascii: "\r"))
        ? Damage(
          problem: "its line endings were changed: it does not fit its checksum",
          advice: "keep tools from changing files in exports, such as git with core.autocrlf; "
            + LedgerError.restore
        )
        : Damage(problem: "was changed or damaged: it does not fit its checksum")
    }
    return true
  }

  private static let checksumKey = Array(#"  "checksum" : "#.utf8)

  private static func checksumLine(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let digits = String(CRC32.checksum(of: bytes), radix: 16)
    let padding = String(repeating: "0", count: 8 - digits.count)
    return checksumKey + Array("\"crc32:\(padding)\(digits)\",\n".utf8)
  }

  /// The number of the format, which every format has.
  private struct Header: Decodable {
    var format: Int
  }

  /// The release, with the number of the format beside its own keys.
  private struct Document: Encodable {
    private enum Key: String, CodingKey {
      case format
    }

    var release: Release

    func encode(to encoder: any Encoder) throws {
      try release.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(StoredRelease.format, forKey: .format)
    }
  }
}

extension DecodingError {
  /// Where in the text the problem lies, and what it is.
  fileprivate var problem: String {
    let (context, what): (Context, String) =
      switch self {
      case .dataCorrupted(let context): (context, context.debugDescription)
      case .keyNotFound(let key, let context): (context, "the key `\(key.stringValue)` is missing")
      case .typeMismatch(let type, let context): (context, "expected \(type)")
      case .valueNotFound(let type, let context): (context, "expected \(type), found null")
      @unknown default: (Context(codingPath: [], debugDescription: ""), "\(self)")
      }
    let path = context.codingPath
      .map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    return path.isEmpty ? what : "at \(path): \(what)"
  }
}
