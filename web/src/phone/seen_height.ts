// Keeps --seen, the height the person really sees, and --seen-top up to date: an open keyboard
// covers fixed bars on iOS and, without the viewport's `interactive-widget`, on Android too.

export function watch_seen_height(page: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => undefined;
  const follow = () => {
    if (view.scale > 1.01) return; // the person has zoomed in: leave the page alone
    page.style.setProperty('--seen', `${view.height}px`);
    page.style.setProperty('--seen-top', `${view.offsetTop}px`);
    page.classList.toggle('typing', view.height < 440 && window.screen.height > 560);
  };
  follow();
  view.addEventListener('resize', follow);
  view.addEventListener('scroll', follow);
  return () => {
    view.removeEventListener('resize', follow);
    view.removeEventListener('scroll', follow);
  };
}
