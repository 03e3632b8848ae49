// What scrolls an element: the nearest box round it that does, or null for the window.
export function scroller_of(element: Element): Element | null {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    const flow = getComputedStyle(box).overflowY;
    if (flow === 'auto' || flow === 'scroll') return box;
  }
  return null;
}
