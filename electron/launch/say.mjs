import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** @typedef {keyof typeof import('../../shared/i18n/en/launch.json')} Message */

/** Read as files: this runs before anything is installed, on a Node that may be old. */
const languages = ['zh-CN', 'en'].map((language) =>
  JSON.parse(readFileSync(join(root, 'shared/i18n', language, 'launch.json'), 'utf8')),
);

/**
 * Says something in both languages: which one the reader speaks is not known yet.
 *
 * @param {Message} message
 * @param {Record<string, string | number>} [values]
 */
export function say(message, values = {}) {
  for (const texts of languages) {
    console.log(
      String(texts[message]).replaceAll(/{{(\w+)}}/g, (_all, name) => String(values[name])),
    );
  }
}
