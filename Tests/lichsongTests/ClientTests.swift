import TestSupport
import Testing

/// Calendar programs as they read, and subscribe to, what this program publishes: `Tests/Clients`.
struct ClientTests {
  @Test
  func `the clients that need no packages show exactly what was published`() throws {
    let outcome = try Program.python("pytest").run(
      ["Tests/Clients", "--quiet", "-m", "not packages"],
      environment: [
        "LICHSONG": Program.lichsong.path, "LICHSONG_SERVE": Program.lichsongServe.path,
        "PYTHONDONTWRITEBYTECODE": "1",
      ]
    )
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }
}
