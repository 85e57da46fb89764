import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/api/client.ts';
import type { TalkingPoint } from '#shared/contract/coaching-brief.ts';
import type { Pinning } from '../brief/pinning.ts';

type Place = { personId: string; sessionId: string | null; points: readonly TalkingPoint[] };

/** Lets the lines of a brief become talking points of this place. */
export function usePinningOf({ personId, sessionId, points }: Place): Pinning {
  const { mutate } = useMutation(api.coaching.pinPoint.mutationOptions());
  return useMemo(() => {
    const kept = points.filter(({ itemId, state }) => itemId !== null && state !== 'dropped');
    return {
      lines: new Set(kept.flatMap(({ line }) => line ?? [])),
      pin: (line, text) => mutate({ personId, sessionId, line, text }),
    };
  }, [mutate, personId, sessionId, points]);
}
