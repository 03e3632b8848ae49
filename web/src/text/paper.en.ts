// Words of what people without phones do, in English.
import type { Translation } from './catalogue.svelte';
import type { paper_uk } from './paper.uk';

export const paper_en: Translation<typeof paper_uk> = {
  operator_page: 'People without phones',
  operator_tabs: 'What to enter',
  operator_tab_ideas: 'Ideas',
  operator_tab_people: 'People',
  operator_tab_sheets: 'Sheets',
  operator_tab_hands: 'Hands',
  operator_tab_waiting: 'wait for you',

  guests_title: { one: '{n} person without a phone', other: '{n} people without phones' },
  guests_what:
    'They count among those present. Choose table and settlement; Enter or “+” adds a person, “−” takes one away.',
  guests_no_settlement: 'Not said',
  guests_here: 'Here: {n}',
  guests_add: 'Add a person',
  guests_of: 'People without phones: {where}',
  guests_one_more: 'One more person: {where}',
  guests_warmup: 'How many people without phones raised a hand for each answer.',

  paper_title: 'Sheets and hands',
  paper_open: 'Sheets and hands…',
  paper_wait_for_you: 'wait for you: {n}',
  paper_waits: 'Waiting for the network: {n}. Do not close the page.',
  paper_sheets: 'Paper sheets',
  paper_sheets_what:
    'The sheet’s number, then the numbers of the marked ideas, Enter after each. It counts once another person has read the same.',
  paper_sheets_cards:
    'The card’s number, then the numbers of the marked ideas, Enter after each. It counts once another person has read the same.',
  paper_not_yet: 'Sheets and hands are entered in the phases “Voting” and “Results”.',
  paper_revealed: 'Places were shown: nothing can be entered, confirmed or taken away any more.',
  paper_sheet_number: 'Sheet number',
  paper_card_number: 'Card number',
  paper_sheet: 'Sheet {number}',
  paper_card: 'Card {number}',
  paper_number_needed: 'Type a number above zero.',
  paper_marks: 'Idea numbers',
  paper_marks_hint: 'Enter adds a mark; Enter on an empty field goes on',
  paper_marks_count: { one: '{n} mark of up to {most}', other: '{n} marks of up to {most}' },
  paper_no_number: 'Type the idea’s number in digits.',
  paper_unknown: 'No. {number} is not among the ideas voted for.',
  paper_twice: 'No. {number} is marked already.',
  paper_too_many: {
    one: 'More marks than {n} vote. Such a sheet does not count: put it aside.',
    other: 'More marks than {n} votes. Such a sheet does not count: put it aside.',
  },
  paper_unmark: 'Remove mark no. {number}',
  paper_enter: 'Enter the sheet',
  paper_entered: {
    one: 'No. {number} entered, {n} mark. Another person must confirm it.',
    other: 'No. {number} entered, {n} marks. Another person must confirm it.',
  },
  paper_voted_online: {
    one: 'Card {number} has cast {n} vote from a phone. One card votes either from a phone or on paper.',
    other:
      'Card {number} has cast {n} votes from a phone. One card votes either from a phone or on paper.',
  },
  paper_replace_ask: 'Replace all votes from the phone with those on the sheet?',
  paper_replace_yes: 'Replace all',
  paper_replace_no: 'No, do not enter it',
  paper_replaces: 'All votes given with this card from a phone will be replaced.',
  paper_voted_since: {
    one: '{n} vote came from a phone after the sheet was entered. Take the sheet away and enter it again.',
    other:
      '{n} votes came from a phone after the sheet was entered. Take the sheet away and enter it again.',
  },
  paper_waiting: 'To be confirmed: {n}',
  paper_confirmed: 'Counted: {n}',
  paper_waits_mine: 'Waits for you to confirm',
  paper_waits_others: 'Another person must confirm',
  paper_is_confirmed: 'Confirmed and counted',
  paper_marks_hidden: 'Read the marks from paper',
  paper_confirm: 'Confirm…',
  paper_confirm_yes: 'Confirm no. {number}',
  paper_confirm_what:
    'Type the numbers from paper. What the first person typed is not shown on purpose: so slips are found.',
  paper_only_first: 'Only the first person',
  paper_only_second: 'Only you',
  paper_none: 'none',
  paper_withdraw: 'Take away…',
  paper_withdraw_ask: 'Take away no. {number}?',
  paper_withdraw_what: 'Its votes will not count any more. The sheet can be entered again.',
  paper_withdraw_online: 'Votes from the phone that it replaced do not come back.',
  paper_withdraw_yes: 'Take away',

  hands_title: 'Raised hands',
  hands_what:
    'Two people count: the second types a number of their own. An idea with hands cannot be merged or split until the count is taken away.',
  hands_idea: 'Idea number',
  hands_count: 'Hands',
  hands_save: 'Note it',
  hands_which: 'Type the number of an idea that is voted for.',
  hands_how_many: 'Type a number of hands above zero.',
  hands: { one: '{n} hand', other: '{n} hands' },
  hands_counted: {
    one: 'No. {number}: {n} hand noted. Another person must confirm it.',
    other: 'No. {number}: {n} hands noted. Another person must confirm it.',
  },
  hands_waits_mine: 'Waits for your count',
  hands_are_confirmed: 'confirmed',
  hands_both: 'The first person counted {first}, you {second}. Count again.',
  hands_withdraw: 'Take the count away',

  votes_phones: 'from phones {n}',
  votes_paper: 'from sheets {n}',
  votes_hands: 'hands {n}',

  level_title: 'One person, one vote',
  level_0: 'Link',
  level_what_0: 'Whoever opened the page votes; nothing prevents voting twice.',
  level_1: 'Device',
  level_what_1: 'One phone votes once; who has two phones may vote twice.',
  level_2: 'Card',
  level_what_2:
    'Everybody on the list is handed a one-time card: one card, one vote, also on paper.',
  level_until: 'It cannot be changed after the first vote.',
  level_said: 'What proves a vote: {name}',
};
