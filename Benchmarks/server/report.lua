-- What a run of wrk found, as one line of JSON.

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "bytes": %d, "seconds": %.6f, "p50": %.1f, "p99": %.1f, "p99.9": %.1f, ',
    summary.requests, summary.bytes, summary.duration / 1e6,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
  -- A status is an error from 400 on.
  io.write(string.format(
    '"connect": %d, "read": %d, "write": %d, "status": %d, "timeout": %d}\n',
    errors.connect, errors.read, errors.write, errors.status, errors.timeout))
end
