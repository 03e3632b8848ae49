// The words of the phone’s first screens, in English.
import type { Translation } from './catalogue.svelte';
import type { phone_uk } from './phone.uk';

export const phone_en: Translation<typeof phone_uk> = {
  code_title: 'Strategy session of the community',
  code_label: 'Enter the session code',
  code_hint: 'Six digits from the screen or the poster',
  code_short: 'The code has six digits.',
  join: 'Join',
  joining: 'Joining…',
  try_again: 'Try again',
  other_code: 'Enter another code',
  reload: 'Reload the page',

  consent_title: 'No registration',
  consent_nothing: 'We do not collect your name, phone number or address.',
  consent_named:
    'You need not give a name: whoever wishes to sign their ideas gives separate consent under “Mine”. We do not collect phone numbers or addresses.',
  consent_public:
    'Please write no personal data, yours or others’: everybody will see the ideas, and they go into the report and the open data.',
  consent_hosts: 'The session’s hosts may hide or merge ideas.',
  consent_owner: 'Owner of the data: the council of the community ({community}).',
  consent_agree: 'I understand, join',
  your_table: 'Your table',
  no_table: 'No table',
  table_n: 'Table {n}',
  your_settlement: 'Where are you from?',
  not_said: 'Rather not say',
  optional: 'optional',

  rules_open: 'Rules and data',

  large_type: 'Larger text',
  large_type_off: 'Normal text',
  more_title: 'Help and settings',
  wifi_hint:
    'Check that the phone is in the Wi-Fi of the hall. If it says that there is no Internet in it, stay: the session works all the same. Better switch mobile data off.',
  away_kept: 'No connection. Everything you wrote is kept on the phone.',
  away_not_kept: 'No connection. Do not close the page, so that nothing is lost.',
  away_do: 'Stay in the Wi-Fi of the hall, even if there is no Internet in it.',
  not_lasting: 'This browser keeps nothing. Do not close the page before you see “Sent”.',

  help_ask: 'I need help',
  help_sending: 'Asking for help…',
  help_asked: 'You asked for help. Somebody will come to you.',

  recovery_have: 'I have a recovery code',

  person_n: 'Person {n}',
  pass_on: 'Pass the phone on',

  tab_write: 'Idea',
  tab_all: 'All',
  tab_mine: 'Mine',
  tab_wait: 'Now',
  tab_vote: 'Vote',
  tab_results: 'Results',
  tabs_label: 'Sections',
  clock_label: 'Time left:',
  draft_kept: 'Draft on this phone:',
  pending_here: 'Waiting for the network: {n}. Do not close the page.',
  pending_count: 'Kept on the phone, waiting for the network: {n}',

  lobby_title: 'Your phone is ready',
  lobby_text: 'Waiting to start. This page will change by itself.',
  sort_title: 'The hosts are sorting the ideas',
  sort_text: 'Please wait: similar ideas are being merged. Then the vote will begin.',
  people: 'People: {n}',
  ideas_count: 'Ideas: {n}',

  write_question: 'What should change in the community?',
  write_placeholder: 'One idea, one message',
  write_areas: 'Choose 1–2 areas',
  write_send: 'Send the idea',
  write_too_short: 'Write at least one word.',
  write_no_area: 'Choose one or two areas.',
  write_soft: 'A long idea. Are there two in it?',
  characters_left: { one: '{n} character left', other: '{n} characters left' },
  characters_over: { one: '{n} character too many', other: '{n} characters too many' },
  sent: 'Sent. Thank you!',
  sending: 'Sending…',
  kept_offline: 'No connection. The idea is kept on the phone',
  kept_pause: 'Pause. The idea is kept on the phone and will be sent when we go on',
  kept_busy: 'The server is busy. The idea is kept on the phone, we will send it',
  came_back: 'The idea was not taken: {why} Your text is back in the field.',
  came_back_support: 'The idea is not supported: {why} Your text is back in the field.',

  kept_pause_here: 'Pause. Do not close the page: we will send it when we go on',
  kept_busy_here: 'The server is busy. Do not close the page: we will send it',
  kept_here: 'No connection. Do not close the page: we will send it when it is back',

  mine_pending: 'The hosts are looking at it: then everybody will see it',
  late_notice: 'Your idea missed the end of collecting.',
  late_see: 'See it',

  pause_do_air_raid: 'Go to the shelter.',
  pause_do_no_power: 'Stay where you are. We go on when power is back.',
  pause_do_rest: 'The clock is stopped. We go on after the break.',
  pause_do_other: 'The clock is stopped. We go on soon.',
  pause_kept: 'Your ideas are saved.',
  pause_not_kept: 'Do not close this page: it has something unsent that the browser will not keep.',
  paused_again: 'We go on',
  phase_announced: 'Phase: {phase}',
};
