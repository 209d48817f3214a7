import { html, type TemplateResult } from 'lit';

const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

/** A message's words as text, its web addresses as links. Nothing in it is ever read as markup. */
export function words(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, found.index));
    parts.push(html`<a href=${found[0]} target="_blank" rel="noopener noreferrer">${found[0]}</a>`);
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

export function clockTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

export function initialOf(name: string | undefined): string {
  return (name ?? '').trim().charAt(0).toUpperCase() || '·';
}
