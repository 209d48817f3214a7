import { LANGUAGES, type Language } from '../../care/language';

export const WHO = ['novice', 'standard', 'expert'] as const;
export const LINES = ['unknown', 'fine', 'slow', 'drops', 'down', 'outage'] as const;
export const MOST_CONTACTS = 9;

/** One kind of customer, whose path through a dialog is shown. */
export interface Lens {
  who: (typeof WHO)[number];
  contact: number;
  line: (typeof LINES)[number];
  /** Of what is said; the reader's own where none is named. */
  language?: Language;
  /** What the customer answers instead of the likeliest, by node. */
  answers: Record<string, string>;
}

/** What stands in the address behind a dialog's name. */
export interface Look {
  lens?: Lens;
  /** The stop that is looked at, from 1; 0 for none. */
  at: number;
}

export const FIRST: Lens = { who: 'standard', contact: 1, line: 'unknown', answers: {} };

/** What is not understood is left out: a link from elsewhere always shows something. */
export function lookOf(query: string): Look {
  const given = new URLSearchParams(query);
  const at = Number(given.get('at')) || 0;
  if (!given.has('for')) return { at: 0 };
  const language = LANGUAGES.find(one => one === given.get('language'));
  return {
    at: Math.max(0, Math.floor(at)),
    lens: {
      who: WHO.find(one => one === given.get('for')) ?? FIRST.who,
      contact: Math.min(MOST_CONTACTS, Math.max(1, Math.floor(Number(given.get('contact'))) || 1)),
      line: LINES.find(one => one === given.get('line')) ?? FIRST.line,
      ...(language ? { language } : {}),
      answers: Object.fromEntries(
        given.getAll('answer').flatMap(one => {
          const cut = one.lastIndexOf(':');
          return cut > 0 ? [[one.slice(0, cut), one.slice(cut + 1)]] : [];
        }),
      ),
    },
  };
}

/** The same as an address: `#/dialogs/internet-slow?for=novice&contact=3&line=down`. */
export function addressOf(dialog: string, { lens, at }: Look): string {
  if (!lens) return `#/dialogs/${dialog}`;
  const query = asked(lens);
  if (lens.language) query.set('language', lens.language);
  if (at) query.set('at', String(at));
  return `#/dialogs/${dialog}?${readable(query)}`;
}

/** The query that asks the server for the path. */
export function requestOf(lens: Lens, own: Language): string {
  const query = asked(lens);
  query.set('language', lens.language ?? own);
  return readable(query);
}

function asked(lens: Lens): URLSearchParams {
  const query = new URLSearchParams({ for: lens.who, contact: String(lens.contact), line: lens.line });
  Object.entries(lens.answers).forEach(([node, value]) => query.append('answer', `${node}:${value}`));
  return query;
}

function readable(query: URLSearchParams): string {
  return String(query).replaceAll('%3A', ':');
}
