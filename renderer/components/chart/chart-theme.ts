/** A theme for ECharts out of the page's tokens, as they are in the present colour scheme. */
export function chartTheme(element: HTMLElement): object {
  const styles = getComputedStyle(element);
  const token = (name: string) => styles.getPropertyValue(`--bw-${name}`).trim();
  const text = { color: token('text'), fontFamily: styles.fontFamily, fontSize: 12 };
  const dim = { ...text, color: token('text-dim') };
  const line = { lineStyle: { color: token('hairline') } };
  const axis = { axisLine: line, axisTick: { show: false }, axisLabel: dim, splitLine: line };
  return {
    color: [1, 2, 3, 4, 5, 6, 7, 8].map((place) => token(`chart-${place}`)),
    textStyle: text,
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    legend: { textStyle: dim, itemWidth: 12, itemHeight: 8 },
    tooltip: {
      backgroundColor: token('surface'),
      borderColor: token('hairline'),
      borderWidth: 1,
      textStyle: text,
    },
    grid: { left: 8, right: 8, top: 24, bottom: 8, outerBoundsMode: 'same' },
  };
}
