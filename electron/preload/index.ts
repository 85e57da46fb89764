import { ipcRenderer } from 'electron';
import { connectReply, connectRequest } from '#shared/hosting/handshake.ts';
import { connectChannel, portChannel } from './channels.ts';

/**
 * Hands the page one MessagePort, once, and exposes nothing. `contextBridge` cannot carry a port,
 * so it crosses by `window.postMessage` with a transfer, to this page's own origin only. The page
 * asks first: that way it is listening when the answer comes.
 */
function passPortToPage({ source, data }: MessageEvent): void {
  if (source !== window || data !== connectRequest) return;
  window.removeEventListener('message', passPortToPage);
  ipcRenderer.once(portChannel, ({ ports }) => {
    window.postMessage(connectReply, location.origin, [...ports]);
  });
  ipcRenderer.send(connectChannel);
}

window.addEventListener('message', passPortToPage);
