/**
 * Single keys do things, unless the focus is where a person writes, a window is open, or the agent has turned them
 * off (WCAG 2.1.4). Escape leaves a field in any case.
 */
export function shortcut(event: KeyboardEvent, on: boolean): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return undefined;
  const target = event.composedPath()[0];
  if (target instanceof HTMLElement) {
    if (target.closest('dialog[open]') || target.isContentEditable) return undefined;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return event.key === 'Escape' ? 'Escape' : undefined;
  }
  return on ? event.key : undefined;
}

export function isPaletteKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
}
