// Words of the readiness check and of the rehearsal, in English.
import type { Translation } from './catalogue.svelte';
import type { ready_uk } from './ready.uk';

export const ready_en: Translation<typeof ready_uk> = {
  ready: 'Readiness',
  ready_all: 'Everything is ready.',
  ready_look: 'To look at: {n}.',
  ready_looking: 'Checking…',
  ready_failed: 'The server did not answer. Check the connection and try again.',
  ready_again: 'Check again',
  ready_close: 'Close',
  state_good: 'Good',
  state_attention: 'Attention',
  state_unknown: 'Not known',

  line_addresses: 'Network',
  addresses_none: 'Phones will not find the laptop: it has no address in a network.',
  addresses_none_do:
    'Connect the laptop to the Wi-Fi of the hall. If it is there, start Viche for all addresses: --listen 0.0.0.0:8080.',
  addresses_kept: 'Phones find the laptop at {address}. The address is fixed.',
  addresses_unsure: 'Phones find the laptop at {address}.',
  addresses_unsure_do:
    'Whether the address is fixed is not known. Leave the router on until the end.',
  addresses_lent: 'The router gave the laptop {address}. After a restart it may give another one.',
  addresses_lent_do:
    'Leave the router on until the end, or reserve the address for the laptop in its settings.',

  line_desk: 'This desk',
  desk_here: 'The desk is open on the laptop itself and connected.',
  desk_secret: 'The desk is open over an encrypted connection.',
  desk_remote:
    'The desk is open over the network without encryption: whoever knows the Wi-Fi password can listen.',
  desk_remote_do: 'Best lead from the laptop that runs Viche: {address}.',
  desk_away: 'The desk is not connected to the server.',
  desk_away_do: 'Wait: it connects by itself. If not, see whether the laptop is in the network.',

  line_board: 'Board',
  board_open: 'The board of the hall is open.',
  board_none: 'The board of the hall is not open yet.',
  board_none_do: 'Open its link on the computer with the projector.',

  line_browser: 'Browser',
  browser_fits: 'A window of {width} × {height} that keeps what it is given.',
  browser_small: 'A window of {width} × {height} is too small for the desk.',
  browser_small_do: 'Make the window as large as the screen, or zoom the page out.',
  browser_forgets: 'The browser keeps nothing of this page.',
  browser_forgets_do:
    'After a reload the link of the desk is needed again. Have it at hand, or leave the private window.',

  line_clock: 'Clock',
  clock_kept: 'The laptop says {date}, {time}, in step with the network.',
  clock_alone: 'The laptop says {date}, {time}.',
  clock_alone_do:
    'Compare it with a phone: nobody sets this clock. Phones may have any time, what counts is the laptop’s.',
  clock_wrong: 'The laptop says {date}, {time}, which cannot be.',
  clock_wrong_do: 'Set date and time before you begin: they stand in the report.',
  clock_apart: 'The server says {date}, {time}, and this device another time.',
  clock_apart_do: 'Find out which one is right: the report takes the server’s.',

  line_disk: 'Disk',
  disk_good: '{free} free, writing takes {ms} ms.',
  disk_full: 'Only {free} free.',
  disk_full_do: 'Make room on the disk: when it is full, new ideas are not stored.',
  disk_slow: 'The disk is slow: writing takes {ms} ms.',
  disk_slow_do:
    'Close other programs. If the session’s file is on a stick, move it to the laptop’s disk.',
  disk_refuses: 'Writing to the disk failed.',
  disk_refuses_do: 'See whether there is room, and whether the file’s folder may be written to.',
  disk_hangs: 'The disk did not answer within 5 seconds.',
  disk_hangs_do: 'Check it before you begin. If the file is on a stick, move it to the laptop.',

  line_copies: 'Copies',
  copies_good: 'The last copy is of {time}, on another disk.',
  copies_near: 'The last copy is of {time}.',
  copies_same: 'The last copy is of {time}, but on the same disk.',
  copies_same_do:
    'If the disk breaks, the copy goes with it. Name a folder on a stick: --backup-to.',
  copies_none_yet: 'There is no copy yet.',
  copies_none_yet_do: 'See whether the stick is in and has room.',
  copies_off: 'The server keeps no copies.',
  copies_off_do: 'To have some, start it with --backup-to and a folder on a stick.',

  line_power: 'Power',
  power_mains: 'On mains, battery {percent} %.',
  power_mains_only: 'On mains, without a battery to be seen.',
  power_mains_only_do: 'In a power cut it goes out. Have another source of power ready.',
  power_battery: 'On battery: {percent} %.',
  power_battery_left: 'On battery: {percent} %, enough for about {left}.',
  power_battery_do: 'Plug it in: a session takes hours.',
  power_unknown: 'The computer says nothing of its power.',
  power_unknown_do: 'See for yourself whether it is plugged in, and what happens in a power cut.',
  hours_minutes: '{hours} h {minutes} min',
  minutes_only: '{minutes} min',
  gigabytes: '{n} GB',
  megabytes: '{n} MB',

  phones: 'A trial with a phone',
  phones_how: 'Point the camera of a phone at the code and open the page. Its answer shows here.',
  phones_qr: 'QR code of the address {address}',
  phones_no_way: 'The code shows as soon as the laptop is in the network of the hall.',
  phones_none: 'No phone is to be seen yet.',
  phones_one: 'The phone answered in {ms} ms.',
  phones_all: {
    one: '{n} phone answered: usually in {ms} ms, the slowest in {worst} ms.',
    other: '{n} phones answered: usually in {ms} ms, the slowest in {worst} ms.',
  },
  phones_silent: '{answered} of {asked} answered. The others are silent for two seconds.',
  phones_silent_do: 'Their screens may be off, or they are far from the router.',
  phones_slow: 'The connection is slow: put the router higher and closer to the people.',

  stage: 'Rehearsal',
  stage_what:
    'Forty imaginary people go through a whole session in a few minutes: 109 ideas, votes, results. Your session stays empty, and nothing of the rehearsal is kept.',
  stage_start: 'Start the rehearsal',
  stage_starting: 'Preparing the hall…',
  stage_playing:
    'The rehearsal is on. Watch the board and try the desk: your session is not touched.',
  stage_played: 'The rehearsal was played to its end. Its pages are still open for a look.',
  stage_left_off: 'The imaginary people stopped, because you led the session. Go on by yourself.',
  stage_others: 'A rehearsal of another session runs on this server.',
  stage_impossible: 'This is the rehearsal: the people are imaginary, and nothing is kept.',
  stage_secret: 'Start the rehearsal from the laptop’s own address, such as http://localhost:8080.',
  stage_desk: 'Desk of the rehearsal',
  stage_board: 'Board of the rehearsal',
  stage_new_tab: 'Open in a new tab:',
  stage_stop: 'End the rehearsal',
  stage_unreachable: 'The server did not answer. Try again.',
  refusal_rehearsal_runs: 'A rehearsal runs on this server already.',
  refusal_rehearsal_failed: 'The rehearsal could not be started. The window of Viche says why.',
  refusal_not_allowed: 'You may not do this.',
};
