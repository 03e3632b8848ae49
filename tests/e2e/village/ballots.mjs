// Who votes for what, so that every idea gets exactly the votes the file gives it; by the rule of
// the rehearsal: the idea that needs most goes first, always to those with the most votes left.
import { ideas, is_published, merged_into, votes, votes_per_person } from './scenario.mjs';

// Resolves each voter, from 0, to the ids they vote for. The votes of a merged idea go to the main
// one, as ideas were merged before.
export function deal_votes() {
  const needs = ideas.filter(is_published).map(({ id }) => ({ id, need: need_of(id) }));
  needs.sort((a, b) => b.need - a.need || a.id - b.id);
  const voters = Array.from({ length: votes.voters }, () => []);
  for (const { id, need } of needs) {
    const freest = voters.map((given, who) => ({ given, who }));
    freest.sort((a, b) => a.given.length - b.given.length || a.who - b.who);
    for (const { given } of freest.slice(0, need)) given.push(id);
  }
  if (voters.some((given) => given.length > votes_per_person)) throw new Error('too few voters');
  return voters;
}

function need_of(id) {
  const parts = ideas.filter((one) => one.id === id || merged_into.get(one.id) === id);
  return parts.reduce((sum, one) => sum + one.votes, 0);
}

// When each of the votes of these people is given, in minutes of the vote: so many in the first
// minute and so many in the last, the others between. Everybody's come one after another.
export function time_votes(voters, length) {
  const given = [];
  const most = Math.max(...voters.map((ids) => ids.length));
  for (let turn = 0; turn < most; turn++) {
    for (const [who, ids] of voters.entries()) {
      if (turn < ids.length) given.push({ who, id: ids[turn] });
    }
  }
  const rest = given.length - votes.first_minute - votes.last_minute;
  return given.map((vote, at) => {
    const between = at - votes.first_minute;
    const last = between - rest;
    if (between < 0) return { ...vote, at: at / votes.first_minute };
    if (last < 0) return { ...vote, at: 1 + (between / rest) * (length - 2) };
    return { ...vote, at: length - 1 + last / votes.last_minute };
  });
}
