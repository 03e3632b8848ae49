// What a Wi-Fi QR code holds, so that a phone's camera joins the network by itself. Pure.
import type { WifiRecord } from '../wire/ops.gen';

/** In the form that Android and iOS read: `WIFI:T:WPA;S:name;P:password;;`. */
export function wifi_text({ ssid, password }: WifiRecord): string {
  const secret = password === '' ? 'T:nopass;' : 'T:WPA;';
  const words = password === '' ? '' : `P:${escaped(password)};`;
  return `WIFI:${secret}S:${escaped(ssid)};${words};`;
}

function escaped(words: string): string {
  return words.replace(/[\\;,:"]/g, '\\$&');
}

/** The network that was set, or null where none was. */
export function wifi_of(record: WifiRecord | null): WifiRecord | null {
  return record === null || record.ssid === '' ? null : record;
}
