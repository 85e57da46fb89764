import { toInstant } from '#shared/domain/dates/time-zone.ts';
import type { DealEdit, DealStage } from '#shared/domain/deals/deal-edit.ts';
import type { DealEvent } from '../../deals/deal-write.service.ts';
import type { DealAmounts, DealDays, DealPlace } from './deal-facts.ts';
import type { ImportPipeline } from './import-pipelines.ts';

export type HistoryFacts = {
  place: DealPlace;
  days: DealDays;
  amounts: DealAmounts;
  ownerId: string | null;
  forecast: Pick<DealEdit, 'probabilityBp' | 'forecastCategory'>;
};

/**
 * The history of a new deal as far as its dates tell it: created in the first stage, active in
 * the second, in its present stage since, closed. What nobody knows stays unknown: a stage is
 * entered on a day only where a date says so, and a deal without any date is first seen at the
 * moment the data is of.
 */
export function dealHistory(
  facts: HistoryFacts,
  pipeline: ImportPipeline,
  { dataAsOf, startOf }: { dataAsOf: string; startOf: StartOfDay },
): [DealEvent, ...DealEvent[]] {
  const { place, days, amounts, ownerId, forecast } = facts;
  const isOpen = place.stage.kind === 'open';
  const asOpen = {
    amountMinor: amounts.hoped ?? 0,
    ownerId,
    ...expected(days),
    ...(isOpen ? forecast : {}),
  };
  const events: DealEvent[] = openSteps(facts, pipeline).map(({ on, stage, isKnown }) => ({
    cause: 'imported',
    changedAt: startOf(on),
    edit: { ...asOpen, stageId: stage.id, stageEnteredOn: isKnown ? on : null },
  }));
  if (!isOpen && days.closedOn !== null) {
    events.push({
      cause: 'imported',
      changedAt: startOf(days.closedOn),
      edit: {
        ...(events.length === 0 ? asOpen : {}),
        ...amountOf(amounts),
        stageId: place.stage.id,
        closedOn: days.closedOn,
      },
    });
  }
  const [first, ...rest] = events;
  if (first !== undefined) return [first, ...rest];
  const edit = { ...asOpen, stageId: place.stage.id, stageEnteredOn: null };
  return [{ cause: 'imported', changedAt: dataAsOf, edit }];
}

export type StartOfDay = (on: string) => string;

/** The instant at which a day begins; the same days come again and again, so each is kept. */
export function startsOfDays(timeZone: string): StartOfDay {
  const starts = new Map<string, string>();
  return (on) => {
    const known = starts.get(on);
    if (known !== undefined) return known;
    const instant = toInstant({ on, time: null }, timeZone);
    starts.set(on, instant);
    return instant;
  };
}

function amountOf({ now }: DealAmounts): Pick<DealEdit, 'amountMinor'> {
  return now === undefined ? {} : { amountMinor: now };
}

function expected({ expectedCloseOn }: DealDays): Pick<DealEdit, 'expectedCloseOn'> {
  return expectedCloseOn === undefined ? {} : { expectedCloseOn };
}

type OpenStep = {
  on: string;
  stage: DealStage;
  /** The stage was entered on that day; otherwise the deal was only seen in it. */
  isKnown: boolean;
};

/** What the dates tell of the stays in open stages, in order, none after the closing. */
function openSteps({ place, days }: HistoryFacts, pipeline: ImportPipeline): OpenStep[] {
  const { first, open } = pipeline;
  const isOpen = place.stage.kind === 'open';
  const last = isOpen ? place.stage : (place.openStage ?? lastSeen(pipeline));
  const second = open[1] ?? first;
  // Only next to one another can two stages tell how long the earlier one took.
  const isNear = last.id === first.id || last.id === second.id;
  const steps: OpenStep[] = [];
  if (days.createdOn !== null) steps.push({ on: days.createdOn, stage: first, isKnown: isNear });
  const isNews = days.createdOn === null || (isNear && last.id !== first.id);
  if (days.engagedOn !== null && isNews) {
    steps.push({ on: days.engagedOn, stage: isNear ? last : first, isKnown: isNear });
  }
  if (days.stageOn !== null && (isOpen || days.stageOn !== days.closedOn)) {
    steps.push({ on: days.stageOn, stage: last, isKnown: true });
  }
  return endingIn(last, inOrder(steps, days.closedOn));
}

/** Where a closed deal stood before, when nothing says so: sure only where there is little choice. */
function lastSeen({ open, first }: ImportPipeline): DealStage {
  return open.length === 2 ? (open[1] ?? first) : first;
}

function inOrder(steps: readonly OpenStep[], closedOn: string | null): OpenStep[] {
  return steps
    .map((step) => (closedOn !== null && step.on > closedOn ? { ...step, on: closedOn } : step))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The last step leads to the present stage; where no date says when it was entered, nobody knows. */
function endingIn(stage: DealStage, steps: readonly OpenStep[]): OpenStep[] {
  const end = steps.at(-1);
  if (end === undefined || end.stage.id === stage.id) return [...steps];
  return [...steps.slice(0, -1), { ...end, stage, isKnown: false }];
}
