import { svg } from 'lit';

const icon = (path: ReturnType<typeof svg>, size = 20) =>
  svg`<svg aria-hidden="true" width=${size} height=${size} viewBox="0 0 24 24">${path}</svg>`;

export const chatIcon = icon(svg`<path d="M20 11.5a7.5 7.5 0 0 1-7.5 7.5H5l1.6-2.9A7.5 7.5 0 1 1 20 11.5Z"/>`, 22);
export const closeIcon = icon(svg`<path d="m6 9 6 6 6-6"/>`, 22);
export const moreIcon = icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>`, 22);
export const backIcon = icon(svg`<path class="turns" d="m14 6-6 6 6 6"/>`, 22);
export const sendIcon = icon(svg`<path d="M12 19V5m-6 6 6-6 6 6"/>`, 22);
export const clipIcon = icon(svg`<path d="m19.5 11.5-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.8a1.5 1.5 0 0 1-2.2-2.1l7.1-7"/>`, 22);
export const fileIcon = icon(svg`<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8l-5-5Zm0 0v5h5"/>`, 22);
export const whyIcon = icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 7.8h.01"/>`, 15);
export const starIcon = icon(svg`<path d="m12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.8-5.2 2.8 1-5.8-4.2-4.1 5.8-.8L12 3.6Z"/>`, 28);
export const botIcon = icon(
  svg`<path d="M8 15.5h8M9 11h.01M15 11h.01M12 6V3.5M7 6h10a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3Z"/>`,
  18,
);
export const tickIcon = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`, 14);
