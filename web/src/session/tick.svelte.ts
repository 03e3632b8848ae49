// One beat a second for everything on the page that counts time.
import { createSubscriber } from 'svelte/reactivity';

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, 1_000);
  return () => clearInterval(timer);
});

// Read inside $derived or a template, makes it run again every second. Returns local time in ms.
export function tick(): number {
  subscribe();
  return Date.now();
}
