import { hostTexts } from '../backend/hosting/host-texts.ts';

/** Shown for the moment between the window and the app; it holds nothing and runs nothing. */
export function openingPage(nonce: string): string {
  const [zh, en] = [hostTexts['zh-CN'].opening, hostTexts.en.opening];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>Bellwether</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; }
  body { display: grid; place-content: center; height: 100vh; margin: 0; text-align: center; }
  p { margin: 4px; font: 15px/1.6 system-ui, sans-serif; opacity: 0.7; }
</style></head>
<body><p>${zh}</p><p lang="en">${en}</p></body></html>
`;
}
