import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Downloads } from './downloads.svelte';

let answers: ((answer: Response) => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  vi.stubGlobal('fetch', () => new Promise((answered) => answers.push(answered)));
  vi.stubGlobal('document', { createElement: () => ({ click: () => undefined }) });
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a file of the report', () => {
  it('is shown as being made only once that takes more than a second', async () => {
    const files = new Downloads(null);
    const getting = files.get('pdf', '/report.pdf');
    await vi.advanceTimersByTimeAsync(900);
    expect([files.is_running('pdf'), files.long]).toEqual([true, []]);
    await vi.advanceTimersByTimeAsync(200);
    expect(files.long).toEqual(['pdf']);
    answers[0]?.(new Response('%PDF'));
    await getting;
    expect([files.is_running('pdf'), files.long, files.done]).toEqual([false, [], 'pdf']);
  });

  it('is asked for once, however often one presses', async () => {
    const files = new Downloads(null);
    void files.get('pdf', '/report.pdf');
    void files.get('pdf', '/report.pdf');
    void files.get('csv', '/report.csv');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(answers.length).toBe(2);
    expect(files.long).toEqual(['pdf', 'csv']);
  });

  it('that is refused says why until it is asked for again', async () => {
    const files = new Downloads('secret');
    const getting = files.get('odt', '/report.odt');
    answers[0]?.(new Response('{"refusal":"inbox_full","kind":"later"}', { status: 503 }));
    await getting;
    expect([files.refused('odt'), files.done]).toEqual(['inbox_full', null]);
    void files.get('odt', '/report.odt');
    expect(files.refused('odt')).toBeNull();
  });
});
