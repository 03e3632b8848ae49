// Brings `later` once, ahead of its use, as a tap may come without network; tries until it has it.
import { language } from '../text/catalogue.svelte';
import { styles_again } from '../ui/styles_again';

const again_ms = 2_000;
const ahead_ms = 1_000;

let loaded: Promise<typeof import('./later')> | null = null;
let tell: (parts: typeof import('./later')) => void = () => undefined;
const brought = new Promise<typeof import('./later')>((resolve) => (tell = resolve));

export function later(): Promise<typeof import('./later')> {
  loaded ??= load();
  return loaded;
}

/** Once something else has brought it: what only adds to the first screen holds nothing up. */
export function later_once_there(): Promise<typeof import('./later')> {
  return brought;
}

// Once the first screen stands, which it must not hold up.
export function bring_ahead(): () => void {
  const timer = setTimeout(() => void later(), ahead_ms);
  return () => clearTimeout(timer);
}

// Watches the page from then on.
export function keep_focus_later(page: HTMLElement): () => void {
  let stop = (): void => undefined;
  const begin = ({ keep_focus }: typeof import('./later')): void => void (stop = keep_focus(page));
  const timer = setTimeout(() => void later().then(begin), ahead_ms);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function load(): Promise<typeof import('./later')> {
  let is_again = false;
  for (;;) {
    try {
      if (is_again) await styles_again();
      const parts = await import('./later');
      await language.complete();
      tell(parts);
      return parts;
    } catch {
      await new Promise((resume) => setTimeout(resume, again_ms));
      is_again = true;
    }
  }
}
