const BLANK_MARKS = new Set(
  '-,--,---,—,——,/,\\,.,n/a,#n/a,na,nan,null,nil,none,(none),(blank),undefined,无,空,暂无,未填写,待定,未知,不详'.split(
    ',',
  ),
);

/** True for text with nothing in it: empty, spaces of any width, invisible characters. */
export function isBlank(text: string | null | undefined): boolean {
  return text == null || /^[\s\p{Cf}]*$/u.test(text);
}

/** True for a cell that exports use for "nothing here": blank, `-`, `N/A`, `null`, 无, 暂无. */
export function isBlankCell(text: string | null | undefined): boolean {
  return (
    text == null || isBlank(text) || BLANK_MARKS.has(text.normalize('NFKC').trim().toLowerCase())
  );
}
