import { LANGUAGES, type Language } from '../care/language';
import { about } from './texts-about';
import { acts } from './texts-acts';
import { talk } from './texts-talk';

/** Words by name, in the order of {@link LANGUAGES}: side by side, so that a name is there once and a gap is an error. */
export type Said = Record<string, [en: unknown, es: unknown, fr: unknown, de: unknown]>;

const all = { ...talk, ...acts, ...about };

/** Everything that the widget says, in one language. */
export type Texts = { [name in keyof typeof all]: (typeof all)[name][0] };

const known = new Map<Language, Texts>();

export function textsOf(language: Language): Texts {
  const before = known.get(language);
  if (before) return before;
  const at = LANGUAGES.indexOf(language);
  const texts = Object.fromEntries(Object.entries(all).map(([name, said]) => [name, said[at]])) as Texts;
  known.set(language, texts);
  return texts;
}
