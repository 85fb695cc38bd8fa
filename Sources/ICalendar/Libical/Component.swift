internal import CLibical

/// The owner of a component of libical, with all that lies in it.
///
/// A component is made, used and freed within one function; only values leave. libical does not
/// allow it to be shared between threads, not even for reading.
@safe struct Component: ~Copyable {
  private let pointer: OpaquePointer

  /// Takes over a component that belongs to nobody.
  ///
  /// - Parameter pointer: A component without a parent.
  @unsafe init(owning pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  /// Reads a component.
  ///
  /// The result is `nil` where libical finds none.
  ///
  /// - Parameter text: The text of a component, checked before: libical reads on after errors, and
  ///   does not survive some.
  init?(parsing text: ArraySlice<UInt8>) {
    var terminated: [UInt8] = []
    terminated.reserveCapacity(text.count + 1)
    terminated += text
    terminated.append(0)
    let parsed = unsafe terminated.withUnsafeBytes { bytes in
      unsafe icalparser_parse_string(bytes.assumingMemoryBound(to: CChar.self).baseAddress)
    }
    guard let parsed = unsafe parsed else { return nil }
    unsafe pointer = parsed
  }

  /// Makes an empty component.
  ///
  /// The result is `nil` where libical has no memory for it.
  init?(_ kind: icalcomponent_kind) {
    guard let component = unsafe icalcomponent_new(kind) else { return nil }
    unsafe pointer = component
  }

  deinit {
    unsafe icalcomponent_free(pointer)
  }

  /// Adds a property at the end.
  mutating func add(_ property: consuming Property) {
    unsafe icalcomponent_add_property(pointer, property.relinquish())
  }

  /// Adds a component at the end.
  mutating func add(_ child: consuming Component) {
    unsafe icalcomponent_add_component(pointer, child.relinquish())
  }

  private consuming func relinquish() -> OpaquePointer {
    let pointer = unsafe self.pointer
    discard self
    return unsafe pointer
  }

  /// The component as libical writes it, with lines that end in CRLF.
  var text: [UInt8] {
    guard let text = unsafe icalcomponent_as_ical_string_r(pointer) else { return [] }
    defer { unsafe icalmemory_free_buffer(text) }
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  /// Lends the component for reading.
  ///
  /// - Parameter body: What to read; the view must not leave it.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  borrowing func read<Result, Failure>(
    _ body: (ComponentView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe ComponentView(pointer))
  }
}

/// A component lent for reading.
@safe struct ComponentView {
  private let pointer: OpaquePointer

  @unsafe fileprivate init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  /// Visits the properties in the order of the text.
  func forEachProperty(_ body: (PropertyView) -> Void) {
    var next = unsafe icalcomponent_get_first_property(pointer, ICAL_ANY_PROPERTY)
    while let property = unsafe next {
      body(unsafe PropertyView(property))
      unsafe next = icalcomponent_get_next_property(pointer, ICAL_ANY_PROPERTY)
    }
  }

  /// Visits the components in the order of the text.
  func forEachComponent(_ body: (ComponentView) -> Void) {
    var next = unsafe icalcomponent_get_first_component(pointer, ICAL_ANY_COMPONENT)
    while let component = unsafe next {
      body(unsafe ComponentView(component))
      unsafe next = icalcomponent_get_next_component(pointer, ICAL_ANY_COMPONENT)
    }
  }
}
