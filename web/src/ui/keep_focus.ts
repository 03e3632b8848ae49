// Keeps the place of who works by keys or hears the page: when what had the focus leaves the page,
// the focus goes to what stands nearest to it, and never to the top, where one would begin anew.

// Where one can go on from. No field: on a phone its keyboard would open by itself.
const place = 'h1, h2, button:not(:disabled), a[href]';

export function keep_focus(page: HTMLElement): () => void {
  let last: readonly HTMLElement[] = []; // what had the focus, and all around it

  const remember = ({ target }: FocusEvent): void => {
    const around: HTMLElement[] = [];
    let at = target instanceof HTMLElement ? target : null;
    for (; at !== null && at !== page; at = at.parentElement) around.push(at);
    last = [...around, page];
  };

  const is_lost = (): boolean =>
    document.activeElement === document.body && last[0]?.isConnected === false;

  // What comes in its place may take the focus itself, a moment later.
  const watch = new MutationObserver(() => {
    if (is_lost()) setTimeout(() => is_lost() && mend());
  });

  function mend(): void {
    const around = last.find((element) => element.isConnected) ?? page;
    const next = around.querySelector<HTMLElement>(place) ?? around;
    if (next.tabIndex < 0) next.tabIndex = -1; // by itself it could not have the focus
    next.focus();
  }

  page.addEventListener('focusin', remember);
  watch.observe(page, { childList: true, subtree: true });
  return () => {
    page.removeEventListener('focusin', remember);
    watch.disconnect();
  };
}
