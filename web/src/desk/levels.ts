// What may prove that a person votes once: a link, a device, a card.
export const LEVELS = [0, 1, 2] as const;
export type Level = (typeof LEVELS)[number];
