import type { Readable, Writable } from 'node:stream';

type Reply = { id?: number; method?: string; result?: unknown; error?: { message: string } };

export type DevtoolsPipe = {
  /** @throws when the browser refuses or the pipe ends first */
  send(method: string, params?: object, sessionId?: string): Promise<unknown>;
  /** Told the name of each event. */
  onEvent(listener: (method: string) => void): void;
};

/**
 * Speaks Chromium's DevTools protocol over the two pipes of `--remote-debugging-pipe`. Only this
 * process holds them; nothing listens on a port.
 */
export function devtoolsPipe(input: Writable, output: Readable): DevtoolsPipe {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners: ((method: string) => void)[] = [];
  let lastId = 0;
  const receive = ({ id, method, result, error }: Reply) => {
    if (method !== undefined) for (const listener of listeners) listener(method);
    const call = waiting.get(id ?? 0);
    if (call === undefined) return;
    waiting.delete(id ?? 0);
    if (error) call.reject(new Error(error.message));
    else call.resolve(result);
  };
  const fail = () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser ended'));
    waiting.clear();
  };
  readMessages(output, receive);
  output.on('close', fail);
  input.on('error', fail);
  return {
    onEvent: (listener) => void listeners.push(listener),
    send(method, params = {}, sessionId) {
      lastId += 1;
      const call = Promise.withResolvers<unknown>();
      waiting.set(lastId, call);
      input.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      return call.promise;
    },
  };
}

/** Messages are JSON texts with a zero byte after each. */
function readMessages(output: Readable, receive: (message: Reply) => void): void {
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) receive(JSON.parse(part));
  });
}
