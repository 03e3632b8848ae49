// Words of the check of the session's journal, on the phone and on its own page, in English.
import type { Translation } from './catalogue.svelte';
import type { check_uk } from './check.uk';

export const check_en: Translation<typeof check_uk> = {
  title: 'Journal of the session',
  what: 'Every step of the session is a line without text or name. The lines are chained: none can be changed or taken out unseen.',
  busy: 'Loading and checking the journal…',
  away: 'The journal was not loaded: no connection to the server.',
  withheld: 'The journal is not published now.',
  again: 'Check again',

  whole_title: 'The entries are whole',
  whole: {
    one: '{n} entry checked, each follows from the one before.',
    other: '{n} entries checked, each follows from the one before.',
  },
  broken_title: 'The journal is damaged',
  broken:
    'Line {line} does not follow from those before: the journal was changed or not loaded to its end.',
  broken_next:
    'Check again. If it stays so, keep a picture of this screen and tell the council about it.',

  words_title: 'Proof words',
  words_same: 'This phone was given these very words in the hall when the session was closed.',
  words_compare:
    'Compare them with the words on the screen of the hall when the session was closed.',
  words_open: 'The session is not closed yet, so the words will change.',
  words_other_title: 'The proof words differ',
  words_other:
    'The words the session was closed with are not in the journal: its end may have been changed or taken out. They are:',
  added: {
    one: '{n} entry was added after the close: publication, consideration, links for facilitators.',
    other:
      '{n} entries were added after the close: publication, consideration, links for facilitators.',
  },
  strange: 'There are entries that could not be made any more after the close: {n}.',

  own_title: 'Your entries',
  own_missing_title: 'Not all of your entries were found',
  own_there: 'In the journal there are {ideas} and {votes}.',
  own_there_one: 'In the journal there are {what}.',
  own_ideas: { one: '{n} idea of yours', other: '{n} ideas of yours' },
  own_votes: { one: '{n} vote of yours', other: '{n} votes of yours' },
  own_none: 'There are no ideas or votes of yours in the journal.',
  own_away: 'Your receipts are not to be had now: no connection to the server.',
  own_missing: 'Entries not found: {n}. They are not there, or differ from what they were.',
  own_erased: 'Entries whose content was erased: {n}. They can no longer be compared.',
  own_no_votes:
    'There are no receipts for votes on this phone. They are given until the session is closed only, so it cannot say anything about votes.',
  own_list: 'Show my entries',
  own_at: 'No. {seq}',
  own_is_there: 'in the journal',
  own_is_missing: 'not in the journal',
  kind_join: 'Joined',
  kind_submit_idea: 'Idea',
  kind_submit_late_idea: 'Idea that came late',
  kind_edit_idea: 'Idea corrected',
  kind_tag_idea: 'Areas of an idea',
  kind_withdraw_idea: 'Idea taken back',
  kind_support_idea: 'Idea supported',
  kind_cast_vote: 'Vote',
  kind_withdraw_vote: 'Vote taken back',
  kind_other: 'Other step',
  for_idea: 'for idea No. {number}',

  meaning: 'What this shows and what it does not',
  meaning_yes:
    'It shows that the entries of the session, yours among them, are as they were when the proof words came on the screen.',
  meaning_no:
    'It does not show that the votes of others were counted right, nor that everybody who voted lives in the community.',
  meaning_secret:
    'This is no secret ballot: whoever holds this phone unlocked sees your votes and can prove them. The receipts can be erased.',
  public_code: 'Session {code}',
  public_found: 'What was found',
  public_head: 'Checksum',
  public_told: 'The report you came from states it, and it is in the journal.',
  public_yes:
    'It shows that the entries up to the proof words are as they were when these words came on the screen of the hall. If the words differ, entries were changed or it is another session.',
  public_own:
    'The journal holds no texts, no names and not what was voted for. Whoever took part finds their ideas and votes in it from their own phone.',
  public_trust:
    'The server that gave the journal gave this page too. Not to rely on it, download the file and check it on another computer with the command “viche verify”.',
  public_links: 'Report and journal',
  public_report: 'Report of the session',
  public_file: 'Download the journal',
  erase: 'Erase the receipts from the phone',
  erased: 'The receipts for votes were erased from this phone.',
};
