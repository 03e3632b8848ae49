// Where a page of the rehearsal is: at another port of the host that this page came from.

export function stage_address(
  here: { protocol: string; hostname: string },
  port: number | undefined,
  path: string | undefined,
): string | null {
  if (port === undefined || path === undefined) return null;
  return `${here.protocol}//${here.hostname}:${port}${path}`;
}
