import { z } from 'zod';

/** UUIDv7 as text. */
export const id = z.uuid();

/** A calendar day where the manager is, `YYYY-MM-DD`. */
export const localDate = z.iso.date();

/** A moment, UTC ISO 8601 with milliseconds. */
export const instant = z.iso.datetime();

/** Money in minor units (fen, cents) of the workspace currency unless a currency stands beside it. */
export const amountMinor = z.int().min(-1e15).max(1e15);

/** A share in basis points: 10,000 = 100 %. */
export const basisPoints = z.int().min(0).max(10_000);

/** ISO 4217 code. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** A name or title: one line, kept as typed but for blanks at both ends. */
export const shortText = z.string().trim().min(1).max(300);

export const optionalText = z.string().trim().max(300);

/** A note: as long as anyone writes, kept exactly as typed. */
export const longText = z.string().max(1_000_000);

export const language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof language>;
