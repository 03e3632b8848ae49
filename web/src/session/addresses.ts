// Where phones reach this server, as the server itself sees its networks.
import { is_text, list_of, parse_json, shape } from '../wire/shape';
import { in_time } from './in_time';

const is_addresses = shape<{ addresses: readonly string[] }>({ addresses: list_of(is_text) });
const answer_wait_ms = 5_000;

// Origins such as http://192.168.1.10:8080, the likeliest first; none if the server does not say.
export async function lan_addresses(): Promise<readonly string[]> {
  const text = await in_time(answer_wait_ms, async (signal) =>
    (await fetch('/api/addresses', { signal })).text(),
  );
  const value = parse_json(text ?? '');
  return is_addresses(value) ? value.addresses : [];
}

// Whether a host is told by its number, 192.168.1.10 or [fd00::1], and not by a name.
export function is_number(host: string): boolean {
  return /^[\d.]+$|^\[/.test(host);
}
