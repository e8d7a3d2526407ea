import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** "On" and "done": the one colour that asks for attention in a calm page. */
const pine: MantineColorsTuple = [
  '#e9f5f1',
  '#d0e8e0',
  '#a5d3c5',
  '#76bca8',
  '#4fa68e',
  '#2c8c74',
  '#1c7560',
  '#14594d',
  '#0f473d',
  '#0a332c',
];
/** Failures. */
const brick: MantineColorsTuple = [
  '#fbeeeb',
  '#f6dad4',
  '#ebb3a8',
  '#e08b7b',
  '#d86b57',
  '#c64f3a',
  '#b03f2c',
  '#973322',
  '#7a281a',
  '#571b11',
];
/** What waits, or differs from what was expected. */
const ochre: MantineColorsTuple = [
  '#fbf3e0',
  '#f5e5bf',
  '#eacb84',
  '#deb050',
  '#cf962a',
  '#a8741a',
  '#8a5d12',
  '#70490c',
  '#573808',
  '#3c2604',
];
/** What is at work. */
const sea: MantineColorsTuple = [
  '#eaf1f8',
  '#d4e2f0',
  '#a9c4e0',
  '#7da5cf',
  '#5889bd',
  '#3b6fa6',
  '#2e5b8c',
  '#244a74',
  '#1b395a',
  '#12263d',
];
const gray: MantineColorsTuple = [
  '#f8f8f6',
  '#f1f1ee',
  '#e6e6e1',
  '#d6d7d1',
  '#b7b9b3',
  '#8c908b',
  '#636863',
  '#4a4f4b',
  '#333835',
  '#1d211f',
];
const dark: MantineColorsTuple = [
  '#e3e8e5',
  '#c3cbc7',
  '#a0aaa6',
  '#77827d',
  '#414b47',
  '#2c3431',
  '#222927',
  '#191f1d',
  '#131817',
  '#0d1110',
];

const SANS = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const MONO = "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

const TITLE = { fontWeight: 600, fontSize: '1rem' };

export const theme = createTheme({
  colors: { pine, brick, ochre, sea, gray, dark },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 3 },
  black: '#1d211f',
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontFamily: SANS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    InputWrapper: { styles: { description: { fontSize: 'var(--mantine-font-size-xs)' } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Tooltip: { defaultProps: { withArrow: false, openDelay: 400, transitionProps: { duration: 80 } } },
    Drawer: {
      styles: { title: TITLE },
      defaultProps: { transitionProps: { duration: 140 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Modal: {
      styles: { title: TITLE, content: { border: '1px solid var(--line)' } },
      defaultProps: { transitionProps: { duration: 120 }, radius: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
    },
    Menu: {
      defaultProps: {
        shadow: 'sm',
        transitionProps: { duration: 80 },
        // In its part of the page, and with nothing in it but what can be chosen: for screen readers.
        ...{ withinPortal: false, floatingStrategy: 'fixed', withInitialFocusPlaceholder: false },
      },
    },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600, fz: 'xs' } },
  },
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    switch (input.variant) {
      case 'filled': // dark grounds have light fillings, which no white text can be read on
        return { ...resolved, color: `light-dark(#ffffff, ${dark[9]})` };
      case 'light':
        return input.color !== undefined && input.color in input.theme.colors
          ? { ...resolved, ...softly(input.color) }
          : resolved;
      case 'default':
        return { ...resolved, border: '1px solid var(--line-strong)' };
      default:
        return resolved;
    }
  },
});

/** A tint of a colour with text on it that can be read, in both themes. */
const softly = (color: string) => {
  const shade = (number: number): string => `var(--mantine-color-${color}-${number})`;
  return {
    background: `light-dark(${shade(1)}, color-mix(in srgb, ${shade(5)} 26%, transparent))`,
    color: `light-dark(${shade(8)}, ${shade(1)})`,
  };
};

/** The few colours of our own; all text on all grounds has a contrast of at least 4.5. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfbf9',
    '--mantine-color-dimmed': '#5b615d',
    '--mantine-color-placeholder': '#6c726d',
    '--mantine-color-error': 'var(--mantine-color-brick-7)',
    '--mantine-color-anchor': 'var(--mantine-color-pine-7)',
    '--ground': '#f4f4f0',
    '--surface': '#ffffff',
    '--sunken': '#f4f4f1',
    '--line': '#e6e6e1',
    '--line-strong': '#cfd0c9',
    '--added': '#e4f2ec',
    '--removed': '#f9e9e5',
  },
  dark: {
    '--mantine-color-body': '#131817',
    '--mantine-color-text': '#e3e8e5',
    '--mantine-color-dimmed': '#a0aaa6',
    '--mantine-color-placeholder': '#8a9490',
    '--mantine-color-error': 'var(--mantine-color-brick-3)',
    '--mantine-color-anchor': 'var(--mantine-color-pine-3)',
    '--ground': '#0e1211',
    '--surface': '#191f1d',
    '--sunken': '#131817',
    '--line': '#2a3330',
    '--line-strong': '#414b47',
    '--added': '#173129',
    '--removed': '#3a221d',
  },
});
