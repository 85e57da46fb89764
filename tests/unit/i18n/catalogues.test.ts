import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appErrorCodes } from '#shared/contract/errors.ts';
import { contract } from '#shared/contract/index.ts';
import { languages, namespaces, resources } from '#shared/i18n/index.ts';

type Messages = { readonly [key: string]: string | Messages };

/** `board.title` → text, for every message of a catalogue. */
function flatten(messages: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** Chinese has one plural form and English two, so the forms of a message count as one key. */
function baseKey(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

/** Each language takes its own half of a pair such as `stageZh` and `stageEn`. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/{{\s*([\w.]+)/g)].map((match) => match[1] ?? '');
  return [...new Set(names.map((name) => name.replace(/^(zh|en)$|(Zh|En)$/, '')))].sort();
}

/** What all forms of a message take together; `count` may stay unspoken in a singular. */
function placeholdersByKey(messages: Map<string, string>): Map<string, string[]> {
  const byKey = new Map<string, Set<string>>();
  for (const [key, text] of messages) {
    const known = byKey.get(baseKey(key)) ?? new Set();
    byKey.set(baseKey(key), new Set([...known, ...placeholders(text)]));
  }
  return new Map([...byKey].map(([key, names]) => [key, [...names].sort()]));
}

/** What `addFormats` gives; i18next shows the bare value for any other. */
const formats = ['money', 'compact', 'date', 'day', 'percent'];

describe.each(namespaces)('%s', (namespace) => {
  const en = flatten(resources.en[namespace]);
  const zh = flatten(resources['zh-CN'][namespace]);

  test('both languages have the same messages with the same placeholders', () => {
    const sorted = (messages: Map<string, string>) => [...placeholdersByKey(messages)].sort();
    expect(sorted(zh)).toEqual(sorted(en));
  });

  test('Chinese says 你 to the manager, everywhere', () => {
    expect([...zh].filter(([, text]) => text.includes('您'))).toEqual([]);
  });

  test('Chinese is punctuated as Chinese', () => {
    const latin = /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u;
    expect([...zh].filter(([, text]) => latin.test(text))).toEqual([]);
  });

  test('a figure is asked for in a format that there is', () => {
    const asked = [...en, ...zh].flatMap(([, text]) =>
      [...text.matchAll(/{{[^},]+,\s*(\w+)/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.filter((format) => !formats.includes(format))).toEqual([]);
  });

  test('no message is empty', () => {
    // What stands before or after a figure may be nothing in one language.
    const empty = [...en, ...zh].filter(
      ([key, text]) => text.trim() === '' && !/\.(before|after)$/.test(key),
    );
    expect(empty).toEqual([]);
  });

  test('a counted message has every plural form of its language', () => {
    // `one_on_one` is the name of a session's type.
    const singulars = [...en.keys()].filter((key) => /(?<!_on)_one$/.test(key));
    const counted = singulars.map(baseKey);
    const missing = counted.filter((key) => !en.has(`${key}_other`) || !zh.has(`${key}_other`));
    expect(missing).toEqual([]);
  });

  test('Chinese uses full-width punctuation and neither language exclaims', () => {
    const halfWidth = [...zh].filter(([, text]) => /[\p{Script=Han}][,;:?](?!\w)/u.test(text));
    expect(halfWidth).toEqual([]);
    expect([...en, ...zh].filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });
});

test('every failure has its words', () => {
  const words = flatten(resources.en.errors);
  expect(appErrorCodes.filter((code) => !words.has(code))).toEqual([]);
});

test('every command says what it did', () => {
  const commands = Object.entries(contract).flatMap(([slug, procedures]) =>
    Object.entries(procedures)
      .filter(([, procedure]) => procedure['~orpc'].meta.kind === 'command')
      .map(([verb]) => [slug, verb] as const),
  );
  const known = new Map(
    namespaces.map((namespace) => [String(namespace), flatten(resources.en[namespace])]),
  );
  const silent = commands.filter(
    ([slug, verb]) =>
      ![`undo.${verb}`, `undo.${verb}_other`].some((key) => known.get(slug)?.has(key)),
  );
  expect(silent).toEqual([]);
});

test('every catalogue on disk is loaded', () => {
  for (const language of languages) {
    const files = readdirSync(join(import.meta.dirname, '../../../shared/i18n', language));
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual([...namespaces].sort());
  }
});
