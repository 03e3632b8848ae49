import { describe, expect, it } from 'vitest';
import { t } from '../text/desk';
import { refusal_words } from '../ui/refusal_words';
import { REFUSALS } from '../wire/ops.gen';

// Said where they are met: by whoever signs an idea or votes, and beside the rehearsal's button.
const elsewhere = [
  'sheet_under_check',
  'names_not_asked',
  'consent_missing',
  'name_malformed',
  'rehearsal_runs',
  'rehearsal_failed',
];

describe('a refusal on the desk', () => {
  it('has a sentence of its own, whichever it is', () => {
    const general = refusal_words(t, 'not_allowed');
    const unsaid = Object.keys(REFUSALS).filter(
      (name) => name !== 'not_allowed' && refusal_words(t, name) === general,
    );
    expect(unsaid).toEqual(elsewhere);
  });

  it.each([
    ['merging the other way round', 'idea_merged', 'Ідею вже об’єднано з іншою.'],
    ['merging into a hidden idea', 'idea_hidden', 'Ідею приховано.'],
    ['undo after the close', 'session_closed', 'Сесію вже завершено.'],
    [
      'undo of what another has changed since',
      'undo_overtaken',
      'Скасувати вже не можна: після цього хтось змінив те саме.',
    ],
    ['undo twice', 'undo_unknown', 'Цю дію вже скасовано, або вона надто давня.'],
    [
      'a change after the reveal',
      'results_were_shown',
      'Результати вже показано залові, тому змінити це не можна.',
    ],
    [
      'a paper sheet with eleven marks',
      'marks_too_many',
      'На бланку більше позначок, ніж голосів у людини. Такий бланк не зараховують.',
    ],
    [
      'confirming one’s own sheet',
      'second_person_needed',
      'Підтвердити має інша людина, зі свого посилання.',
    ],
    ['a withdrawn link that is still open', 'link_unknown', 'Це посилання не діє. Попросіть нове.'],
    ['a phase opened twice', 'phase_open_already', 'Цей етап уже триває.'],
  ])('says what happened: %s', (_, refusal, words) => {
    expect(refusal_words(t, refusal)).toBe(words);
  });
});
