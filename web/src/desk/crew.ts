// Who leads beside this desk, and who of them works on which idea. Pure.
import { t } from '../text/desk';
import type { DeskIdeaRecord, StaffLink } from '../wire/ops.gen';

export interface Crew {
  /** This desk's own link; empty while it is not known. */
  me: string;
  links: readonly StaffLink[];
}

type Claim = Pick<DeskIdeaRecord, 'claimed'>;

/** Several lead: only then it matters who works on what. */
export function is_shared({ links }: Crew): boolean {
  return links.filter(({ role }) => role === 'facilitator').length > 1;
}

export function is_mine({ claimed }: Claim, { me }: Crew): boolean {
  return claimed !== null && claimed === me;
}

/** Somebody else works on it who still leads. */
export function is_others({ claimed }: Claim, { me, links }: Crew): boolean {
  return claimed !== null && claimed !== me && links.some(({ id }) => id === claimed);
}

export function is_free(idea: Claim, crew: Crew): boolean {
  return !is_mine(idea, crew) && !is_others(idea, crew);
}

/** Links without a name are told by their role, and by their place where that is not enough. */
export function link_name(link: StaffLink, { links }: Crew): string {
  if (link.name !== '') return link.name;
  const alike = links.filter(({ role, name }) => role === link.role && name === '');
  const role = t.plain(`link_${link.role}`) ?? link.role;
  return alike.length < 2 ? role : `${role} ${alike.indexOf(link) + 1}`;
}

/** Empty while nobody does. */
export function worker_name({ claimed }: Claim, crew: Crew): string {
  const link = crew.links.find(({ id }) => id === claimed);
  if (link === undefined) return '';
  return link.id === crew.me ? t('claimed_me') : link_name(link, crew);
}
