// What became of an idea, in words for its row.
import { t } from '../text/desk';
import { is_shared, worker_name, type Crew } from './crew';
import type { DeskIdea } from './queue';

export interface Fate {
  key: string;
  words: string;
  is_now: boolean;
}

export function fate_of(
  idea: DeskIdea,
  ideas: readonly DeskIdea[],
  is_on_screen: boolean,
  crew: Crew,
): Fate[] {
  const fates: Fate[] = [];
  const say = (key: string, words: string, is_now = false): void => {
    fates.push({ key, words, is_now });
  };
  if (is_on_screen) say('screen', t('idea_on_screen'), true);
  const worker = is_shared(crew) ? worker_name(idea, crew) : '';
  if (worker !== '') say('claimed', t('idea_claimed', { name: worker }));
  if (idea.withdrawn) say('withdrawn', t('idea_withdrawn'));
  if (idea.hidden !== null) {
    say('hidden', t('idea_hidden', { reason: t(`hide_${idea.hidden}`) }));
  }
  if (idea.pending && idea.hidden === null) say('pending', t('shelf_pending'));
  const main = ideas.find(({ id }) => id === idea.merged_into);
  if (main !== undefined) say('into', t('idea_merged_into', { number: main.number }));
  if (idea.merged > 0) say('members', t('idea_merged', { n: idea.merged }));
  if (idea.redacted) say('redacted', t('idea_redacted'));
  return fates;
}
