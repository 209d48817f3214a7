import type { Texts } from '../en';
import { inbox } from './inbox';
import { lead } from './lead';
import { lens } from './lens';
import { packet } from './packet';
import { shell } from './shell';

export const de: Texts = { ...shell, ...inbox, ...packet, ...lead, ...lens };
