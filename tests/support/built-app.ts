import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { noncePlaceholder } from '#shared/hosting/handshake.ts';
import { bundleVariable } from './bundle-worker.ts';
import { testDirectory } from './start-backend.ts';

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bellwether</title>
<meta name="csp-nonce" content="${noncePlaceholder}">
<link rel="icon" href="data:,">
<link rel="stylesheet" crossorigin href="/assets/page.css">
<script type="module" crossorigin src="/assets/page.js"></script></head>
<body><p id="state">closed</p></body></html>`;

/** What the real page does first: code out of the address, token, WebSocket, ready. */
const script = `
const code = /^#code=(.+)$/.exec(location.hash)?.[1];
if (code) history.replaceState(null, '', '/');
if (code) {
  const body = JSON.stringify({ code });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/session', { method: 'POST', headers, body });
  if (answer.ok) sessionStorage.setItem('bellwether.token', (await answer.json()).token);
}
const token = sessionStorage.getItem('bellwether.token');
if (token) {
  const socket = new WebSocket('ws://' + location.host + '/rpc');
  socket.onopen = () => socket.send(JSON.stringify({ token }));
  socket.onmessage = ({ data }) => { document.querySelector('#state').textContent = data; };
  socket.onclose = () => { document.querySelector('#state').textContent = 'closed'; };
}
`;

const resources = join(import.meta.dirname, '../../resources');

export type BuiltApp = {
  root: string;
  entriesDirectory: string;
  rendererDirectory: string;
  dataDirectory: string;
};

/**
 * A build in miniature, in a folder of its own: the real backend and a page of a few lines. It
 * is removed by `removeTestDirectories`.
 */
export function builtApp(root = testDirectory()): BuiltApp {
  const files: Readonly<Record<string, string>> = {
    ...workerFiles(),
    'out/preload/index.cjs': '',
    'out/renderer/index.html': page,
    'out/renderer/assets/page.js': script,
    'out/renderer/assets/page.js.map': '{}',
    'out/renderer/assets/page.css': 'body { color: rgb(1, 2, 3); }',
    'package.json': '{ "type": "module" }',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  // A junction, because links need rights on Windows that a person may not have.
  if (!existsSync(join(root, 'resources')))
    symlinkSync(resources, join(root, 'resources'), 'junction');
  return {
    root,
    entriesDirectory: join(root, 'out/main'),
    rendererDirectory: join(root, 'out/renderer'),
    dataDirectory: join(root, 'data'),
  };
}

/** The bundled worker and its jobs, each a file of one line that loads the real one. */
function workerFiles(): Record<string, string> {
  const bundle = process.env[bundleVariable];
  if (!bundle) throw new Error('The backend was not bundled; see the start of this run');
  const names = readdirSync(bundle).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(
    names.map((name) => {
      const file = pathToFileURL(join(bundle, name)).href;
      return [`out/main/${name}`, `await import(${JSON.stringify(file)});`];
    }),
  );
}
