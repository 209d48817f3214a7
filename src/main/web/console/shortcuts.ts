/**
 * Single keys do things, unless the focus is where a person writes, a window is open, or the agent has turned them
 * off (WCAG 2.1.4).
 */
export function shortcut(event: KeyboardEvent, on: boolean): string | undefined {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return event.key;
  if (target.closest('dialog[open]') || target.isContentEditable) return undefined;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return event.key === 'Escape' ? 'Escape' : undefined;
  return event.key;
}
