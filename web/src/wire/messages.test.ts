import { describe, expect, it } from 'vitest';
import { parse_entered, parse_refusal, parse_traded } from './answers';
import { parse_message } from './messages';
import { parse_draft, parse_pending, parse_returned } from './stored';

const idea = {
  number: 7,
  text: 'Лікар',
  areas: ['medicine'],
  at: 5,
  channel: 'phone',
  merged: 0,
  supports: 0,
};
const put = { record: 'idea', id: 121, value: idea };
const delta = { type: 'delta', after: 118, seq: 121, puts: [put], drops: [] };

function parse(message: unknown) {
  return parse_message(JSON.stringify(message));
}

describe('the guard of server messages', () => {
  it('lets the examples of the protocol page through', () => {
    expect(
      parse({
        type: 'welcome',
        protocol: 1,
        epoch: '5f0c9a1e2b7d4c33',
        boot: 'a91b',
        now: 1763791200123,
        role: 'resident',
        seq: 121,
      }),
    ).not.toBeNull();
    expect(parse(delta)).toEqual(delta);
    expect(
      parse({
        type: 'mine',
        seq: 130,
        mine: {
          whole: false,
          puts: [{ record: 'votes', id: 0, value: { standing: [{ idea: 97, on: 121 }], left: 9 } }],
          drops: [],
        },
      }),
    ).not.toBeNull();
    expect(parse({ type: 'ack', id: 'Qm9yc2hjaC1pcy1nb29k', seq: 121 })).not.toBeNull();
    expect(
      parse({
        type: 'refusal',
        id: null,
        refusal: 'text_too_long',
        kind: 'final',
        field: 'text',
        limit: 600,
      }),
    ).not.toBeNull();
    expect(parse({ type: 'turnout', voted: 12 })).not.toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['half a message', '{"type":"ack","id":"a'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[{"type":"pong"}]'],
    ['no type', '{}'],
    ['a type it does not know', '{"type":"constructor"}'],
  ])('takes %s for no message', (_, text) => {
    expect(parse_message(text)).toBeUndefined();
  });

  it.each([
    ['a field of another type', '{"type":"ack","id":"a","seq":"1"}'],
    ['a fraction for a place', '{"type":"ack","id":"a","seq":1.5}'],
    ['a refusal whose name is none', '{"type":"refusal","id":"a","refusal":"No!","kind":"final"}'],
  ])('cannot read a message with %s', (_, text) => {
    expect(parse_message(text)).toBeNull();
  });

  it('refuses a delta of which one record is broken', () => {
    const { text: _text, ...textless } = idea;
    expect(parse({ ...delta, puts: [put, { ...put, value: textless }] })).toBeNull();
    expect(parse({ ...delta, puts: [{ ...put, record: 'rumour' }] })).toBeNull();
  });

  it('wants the whole of a desk’s idea as soon as it is one', () => {
    expect(parse({ ...delta, puts: [{ ...put, value: { ...idea, merged_into: 0 } }] })).toBeNull();
  });

  it('lets through fields that a newer server adds', () => {
    expect(
      parse({ ...delta, puts: [{ ...put, value: { ...idea, mood: 'calm' } }] }),
    ).not.toBeNull();
  });
});

describe('the guards of answers and storage', () => {
  it('read what they know', () => {
    expect(
      parse_entered('{"code":"482913","title":"С","community":"Р","phase":"lobby"}'),
    ).not.toBeNull();
    expect(parse_traded('{"role":"facilitator"}')).toEqual({ role: 'facilitator' });
    expect(parse_refusal('{"refusal":"session_unknown","kind":"final"}')?.refusal).toBe(
      'session_unknown',
    );
    expect(parse_pending('{"id":"a","at":1,"op":{"kind":"cast_vote","idea":3}}')?.op.kind).toBe(
      'cast_vote',
    );
    const tapped = '{"id":"a","at":1,"op":{"kind":"answer_warmup","option":0}}';
    expect(parse_pending(tapped)?.op.kind).toBe('answer_warmup');
    const said = '{"kind":"say_for_table","table":3,"text":"Л","after":7}';
    expect(parse_pending(`{"id":"a","at":1,"op":${said}}`)?.op.kind).toBe('say_for_table');
    expect(parse_draft('{"text":"Л","areas":["medicine"]}')?.text).toBe('Л');
  });

  it('turn garbage into null', () => {
    expect(parse_entered('<!doctype html>')).toBeNull();
    expect(parse_traded('{"role":"emperor"}')).toBeNull();
    expect(parse_refusal('{"refusal":"toString","kind":"final"}')).toBeNull();
    expect(
      parse_pending('{"id":"a","at":1,"op":{"kind":"open_phase","phase":"vote","minutes":0}}'),
    ).toBeNull();
    expect(parse_returned('{"id":"a","at":1,"op":{"kind":"cast_vote","idea":3}}')).toBeNull();
    expect(parse_draft('[]')).toBeNull();
  });
});
