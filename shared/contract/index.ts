import { events } from './events.ts';
import { people } from './people.ts';
import { settings } from './settings.ts';
import { texts } from './texts.ts';
import { uploads } from './uploads.ts';
import { workspace } from './workspace.ts';

/** Everything the renderer can ask of the backend; the only door between them. */
export const contract = { events, people, settings, texts, uploads, workspace };
