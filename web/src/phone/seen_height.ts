// Keeps --seen, the height the person really sees, and --seen-top up to date: an open keyboard
// covers fixed bars on iOS and, without the viewport's `interactive-widget`, on Android too.

const keyboard_share_min = 0.25; // a keyboard takes more of the height than any bar of a browser

export function watch_seen_height(page: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => undefined;
  let width = 0;
  let tallest = 0;
  const follow = () => {
    if (view.scale > 1.01) return; // the person has zoomed in: leave the page alone
    tallest = view.width === width ? Math.max(tallest, view.height) : view.height;
    width = view.width;
    page.style.setProperty('--seen', `${view.height}px`);
    page.style.setProperty('--seen-top', `${view.offsetTop}px`);
    page.classList.toggle('typing', view.height < tallest * (1 - keyboard_share_min));
  };
  follow();
  view.addEventListener('resize', follow);
  view.addEventListener('scroll', follow);
  return () => {
    view.removeEventListener('resize', follow);
    view.removeEventListener('scroll', follow);
  };
}
