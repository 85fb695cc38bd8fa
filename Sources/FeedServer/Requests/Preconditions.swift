/// What a request wants to be so before it is answered (RFC 9110, 13).
struct Preconditions: Sendable, Equatable {
  /// What comes of them.
  enum Outcome {
    /// The answer is the file.
    case proceed
    /// The client has the file: 304.
    case notModified
    /// The client wants another file than the one that is there: 412.
    case failed
  }

  /// The values of `If-Match`, with commas between them.
  var ifMatch: String?
  /// The value of `If-Unmodified-Since`.
  var ifUnmodifiedSince: String?
  /// The values of `If-None-Match`, with commas between them.
  var ifNoneMatch: String?
  /// The value of `If-Modified-Since`.
  var ifModifiedSince: String?

  /// Weighs the conditions in the order of RFC 9110, 13.2.2.
  ///
  /// A tag that is malformed matches nothing, and still keeps the times from being looked at; a time that is
  /// malformed is not there.
  ///
  /// - Parameters:
  ///   - tag: The strong tag of the file, with its quotes.
  ///   - lastModified: When the file was last modified, in seconds since 1970 in UTC; `nil` where nobody was
  ///     told.
  /// - Returns: What comes of it for a GET or a HEAD.
  func outcome(tag: String, lastModified: Int?) -> Outcome {
    if let ifMatch {
      guard EntityTagList(ifMatch)?.containsStrongly(tag) == true else { return .failed }
    } else if let lastModified, let limit = ifUnmodifiedSince.flatMap(HTTPDate.seconds) {
      guard lastModified <= limit else { return .failed }
    }
    if let ifNoneMatch {
      let isNamed = ifNoneMatch == tag || EntityTagList(ifNoneMatch)?.containsWeakly(tag) == true
      return isNamed ? .notModified : .proceed
    }
    if let lastModified, let limit = ifModifiedSince.flatMap(HTTPDate.seconds) {
      return lastModified <= limit ? .notModified : .proceed
    }
    return .proceed
  }
}
