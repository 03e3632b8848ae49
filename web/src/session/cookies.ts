// Whether this browser keeps cookies for the page.

// Tried, not asked: `navigator.cookieEnabled` is true in a Chromium that was told to block them.
export function keeps_cookies(): boolean {
  const probe = 'viche_probe=1; SameSite=Strict; Path=/; Max-Age=';
  try {
    document.cookie = `${probe}10`;
    const is_kept = document.cookie.includes('viche_probe=1');
    document.cookie = `${probe}0`;
    return is_kept;
  } catch {
    return false; // a page in a sandbox may not even ask
  }
}
