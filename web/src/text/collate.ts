// The order in which people look for names: by the Ukrainian alphabet (г ґ, е є, и і ї й, щ ь ю я),
// Latin after Cyrillic, numbers by size. As in dictionaries an apostrophe does not count, whichever
// was typed.

const alphabet = new Intl.Collator('uk', { numeric: true });
const apostrophes = /['’ʼ`]/g;

export function by_alphabet(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, letters: name.replace(apostrophes, '') }))
    .sort((a, b) => alphabet.compare(a.letters, b.letters) || alphabet.compare(a.name, b.name))
    .map(({ name }) => name);
}
