import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../../wire/ops.gen';
import type { DeskIdea } from '../queue';
import {
  decided_count,
  decision_of,
  is_taken_up,
  listed,
  neighbour,
  NOT_DECIDED,
  proposals_of,
  said_before,
} from './consider';

function idea(number: number, support: number, changes: Partial<DeskIdea> = {}): DeskIdea {
  return {
    id: number * 10,
    number,
    text: `Ідея ${String(number)}`,
    areas: ['medicine'],
    at: 0,
    channel: 'phone',
    merged: 0,
    supports: 0,
    support,
    table: 0,
    settlement: '',
    hidden: null,
    withdrawn: false,
    redacted: false,
    moderated: false,
    pending: false,
    claimed: null,
    merged_into: 0,
    members: [],
    ...changes,
  };
}

function decided(changes: Partial<DecisionRecord>): DecisionRecord {
  return { ...NOT_DECIDED, at: 5, ...changes };
}

const ideas = [
  idea(5, 3),
  idea(4, 0),
  idea(3, 7),
  idea(2, 3),
  idea(1, 9, { hidden: 'test' }),
  idea(6, 8, { merged_into: 30 }),
  idea(7, 8, { pending: true }),
  idea(8, 8, { withdrawn: true }),
];
const proposals = proposals_of(ideas, true, 'place');
const numbers = (list: readonly { number: number }[]): number[] => list.map((one) => one.number);

describe('the consideration table', () => {
  it('holds published proposals, by places with ties by number, those without votes last', () => {
    expect(proposals.map(({ number, place }) => [number, place])).toEqual([
      [3, 1],
      [2, 2],
      [5, 2],
      [4, null],
    ]);
    expect(numbers(proposals_of(ideas, true, 'number'))).toEqual([2, 3, 4, 5]);
  });

  it('gives no place away before the hall has seen the first', () => {
    const early = proposals_of(ideas, false, 'place');
    expect(numbers(early)).toEqual([2, 3, 4, 5]);
    expect(early.every(({ place }) => place === null)).toBe(true);
  });

  it('counts as considered what has an outcome', () => {
    const decisions = new Map([
      [30, decided({ outcome: 'accepted' })],
      [20, decided({ reason: 'Питати бюджетну комісію' })],
      [999, decided({ outcome: 'declined' })],
    ]);
    expect(decided_count(proposals, decisions)).toBe(1);
    const taken_up = [30, 20, 999].filter((id) => is_taken_up(decisions, id));
    expect(taken_up).toEqual([30]);
    expect(decision_of(decisions, 20).reason).toBe('Питати бюджетну комісію');
    expect(decision_of(decisions, 50)).toEqual(NOT_DECIDED);
  });

  it('narrows to what is not considered or was searched for, but keeps what is open', () => {
    const decisions = new Map([[30, decided({ outcome: 'study' })]]);
    const narrow = { only_open: true, found: null };
    expect(numbers(listed(proposals, decisions, narrow, null))).toEqual([2, 5, 4]);
    expect(numbers(listed(proposals, decisions, narrow, 30))).toEqual([3, 2, 5, 4]);
    const found = new Map([[50, 'sure' as const]]);
    expect(numbers(listed(proposals, decisions, { only_open: false, found }, null))).toEqual([5]);
  });

  it('has a next and a previous, but not beyond its ends', () => {
    expect(neighbour(proposals, 30, 1)).toBe(20);
    expect(neighbour(proposals, 30, -1)).toBeNull();
    expect(neighbour(proposals, 40, 1)).toBeNull();
    expect(neighbour(proposals, null, 1)).toBe(30);
  });

  it('offers what was written before, most often first', () => {
    const decisions = new Map([
      [1, decided({ responsible: 'Відділ освіти' })],
      [2, decided({ responsible: 'Відділ ЖКГ' })],
      [3, decided({ responsible: 'Відділ ЖКГ' })],
      [4, decided({})],
    ]);
    expect(said_before(decisions).responsible).toEqual(['Відділ ЖКГ', 'Відділ освіти']);
  });
});
