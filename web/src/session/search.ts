// Looks for the server at other addresses while it is silent at its own.
import { back_off_ms } from './back_off';

// A picture every Viche has. A page may not read what another origin says, but it may measure its
// pictures: that tells our server from whatever else answers there.
const picture = '/icon-192.png';
const side_px = 192;
const answer_wait_ms = 4_000;
const again_ms = 4_000;

// Tells after every look who answered, null if nobody did; the first who answers is told at once.
// Looks again, less and less often, while somebody sees the page. Ends with what it returns.
export function search(
  origins: readonly string[],
  told: (found: string | null) => void,
): () => void {
  let attempt = 0;
  let is_over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    if (document.visibilityState === 'visible') {
      let found: string | null = null;
      const ask = async (origin: string): Promise<void> => {
        if (!(await is_there(origin)) || is_over || found !== null) return;
        found = origin;
        told(origin);
      };
      await Promise.all(origins.map(ask));
      if (!is_over && found === null) told(null);
    }
    if (!is_over) timer = setTimeout(() => void look(), again_ms + back_off_ms(attempt++));
  }

  void look();
  return () => {
    is_over = true;
    clearTimeout(timer);
  };
}

function is_there(origin: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    const end = (is: boolean): void => {
      clearTimeout(deadline);
      image.onload = image.onerror = null;
      image.removeAttribute('src');
      resolve(is);
    };
    const deadline = setTimeout(() => end(false), answer_wait_ms);
    image.onload = () => end(image.naturalWidth === side_px);
    image.onerror = () => end(false);
    image.src = `${origin}${picture}?${Date.now()}`; // not the one this browser keeps
  });
}
