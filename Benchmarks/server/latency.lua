-- What wrk measured, as one line of JSON: requests a second, microseconds, answers that were no success.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.6f, "rate": %.1f, "p50": %d, "p99": %d, "p99.9": %d, "bytes": %d, "errors": %d}\n',
    summary.requests, summary.duration / 1e6, summary.requests / summary.duration * 1e6,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
    summary.bytes, errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
