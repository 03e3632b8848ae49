// The browser's storage, or this page's memory where the browser forbids storage or has no room.
const memory = new Map<string, string>();
let tell = (): void => undefined;

// Whether everything written so far would outlive this page. Not reactive: `is_lasting` is.
export function keeps_all(): boolean {
  return memory.size === 0;
}

// Who is told when that may have changed; one at a time.
export function tell_of_memory(told: () => void): void {
  tell = told;
}

export function read(key: string): string | null {
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
    forget(key);
  } catch {
    memory.set(key, value);
    tell();
  }
}

export function erase(key: string): void {
  forget(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept there.
  }
}

// The keys that begin with `prefix`.
export function keys(prefix: string): string[] {
  const found = new Set([...memory.keys()].filter((key) => key.startsWith(prefix)));
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key?.startsWith(prefix) === true) found.add(key);
    }
  } catch {
    // Nothing was kept there.
  }
  return [...found];
}

function forget(key: string): void {
  if (memory.delete(key)) tell();
}
