// The parts of the report's dialog, in the order in which they are come to.
export const TABS = ['files', 'details', 'proposals', 'publication'] as const;

export type Tab = (typeof TABS)[number];

/** Said beside a tab's name. */
export interface Mark {
  text: string;
  /** Something typed there is not saved. */
  is_unsaved: boolean;
}
