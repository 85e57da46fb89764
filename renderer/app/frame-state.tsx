import { createContext, type ReactNode, use, useMemo, useState } from 'react';

export type FrameState = {
  /** What lies over the page. */
  overlay: 'none' | 'palette' | 'keys';
  show(overlay: FrameState['overlay']): void;
};

const FrameContext = createContext<FrameState>({ overlay: 'none', show: () => {} });

export function FrameProvider({ children }: { children: ReactNode }) {
  const [overlay, show] = useState<FrameState['overlay']>('none');
  const value = useMemo(() => ({ overlay, show }), [overlay]);
  return <FrameContext value={value}>{children}</FrameContext>;
}

export function useFrame(): FrameState {
  return use(FrameContext);
}
