import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { showFailure } from '#renderer/api/toasts.tsx';
import type { MoveDeal } from '#shared/contract/deals.ts';
import { useStages } from '../use-stages.ts';
import { CloseDialog } from './close-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { type MoveState, toRefusal, type WantedMove } from './move-state.ts';

export type Moves = {
  state: MoveState;
  start(move: WantedMove): void;
  /** The questions a move asks; render them once. */
  dialogs: ReactNode;
};

export type MovesOptions = {
  /** The deal stays where it was: it was refused, or the person thought better of it. */
  onReturned?(move: WantedMove): void;
  onMoved?(move: WantedMove): void;
};

/**
 * Moves deals between stages: closing asks first, and a refusal comes back at once with what is
 * missing, to be answered on the spot or set aside with a reason.
 */
export function useMoves({ onReturned, onMoved }: MovesOptions = {}): Moves {
  const [state, setState] = useState<MoveState>({ kind: 'idle' });
  const { find } = useStages();
  const { mutateAsync } = useMutation(
    api.deals.moveDeal.mutationOptions({ meta: { isFailureShown: true } }),
  );

  const send = async (move: WantedMove, answers: Partial<MoveDeal> = {}) => {
    const { deal, toStageId } = move;
    setState({ kind: 'sending', ...move });
    try {
      await mutateAsync({ id: deal.id, stageId: toStageId, fromStageId: deal.stageId, ...answers });
      setState({ kind: 'idle' });
      onMoved?.(move);
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal === undefined) showFailure(error);
      setState(refusal === undefined ? { kind: 'idle' } : { kind: 'asking', ...move, refusal });
      onReturned?.(move);
    }
  };
  const start = (move: WantedMove) => {
    if (move.deal.stageId === move.toStageId) return;
    if (find(move.toStageId)?.type === 'open') void send(move);
    else setState({ kind: 'closing', ...move });
  };
  const cancel = () => {
    if (state.kind !== 'idle') onReturned?.(state);
    setState({ kind: 'idle' });
  };
  const dialogs = (
    <>
      {state.kind === 'asking' && (
        <MoveDialog
          move={state}
          refusal={state.refusal}
          onCancel={cancel}
          onSend={(answers) => void send(state, answers)}
        />
      )}
      {state.kind === 'closing' && (
        <CloseDialog
          move={state}
          onCancel={cancel}
          onSend={(answers) => void send(state, answers)}
        />
      )}
    </>
  );
  return { state, start, dialogs };
}
