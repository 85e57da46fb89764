/** The only address that is ever shown in the window. */
export const pageScheme = 'app';
export const pageOrigin = 'app://bellwether';
export const pageUrl = `${pageOrigin}/`;

/** True for the page itself, whatever place in it the fragment names. */
export function isPage(url: string): boolean {
  return url === pageUrl || url.startsWith(`${pageUrl}#`);
}
