import { expect, test } from 'vitest';
import type { StaffLink } from '../wire/ops.gen';
import { is_free, is_mine, is_others, is_shared, link_name, worker_name, type Crew } from './crew';

const me: StaffLink = { id: 'a', role: 'facilitator', name: '' };
const oksana: StaffLink = { id: 'b', role: 'facilitator', name: 'Оксана' };
const board: StaffLink = { id: 'c', role: 'board', name: '' };
const crew: Crew = { me: 'a', links: [me, oksana, board] };

test('a desk leads alone until another facilitator has a link', () => {
  expect(is_shared(crew)).toBe(true);
  expect(is_shared({ me: 'a', links: [me, board] })).toBe(false);
});

test('an idea is mine, another’s, or free', () => {
  expect(is_mine({ claimed: 'a' }, crew)).toBe(true);
  expect(is_others({ claimed: 'b' }, crew)).toBe(true);
  expect(is_free({ claimed: null }, crew)).toBe(true);
});

test('whose link was withdrawn works on nothing any more', () => {
  expect(is_others({ claimed: 'z' }, crew)).toBe(false);
  expect(is_free({ claimed: 'z' }, crew)).toBe(true);
});

test('who works is told by name, and oneself as «ви»', () => {
  expect(worker_name({ claimed: 'b' }, crew)).toBe('Оксана');
  expect(worker_name({ claimed: 'a' }, crew)).toBe('ви');
  expect(worker_name({ claimed: null }, crew)).toBe('');
});

test('links without a name are told by role, and by place where there are several', () => {
  expect(link_name(board, crew)).toBe('Екран залу');
  const other: StaffLink = { ...me, id: 'd' };
  expect(link_name(other, { ...crew, links: [...crew.links, other] })).toBe('Ведучий 2');
});
