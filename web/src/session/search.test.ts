import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { search } from './search';

const here = 'http://192.168.1.10:8080';
const there = 'http://192.168.1.57:8080';
let pictures: Picture[] = [];
let told: (string | null)[] = [];
let stop = (): void => undefined;

class Picture {
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  naturalWidth = 192;
  src = '';
  constructor() {
    pictures.push(this);
  }
  removeAttribute(): void {
    this.src = '';
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  [pictures, told] = [[], []];
  vi.stubGlobal('Image', Picture);
  vi.stubGlobal('document', { visibilityState: 'visible' });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function look(origins: readonly string[]): Promise<void> {
  stop = search(origins, (found) => told.push(found));
  await vi.advanceTimersByTimeAsync(0);
}

async function answer(of: string, how: 'onload' | 'onerror'): Promise<void> {
  pictures.find(({ src }) => src.startsWith(`${of}/icon-192.png?`))?.[how]?.();
  await vi.advanceTimersByTimeAsync(0);
}

test('the first address that answers is told at once', async () => {
  await look([here, there]);
  await answer(there, 'onload');
  expect(told).toEqual([there]);
  await vi.advanceTimersByTimeAsync(4_000); // the other never answers
  expect(told).toEqual([there]);
});

test('nobody is told after all were asked, and asked again more and more seldom', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
  await look([here, there]);
  await answer(here, 'onerror');
  expect(told).toEqual([]);
  await answer(there, 'onerror');
  expect(told).toEqual([null]);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(pictures.length).toBeGreaterThan(40);
  expect(pictures.length).toBeLessThan(120);
});

test('something else that answers there is not our server', async () => {
  await look([there]);
  Object.assign(pictures[0] ?? {}, { naturalWidth: 16 });
  await answer(there, 'onload');
  expect(told).toEqual([null]);
});

test('asks nobody while nobody looks at the page, and nothing once it is ended', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  Object.assign(document, { visibilityState: 'hidden' });
  await look([there]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(pictures).toEqual([]);
  Object.assign(document, { visibilityState: 'visible' });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(pictures.length).toBe(1);
  stop();
  await answer(there, 'onload');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([told, pictures.length]).toEqual([[], 1]);
});
