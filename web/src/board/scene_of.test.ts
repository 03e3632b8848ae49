import { expect, test } from 'vitest';
import { no_records } from '../session/apply';
import { example_idea } from '../wire/example_idea';
import { BOARD_MODES, PHASES, type BoardMode, type Phase } from '../wire/ops.gen';
import { hall_of, type Hall } from './hall';
import { scene_of, type SceneName } from './scene_of';

interface Told {
  phase?: Phase;
  mode?: BoardMode;
  area?: string;
  paused?: boolean;
  spotlight?: number;
}

function hall({ phase = 'ideas', mode, area = '', paused = false, spotlight = 0 }: Told): Hall {
  const pause = paused ? { reason: 'rest' as const, since: 0 } : null;
  const medicine = { slug: 'medicine', name: 'Медицина', full_name: '', english: '' };
  const found = hall_of({
    ...no_records,
    session: {
      code: '482913',
      title: 'Стратегія',
      community: 'Громада',
      question: '',
      areas: [medicine],
      votes_per_person: 10,
      languages: ['uk'],
      level: 0,
      tables: 8,
      settlements: [],
      premoderation: false,
      authorship: 'unnamed',
      people_per_phone: 1,
    },
    phase: { phase, opened_at: 0, planned_ms: 0, extended_ms: 0, paused_ms: 0, pause },
    spotlight,
    ideas: new Map([[7, example_idea(7)]]),
    others: new Map(mode === undefined ? [] : [['board/0', { mode, area }]]),
  });
  if (found === null) throw new Error('no hall');
  return found;
}

const name = (told: Told): SceneName => scene_of(hall(told)).name;

test('the board follows the phase until the desk chooses', () => {
  const seen = PHASES.map((phase) => [phase, name({ phase })]);
  expect(Object.fromEntries(seen)).toEqual({
    lobby: 'welcome',
    warmup: 'warmup',
    talk: 'talk',
    ideas: 'ideas',
    sort: 'wall',
    vote: 'turnout',
    results: 'ranking',
    closed: 'thanks',
  });
  expect(name({ phase: 'vote', mode: 'follow' })).toBe('turnout');
});

test('what the desk chose stands whatever the phase, until the session is closed', () => {
  for (const mode of BOARD_MODES) {
    if (mode !== 'follow') expect(name({ phase: 'vote', mode })).toBe(mode);
  }
  expect(name({ phase: 'closed', mode: 'wall' })).toBe('thanks');
});

test('a pause goes before a spotlight, that before the mode, and the mode is back after', () => {
  const told: Told = { mode: 'cloud', spotlight: 7 };
  expect(name({ ...told, paused: true })).toBe('pause');
  expect(name(told)).toBe('spotlight');
  expect(name({ ...told, spotlight: 0 })).toBe('cloud');
});

test('a spotlight on an idea that the hall may not see is none', () => {
  expect(name({ mode: 'cloud', spotlight: 8 })).toBe('cloud');
});

test('an area narrows the modes that show ideas, if the session has it', () => {
  expect(scene_of(hall({ mode: 'wall', area: 'medicine' })).area).toBe('medicine');
  expect(scene_of(hall({ mode: 'wall', area: 'gone' })).area).toBeNull();
  expect(scene_of(hall({ mode: 'areas', area: 'medicine' })).area).toBeNull();
});
