import { type GrowText, growText } from '#shared/contract/coaching-grow.ts';

/** The long texts of a GROW record; saved while typed. */
export const growTextColumns = growText.options;

export type GrowTexts = Record<GrowText, string>;
