import {
  type Connection,
  ConnectionRefused,
  type ConnectionState,
  type Link,
} from '../connection.ts';
import { createElectronTransport } from './electron-transport.ts';
import { createLoopbackTransport } from './loopback-transport.ts';

const retryMs = [100, 300, 1000, 2000];
/** After this many failures in a row the app is taken to be closed. */
const tries = 10;

/** One standing connection to the backend, made again when it is lost. */
export function createTransport(
  connect = location.protocol === 'app:' ? createElectronTransport() : createLoopbackTransport(),
) {
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'connecting';
  let current = keepTrying();

  function become(next: ConnectionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function keepTrying(attempt = 0): Promise<Link> {
    try {
      const connection = await connect();
      watch(connection);
      become('open');
      return connection.link;
    } catch (error) {
      if (error instanceof ConnectionRefused) return end(error.state);
      if (attempt >= tries) return end('ended');
      await pause(retryMs[Math.min(attempt, retryMs.length - 1)] ?? 0);
      return keepTrying(attempt + 1);
    }
  }

  function watch({ closed }: Connection): void {
    void closed.then(() => {
      become('lost');
      current = keepTrying();
    });
  }

  /** Calls then wait for ever: the page says that it is over, and loses nothing that was typed. */
  function end(next: 'ended' | 'refused'): Promise<Link> {
    become(next);
    return new Promise(() => {});
  }

  return {
    link: () => current,
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
