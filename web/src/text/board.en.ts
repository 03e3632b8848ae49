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

  thanks: 'Thank you!',
  thanks_what: 'The session is over. Your ideas go into the report for the working group.',
  closed_ideas: 'Ideas',
  closed_people: 'People',
  closed_voted: 'Voted',

  wrong_address: 'There is no screen at this address. Open the link that Viche printed.',
  not_let_in: 'The screen is not open.',
};
