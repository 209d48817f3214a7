import { common, host } from './styles-base';
import { files } from './styles-files';
import { media } from './styles-media';
import { messages } from './styles-messages';
import { panel } from './styles-panel';

export const styles = [host, common, panel, messages, files, media];
