import { events } from './events.ts';
import { settings } from './settings.ts';
import { texts } from './texts.ts';
import { uploads } from './uploads.ts';
import { workspace } from './workspace.ts';

/** Everything the renderer can ask of the backend; the only door between them. */
export const contract = { events, settings, texts, uploads, workspace };
