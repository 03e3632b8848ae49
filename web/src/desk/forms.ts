// Whether two words are forms of one, by a rule of thumb for Ukrainian: they share a beginning of
// three letters or more behind which each has an ending of the same table. Pure.
//
// It knows the endings of nouns, adjectives and verbs, and three changes inside a noun:
//   школа – шкіл, сіль – солі       і of a closed last syllable is о or е elsewhere
//   лавка – лавок, земля – земель   о, е before a last consonant may fall out
//   дорога – дорозі                 г, к, х are з, ц, с before -і
// It does not know: beginnings of two letters (яма – ям, день – дні), other changes (друг – друже),
// words made of others (школа – шкільний, лавка – лавочка), aspects (будувати – збудувати), words
// of several roots (дитина – діти), other words for the same, other scripts (wi-fi – вайфай).
// It may take strangers for kin (вазі is of ваза and of вага): it searches, it does not judge.

const VOWELS = 'аеєиіїоуюяё';
const INSIDE = new Map([
  ['я', 'йа'],
  ['ю', 'йу'],
  ['є', 'йе'],
  ['ї', 'йі'],
]);
const STEM_MIN = 3;

/** By sound: я after a vowel is йа, so that «гай» and «гаю» begin alike. */
function spelled_out(word: string): string {
  let out = '';
  for (const letter of word) {
    const is_after_vowel = out !== '' && VOWELS.includes(out.slice(-1));
    out += is_after_vowel ? (INSIDE.get(letter) ?? letter) : letter;
  }
  return out;
}

const endings = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(spelled_out));

const NOUN = endings(
  'ь а я у ю о е є и і ї ом ем єм ою ею єю ам ям ами ями ах ях ів їв ей ові еві єві има ьми',
);
const ADJECTIVE = endings(
  'ий ій а я е є і ї ого ього ому ьому им ім ою ею ої ьої у ю их іх ими іми',
);
const VERB = endings(
  'ити іти ати яти ути їти ить іть ать ять уть ють ив ила ило или ів іла іло іли ав ала ало али ' +
    'яв яла яло яли ує ують ає ають яє яють аємо уємо имо ите іть',
);

const ENDING_MAX = 5;

/** Words that share a key are forms of one. None for a word too short to tell. */
export function form_keys(word: string): ReadonlySet<string> {
  const whole = spelled_out(word);
  const keys = new Set<string>();
  for (const stem of noun_stems(whole, '')) keys.add(`noun ${stem}`);
  for (const [stem, ending] of parted(whole)) {
    if (NOUN.has(ending)) for (const one of noun_stems(stem, ending)) keys.add(`noun ${one}`);
    if (ADJECTIVE.has(ending)) keys.add(`adjective ${stem}`);
    if (VERB.has(ending)) keys.add(`verb ${stem}`);
  }
  const oneself = /^(.+)с[яь]$/.exec(whole)?.[1] ?? '';
  for (const [stem, ending] of parted(oneself)) if (VERB.has(ending)) keys.add(`verb ${stem}`);
  return keys;
}

/** The word without the longest ending that a noun or an adjective has. */
export function stem_of(word: string): string {
  const whole = spelled_out(word);
  const ended = parted(whole).filter(([, end]) => NOUN.has(end) || ADJECTIVE.has(end));
  return ended[ended.length - 1]?.[0] ?? whole;
}

/** Every stem and ending, the shortest ending first. */
function parted(word: string): [string, string][] {
  const parts: [string, string][] = [];
  for (let at = word.length - 1; at >= STEM_MIN && word.length - at <= ENDING_MAX; at--)
    parts.push([word.slice(0, at), word.slice(at)]);
  return parts;
}

/** How the stem is written in other forms: the change is made from the rarer form to the usual. */
function noun_stems(stem: string, ending: string): string[] {
  if (stem.length < STEM_MIN) return [];
  const single = stem.replace(/([^аеєиіїоуюя])\1$/, '$1'); // знання – знань
  const stems = [single];
  const is_closed = ending === '' || ending === 'ь' || ending === 'ю';
  const closed = is_closed ? /^(.*)і([^аеєиіїоуюя]+)$/.exec(single) : null;
  if (closed !== null) {
    for (const open of ['о', 'е']) stems.push(`${closed[1] ?? ''}${open}${closed[2] ?? ''}`);
  }
  const fleeting = is_closed ? /^(.*[^аеєиіїоуюя])[оеє]([^аеєиіїоуюя])$/.exec(single) : null;
  if (fleeting !== null) stems.push(`${fleeting[1] ?? ''}${fleeting[2] ?? ''}`);
  const hard = new Map([
    ['з', 'г'],
    ['ц', 'к'],
    ['с', 'х'],
  ]).get(single.slice(-1));
  if (ending === 'і' && hard !== undefined) stems.push(single.slice(0, -1) + hard);
  return stems;
}
