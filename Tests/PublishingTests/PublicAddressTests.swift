import Publishing
import Testing

struct PublicAddressTests {
  @Test(arguments: [
    ("https://lich.example.vn", "https://lich.example.vn/"),
    ("https://lich.example.vn/", "https://lich.example.vn/"),
    ("HTTPS://Lich.Example.VN/KG", "https://lich.example.vn/KG/"),
    ("http://127.0.0.1:8080/a/b/", "http://127.0.0.1:8080/a/b/"),
    ("http://[::1]:8080", "http://[::1]:8080/"),
  ])
  func `the address of a folder`(text: String, expected: String) throws {
    #expect(try #require(PublicAddress(text)).description == expected)
  }

  @Test(arguments: [
    "", "lich.example.vn", "webcal://lich.example.vn/", "https://", "https:///a", "https://a b/",
    "https://lịch.vn/", "https://a.vn/?x", "https://a.vn/#x", "https://user:secret@a.vn/",
    "https://:80/", "https://a.vn/\r\nX-EVIL:1", "https://a.vn/\"", "file:///srv/www",
  ])
  func `anything else is none`(text: String) {
    #expect(PublicAddress(text) == nil)
  }
}
