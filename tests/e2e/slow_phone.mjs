// A cheap phone on a weak line, by the throttling of Chromium itself, and what it loads, counted.

export const weak = { latency_ms: 300, bits_per_second: 400_000, slower: 6 };

// Resolves to the page's own session of the debugging protocol, with everything it receives
// counted: bytes as they came over the line, answers and frames of the live connection apart, and
// of the answers those that were asked for before the first frame: the first load.
export async function count_bytes(page) {
  // As over plain HTTP: a worker that keeps the page on the phone loads what is not counted here.
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  });
  const session = await page.context().newCDPSession(page);
  const seen = { answers: 0, first_load: 0, frames: 0, requests: 0 };
  const first = new Set();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId }) => {
    seen.requests += 1;
    if (seen.frames === 0) first.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.answers += encodedDataLength;
    if (first.has(requestId)) seen.first_load += encodedDataLength;
  });
  session.on('Network.webSocketFrameReceived', ({ response }) => {
    seen.frames += Buffer.byteLength(response.payloadData);
  });
  return { session, seen };
}

export async function weaken_line(session) {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: weak.latency_ms,
    downloadThroughput: weak.bits_per_second / 8,
    uploadThroughput: weak.bits_per_second / 8,
  });
}

export async function slow_down(session, times = weak.slower) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

// The largest value that `share` of the values do not exceed.
export function at_most(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
