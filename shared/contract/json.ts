import type { z } from 'zod';

/** Plain data, as every transport carries it. */
export type JsonValue = z.infer<ReturnType<typeof z.json>>;
