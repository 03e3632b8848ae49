// In words what the hall sees now. Pure but for the language.
import type { Hall } from '../board/hall';
import { scene_of } from '../board/scene_of';
import { t } from '../text/desk';
import { area_name } from '../ui/area_name';

export function shown_words(hall: Hall): string {
  const { name, area } = scene_of(hall);
  if (name === 'pause') return t('hall_pause');
  if (name === 'spotlight') return t('hall_spotlight', { number: hall.spotlight?.number ?? 0 });
  if (name === 'ideas' || hall.board.mode !== name) return t('hall_no_spotlight');
  const of = hall.session.areas.find(({ slug }) => slug === area);
  const mode = t(`board_${name}`);
  return t('hall_mode', { mode: of === undefined ? mode : `${mode}, ${area_name(of)}` });
}
