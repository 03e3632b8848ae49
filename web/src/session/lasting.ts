// Whether everything written so far would outlive this page, for those who draw it.
import { createSubscriber } from 'svelte/reactivity';
import { keeps_all, tell_of_memory } from './storage';

const subscribe = createSubscriber(tell_of_memory);

// Reactive.
export function is_lasting(): boolean {
  subscribe();
  return keeps_all();
}
