import type { ClientLink } from '@orpc/client';

/**
 * Where the page stands with its backend.
 * - `lost`: it is being reached again, and calls wait for it;
 * - `ended`: the app was closed; this page can do nothing more;
 * - `refused`: the address was opened a second time, or too late.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'ended' | 'refused';

export type Link = ClientLink<Record<never, never>>;

export type Connection = {
  link: Link;
  /** Resolves when the connection is gone. */
  closed: Promise<void>;
};

/** The connection cannot be made, now or later. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused';
  readonly state: 'ended' | 'refused';

  constructor(state: 'ended' | 'refused') {
    super(state);
    this.state = state;
  }
}
