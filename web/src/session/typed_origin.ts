// An address of the server as somebody typed it from the hall's screen. Pure.

type Here = { readonly protocol: string; readonly port: string };

// Four numbers and perhaps a port. On keyboards for numbers a dot may be a comma, a colon a space.
const by_number =
  /^(\d{1,3})[.,\s]+(\d{1,3})[.,\s]+(\d{1,3})[.,\s]+(\d{1,3})(?:[^\d/]+(\d{1,5}))?(?=\/|$)/;

// `192.168.1.57:8080`, with or without http:// and a path, as its origin. Scheme and port are those
// of `here` where none is typed: the machine moved, its program did not. Null: this is no address.
export function typed_origin(typed: string, here: Here): string | null {
  const [, scheme = here.protocol, rest = ''] = /^(https?:)?\/*(.*)$/is.exec(typed.trim()) ?? [];
  const [, a, b, c, d, port] = by_number.exec(rest) ?? [];
  const by_name = rest.split('/')[0] ?? '';
  if (d === undefined && /^[\d.,:\s]*$/.test(by_name)) return null;
  const host = d === undefined ? by_name : `${a}.${b}.${c}.${d}${port ? `:${port}` : ''}`;
  const default_port = /:\d+$/.test(host) || here.port === '' ? '' : `:${here.port}`;
  try {
    const { origin, hostname } = new URL(`${scheme}//${host}${default_port}`);
    return /[.:]|^localhost$/.test(hostname) ? origin : null;
  } catch {
    return null;
  }
}
