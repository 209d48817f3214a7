import { base } from './styles-base';
import { media } from './styles-media';
import { messages } from './styles-messages';
import { panel } from './styles-panel';

export const styles = [base, panel, messages, media];
