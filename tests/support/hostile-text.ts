/** Each of these would run, or set `window.__pwn`, if a screen took text for HTML. */
const run = 'window.__pwn=1';

const tags = [
  'img src=x',
  'svg',
  'body',
  'video src=x',
  'audio src=x',
  'input autofocus',
  'details open',
];
const events = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onmouseover', 'onanimationstart'];

const eventTexts = tags.flatMap((tag) => events.map((event) => `<${tag} ${event}="${run}">`));
const quotedTexts = tags.map((tag) => `'"><${tag} onerror=${run} onload=${run}>`);
const unclosedTexts = tags.map((tag) => `<${tag} onerror=${run} `);

const elementTexts = [
  `<script>${run}</script>`,
  `<SCRIPT>${run}</SCRIPT>`,
  `<scr<script>ipt>${run}</script>`,
  `</script><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `<!--><script>${run}</script>`,
  `<iframe srcdoc="<script>parent.${run}</script>">`,
  `<object data="javascript:${run}">`,
  `<embed src="javascript:${run}">`,
  `<form action="javascript:${run}"><button autofocus>`,
  `<math><mi xlink:href="javascript:${run}">`,
  `<a href="javascript:${run}" autofocus>信达二期</a>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  `<base href="https://attack.invalid/">`,
  `<link rel="stylesheet" href="https://attack.invalid/x.css">`,
  `<style>@import 'https://attack.invalid/x.css';</style>`,
  `<img src="https://attack.invalid/pixel.png">`,
  `<svg><animate onbegin="${run}" attributeName="x" dur="1s">`,
  `<svg><use href="data:image/svg+xml,<svg onload='${run}'/>">`,
];

const codeTexts = [
  `javascript:${run}`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `\`;${run};\``,
  `';${run};//`,
  `");${run};//`,
  `$t(common:close)`,
  `{{name}}`,
  `{"__proto__":{"isAdmin":true}}`,
  '__proto__',
  'constructor',
  'toString',
];

/** Text that breaks a layout, a query or a name instead. */
const awkwardTexts = [
  'Robert"); drop table deal;--',
  "O'Brien & Söhne <Vertrieb>",
  '50% _off_ "quotes" \\ backslash',
  'NEAR("信达" *)',
  '\u202Egnp.exe\u202C',
  'zero\u200Bwidth\uFEFFjoin',
  '\u2066isolated\u2069',
  'مرحبا بالعالم',
  'שלום עולם',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇨🇳',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘',
  '𠮷野家龘靐齾',
  'a'.repeat(300),
  '信'.repeat(300),
  'line one\nline two\ttab',
  ' ',
];

export const hostileTexts: readonly string[] = [
  ...eventTexts,
  ...quotedTexts,
  ...unclosedTexts,
  ...elementTexts,
  ...codeTexts,
  ...awkwardTexts,
];
