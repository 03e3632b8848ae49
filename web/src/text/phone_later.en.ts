// Words of the phone's screens that come after the first, in English.
import type { Translation } from './catalogue.svelte';
import type { phone_later_uk } from './phone_later.uk';

export const phone_later_en: Translation<typeof phone_later_uk> = {
  warmup_title: 'Getting acquainted',
  warmup_text: 'You need no phone yet. When ideas are collected, this page will change by itself.',
  warmup_question: 'Which village or town are you from?',
  warmup_hint: 'Tap your answer. You can change it.',
  warmup_yours: 'your answer',
  warmup_saved: 'Your answer is recorded',

  talk_title: 'Talk at your table',
  talk_text: 'Discuss what should change. We will write ideas down a little later.',
  talk_task: 'Discuss this at your table and send one sentence from all of you.',
  talk_listen: 'To write your table’s sentence, take a seat at a table. Or just listen.',
  talk_yours: 'The sentence of your table',
  talk_nothing: 'Your table has not sent anything yet.',
  talk_label: 'One sentence from the table',
  talk_label_other: 'Another sentence from the table',
  talk_send: 'Send for the table',
  talk_replace: 'Replace the table’s sentence',
  talk_changed:
    'While you were writing, your table sent another one. Look at it before replacing it.',
  talk_came_back: 'The sentence was not sent: {why} Your text is back in the field.',
  talk_sent: 'The sentence of your table was sent',
  talk_others: 'What other tables say',
  talk_others_none: 'Nothing from other tables yet.',
  talk_unsent: 'The table’s sentence was not sent',
  talk_unsent_why: 'The talk at the tables is over. If this is an idea, send it as your own.',
  table_choose: 'Choose a table',
  table_sit: 'Sit down at this table',
  table_change: 'Change the table',
  table_yours: 'You sit at table {n}.',

  card_title: 'Voting card',
  card_ask: 'To vote, scan your card or type its eight digits',
  card_label: 'Eight digits of the card',
  card_short: 'A card has eight digits.',
  card_use: 'Confirm the card',
  card_asking: 'Checking the card…',
  card_held: 'Your card is No. {n}. You can vote.',
  card_held_early: 'Your card is No. {n}. The vote comes later.',
  card_late: 'Cards are no longer taken: the vote is over.',
  card_away: 'No connection. Try again a little later.',

  corrected: 'Corrected by the hosts',
  corrected_show: 'The author’s words',
  corrected_show_own: 'What you wrote',

  vote_moved:
    'The idea you voted for was merged with idea No. {number}. Your vote now stands on it.',
  vote_moved_together:
    'Ideas you voted for were merged into one, No. {number}. Your votes for it count as one.',
  vote_moved_keep: 'Leave the vote',
  vote_moved_mine: 'the vote came from a merged idea',

  results_phones: 'on phones {n}',
  results_paper: 'on paper {n}',
  results_hands: 'by raised hands {n}',

  left_five: '5 minutes left',
  left_one: '1 minute left',
};
