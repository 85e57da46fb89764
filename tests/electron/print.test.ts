import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as fake from './fake-electron.ts';

let electron: typeof fake;
let createPrinter: typeof import('../../electron/main/print.ts').createPrinter;

beforeEach(async () => {
  vi.resetModules();
  vi.doMock('electron', () => import('./fake-electron.ts'));
  electron = (await import('electron')) as unknown as typeof fake;
  ({ createPrinter } = await import('../../electron/main/print.ts'));
});
afterEach(() => vi.useRealTimers());

const footerHtml = '<span class="pageNumber"></span>';

test('prints A4 with background, footer, tags and outline', async () => {
  await createPrinter()('<p>一</p>', { footerHtml });
  const [window] = electron.FakeWindow.all;
  expect(window?.webContents.pdfRequests).toEqual([
    {
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footerHtml,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    },
  ]);
});

test('the window is hidden, runs no script and has no preload', async () => {
  await createPrinter()('<p>一</p>', { footerHtml });
  const [window] = electron.FakeWindow.all;
  expect(window?.options.show).toBe(false);
  expect(window?.options.webPreferences).toMatchObject({
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    devTools: false,
  });
  expect(window?.options.webPreferences).not.toHaveProperty('preload');
  expect(window?.isDestroyed).toBe(true);
});

test('its session is its own, in memory, and loads the one document alone', async () => {
  await createPrinter()('<p>一</p>', { footerHtml });
  const [window] = electron.FakeWindow.all;
  const session = window?.options.webPreferences.session;
  expect(session?.partition).toBe('print');
  const urls = [
    'print://document/',
    'data:font/woff2;base64,AA',
    'print://document/x',
    'app://bellwether/',
    'https://evil.test/',
    'http://127.0.0.1:1/',
    'file:///etc/hostname',
    'blob:print://document/1',
  ];
  expect(urls.filter((url) => session?.lets(url))).toEqual(urls.slice(0, 2));
  const event = { preventDefault: vi.fn() };
  session?.emit('will-download', event, {});
  expect(event.preventDefault).toHaveBeenCalled();
});

test('the document is sent with a policy that allows nothing but its own style and data', async () => {
  await createPrinter()('<p>一</p>', { footerHtml });
  const response = electron.FakeWindow.all[0]?.loaded[0]?.response;
  expect(await response?.text()).toBe('<p>一</p>');
  expect(response?.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  );
});

test('a print that hangs is given up, its window destroyed, and the next one goes through', async () => {
  const print = createPrinter(50);
  const open = electron.FakeWindow.prototype.loadURL;
  electron.FakeWindow.prototype.loadURL = async function (url) {
    await open.call(this, url);
    if (electron.FakeWindow.all.length === 1)
      this.webContents.printing = () => new Promise(() => {});
  };
  const hung = print('<p>1</p>', { footerHtml });
  const next = print('<p>2</p>', { footerHtml });
  await expect(hung).rejects.toThrow('Printing took too long');
  expect(Buffer.from(await next).toString()).toBe('%PDF-fake');
  expect(electron.FakeWindow.all.map(({ isDestroyed }) => isDestroyed)).toEqual([true, true]);
});

test('one document is printed at a time', async () => {
  const print = createPrinter();
  let running = 0;
  let most = 0;
  electron.FakeContents.prototype.printToPDF = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return Buffer.from('%PDF');
  };
  await Promise.all([1, 2, 3].map((n) => print(`<p>${n}</p>`, { footerHtml })));
  expect(most).toBe(1);
});
