import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';

export type Presentation = {
  /** Someone else can see the screen: nothing private is shown, searched or read out. */
  isPresenting: boolean;
  toggle(): void;
};

const PresentationContext = createContext<Presentation>({ isPresenting: false, toggle: () => {} });

/** Lasts until it is switched off or the window closes; it is not a setting. */
export function PresentationProvider({ children }: { children: ReactNode }) {
  const [isPresenting, setPresenting] = useState(() => sessionStorage.getItem(key) === 'on');
  const toggle = useCallback(() => {
    setPresenting((was) => {
      sessionStorage.setItem(key, was ? 'off' : 'on');
      return !was;
    });
  }, []);
  const value = useMemo(() => ({ isPresenting, toggle }), [isPresenting, toggle]);
  return <PresentationContext value={value}>{children}</PresentationContext>;
}

const key = 'bellwether.presentation';

export function usePresentation(): Presentation {
  return use(PresentationContext);
}
