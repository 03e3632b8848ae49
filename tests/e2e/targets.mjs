// What eyes and fingers need of a page, asked in the page itself.

// Controls that cannot be hit: less than 44 px high or wide, with the label around them.
export function too_small() {
  const controls = document.querySelectorAll(
    'button, select, textarea, input, summary, a.button, [role="button"]',
  );
  return [...controls].flatMap((control) => {
    const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
    if (width === 0 || (width >= 44 && height >= 44)) return [];
    return [`${Math.round(width)}×${Math.round(height)} ${control.outerHTML.slice(0, 80)}`];
  });
}

// Controls that reach over a side of the screen, or of what cuts them off.
export function cut_off() {
  const screen = document.documentElement.clientWidth;
  const is_cut = (control) => {
    const { left, right, width } = control.getBoundingClientRect();
    if (width === 0) return false;
    if (left < 0 || right > screen) return true;
    // A dialog stands above the page, wherever it is in the document.
    if (control.closest('dialog') !== null) return false;
    for (let box = control.parentElement; box !== null; box = box.parentElement) {
      const sides = box.getBoundingClientRect();
      const is_open = getComputedStyle(box).overflowX === 'visible';
      if (!is_open && (left < sides.left - 1 || right > sides.right + 1)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll('button, select, textarea, input, a')]
    .filter(is_cut)
    .map((control) => control.outerHTML.slice(0, 80));
}

export const is_wider_than_the_screen = () =>
  document.documentElement.scrollWidth > document.documentElement.clientWidth;
