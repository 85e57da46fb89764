import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { EvidenceCandidate, Review } from '#shared/contract/reviews.ts';

/** Marks what is carried as ours. */
const carried = 'review-evidence';

/** Makes an element something to drag onto an item. */
export function useEvidenceDrag({ kind, refId }: EvidenceCandidate, isEnabled: boolean) {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (ref.current === null || !isEnabled) return;
    return draggable({
      element: ref.current,
      getInitialData: () => ({ type: carried, kind, refId }),
    });
  }, [kind, refId, isEnabled]);
  return ref;
}

/** Makes an element a place to drop evidence on; null takes none. */
export function useEvidenceDrop({ id: reviewId, isEditable }: Review, itemRef: string | null) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOver, setOver] = useState(false);
  const { mutate: attach } = useMutation(api.reviews.attachEvidence.mutationOptions());
  useEffect(() => {
    if (ref.current === null || itemRef === null || !isEditable) return;
    return dropTargetForElements({
      element: ref.current,
      canDrop: ({ source }) => source.data['type'] === carried,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source: { data } }) => {
        setOver(false);
        const kind = data['kind'] as EvidenceCandidate['kind']; // put in by useEvidenceDrag
        attach({ reviewId, itemRef, kind, refId: String(data['refId']) });
      },
    });
  }, [reviewId, itemRef, isEditable, attach]);
  return { ref, isOver };
}
