import type { DocumentLanguage } from '#shared/contract/documents.ts';
import { cssText } from './css-text.ts';

/** Faces in order. Chinese text takes quotes, dashes and dots from the Chinese face. */
const families: Readonly<Record<DocumentLanguage, string>> = {
  'zh-CN': "Inter, 'Noto Sans SC', sans-serif",
  'zh-en': "Inter, 'Noto Sans SC', sans-serif",
  en: "Inter, 'Inter Marks', 'Noto Sans SC', sans-serif",
};

export type Furniture = {
  language: DocumentLanguage;
  /** Left in the foot of every page. */
  footer: string;
  /** What stands around the page's number and the number of pages, e.g. ['第 ', ' / ', ' 页']. */
  pageNumber: readonly [before: string, between: string, after: string];
};

/** The page itself: A4, margins, and the foot of every page in the document's own faces. */
export function pageCss({ language, footer, pageNumber }: Furniture): string {
  const [before, between, after] = pageNumber.map(cssText);
  const foot = `font:400 7.5pt ${families[language]};color:#67635b;vertical-align:top;padding-top:3mm`;
  return `
@page {
  size: A4;
  margin: 15mm 16mm 17mm;
  @bottom-left { content: ${cssText(footer)}; ${foot} }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; ${foot} }
}
body, .footer-faces { font-family: ${families[language]}; }
:lang(en) { font-family: ${families.en}; }
`;
}

/** What every document shares. Sizes in points, distances in millimetres: this is paper. */
export const documentCss = `
* { box-sizing: border-box; }
html { font-size: 9.5pt; line-height: 1.55; color: #23211e; print-color-adjust: exact; }
body { margin: 0; text-autospace: normal; overflow-wrap: anywhere; }
p { margin: 0 0 1.5mm; }
h1, h2, h3 { font-weight: 700; line-height: 1.3; break-after: avoid; margin: 0; }
h1:lang(en), h2:lang(en), h3:lang(en), strong:lang(en) { font-weight: 600; }
h1 { font-size: 18pt; }
h2 { font-size: 12pt; margin: 6mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.5pt solid #b9b3a8; }
h3 { font-size: 10pt; margin: 3mm 0 1mm; }
strong { font-weight: 700; }
.together { break-inside: avoid; }
.quiet { color: #67635b; font-size: 8.5pt; }
.second-language { color: #67635b; font-size: 0.86em; font-weight: 400; }
.hidden-character { font: 400 6.5pt Inter; color: #b42318; border: 0.5pt solid #b42318; border-radius: 1mm; padding: 0 0.6mm; margin: 0 0.4mm; }
.prose p { margin-bottom: 1.2mm; line-height: 1.65; orphans: 2; widows: 2; }
.document-header { border-top: 1.2mm solid #0f766e; padding-top: 3mm; }
.document-header-line { display: flex; justify-content: space-between; font-size: 8.5pt; color: #67635b; margin-bottom: 1.5mm; }
.mark { color: #b42318; border: 0.75pt solid #b42318; padding: 0 1.5mm; border-radius: 0.6mm; }
.subject { font-weight: 400; margin-left: 2mm; }
.facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.6mm 5mm; margin: 4mm 0 0; }
.facts > div { min-width: 0; }
.facts dt { font-size: 8pt; color: #67635b; line-height: 1.35; }
.facts dd { margin: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 1mm 0 2mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: start; vertical-align: top; padding: 1.3mm 2mm 1.3mm 0; border-bottom: 0.35pt solid #d9d5cd; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: 8pt; font-weight: 700; color: #4d4a45; border-bottom: 0.75pt solid #67635b; line-height: 1.35; vertical-align: bottom; }
tbody th { font-weight: 400; }
tr.total th, tr.total td { font-weight: 700; border-top: 0.75pt solid #67635b; }
thead th:lang(en), tr.total > :lang(en) { font-weight: 600; }
.end { text-align: end; font-variant-numeric: tabular-nums; }
.bar { width: 100%; height: 2.4mm; display: block; }
.sparkline { width: 34mm; height: 8mm; }
.columns { display: block; max-width: 100%; height: 18mm; font-family: inherit; }
.signatures, .ruled-box { break-inside: avoid; }
.signature { display: grid; grid-template-columns: 1fr 1.6fr 1fr; gap: 5mm; padding-top: 9mm; }
.signature > span { border-bottom: 0.5pt solid #67635b; padding-bottom: 1mm; }
.signature .signatory { border-bottom: 0; }
.signature-line, .signature-date { color: #67635b; font-size: 8.5pt; }
.ruled-box { border: 0.5pt solid #b9b3a8; padding: 2mm 3mm 4mm; }
.ruled-line { height: 8mm; border-bottom: 0.35pt solid #d9d5cd; }
.watermark { position: fixed; inset: 95mm 0 auto; text-align: center; font-size: 76pt; font-weight: 700; color: rgba(180, 35, 24, 0.1); transform: rotate(-28deg); z-index: -1; white-space: nowrap; line-height: 1; }
.footer-faces { position: absolute; visibility: hidden; height: 0; overflow: hidden; font-weight: 400; font-size: 7.5pt; }
`;
