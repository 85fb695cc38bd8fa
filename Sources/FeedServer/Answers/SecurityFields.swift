/// What every answer says to browsers about itself.
enum SecurityFields {
  /// The fields of an answer.
  ///
  /// - Parameter isPage: Whether it is a page of HTML.
  /// - Returns: Names and values.
  static func fields(isPage: Bool) -> [(name: String, value: String)] {
    [
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"),
      ("X-Frame-Options", "DENY"),
      // Calendars in browsers read feeds from other sites.
      ("Cross-Origin-Resource-Policy", "cross-origin"),
      ("Content-Security-Policy", isPage ? page : other),
    ]
  }

  /// The policy of pages.
  ///
  /// Pages carry one of their own as well, in an element of their head, with the hashes of their one script
  /// and their one style. Both hold, so nothing else runs; on hosts that send no fields the page's own does.
  private static let page =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  private static let other = "default-src 'none'; frame-ancestors 'none'; sandbox"
}
