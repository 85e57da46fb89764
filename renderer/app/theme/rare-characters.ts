/**
 * Build step for the slices of the Chinese face. `fonts.css` holds the characters of everyday text
 * in one file; rare ones, such as those of names, come from small slices that load when one of
 * them is on the screen. Fontsource names each slice twice; Chromium needs the newer file only.
 */
export function rareCharacters() {
  return {
    name: 'rare-characters',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!id.includes('@fontsource/noto-sans-sc/400.css')) return null;
      return code
        .replaceAll(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
        .replaceAll("'Noto Sans SC'", "'Noto Sans SC Rare'");
    },
  };
}
