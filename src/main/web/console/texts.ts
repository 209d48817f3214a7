import type { Language } from '../care/language';
import { en, type Texts } from './texts/en';

export const TEXTS: Record<Language, Texts> = { en, es: en, fr: en, de: en };
export type { Texts };
