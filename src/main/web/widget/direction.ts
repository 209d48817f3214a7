const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** In which direction a language is written; nothing for no language, so that the page decides. */
export function directionOf(locale: string): '' | 'ltr' | 'rtl' {
  const language = locale.toLowerCase().split(/[-_]/)[0];
  return language ? (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr') : '';
}
