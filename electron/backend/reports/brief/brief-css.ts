/** A4 less its margins, in millimetres; a hair less, so that rounding never makes a second page. */
const pageHeight = 264.4;

/**
 * One page, always: lists are cut by the model, long names end in an ellipsis, and the lines to
 * write on take what is left.
 */
export const briefCss = `
html { font-size: 8.4pt; line-height: 1.42; }
main { height: ${pageHeight}mm; display: flex; flex-direction: column; overflow: hidden; }
h1 { font-size: 15pt; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
h2 { font-size: 9.4pt; margin: 2.6mm 0 0.8mm; padding-bottom: 0.5mm; flex: none; }
h2 > :first-child { flex: none; }
h2 .quiet { font-weight: 400; overflow: hidden; text-overflow: ellipsis; }
.facts { grid-template-columns: minmax(0, 1fr) repeat(5, auto); gap: 1mm 4mm; margin-top: 2mm; }
.facts dt { font-size: 7pt; }
.facts dd { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 7mm; }
.lines { margin: 0; padding: 0; list-style: none; }
.lines > li { padding: 0.55mm 0; border-bottom: 0.3pt solid #e4e0d9; }
.lines > li:last-child { border-bottom: 0; }
.row { display: flex; gap: 2mm; justify-content: space-between; }
.row > :first-child { min-width: 0; }
.clip { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.clip2 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.keep { flex: none; font-variant-numeric: tabular-nums; white-space: nowrap; }
.row > .late.clip { flex: none; max-width: 58%; margin-left: auto; }
.quiet { font-size: 7.4pt; }
.late { color: #b42318; font-weight: 700; }
.late:lang(en) { font-weight: 600; }
.points { margin: 0; padding-left: 4.5mm; }
.points > li { padding: 0.5mm 0; font-size: 9.2pt; }
.figures { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 3mm; }
.figures > div { min-width: 0; }
.figures strong { display: block; font-size: 11pt; font-variant-numeric: tabular-nums; }
.figures .unknown { font-size: 8.4pt; font-weight: 400; line-height: 15.6pt; color: #67635b; }
.waterfall { width: 100%; height: auto; display: block; margin-bottom: 1mm; font-family: inherit; }
.trend { display: grid; grid-template-columns: 15mm 27mm minmax(0, 1fr); align-items: center; gap: 3mm; }
.sparkline { width: 27mm; height: 6.4mm; }
.grow { flex: 1; min-height: 40mm; display: flex; flex-direction: column; overflow: hidden; }
.grow dl { flex: 1; margin: 0; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1mm 7mm; overflow: hidden; }
.grow dl > div { display: flex; flex-direction: column; min-height: 0; overflow: hidden; }
.grow dt { font-weight: 700; }
.grow dt:lang(en) { font-weight: 600; }
.grow dd { margin: 0; }
.ruled { flex: 1; min-height: 0; overflow: hidden; }
.ruled > div { height: 6.8mm; border-bottom: 0.4pt solid #cfcac1; }
`;
