import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Warm-neutral greys: paper rather than steel. */
const warm: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#ebe8e2',
  '#dedad2',
  '#c6c1b7',
  '#a09a8f',
  '#78736a',
  '#5a564f',
  '#3d3a35',
  '#23211e',
];

/** Mantine's dark scheme runs from text (0) to the deepest ground (9). */
const night: MantineColorsTuple = [
  '#e8e4dc',
  '#cdc8be',
  '#aaa499',
  '#857f75',
  '#5a554d',
  '#403c36',
  '#2f2c27',
  '#24211d',
  '#1c1a17',
  '#141210',
];

/** The one accent. */
const teal: MantineColorsTuple = [
  '#e9f5f3',
  '#d2eae7',
  '#a5d5cf',
  '#76bfb7',
  '#4aa99f',
  '#24918a',
  '#0f766e',
  '#0b605a',
  '#084c47',
  '#053833',
];

const font = 'var(--bw-font)';

/** Mantine takes the text on the accent from the light scheme; the dark one needs its own. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isAccent = input.color === undefined || input.color === input.theme.primaryColor;
  if (input.variant !== 'filled' || !isAccent) return colors;
  return { ...colors, color: 'var(--mantine-primary-color-contrast)' };
};

export const theme = createTheme({
  variantColorResolver: variantColors,
  colors: { gray: warm, dark: night, teal },
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  white: '#ffffff',
  black: '#23211e',
  fontFamily: font,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily: font,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.4' },
      h2: { fontSize: '16px', lineHeight: '1.5' },
      h3: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 140 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
      styles: { title: { fontSize: '16px', fontWeight: 600 } },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 120 } } },
  },
});

/** Mantine's own variables, set to the tokens of `tokens.css`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': warm[0],
    '--mantine-color-text': '#23211e',
    '--mantine-color-dimmed': '#67635b',
    '--mantine-color-placeholder': '#78736a',
    '--mantine-color-default-border': warm[3],
    '--mantine-color-anchor': teal[7],
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-body': night[8],
    '--mantine-color-text': night[0],
    '--mantine-color-dimmed': night[2],
    '--mantine-color-placeholder': '#948d82',
    '--mantine-color-default-border': night[5],
    '--mantine-color-anchor': teal[3],
    '--mantine-color-error': '#f3867b',
  },
});
