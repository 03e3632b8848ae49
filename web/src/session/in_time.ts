// A deadline for whatever is asked over HTTP: a server that froze must not leave a page waiting.

// What `ask` comes to, or null where it fails or takes longer than `wait_ms`; its signal ends it.
export async function in_time<T>(
  wait_ms: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), wait_ms);
  try {
    return await ask(deadline.signal);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
