// Where phones reach this server, as the server itself sees its networks.
import { is_text, list_of, parse_json, shape } from '../wire/shape';

const is_addresses = shape<{ addresses: readonly string[] }>({ addresses: list_of(is_text) });

// Origins such as http://192.168.1.10:8080, the likeliest first; none if the server does not say.
export async function lan_addresses(): Promise<readonly string[]> {
  try {
    const answer = await fetch('/api/addresses');
    const value = parse_json(await answer.text());
    return is_addresses(value) ? value.addresses : [];
  } catch {
    return [];
  }
}

// Whether a host is told by its number, 192.168.1.10 or [fd00::1], and not by a name.
export function is_number(host: string): boolean {
  return /^[\d.]+$|^\[/.test(host);
}
