// Words of the board, in English.
import type { uk } from './board.uk';
import type { Translation } from './catalogue.svelte';

export const en: Translation<typeof uk> = {
  title: 'Hall screen',
  qr: 'QR code with the address {address}',
  no_way: 'The laptop is not in the hall’s network yet',
  no_way_hint: 'Connect it to the Wi-Fi. The QR code appears here by itself.',
  how_to_join:
    'Point your phone’s camera at the code, or open the address below it and type the six digits.',
  wifi_qr: 'QR code for joining the Wi-Fi “{ssid}”',
  wifi_first: 'First join the Wi-Fi:',
  wifi_password: 'Password:',
  wifi_open: 'No password',
  wifi_then:
    'Then point the camera at the large code, or type the address and the six digits below it.',
  joined: 'Joined:',
  number: 'No. {number}',

  ideas: 'Ideas:',
  people: 'People:',
  tables: 'Tables:',
  time_left: 'Time left:',
  time_soon: 'The last five minutes',
  time_last: 'The last minute',
  time_over: 'Time is up',
  lost: 'The line to the server broke. Reconnecting…',

  warmup: 'Getting acquainted',
  talk: 'Talking at the tables',

  question: 'What should change in the community?',
  no_ideas: 'No ideas yet. The first will appear here.',
  two_areas: 'An idea may belong to two areas; it is then counted in each.',

  voted: 'Voted',
  voted_count: 'Voted:',
  out_of: 'of {people}',
  vote_rule: {
    one: 'Everybody has {n} vote. One vote per idea.',
    other: 'Everybody has {n} votes. One vote per idea.',
  },

  no_votes: 'Nobody voted',
  results_soon: 'The first ten ideas: from the tenth place to the first.',
  tie: 'tie',
  left_out: 'More with the same number of votes: {count}. The report has the full list.',

  pause: 'Pause',
  pause_air_raid_what: 'Go to the shelter. Your ideas are saved, we go on after the all-clear.',
  pause_no_power_what: 'Your ideas are saved. We go on as soon as the power is back.',
  pause_rest_what: 'Your ideas are saved. We go on soon.',
  pause_other_what: 'Your ideas are saved. Please wait.',
  pause_minutes: {
    one: 'For {n} minute',
    other: 'For {n} minutes',
  },
  pause_left: '{phase}: {time} left, the clock is stopped',

  on_paper: '{count} on paper',
  by_hands: '{count} by hands',
  of_them: 'of these {apart}',

  page: '{page} of {pages}',
  table: 'Table {table}',
  rules_title: 'Rules',
  rule_idea: 'One idea, one message. Each has one or two areas.',
  rule_people: 'No names or phone numbers, yours or others’: everybody will see the ideas.',
  rule_vote: 'One vote for one idea. Facilitators do not see who voted for what.',
  warmup_settlement: 'Which village or town are you from?',
  warmup_none: 'Choose an answer on your phone, and it will appear here.',
  warmup_answers: 'Answers: {count}',
  talk_said: 'What the tables say',
  newest_title: 'Newest ideas',
  areas_title: 'Ideas by area',
  wall_more: { one: 'and {n} more idea', other: 'and {n} more ideas' },
  cloud_title: 'What is talked about most',
  cloud_of: '{area}: what is talked about most',
  cloud_none: 'Words will appear here together with ideas.',
  cloud_note: 'The number beside a word: how many ideas have it.',
  settlements_title: 'Where we and our ideas come from',
  no_settlements: 'No settlements are named for this session.',
  head_ideas: 'Ideas',
  head_people: 'People',
  silent_title: 'We are waiting for your ideas',
  silent_what: '0 ideas in {minutes} min',
  silent_minutes: '{minutes} min',
  silent_hint: 'One sentence is enough. If you need a hand, call a facilitator.',
  silent_none: 'All tables are at work',
  silent_tables: 'Ideas by table',
  countdown_left: { one: '{n} minute left', other: '{n} minutes left' },
  countdown_none: 'No time limit',
  thanks_report: 'Results and report',
  proof: 'Words that prove this session',
  proof_qr: 'QR code of the log’s checksum',
  proof_what:
    'Write them down or take a photo: with them one can check that the log was not changed.',
  logo: 'Sign of the partners',

  thanks: 'Thank you!',
  thanks_what:
    'The session is over. Your ideas go into the report, and the working group looks at each.',
  closed_ideas: 'Ideas',
  closed_people: 'People',
  closed_voted: 'Voted',

  wrong_address: 'There is no screen at this address. Open the link that Viche printed.',
  not_let_in: 'The screen is not open.',
};
