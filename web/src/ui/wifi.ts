// What a Wi-Fi QR code holds, so that a phone's camera joins the network by itself. Pure.

interface Network {
  readonly ssid: string;
  readonly password: string;
}

/** In the form that Android and iOS read: `WIFI:T:WPA;S:name;P:password;;`. */
export function wifi_text({ ssid, password }: Network): string {
  const secret = password === '' ? 'T:nopass;' : 'T:WPA;';
  const words = password === '' ? '' : `P:${escaped(password)};`;
  return `WIFI:${secret}S:${escaped(ssid)};${words};`;
}

function escaped(words: string): string {
  return words.replace(/[\\;,:"]/g, '\\$&');
}

/** The network that was set, or null where none was. */
export function wifi_of<N extends Network>(record: N | null): N | null {
  return record === null || record.ssid === '' ? null : record;
}
