import Testing

@testable import Scheduling

struct SplitMix64Tests {
  @Test func `the numbers are those of the reference implementation`() {
    var random = SplitMix64(seed: 1_234_567)
    // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
    let numbers: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    for number in numbers {
      #expect(random.next(below: 1_000_003) == Int(number % 1_000_003))
    }
  }
}
