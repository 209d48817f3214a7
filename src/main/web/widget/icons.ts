import { svg } from 'lit';

const icon = (path: ReturnType<typeof svg>, size = 20) =>
  svg`<svg aria-hidden="true" width=${size} height=${size} viewBox="0 0 24 24">${path}</svg>`;

export const chatIcon = icon(svg`<path d="M20 11.5a7.5 7.5 0 0 1-7.5 7.5H5l1.6-2.9A7.5 7.5 0 1 1 20 11.5Z"/>`, 22);
export const closeIcon = icon(svg`<path d="m6 9 6 6 6-6"/>`, 22);
export const sendIcon = icon(svg`<path d="M12 19V5m-6 6 6-6 6 6"/>`, 22);
export const botIcon = icon(
  svg`<path d="M8 15.5h8M9 11h.01M15 11h.01M12 6V3.5M7 6h10a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3Z"/>`,
  18,
);
export const tickIcon = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`, 14);
