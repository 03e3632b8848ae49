// A session's settings are said whole when one of them changes: all the others as they are. Pure.
import type { SessionRecord, Settings } from '../wire/ops.gen';

export function settings_of(session: SessionRecord): Settings {
  const { title, community, question, areas } = session;
  const { votes_per_person, languages, level, tables, settlements } = session;
  return {
    ...{ title, community, question, areas },
    ...{ votes_per_person, languages, level, tables, settlements },
  };
}
