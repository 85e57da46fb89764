import { isBlank } from '#shared/domain/text/blank.ts';
import { type MoveDirection, moveDirection, type Stage, skippedStages } from './stage.ts';

export type MovePolicy = 'allow' | 'warn' | 'block';

/** What a pipeline and the entered stage ask of a move. */
export type MoveRules = Readonly<{
  /** Fields that must be filled to enter the stage. */
  requiredFields: readonly string[];
  /** Stages that may follow the left one; null leaves the choice free. Closing is always free. */
  allowedNext: readonly string[] | null;
  backMoves: MovePolicy;
  skips: MovePolicy;
}>;

export type MoveProblem =
  | Readonly<{ code: 'missing_field'; field: string }>
  | Readonly<{ code: 'stage_not_next'; allowedNext: readonly string[] }>
  | Readonly<{ code: 'back_blocked' }>
  | Readonly<{ code: 'skip_blocked'; skipped: number }>
  | Readonly<{ code: 'loss_reason_missing' }>;

export type MoveWarning = Readonly<{ code: 'back' }> | Readonly<{ code: 'skip'; skipped: number }>;

export type MoveCheck = Readonly<{
  isAllowed: boolean;
  direction: MoveDirection;
  /** All of them at once, so that one dialog can ask for everything. */
  problems: readonly MoveProblem[];
  warnings: readonly MoveWarning[];
  /** True where a written reason would let the move pass; a loss always needs its reason. */
  canOverride: boolean;
}>;

export type MoveRequest = Readonly<{
  from: Stage;
  to: Stage;
  stages: readonly Stage[];
  rules: MoveRules;
  /** The deal's fields as they would be after the move. 0 counts as filled. */
  fields: Readonly<Record<string, unknown>>;
  lossReason?: string | null;
  /** Why the rules are set aside this time; kept in the history. */
  overrideReason?: string | null;
}>;

function isFilled(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'string' || !isBlank(value);
}

function missingFields({ rules, fields }: MoveRequest): MoveProblem[] {
  return rules.requiredFields
    .filter((field) => !(Object.hasOwn(fields, field) && isFilled(fields[field])))
    .map((field) => ({ code: 'missing_field', field }));
}

function pathProblems(request: MoveRequest, direction: MoveDirection): MoveProblem[] {
  const { from, to, stages, rules } = request;
  const problems: MoveProblem[] = [];
  const skipped = skippedStages(from, to, stages);
  const { allowedNext } = rules;
  const isFree = to.kind !== 'open' || direction === 'reopen' || allowedNext === null;
  if (!isFree && !allowedNext.includes(to.id))
    problems.push({ code: 'stage_not_next', allowedNext });
  if (direction === 'back' && rules.backMoves === 'block') problems.push({ code: 'back_blocked' });
  if (skipped > 0 && rules.skips === 'block') problems.push({ code: 'skip_blocked', skipped });
  return problems;
}

function moveWarnings(request: MoveRequest, direction: MoveDirection): MoveWarning[] {
  const { from, to, stages, rules } = request;
  const skipped = skippedStages(from, to, stages);
  const warnings: MoveWarning[] = [];
  if (direction === 'back' && rules.backMoves === 'warn') warnings.push({ code: 'back' });
  if (skipped > 0 && rules.skips === 'warn') warnings.push({ code: 'skip', skipped });
  return warnings;
}

/** Whether a deal may move to a stage, and everything that stands in the way, field by field. */
export function checkMove(request: MoveRequest): MoveCheck {
  const { from, to } = request;
  const direction = moveDirection(from, to);
  if (direction === 'none') {
    return { isAllowed: true, direction, problems: [], warnings: [], canOverride: false };
  }
  const isLossSilent = to.kind === 'lost' && isBlank(request.lossReason);
  const ruled = [...missingFields(request), ...pathProblems(request, direction)];
  const problems = isLossSilent ? [...ruled, { code: 'loss_reason_missing' as const }] : ruled;
  const isOverridden = !isLossSilent && !isBlank(request.overrideReason);
  return {
    isAllowed: problems.length === 0 || isOverridden,
    direction,
    problems,
    warnings: moveWarnings(request, direction),
    canOverride: problems.length > 0 && !isLossSilent,
  };
}
