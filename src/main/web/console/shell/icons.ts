import { html, svg, type TemplateResult } from 'lit';

/** Line drawings of 20 by 20, in the colour of the words beside them; decoration always. */
const PATHS = {
  inbox: 'M3 11l2.2-6.3A1 1 0 0 1 6.1 4h7.8a1 1 0 0 1 .9.7L17 11v4a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM3 11h4l1 2h4l1-2h4',
  board: 'M4 16V9M10 16V4M16 16v-5',
  reports: 'M4 4v12h12M7 12l3-4 2.5 2L16 6',
  dialogs: 'M5 4h4v4H5zM11 12h4v4h-4zM7 8v3a3 3 0 0 0 3 3h1',
  admin: 'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4',
  shield: 'M10 3l6 2v4.5c0 3.5-2.5 6-6 7.5-3.5-1.5-6-4-6-7.5V5zM10 7v3.5M10 13v.1',
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  back: 'M12 4l-6 6 6 6',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1 1H4zM8.5 17a1.7 1.7 0 0 0 3 0',
  down: 'M5 8l5 5 5-5',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3M16 3v4h-4',
  plus: 'M10 4v12M4 10h12',
  user: 'M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6M4 17c.500-3 3-4.5 6-4.5s5.5 1.5 6 4.5',
  keyboard: 'M3 6h14v8H3zM6 9h.1M9 9h.1M12 9h.1M15 9h-.1M7 11.5h6',
};

export type Icon = keyof typeof PATHS;

export function icon(name: Icon): TemplateResult {
  return html`<svg class="icon" aria-hidden="true" width="18" height="18" viewBox="0 0 20 20">${svg`<path d=${PATHS[name]} />`}</svg>`;
}
