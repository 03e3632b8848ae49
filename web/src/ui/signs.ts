// The signs of the twelve areas: one plain drawing each, on a 24 × 24 field, drawn as strokes.
// An area of a session's own making has no drawing; AreaSign shows its first letter instead.

export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['infrastructure', 'M7 20 10 4M17 20 14 4M12 5v3M12 11v3M12 17v3'],
  ['business', 'M4 10h16M5 10l2-5h10l2 5M6 10v10h12V10M10 20v-5h4v5'],
  [
    'culture',
    'M9.5 17V6l9-2v11M9.5 17a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z' +
      'M18.5 15a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  ],
  ['medicine', 'M9.5 4h5v5.5H20v5h-5.5V20h-5v-5.5H4v-5h5.5z'],
  [
    'education',
    'M12 7v13M12 7C10 5.5 7 5 3.5 5v12.5c3.5 0 6.5.7 8.5 2.5' +
      ' 2-1.8 5-2.5 8.5-2.5V5C17 5 14 5.5 12 7',
  ],
  ['ecology', 'M5.5 18C4 9.5 9.5 4.5 20 4c.5 10-4.5 15.5-14.5 14M4 21l9-10'],
  ['safety', 'M12 3.5l7.5 2.7v5.3c0 5-3 7.5-7.5 9-4.5-1.5-7.5-4-7.5-9V6.2z'],
  ['social', 'M12 20C6 15.5 4 12.5 4 9.3 4 4.5 10 3.5 12 8c2-4.5 8-3.5 8 1.3 0 3.2-2 6.2-8 10.7z'],
  ['youth', 'M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM4 12h16M12 4v16'],
  ['digital', 'M3.5 10a12.5 12.5 0 0 1 17 0M7 14a7.5 7.5 0 0 1 10 0M12 18.5v.01M10.5 18.5h3'],
  ['tourism', 'M3 19.5 12 5l9 14.5zM9 19.5l3-5 3 5'],
  ['governance', 'M3.5 9.5 12 4l8.5 5.5zM6.5 9.5V17M12 9.5V17M17.5 9.5V17M3.5 20h17'],
]);
