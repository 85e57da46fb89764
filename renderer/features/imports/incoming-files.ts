import { useSyncExternalStore } from 'react';

/** A file on its way to the backend, by name and the share that has arrived, 0–1. */
export type Incoming = { name: string; share: number };

const listeners = new Set<() => void>();
const present: { file: Incoming | null; stop: AbortController | null } = { file: null, stop: null };

/** Goes on when the page is left, and shows again when it is opened again. */
export function useIncoming(): Incoming | null {
  return useSyncExternalStore(subscribe, () => present.file);
}

export function isReceiving(): boolean {
  return present.stop !== null;
}

export function stopReceiving(): void {
  present.stop?.abort();
}

/** Receives one batch of files. */
export async function receive(
  work: (signal: AbortSignal, tell: (file: Incoming) => void) => Promise<void>,
): Promise<void> {
  present.stop = new AbortController();
  try {
    await work(present.stop.signal, show);
  } finally {
    present.stop = null;
    show(null);
  }
}

function show(file: Incoming | null): void {
  present.file = file;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
