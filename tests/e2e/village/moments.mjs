// When something came or went on real pages, by the pages' own clocks: what the test itself takes
// to hear of it does not count. All clocks are those of one machine.
import assert from 'node:assert/strict';
import { seconds_ms } from './time.mjs';

// Some of it comes only when the scenario has gone on for a while.
const given_up_ms = 30_000 + seconds_ms(3_600);

// In the page: the moment a text is there, or gone; null if that never comes.
function wait_for_text([text, is_wanted, given_up]) {
  const is_there = () => document.body.textContent.replaceAll('\u00a0', ' ').includes(text);
  return new Promise((done) => {
    const since = Date.now();
    const look = () => {
      if (is_there() === is_wanted) done(Date.now());
      else if (Date.now() - since > given_up) done(null);
      else setTimeout(look, 10);
    };
    look();
  });
}

const moment = async (page, text, is_wanted) => {
  const at = await page.evaluate(wait_for_text, [text, is_wanted, given_up_ms]);
  assert.notEqual(at, null, `${is_wanted ? 'never came' : 'never went'}: ${text}`);
  return at;
};

export const shows = (page, text) => moment(page, text, true);
export const drops = (page, text) => moment(page, text, false);

export const has_text = (page, text) =>
  page.evaluate(
    (wanted) => document.body.textContent.replaceAll('\u00a0', ' ').includes(wanted),
    text,
  );
