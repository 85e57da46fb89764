import { createContext, use } from 'react';

/** How a line of the brief becomes a talking point. */
export type Pinning = {
  /** Lines that are talking points already, `<rule>:<record>`. */
  lines: ReadonlySet<string>;
  pin(line: string, text: string): void;
};

export const PinningContext = createContext<Pinning | null>(null);

export function usePinning(): Pinning | null {
  return use(PinningContext);
}
