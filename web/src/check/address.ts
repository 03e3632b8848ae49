// What the address of the check says: /r/482913/check?language=en#HEAD. Pure.
import type { LanguageName } from '../text/plural';

export type CheckAddress = {
  readonly code: string;
  readonly head: string | null; // that the report which led here states, 64 hex digits
  readonly asked: LanguageName | null; // null: as on this browser's phone page
};

export function address_of({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): CheckAddress {
  const asked = new URLSearchParams(search).get('language');
  return {
    code: /^\/r\/(\d+)\/check$/.exec(pathname)?.[1] ?? '',
    head: /^#([0-9a-f]{64})$/.exec(hash)?.[1] ?? null,
    asked: asked === 'uk' || asked === 'en' ? asked : null,
  };
}
