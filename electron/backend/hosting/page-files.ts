import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { noncePlaceholder } from '#shared/hosting/handshake.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export type PageFile = { contentType: string; body: Uint8Array<ArrayBuffer> };

export type PageFiles = {
  /** The one document, with the nonce in its place. */
  document(nonce: string): PageFile;
  /** A file by its exact path as it stands in the request, `/assets/….js`; nothing is decoded. */
  find(path: string): PageFile | undefined;
};

/**
 * Reads the built renderer into memory once. What was not there then cannot be asked for later,
 * so no request ever becomes a file path. Links and source maps are left out.
 *
 * @throws when the build is missing, has no place for the nonce or holds a file of unknown type
 */
export async function loadPageFiles(directory: string): Promise<PageFiles> {
  const files = new Map(await Promise.all((await listFiles(directory)).map(load)));
  const index = files.get('/index.html');
  files.delete('/index.html');
  const html = new TextDecoder().decode(index?.body);
  if (index === undefined || !html.includes(noncePlaceholder)) {
    throw new Error(`${join(directory, 'index.html')} is missing or has no ${noncePlaceholder}`);
  }
  return {
    find: (path) => files.get(path),
    document: (nonce) => ({
      contentType: index.contentType,
      body: new TextEncoder().encode(html.replaceAll(noncePlaceholder, nonce)),
    }),
  };
}

type Listed = { path: string; file: string };

async function listFiles(directory: string): Promise<Listed[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: `/${relative(directory, file).split(sep).join('/')}` }));
}

async function load({ file, path }: Listed): Promise<[string, PageFile]> {
  const contentType = contentTypes[extname(file).toLowerCase()];
  if (contentType === undefined) throw new Error(`No content type is known for ${file}`);
  return [encodeURI(path), { contentType, body: new Uint8Array(await readFile(file)) }];
}
