// How long to wait before coming back. Full jitter: a hall of phones that lost the server in one
// moment must not return in one moment (M. Brooker, "Exponential Backoff And Jitter"). With the
// longest wait and one attempt that hangs, everybody is back within eight seconds of the light.

export const first_ms = 1_000;
export const longest_ms = 3_000;

// A delay drawn evenly from [0, min(longest, first · 2^attempt)); attempt counts from 0.
export function back_off_ms(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(longest_ms, first_ms * 2 ** Math.min(attempt, 16));
}
