// Why what is in the queue does not go; null: it is going.
import type { Live } from '../session/live.svelte';

export type WaitsFor = 'network' | 'pause' | 'server' | null;

export function waits_for({ connection, waiting }: Pick<Live, 'connection' | 'waiting'>): WaitsFor {
  if (connection !== 'connected') return 'network';
  if (waiting === null) return null;
  return waiting === 'paused' ? 'pause' : 'server';
}
