// Words of what the desk prints, in English.
import type { Translation } from './catalogue.svelte';
import type { sheets_uk } from './sheets.uk';

export const sheets_en: Translation<typeof sheets_uk> = {
  sheets: 'To print',
  sheets_print: 'Print',
  sheets_none: 'Nothing to print yet.',
  sheets_group_before: 'Before the session',
  sheets_group_vote: 'Vote',
  sheets_group_lead: 'For facilitators',
  sheets_poster: 'Poster',
  sheets_cards: 'Table cards',
  sheets_programme: 'Programme',
  sheets_forms: 'Idea forms',
  sheets_voting_cards: 'Voting cards',
  sheets_voting: 'Voting sheet',
  sheets_guide: 'Facilitator’s guide',
  sheets_recovery: 'Recovery sheet',
  sheets_hint_poster: 'For the doors and the way in.',
  sheets_hint_cards: 'One for each table. Cut along the dashes.',
  sheets_hint_programme: 'For the tables or the wall. Lengths of phases are those of the desk.',
  sheets_hint_forms: 'For people without phones. Cut along the dashes.',
  sheets_hint_voting_cards: 'Hand out by the registration list. Cut along the dashes.',
  sheets_hint_voting: 'Print after sorting. Choose the number of copies in the printer’s window.',
  sheets_hint_guide: 'Two pages: both sides of one sheet.',
  sheets_hint_recovery: 'One copy. Do not leave it in the printer.',
  sheets_no_address: 'The laptop is not in the hall’s network: phones have no address for it yet.',
  sheets_no_ideas: 'No idea is published yet. The sheet appears here as soon as one is.',
  sheets_count: 'How many cards',
  sheets_forms_count: 'How many forms',
  sheets_start: 'Begins at',
  sheets_few_tables:
    'Tables in the session: {tables}. Phones do not know a card of a higher number.',
  sheets_make_tables: 'Make it {tables} tables',
  sheets_tables_said: 'Tables in the session: {tables}',

  poster_wifi: 'Join the Wi-Fi',
  poster_network: 'Network',
  poster_password: 'Password',
  poster_no_password: 'no password',
  poster_stay:
    'If your phone says that the network has no Internet, stay in it: the session works.',
  poster_open: 'Open the session’s page',
  poster_scan: 'Point the phone’s camera at the QR code. If it is not read, open in a browser:',
  poster_free: 'No registration. Nothing to install.',
  card_wifi: 'Wi-Fi:',
  card_password: 'Password:',
  card_or: 'Cannot read the code? In a browser:',
  card_qr: 'QR code of table {table} with the address {address}',

  form_question: 'What should change in the community?',
  form_one: 'One idea, one form. Please write clearly.',
  form_areas: 'Choose 1–2 areas',
  form_table: 'Table No.',
  form_entered: 'Entered as No.',
  form_private:
    'Write no personal data, your own or others’: everybody will see the ideas, and they go into the report and open data.',

  voting_card: 'Card No.',
  voting_form: 'Sheet No.',
  voting_votes: {
    one: 'You have {n} vote. At most one per idea.',
    other: 'You have {n} votes. At most one per idea.',
  },
  voting_how:
    'Put a cross in the box of every idea you support. A mistake? Fill the box in completely. A sheet with more crosses than votes is not counted. Do not sign the sheet. Whoever fills it in does not vote on a phone.',
  voting_by_card: 'At the top write the number of your voting card.',
  voting_more: '{area}, continued',
  voting_marks: 'Crosses on this page:',
  voting_page: 'page {page} of {pages}',

  voting_card_serial: 'No. {serial}',
  voting_card_how:
    'Point your phone’s camera at the code, or type these eight digits on the session’s page.',
  voting_card_one: 'One card, one person. Do not give it to others and do not lose it.',
  voting_card_qr: 'QR code of card No. {serial}',

  plan_title: 'Programme of the session',
  plan_time: 'Time',
  plan_phase: 'Phase',
  plan_minutes: 'Minutes',
  plan_until: 'until {time}',
  plan_from: 'from {time}',
  plan_between: '{from}–{to}',
  plan_total: 'Together, minutes',
  plan_proposal:
    'The times are a proposal. If there is an alarm or a power cut, we pause and then go on from the same place.',
  plan_lobby: 'Registration, places at the tables, phones join',
  plan_warmup: 'Who we are and where from, rules of the session',
  plan_talk: 'What is good in the community, what is in the way, what we want',
  plan_ideas: 'Everybody writes ideas, on a phone or on a form',
  plan_sort: 'We read the ideas by area and merge those that are the same',
  plan_vote: {
    one: 'Everybody has {n} vote, at most one per idea',
    other: 'Everybody has {n} votes, at most one per idea',
  },
  plan_results: 'The first ten ideas, and what happens to them next',

  recovery_warning: 'Whoever has this sheet can lead the session.',
  recovery_keep:
    'Keep it with you, take no photo of it, leave it on no table. Destroy it after the session.',
  recovery_session: 'Session',
  recovery_session_code: 'Session code',
  recovery_desk: 'Desk in the hall’s network',
  recovery_desk_here: 'Desk on the laptop itself',
  recovery_make: 'Make a code',
  recovery_code: 'Recovery code',
  recovery_code_how: 'Open the desk’s address on any device and type this code.',
  recovery_code_none:
    'Press “Make a code” above before you print: without one this sheet opens no desk.',
  recovery_file: 'The data file is here',
  recovery_copy: 'The copy of it is here',
  recovery_helper: 'Who helps, phone',
  recovery_copy_title: 'Beforehand: a copy on a USB stick',
  recovery_copy_1: 'While the session runs, type on the laptop:',
  recovery_copy_2:
    'Make a copy in every break. An ordinary copy of the file will not do while the program runs.',
  recovery_dead_title: 'The laptop is dead',
  recovery_dead_1: 'Put the stick with the copy into a second laptop that has Viche, and type:',
  recovery_dead_2: 'Connect it to the same Wi-Fi and to the projector.',
  recovery_dead_3: 'Open the desk and type the recovery code.',
  recovery_dead_4:
    'Ask everybody to point the camera at the QR code on the screen again. Collect ideas sent after the last copy on forms.',
  recovery_power_title: 'The power is cut',
  recovery_power_1: 'On the desk: “{pause}”, reason “{no_power}”. The laptop runs on its battery.',
  recovery_power_2: 'Run the router on a power bank. Phones wait and then send everything.',
  recovery_power_3:
    'If the laptop went off, start Viche with the same command: the session goes on from the same place.',
  recovery_wifi_title: 'The Wi-Fi is gone',
  recovery_wifi_1: 'Switch the router off for ten seconds and on again. Wait two minutes.',
  recovery_wifi_2: 'Still dead? Share Wi-Fi from a phone, with the same network name and password.',
  recovery_wifi_3: 'If the address changed, the screen shows a new QR code.',
  recovery_file_word: 'FILE',
  recovery_copy_word: 'COPY',

  guide_lead:
    'You lead the talk, Viche writes down and counts. Whatever a phone calls sent is on the laptop’s disk: there is no need to hurry.',
  guide_before: 'Before people come',
  guide_before_1: 'Laptop and router are plugged in, the laptop does not go to sleep.',
  guide_before_2:
    'The desk is open on the laptop, the screen’s page on the projector. It is read from the last row.',
  guide_before_3: 'Name and password of the Wi-Fi are set: “{setup}”.',
  guide_before_4:
    '“{ready}” is done and a rehearsal was played. Your own phone went the whole way: Wi-Fi, QR code, session’s page.',
  guide_before_5:
    'Poster, table cards and idea forms are printed. The recovery sheet is with you and nobody else.',
  guide_before_6: 'The printer is ready: voting sheets are printed during the session.',
  guide_before_7:
    'An operator types for people without phones, and there is a helper for every two or three tables.',
  guide_before_8: 'Everybody knows where the shelter is and who leads people there.',
  guide_phases: 'Phase by phase',
  guide_phases_how:
    'The large button “{start}” on the left opens each phase. Press it when the hall is ready, not when the clock says so.',
  guide_phase: 'Phase',
  guide_say: 'What to say',
  guide_do: 'What to do',
  guide_say_lobby:
    'Point your camera at the QR code. There is no registration. Without a phone, go to the operator, who counts you in and types your ideas.',
  guide_do_lobby:
    'Watch the counter on the screen. Calls for help appear at the top of the desk. Too few phones: “{setup}”, “{share}”.',
  guide_say_warmup: 'Tell your table who you are and which village you are from. Everybody speaks.',
  guide_do_warmup:
    'Everybody taps an answer; the operator enters raised hands. The chart is on the screen. Explain the rules: we listen, let others finish, do not quarrel.',
  guide_say_talk: 'What is good in our community? What is in the way? What should it become?',
  guide_do_talk:
    'Walk between the tables. Each sends one sentence from a phone; the operator writes it for a table without. The desk shows who is still silent.',
  guide_say_ideas:
    'One idea, one message. Choose one or two areas. Write no names, phone numbers or addresses.',
  guide_do_ideas:
    'Every ten minutes read two or three ideas aloud: “{show}”. Insults and advertising: “{hide}”, with a reason. Walk over to a silent table. More time: “{add_5}”.',
  guide_say_sort:
    'We merge ideas that are the same. If yours was joined by mistake, say so and we split it.',
  guide_do_sort:
    'Mark those alike and press “{merge}”. In doubt, do not merge. Read the ideas by area. Print the voting sheets.',
  guide_say_vote: {
    one: 'Everybody has {n} vote, at most one per idea. Until the vote ends you may take a vote back.',
    other:
      'Everybody has {n} votes, at most one per idea. Until the vote ends you may take a vote back.',
  },
  guide_do_vote:
    'Watch how many have voted. Do not press “{votes}” where the hall can see. Before the end ask who is not ready.',
  guide_say_results:
    'Here are the first ten, from the tenth place to the first. They are the view of those present, not a decision of the council.',
  guide_do_results: '“{reveal}”, read it aloud, wait, and so on to the first.',

  guide_trouble: 'When something happens',
  guide_alarm: 'Air-raid alarm',
  guide_alarm_do:
    '“{pause}”, “{air_raid}”. Lead people to the shelter. The clock stands still, ideas are saved. After the all-clear: “{resume}”.',
  guide_power: 'Power cut',
  guide_power_do:
    '“{pause}”, “{no_power}”. The laptop runs on its battery, the router on a power bank. If it lasts, hand out idea forms.',
  guide_wifi: 'A phone does not find the session',
  guide_wifi_do:
    'Check the name of the network. If it says “no Internet”, stay in it and switch mobile data off. No luck: to the operator.',
  guide_wifi_all: 'Nobody has Wi-Fi',
  guide_wifi_all_do:
    'Restart the router and wait two minutes. Keep the pages on the phones open: what is written is kept and sent by itself.',
  guide_server: 'The desk says “{lost}”',
  guide_server_do:
    'Start Viche on the laptop with the same command: the session goes on. The laptop will not start: take the recovery sheet.',
  guide_quarrel: 'A quarrel',
  guide_quarrel_do:
    '“{pause}”, “{rest}”. Write down both views, each as an idea of its own. Hide what breaks the rules, never an opinion.',
  guide_private: 'Somebody’s personal data in an idea',
  guide_private_do:
    '“{hide}” at once. Then “{redact}”: keep the meaning, take out names, phone numbers, addresses. It is for ever.',
  guide_wrong: 'The wrong button',
  guide_wrong_do: '“{undo}” at the foot of the desk. Both actions stay in the log.',
  guide_late: 'Somebody was too late',
  guide_late_do: 'The idea appears on the desk as late: “{accept}” or “{decline}”.',
  guide_paper: 'Voting on paper',
  guide_paper_1:
    'Print the voting sheet as soon as the ideas are sorted. From then on merge and hide nothing.',
  guide_paper_2:
    'It is for those who do not vote on a phone. One person, one sheet; write down how many you gave out.',
  guide_paper_3:
    'The operator enters a sheet, and another person, from a link of their own, enters it again from the paper. If both agree it counts; if not, the difference is shown.',
  guide_paper_4: 'Put aside a sheet with more crosses than votes: it is not counted.',
  guide_paper_5:
    'A show of hands: say the number of the idea. Two people count, each alone, until they agree.',
  guide_paper_6:
    'Enter sheets and raised hands before the first place is shown; later it cannot be done. The report shows them apart from the votes of phones.',
  guide_end: 'At the end',
  guide_end_1: 'Say who considers the proposals, and when and where the report is published.',
  guide_end_2: 'Download the report from the desk and save a copy of the data file on a USB stick.',
  guide_end_3: 'Collect forms and cards. Keep them and the data file as papers of the council.',
  guide_end_4: 'When all is checked: “{close}”. This cannot be undone.',
  guide_end_5: 'Thank them. People came because they care.',
  guide_notes: 'Notes',
  guide_page: '{page} of {pages}',

  sheets_no_cards: 'There are no cards on this sheet yet. Say how many to issue.',
  cards_so_far: 'Issued: {issued}, used: {used}, replaced: {replaced}.',
  cards_once: 'Once this sheet is closed the codes cannot be shown again: print them now.',
  cards_count: 'How many cards',
  cards_issue: 'Issue cards',
  cards_number: 'Card number',
  cards_replace: 'Replace a lost card',
  cards_free: 'Free the card',
  cards_freed: 'Card {card} can be used on another phone',
  cards_unreachable:
    'The server does not answer. The line above will show whether cards were issued.',

  sheets_leave: 'Is it printed?',
  sheets_leave_what:
    'The codes you see here are on these sheets alone. Once the sheets are closed, they cannot be seen again.',
  sheets_leave_yes: 'Printed, close',
};
