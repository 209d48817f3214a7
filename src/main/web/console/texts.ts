import type { Language } from '../care/language';
import { de } from './texts/de';
import { en, type Texts } from './texts/en';
import { es } from './texts/es';
import { fr } from './texts/fr';

export const TEXTS: Record<Language, Texts> = { en, es, fr, de };
export type { Texts };
