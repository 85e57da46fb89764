import type { Party } from '#shared/contract/coaching-fields.ts';
import type { GrowChanges, GrowOption } from '#shared/contract/coaching-grow.ts';
import type { Commitment } from '#shared/contract/commitments.ts';
import { canScoreOptions } from '#shared/domain/coaching/grow.ts';
import { isBlank } from '#shared/domain/text/blank.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { AppError } from '../../../app-error.ts';
import type { CommandContext } from '../../../rpc/context.ts';
import { addCommitment } from '../commitments/commitment.service.ts';
import { getSessionSummary } from '../sessions/session.service.ts';
import { assertSessionEditable } from '../sessions/session-lock.ts';
import * as repository from './grow.repository.ts';

type BySession = { sessionId: string };
type ByOption = { optionId: string };

export async function changeGrow(
  context: CommandContext,
  { sessionId, changes }: BySession & { changes: GrowChanges },
): Promise<void> {
  await assertSessionEditable(context, sessionId);
  const { fields } = await getGrow(context, sessionId);
  const merged = repository.mergeGrow(fields, changes);
  await repository.updateGrow(context.db, context.platform, { sessionId, fields: merged });
}

export async function addOption(
  context: CommandContext,
  { sessionId, proposedBy }: BySession & { proposedBy: Party },
): Promise<GrowOption> {
  await assertSessionEditable(context, sessionId);
  await getGrow(context, sessionId);
  const order = (await repository.listOptions(context.db, sessionId)).length;
  return repository.insertOption(context.db, context.platform, { sessionId, proposedBy, order });
}

type OptionChange = ByOption & {
  proposedBy?: Party | undefined;
  impact?: number | null | undefined;
  feasibility?: number | null | undefined;
};

/** @throws AppError options_too_few when scoring before there are three to compare */
export async function changeOption(context: CommandContext, change: OptionChange): Promise<void> {
  const { proposedBy, impact, feasibility, optionId: id } = change;
  const options = await editableOptions(context, id);
  const isScored = typeof impact === 'number' || typeof feasibility === 'number';
  if (isScored && !canScoreOptions(options)) throw new AppError('options_too_few');
  const columns = {
    ...(proposedBy === undefined ? {} : { proposed_by: proposedBy }),
    ...(impact === undefined ? {} : { impact_1_5: impact }),
    ...(feasibility === undefined ? {} : { feasibility_1_5: feasibility }),
  };
  await repository.updateOption(context.db, context.platform, { id, columns });
}

export async function removeOption(
  context: CommandContext,
  { optionId: id }: ByOption,
): Promise<void> {
  const { db, platform } = context;
  await editableOptions(context, id);
  const columns = { deleted_at: platform.now().toISOString(), is_chosen: 0 };
  await repository.updateOption(db, platform, { id, columns });
}

/** At most one option of a session is chosen. */
export async function chooseOption(
  context: CommandContext,
  { optionId, isChosen }: ByOption & { isChosen: boolean },
): Promise<void> {
  const { db, platform } = context;
  for (const option of await editableOptions(context, optionId)) {
    const wanted = option.id === optionId && isChosen;
    if (option.isChosen === wanted) continue;
    const columns = { is_chosen: wanted ? 1 : 0 };
    await repository.updateOption(db, platform, { id: option.id, columns });
  }
}

/**
 * Makes a commitment of what the person will do: the action in their words, or the chosen option
 * as it stands. It is shared only when all that its words come from is.
 *
 * @throws AppError nothing_to_commit when neither has words
 */
export async function commitToWill(
  context: CommandContext,
  { sessionId }: BySession,
): Promise<Commitment> {
  await assertSessionEditable(context, sessionId);
  const { personId } = await getSessionSummary(context, sessionId);
  const { fields, texts } = await getGrow(context, sessionId);
  const options = await repository.listOptions(context.db, sessionId);
  const chosen = options.find((option) => option.isChosen)?.text ?? '';
  const isOption = isBlank(texts.will_action);
  const text = oneLine(isOption ? chosen : texts.will_action);
  if (text === '') throw new AppError('nothing_to_commit');
  const isShared = fields.optionsVisibility === 'shared';
  return addCommitment(context, {
    personId,
    sessionId,
    owner: 'rep',
    text,
    successEvidence: oneLine(texts.will_evidence),
    dueOn: fields.willDueOn,
    isUndated: false,
    dealId: null,
    visibility: isOption && !isShared ? 'private' : fields.willVisibility,
  });
}

async function getGrow(context: CommandContext, sessionId: string): Promise<repository.Grow> {
  const grow = await repository.findGrow(context.db, sessionId);
  if (grow === undefined) throw new AppError('not_found');
  return grow;
}

/** All options of the session that an option belongs to, once it may change. */
async function editableOptions(context: CommandContext, optionId: string): Promise<GrowOption[]> {
  const sessionId = await repository.findOptionSession(context.db, optionId);
  if (sessionId === undefined) throw new AppError('not_found');
  await assertSessionEditable(context, sessionId);
  return repository.listOptions(context.db, sessionId);
}

const longestLine = 300;

/** A commitment is one line. */
function oneLine(text: string): string {
  return fitLength(text.replace(/\s+/g, ' ').trim(), longestLine);
}
