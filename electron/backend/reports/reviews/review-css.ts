/** What only a review's document needs. */
export const reviewCss = `
.result { display: flex; align-items: center; gap: 6mm; margin: 1mm 0 3mm; break-inside: avoid; }
.result-score { font-size: 26pt; font-weight: 700; line-height: 1; }
.result-band { font-size: 20pt; font-weight: 700; line-height: 1; color: #0f766e; border: 1pt solid #0f766e; border-radius: 1mm; padding: 1.2mm 3mm; }
.amendment { border-left: 1mm solid #92590a; padding-left: 2.5mm; }
.left-out { margin: 1mm 0; }
.item { margin: 0 0 3mm; }
.kpi-note { margin: 0 0 2.2mm; }
.item-head { display: grid; grid-template-columns: 1fr 30mm 27mm; gap: 3mm; align-items: center; break-inside: avoid; break-after: avoid; }
.item-head h3 { margin: 0; }
.item-score { text-align: end; font-weight: 700; font-variant-numeric: tabular-nums; }
.item-score:lang(en) { font-weight: 600; }
.item .quiet { margin: 0.5mm 0; }
.evidence-line { padding-left: 3mm; text-indent: -3mm; margin: 0.5mm 0; }
.quote { margin: 0.5mm 0 1mm 3mm; padding-left: 2.5mm; border-left: 0.5mm solid #d9d5cd; }
.point { margin: 0 0 2mm; }
.point-number { color: #67635b; margin-right: 1.5mm; }
.point-facts { display: flex; flex-wrap: wrap; gap: 0.5mm 6mm; margin-top: 0.8mm; font-size: 9pt; }
.point-facts dt, .point-facts dd { display: inline; margin: 0; }
.point-facts dt { color: #67635b; margin-right: 1.5mm; }
.comment-label { color: #67635b; font-size: 8pt; margin: 1mm 0 0; }
.private { border: 0.75pt solid #b42318; padding: 3mm 4mm 2mm; margin-top: 5mm; }
.private h2 { margin-top: 0; border-bottom: 0; color: #b42318; }
.notes { font-size: 8.5pt; }
.notes p { margin-bottom: 0.8mm; }
.refusal { margin: 4mm 0 0; }
.hash { font-size: 7pt; color: #67635b; overflow-wrap: anywhere; }
`;
