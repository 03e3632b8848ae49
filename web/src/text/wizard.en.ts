// Words of the page where a session is set up, in English.
import type { Translation } from './catalogue.svelte';
import type { wizard_uk } from './wizard.uk';

export const wizard_en: Translation<typeof wizard_uk> = {
  new_title: 'A new session',
  new_lead:
    'Name the session and the community. The rest comes from the template: change what differs.',
  new_asking: 'Asking the server…',

  key_title: 'The host key is needed',
  key_what:
    'A session is made by whoever has the laptop with the server. The program Viche shows the address of this page, with the key, in its window, in the line “new session”. Open it from there, or paste it here.',
  key_file: 'The key also lies on that laptop in the file beside the data that ends in “.hostkey”.',
  key_label: 'Address or key',
  key_go: 'Next',
  key_empty: 'Paste the address or the key.',
  not_here: 'No session can be made from here.',
  not_here_what:
    'The server takes the key on its own laptop only. Open this page there, at the address the program Viche shows. To make sessions from other computers, it is started with “--remote-setup”.',
  new_unreachable: 'The server does not answer. See whether Viche is running and try again.',

  part_template: 'Template',
  part_about: 'What it is about',
  part_areas: 'Areas',
  part_settlements: 'Settlements',
  part_programme: 'Programme and warm-up',
  part_hall: 'Hall and voting',
  part_branding: 'Partners and logo',

  template_strategy: 'Strategy session',
  template_what_strategy: 'One evening of a community: warm-up, talk at the tables, ideas, vote.',
  template_residency: 'Residency of ideas',
  template_what_residency:
    'Two days for specialists of several communities: a few themes, ideas on the first day, the vote on the second.',
  template_blank: 'Blank',
  template_what_blank: 'Three general areas, no tables and no clocks. You set the rest.',
  template_areas: { one: '{n} area', other: '{n} areas' },
  template_votes: { one: '{n} vote', other: '{n} votes' },

  about_title: 'Name of the session',
  about_title_what: 'For example: “{example}”.',
  title_example_strategy: 'Development strategy of the community to 2034',
  title_example_residency: 'Residency of ideas: tourism and culture',
  title_example_blank: 'A meeting of the community',
  about_community: 'Community or council',
  about_community_what: 'As it should stand in the report: “Village council of Serhiivka”.',
  about_question: 'Question to the hall',
  about_question_what: 'Phones show it above the field for an idea.',
  question_strategy: 'What should change in our community?',
  question_residency: 'What would you do in your community after this residency?',
  question_blank: 'What do you propose?',

  areas_what:
    'From 3 to 24. The short name is on the button of a phone, the full one in the report. Alt + ↑ or ↓ moves the line.',
  area_name: 'Name of area {n}',
  area_full: 'Full name of area {n}, for the report',
  area_up: 'Up: {name}',
  area_down: 'Down: {name}',
  area_remove: 'Remove: {name}',
  area_no_name: 'area without a name',
  area_add: 'Add an area',
  area_added: 'A line for an area was added.',
  area_removed: 'Removed: {name}',
  area_moved: '{name}: now at place {place}',

  settlements_label: 'Villages and towns, one a line',
  settlements_what:
    'A column of a table or the whole list of a file can be pasted. The warm-up asks for them, and the report counts by them. Without them nobody is asked.',
  lines_count: { one: '{n} name', other: '{n} names' },
  lines_doubled: { one: '{n} duplicate was removed.', other: '{n} duplicates were removed.' },
  lines_empty: { one: '{n} empty line was removed.', other: '{n} empty lines were removed.' },
  lines_none: 'None given',

  minutes_what:
    'How many minutes a phase is meant to last; 0: no clock. Only a proposal: you begin the phases.',
  minutes_hours: '{hours}\u00a0h {minutes}\u00a0min together',
  minutes_only: '{minutes}\u00a0min together',
  minutes_none: 'No clock',
  number_range: 'From {min} to {max}',
  warmup_label: 'Question of the warm-up',
  warmup_usual: 'Which village or town are you from?',
  warmup_residency: 'Which community are you from?',
  warmup_what: 'Left empty, it is the usual question.',
  answers_label: 'Its answers, one a line',
  answers_what: 'Left empty, the answers are the settlements.',

  hall_tables: 'Tables in the hall',
  hall_tables_what: '0: nobody is asked for a table.',
  hall_votes: 'Votes of each person',
  hall_votes_until: 'Can be changed until somebody has voted.',
  hall_said: 'Tables: {tables}, votes of a person: {votes}',

  branding_none: 'None given',
  branding_logo: 'with a logo',

  new_create: 'Create the session',
  new_creating: 'Creating…',
  new_again: 'Start again',
  new_cleared: 'The form is empty again.',
  new_bring_back: 'Bring back what was there',
  new_mend: 'Please correct the marked fields:',
  fault_title: 'Write the name of the session.',
  fault_community: 'Write the name of the community or council.',
  fault_long: {
    one: 'Too long: {n} character; 120 are allowed.',
    other: 'Too long: {n} characters; 120 are allowed.',
  },
  fault_areas_count: 'There must be 3 to 24 areas; here are {count}.',
  fault_areas_named: 'Give every area a name, or remove the empty line.',
  fault_areas_alike: 'Two areas are called “{name}”. Their names must differ.',
  fault_line_long: 'Too long a name: “{name}”. Up to 120 characters are allowed.',
  fault_settlements: 'There can be 300 at most; here are {count}.',
  fault_answers: 'There must be 2 to 24 answers; here are {count}.',

  made_title: 'The session is ready',
  made_code: 'Code of the session',
  made_desk: 'Open the desk',
  made_board: 'Open the board',
  made_desk_what:
    'Each opens in a new tab. In this browser the desk also opens without a link, for 30 days. Print the recovery sheet from the desk at once: with its code the desk opens anywhere.',
  made_links: 'Links for others',
  made_once:
    'They are shown this once. Whoever has a link can use it: hand it over in person. The desk can make others.',
  link_facilitator: 'Facilitator',
  link_what_facilitator: 'For a second facilitator, or another computer.',
  link_operator: 'Operator',
  link_what_operator: 'For whoever types the ideas of people without phones.',
  link_board: 'Board of the hall',
  link_what_board: 'For the computer at the projector.',
  link_copy: 'Copy: {name}',
  link_copy_short: 'Copy',
  link_copied: 'The link “{name}” was copied.',
  link_not_copied: 'The browser did not copy. The link is selected: press Ctrl + C.',
  made_phones: 'For phones',
  made_qr: 'QR code with the address {address}',
  made_phones_what:
    'The board shows this code too. Poster, cards and forms are printed from the desk: “Print for the hall”.',
  made_no_way:
    'The laptop is not in the hall’s network yet, so phones will not find it. Connect it to the Wi-Fi: the address will appear here by itself.',
  made_not_done: 'The session works, but not all of it was done. Do this on the desk:',
  step_programme: 'length of the phases, in the column “Programme”',
  step_warmup: 'question of the warm-up',
  step_branding: 'partners and logo, in “Hall settings”',
  made_another: 'Create another one',

  refusal_host_key_wrong: 'The key is wrong. Copy the address again, whole.',
  refusal_areas_malformed: 'There must be 3 to 24 areas with different names.',
};
