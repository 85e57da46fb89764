import { expect, test } from 'vitest';
import { chooseHost, hasDisplay } from '../../../electron/launch/choose-host.mjs';

const desk = { hasDisplay: true, isRoot: false, hasElectron: true, mayDownload: true };

test('with a display and its program, Electron is taken', () => {
  expect(chooseHost(undefined, desk)).toEqual({ host: 'electron', reason: 'electron' });
});

test.each([
  ['its program is missing and may be fetched', { hasElectron: false }, 'download'],
  ['it cannot be fetched', { hasElectron: false, mayDownload: false }, 'loopback'],
  ['there is no display', { hasDisplay: false }, 'loopback'],
  ['there is no display to fetch it for', { hasDisplay: false, hasElectron: false }, 'loopback'],
  ['the person is root', { isRoot: true }, 'loopback'],
])('when %s, the choice is made without asking', (_when, change, host) => {
  expect(chooseHost(undefined, { ...desk, ...change }).host).toBe(host);
});

test('loopback is taken whenever it is asked for', () => {
  expect(chooseHost('loopback', desk)).toEqual({ host: 'loopback', reason: 'loopbackChosen' });
  expect(chooseHost('loopback', { ...desk, hasDisplay: false }).reason).toBe('noDisplay');
});

test('Electron that was asked for is never replaced in silence', () => {
  expect(chooseHost('electron', { ...desk, hasDisplay: false }).host).toBe('none');
  expect(chooseHost('electron', { ...desk, isRoot: true }).host).toBe('none');
  const missing = { ...desk, hasElectron: false };
  expect(chooseHost('electron', missing).host).toBe('download');
  expect(chooseHost('electron', { ...missing, mayDownload: false }).host).toBe('none');
});

test('Linux has a display when X or Wayland says so; other systems always have one', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});
