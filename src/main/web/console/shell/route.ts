import { viewsFor, type View } from './top-bar';

export interface Route {
  view: View;
  /** What stands after the view's name: a conversation, a dialog, a tab. */
  rest?: string;
  /** What stands behind a question mark: how it is looked at. */
  query: string;
}

/** `#/inbox/CONV` as a view that this role has; anything else is the role's first view. */
export function routeOf(hash: string, role: string): Route {
  const [, name = '', rest = '', query = ''] = /^#\/([a-z]+)(?:\/([^?]+))?(?:\?(.*))?$/.exec(hash) ?? [];
  const views = viewsFor(role);
  const view = views.find(one => one === name);
  if (!view) return { view: views[0]!, query: '' };
  return { view, query, ...(rest ? { rest: decodeURIComponent(rest) } : {}) };
}
