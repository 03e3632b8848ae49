// The address that a link of staff is, as the program prints them at the start. Pure.
export const LINK_ROLES = ['facilitator', 'operator', 'board'] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

const PAGES: Readonly<Record<LinkRole, string>> = {
  facilitator: 'desk',
  operator: 'operator',
  board: 'board',
};

/** `address`: that of the session's phones. */
export function link_address(address: string, role: LinkRole, secret: string): string {
  return `${address}/${PAGES[role]}#${secret}`;
}
