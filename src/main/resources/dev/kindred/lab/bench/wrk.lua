-- Asks for random lines of a file, and tells at the end what wrk has measured, in one line.

local requests = {}

function init(args)
  math.randomseed(os.time())
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "requests=%d took=%d p50=%d p90=%d p99=%d errors=%d\n",
    summary.requests,
    summary.duration,
    latency:percentile(50),
    latency:percentile(90),
    latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
