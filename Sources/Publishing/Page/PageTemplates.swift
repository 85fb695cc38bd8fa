internal import Mustache

/// The templates of the pages, their style sheet and their script, which are part of the program.
enum PageTemplates {
  /// The Content-Security-Policy of every page: nothing but the style sheet and the script that it was
  /// made with, and no request to anywhere.
  static let policy = [
    "default-src 'none'",
    "style-src 'sha256-\(styleSheetHash)'",
    "script-src 'sha256-\(scriptHash)'",
    "img-src data:", "base-uri 'none'", "form-action 'none'",
  ].joined(separator: "; ")

  /// Writes a page.
  ///
  /// - Parameters:
  ///   - page: What the page says, as a value whose properties the template names.
  ///   - template: The name of a template.
  /// - Returns: The page as HTML.
  static func render(_ page: some Sendable, with template: String) -> String {
    guard let text = library.render(page, withTemplate: template) else {
      preconditionFailure("there is no template \(template)")
    }
    return text
  }

  /// The style sheet.
  static let styleSheet = text(PackageResources.page_css)

  /// The script.
  static let script = text(PackageResources.page_js)

  /// The SHA-256 of the style sheet, in base 64.
  ///
  /// The two hashes are written down so that the program needs no cryptographic library; a test computes
  /// them, and says what to write here when a file changed.
  static let styleSheetHash = "rklCzycxcmBRJNU0zbpH5FJwNncPKR8cDvisayuciDQ="

  /// The SHA-256 of the script, in base 64.
  static let scriptHash = "//N+vfFhy+JV0NTnfIXBiFWXFyF43Emulq47313XbhU="

  /// The templates by their names; each begins with the name of ``PageText``.
  static let templates: [String: String] = [
    "plan": text(PackageResources.plan_mustache),
    "index": text(PackageResources.index_mustache),
    "head": text(PackageResources.head_mustache),
    "top": text(PackageResources.top_mustache),
    "words": text(PackageResources.words_mustache),
    "both": inline(PackageResources.both_mustache),
    "next": text(PackageResources.next_mustache),
    "year": text(PackageResources.year_mustache),
    "filter": text(PackageResources.filter_mustache),
    "agenda": text(PackageResources.agenda_mustache),
    "entry": text(PackageResources.entry_mustache),
    "activities": text(PackageResources.activities_mustache),
    "limits": text(PackageResources.limits_mustache),
    "changes": text(PackageResources.changes_mustache),
    "subscribe": text(PackageResources.subscribe_mustache),
    "feed": text(PackageResources.feed_mustache),
    "ways": text(PackageResources.ways_mustache),
  ]

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    var library = MustacheLibrary()
    do {
      for (name, template) in templates { try library.register(template, named: name) }
      // They go in as they are: a browser takes no escapes there.
      try library.register(styleSheet, named: "css")
      try library.register(script, named: "js")
    } catch {
      preconditionFailure("a template cannot be read: \(error)")
    }
    return library
  }()

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A template that stands within a line: without the break at its end.
  private static func inline(_ bytes: [UInt8]) -> String {
    text(bytes).replacing("\n", with: "")
  }
}
