internal import Foundation

/// How many files and connections the process may have open.
package enum OpenFileLimit {
  /// Raises the limit as far as the system lets it be raised.
  ///
  /// - Returns: The limit.
  package static func raise() -> Int {
    var limit = rlimit()
    #if canImport(Glibc)
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    let resource = RLIMIT_NOFILE
    #endif
    guard unsafe getrlimit(resource, &limit) == 0 else { return 256 }
    #if canImport(Darwin)
    // The kernel takes no more than this, whatever it calls its limit.
    limit.rlim_cur = Swift.min(limit.rlim_max, rlim_t(OPEN_MAX))
    #else
    limit.rlim_cur = limit.rlim_max
    #endif
    unsafe setrlimit(resource, &limit)
    guard unsafe getrlimit(resource, &limit) == 0 else { return 256 }
    return Int(clamping: limit.rlim_cur)
  }
}
