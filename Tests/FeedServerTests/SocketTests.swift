import Foundation
import Logging
import NIOCore
import NIOPosix
import Testing

@testable import FeedServer

/// The server over real sockets; `Tests/Server` asks it for every rule.
struct SocketTests {
  /// Serves a plan with one feed.
  ///
  /// - Parameter body: Called with the port.
  /// - Throws: What `body` throws, and where the server cannot listen.
  private func withServer(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plan = root.appending(path: "plan")
    try FileManager.default.createDirectory(at: plan, withIntermediateDirectories: true)
    try Data(repeating: 0x61, count: 300_000).write(to: plan.appending(path: "all.ics"))
    var server = FeedServer(exports: root.path)
    server.port = 0
    let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { [server] group in
      group.addTask {
        try await server.run(requests: silent, events: silent) { address in
          continuation.yield(URL(string: address)?.port ?? 0)
          continuation.finish()
        }
      }
      for await port in ports { try await body(port) }
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// What the server says to some bytes before it closes.
  private static func exchange(_ text: String, with port: Int) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(string: text))
      var answer = ByteBuffer()
      for try await piece in inbound { answer.writeImmutableBuffer(piece) }
      return String(buffer: answer)
    }
  }

  @Test func `requests that come together are answered in their order`() async throws {
    try await withServer { port in
      // These are as many as may wait.
      let count = ConnectionLimits().waiting
      let requests = (0..<count).map { index in
        index % 3 == 0
          ? "GET /plan/all.ics?\(index) HTTP/1.1\r\nHost: a\r\n\r\n"
          : "HEAD /nowhere-\(index) HTTP/1.1\r\nHost: a\r\n\r\n"
      }
      let last = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let answer = try await Self.exchange(requests.joined() + last, with: port)
      var rest = answer[...]
      for index in 0..<count {
        let status = index % 3 == 0 ? "200 OK" : "404 Not Found"
        #expect(rest.hasPrefix("HTTP/1.1 \(status)\r\n"))
        let end = try #require(rest.firstRange(of: "\r\n\r\n")).upperBound
        rest = rest[end...].dropFirst(index % 3 == 0 ? 300_000 : 0)
      }
      #expect(rest.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(rest.hasSuffix("\r\n\r\nok\n"))
    }
  }

  @Test func `where too many requests come together, the last answer closes the connection`()
    async throws
  {
    try await withServer { port in
      let sent = 400
      let request = "HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
      let answer = try await Self.exchange(String(repeating: request, count: sent), with: port)
      let answers = answer.components(separatedBy: "HTTP/1.1 200 OK\r\n").dropFirst()
      #expect(answers.count > ConnectionLimits().waiting && answers.count < sent)
      #expect(answers.last?.contains("\r\nConnection: close\r\n") == true)
      #expect(answers.dropLast().allSatisfy { !$0.contains("Connection: close") })
    }
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
    ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", 405),
    ("nonsense\r\n\r\n", 400), ("GET / HTTP/2.0\r\n\r\n", 400),
    ("GET /healthz HTTP/1.0\r\n\r\n", 200),
    ("GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", 200),
    ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\n\r\n", 414),
    ("GET / HTTP/1.1\r\nA: \(String(repeating: "a", count: 17_000))\r\n\r\n", 431),
  ])
  func `what cannot be followed by another request ends the connection`(
    text: String,
    status: Int
  ) async throws {
    try await withServer { port in
      let answer = try await Self.exchange(text, with: port)
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      #expect(answer.contains("\r\nConnection: close\r\n"))
      // One answer, and no other behind it.
      #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
    }
  }
}
