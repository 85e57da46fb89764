import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtApp } from '#tests/support/built-app.ts';
import { startTestHost, type TestHost } from '#tests/support/loopback-host.ts';
import { fromPage, requestText, sendRaw } from '#tests/support/raw-http.ts';
import { removeTestDirectories } from '#tests/support/start-backend.ts';

let host: TestHost;
beforeAll(async () => {
  const app = builtApp();
  writeFileSync(join(app.root, 'secret.txt'), 'not for pages');
  symlinkSync(join(app.root, 'secret.txt'), join(app.rendererDirectory, 'link.txt'));
  symlinkSync(app.root, join(app.rendererDirectory, 'folder'));
  host = await startTestHost({ app, browser: null });
  writeFileSync(join(app.rendererDirectory, 'later.txt'), 'not there when the host started');
});
afterAll(async () => {
  await host.close();
  removeTestDirectories();
});

const up = ['..', '%2e%2e', '.%2e', '%2E.', '%252e%252e', '..%00', '%c0%ae%c0%ae', '%uff0e%uff0e'];
const slashes = ['/', '%2f', '%5c', '\\', '%252f', '%c0%af', '//'];

const paths = [
  ...up.flatMap((dots) => slashes.map((slash) => `/${dots}${slash}secret.txt`)),
  '/assets/../../../secret.txt',
  '/assets/..%2f..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/%2e%2e/secret.txt',
  '//etc/passwd',
  '///etc/passwd',
  '/etc/passwd',
  '/C:/Windows/win.ini',
  '/C:%5cWindows%5cwin.ini',
  '/%5c%5cserver%5cshare',
  '//server/share/x',
  '/assets/page.js.',
  '/assets/page.js%20',
  '/assets/page.js%00.css',
  '/assets/page.js;x',
  '/assets/page.js/',
  '/assets/page.js?x=1',
  '/assets/PAGE.JS',
  '/assets/%70age.js',
  '/assets//page.js',
  '/./assets/page.js',
  '/assets/page.js.map',
  '/assets/page.js::$DATA',
  '/assets',
  '/assets/',
  '/index.html',
  '/link.txt',
  '/folder/secret.txt',
  '/later.txt',
  '/package.json',
  '/.git/config',
  '/__proto__',
  '/constructor',
  '/toString',
  '/rpc',
  '/rpc/',
  '/session/',
  '/?',
  '/#',
  '/%',
];

describe('L6: no path but those of the page', () => {
  test('there are at least 60 attempts', () => {
    expect(paths.length).toBeGreaterThanOrEqual(60);
  });

  test.each(paths)('%s is 404', async (path) => {
    const answer = await sendRaw(host.port, requestText({ path, headers: fromPage(host.host) }));
    expect(answer?.status).toBe(404);
    expect(answer?.body).toBe('');
  });
});
