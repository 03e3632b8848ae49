// How the way in is written for people: the code in
// threes, the address without what nobody types. Pure.

/** `482913` as `482 913`, with a space that does not break. */
export function group_code(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}

/** What is typed to come in by the six digits; phones put `http://` before it themselves. */
export function spoken_address(address: string): string {
  return new URL(address).origin.replace(/^http:\/\//, '');
}

/**
 * Where phones find the session: the page's own origin, unless that only works on this machine.
 * Null: no address is known that works elsewhere.
 */
export function phone_address(origin: string, lan: readonly string[], code: string): string | null {
  const base = [origin, ...lan].find((one) => !is_loopback(one));
  return base === undefined ? null : `${base}/s/${code}`;
}

function is_loopback(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(origin);
}

/** The same for whoever sits at this table: the page knows it by itself. */
export function table_address(address: string, table: number): string {
  return `${address}?table=${table}`;
}

/** Where the results are read once they are published. */
export function report_address(address: string): string {
  return address.replace(/\/s\/(\d+)$/, '/r/$1');
}
