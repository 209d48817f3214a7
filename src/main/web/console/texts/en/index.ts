import { inbox } from './inbox';
import { lead } from './lead';
import { lens } from './lens';
import { packet } from './packet';
import { shell } from './shell';

/** The console's words. The other languages have the same keys. */
export const en = { ...shell, ...inbox, ...packet, ...lead, ...lens };

export type Texts = typeof en;
