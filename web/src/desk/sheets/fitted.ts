// Makes what a sheet says smaller, in steps, until its paper holds it: titles and names of areas
// may be as long as 120 characters, and most are short. What is to shrink is sized in em.
import type { Attachment } from 'svelte/attachments';

const SCALES = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5];

/** `words` is what the paper holds: it is fitted anew when that changes. */
export function fitted(_words: unknown): Attachment<HTMLElement> {
  return (paper) => {
    fit(paper);
    // Measured again when its letters are there.
    void document.fonts.ready.then(() => fit(paper));
  };
}

function fit(paper: HTMLElement): void {
  paper.style.fontSize = '';
  const usual = parseFloat(getComputedStyle(paper).fontSize);
  for (const scale of SCALES) {
    if (scale < 1) paper.style.fontSize = `${usual * scale}px`;
    const is_whole =
      paper.scrollHeight <= paper.clientHeight && paper.scrollWidth <= paper.clientWidth;
    if (is_whole) return;
  }
}
